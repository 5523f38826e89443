// The resolver's working state, filled type by type: persons, places, parties, meetings.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <kgraph/entity/entity.hpp>

namespace kgraph::detail {

/// An entity in the making.
struct DraftEntity {
  EntityType type = EntityType::person;
  /// Preferred slug and name; empty where they follow from the spellings.
  std::string slug;
  std::string name;
  /// A party's acronym; empty where none is known.
  std::string acronym = {};
  /// How often each spelling occurs, by how much of a name it is (0 full, 1 initials, 2 surname alone).
  std::map<std::string, std::pair<int, int>> spellings;
  /// Of a meeting.
  std::uint32_t party = no_entity;
  std::optional<Date> date;
};

/// Documents are visited in the order of their ids, so that results do not depend on the order of input.
struct Draft {
  std::span<const Document> documents;
  std::span<const DocumentMentions> mentions;
  const Lexicon& lexicon;
  std::vector<std::uint32_t> order;
  std::vector<DraftEntity> entities;
  std::vector<std::vector<Link>> links;
  std::vector<std::uint32_t> own_meetings;

  [[nodiscard]] const Mention& mention(std::uint32_t d, std::uint32_t m) const { return mentions[d].mentions[m]; }

  std::uint32_t add(EntityType type, std::string slug = {}, std::string name = {}) {
    entities.push_back({type, std::move(slug), std::move(name), {}, {}, no_entity, std::nullopt});
    return static_cast<std::uint32_t>(entities.size() - 1);
  }

  /// Links a mention and counts its spelling. `rank` says how much of a name it is.
  void link(std::uint32_t d, std::uint32_t m, std::uint32_t entity, LinkReason reason, int rank = 0);
};

/// The mention as text: white space squeezed, an editor's brackets dropped.
std::string spelling_of(const Document& document, const Mention& mention);

void resolve_persons(Draft& draft);
void resolve_places(Draft& draft);
void resolve_parties(Draft& draft);
void resolve_meetings(Draft& draft);

/// The person who speaks at a token of a document, as an entity; no_entity outside turns.
std::uint32_t speaker_at(const Draft& draft, std::uint32_t d, std::uint32_t token);

/// The first token of the turn that a token stands in; a token beyond the document outside turns.
std::uint32_t start_of_speech(const Draft& draft, std::uint32_t d, std::uint32_t token);

/// Which party each person of a document is introduced with ("representatives of the CPSU CC Mikoyan, ..."), by entity.
std::map<std::uint32_t, std::uint32_t> affiliations(const Draft& draft, std::uint32_t d);

/// The party that a document names most, its title counting more than its text; no_entity for none.
std::uint32_t host_party(const Draft& draft, std::uint32_t d);

}  // namespace kgraph::detail
