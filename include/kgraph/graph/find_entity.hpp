// Entities by their names as people type them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/graph/model.hpp>

namespace kgraph {

/// Every type of entity.
inline constexpr EntityTypes any_entity_type = {EntityType::person, EntityType::party, EntityType::meeting,
                                                EntityType::place};

/// How many names of similar spelling find_entity() offers for an unknown one.
inline constexpr std::size_t most_similar_names = 8;

/// Whom a name means; indices into Graph::entities.
struct EntityMatch {
  /// Nothing where the name is ambiguous or unknown.
  std::optional<std::uint32_t> entity = std::nullopt;
  /// Ambiguous: all whom the name may mean, by id. Unknown: those of the most similar names, the most similar first,
  /// at most most_similar_names. Empty where `entity` is there.
  std::vector<std::uint32_t> candidates = {};
  /// True where each of the candidates bears the name, false where none does.
  bool ambiguous = false;
};

/// Finds the entity of one of `types` that `typed` means. The first of these rules that fits anybody decides:
///
/// 1. the id, byte for byte;
/// 2. the name shown to readers, byte for byte;
/// 3. another name;
/// 4. the name shown to readers, then another name, without regard to case, diacritics, hyphens, apostrophes, other
///    punctuation and spaces: "CHOE CHANG IK" is Choe Chang-ik;
/// 5. the same with the words in another order: "Il Sung Kim", "Chang-ik Choe";
/// 6. a part: words that stand one after another in a name, such as a surname. People come before parties, these before
///    meetings and places: "Mikoyan" is the man, not a conversation with him.
///
/// Where the rule fits several entities, the name is ambiguous, however often each is mentioned. A name of one word
/// other than the one shown to readers ("Choe") means every person who has it as a part of the name, even if documents
/// call one of them alone so.
///
/// Linear in the names of the graph; unknown names cost their length times the length of all names. Deterministic.
[[nodiscard]] EntityMatch find_entity(const Graph& graph, std::string_view typed,
                                      const EntityTypes& types = any_entity_type);

/// A name means nobody, or several. The message lists the candidates with their ids, a line each.
class EntityNameError : public Error {
 public:
  EntityNameError(const Graph& graph, std::string_view typed, EntityMatch match);

  /// As find_entity() returned it.
  [[nodiscard]] const EntityMatch& match() const { return match_; }

 private:
  EntityMatch match_;
};

/// The entity that `typed` means, as find_entity() has it; throws EntityNameError where that is nobody or several.
[[nodiscard]] std::uint32_t entity_named(const Graph& graph, std::string_view typed,
                                         const EntityTypes& types = any_entity_type);

}  // namespace kgraph
