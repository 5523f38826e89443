// kgraph-info --explain: all that a graph knows of one entity, and the words that say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <kgraph/graph/model.hpp>

#include "../common/passages.hpp"
#include "../common/table.hpp"

namespace kgraph::tools {

/// A spelling that the documents use for the entity, or an alias that they use nowhere in these very letters.
struct Spelling {
  std::string text;
  /// A description ("the plenum") in place of a name.
  bool nominal = false;
  std::size_t count = 0;
};

struct MentionPlace {
  std::uint32_t document = 0;
  const GraphMention* mention = nullptr;
};

/// The mentions that were taken for the entity for one reason.
struct LinkGroup {
  /// Empty where none was recorded.
  std::string reason;
  std::vector<MentionPlace> mentions;
};

/// How a relation lies to the entity that is explained. A symmetric one (met) has no direction.
enum class Direction : std::uint8_t { outgoing, incoming, symmetric };

struct Connection {
  const GraphRelation* relation = nullptr;
  Direction direction = Direction::outgoing;
  /// Index of the other end.
  std::uint32_t other = 0;
};

struct Explanation {
  std::uint32_t entity = 0;
  std::size_t mentions = 0;
  std::size_t documents = 0;
  /// Names, the most frequent first, then descriptions; the entity's own name before all.
  std::vector<Spelling> spellings;
  /// False where some mention could not be quoted, so that the counts of the spellings are too low.
  bool all_quoted = true;
  /// The most frequent first.
  std::vector<LinkGroup> links;
  std::vector<const GraphRole*> roles;
  /// Sorted by type, direction, other end.
  std::vector<Connection> connections;
};

/// "outgoing", "incoming" or "symmetric".
[[nodiscard]] std::string_view to_string(Direction direction);

/// Gathers what is known of the entity with index `entity`.
[[nodiscard]] Explanation explain(const Graph& graph, std::uint32_t entity, Passages& passages);

/// The explanations for readers (in 100 columns), as JSON (an array of one object each, with all passages), or the
/// mentions alone as CSV.
[[nodiscard]] std::string render(const Graph& graph, const std::vector<Explanation>& explanations, Passages& passages,
                                 Format format);

}  // namespace kgraph::tools
