// Entities: who and what the mentions of a corpus stand for, and why each was taken for that.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/base/date.hpp>
#include <kgraph/base/entity_type.hpp>
#include <kgraph/lexicon/lexicon.hpp>
#include <kgraph/mention/mention.hpp>
#include <kgraph/text/document.hpp>

namespace kgraph {

inline constexpr std::uint32_t no_entity = 0xFFFFFFFF;

/// Why a mention was linked to its entity.
enum class LinkReason : std::uint8_t {
  full_name,
  known_actor,
  initials,
  completion,
  respelling,
  misprint,
  surname_in_document,
  surname_in_paragraph,
  surname_in_title,
  surname_in_corpus,
  surname_alone,
  listed_party,
  party_pattern,
  party_acronym,
  party_in_document,
  speakers_party,
  host_party,
  party_before,
  meeting_designation,
  meeting_in_document,
  meeting_in_corpus,
  meeting_of_speaker,
  meeting_of_party_before,
  meeting_of_host,
  own_meeting,
  meeting_before,
  listed_place,
  place_name,
};

/// The reason in words that a historian would accept or contest.
[[nodiscard]] std::string_view to_string(LinkReason reason);

/// An actor or thing of the whole corpus.
struct Entity {
  EntityType type = EntityType::person;
  /// "<type>:<slug>", unique.
  std::string id;
  /// Shown to readers.
  std::string name;
  /// Other spellings, sorted.
  std::vector<std::string> aliases;
  /// Of a meeting: the party whose it is (an entity), and when it was, as far as known.
  std::uint32_t party = no_entity;
  std::optional<Date> date = std::nullopt;
};

/// What a mention was taken for; entity is no_entity where it stayed unresolved (nominals only).
struct Link {
  std::uint32_t entity = no_entity;
  LinkReason reason = LinkReason::full_name;
};

struct Resolution {
  /// Sorted by id.
  std::vector<Entity> entities;
  /// A link for each mention of each document, in their order.
  std::vector<std::vector<Link>> links;
  /// For each document the meeting that it is the record of; no_entity for none.
  std::vector<std::uint32_t> own_meetings;
};

/// Decides which mentions of a corpus are the same actor or thing. The result does not depend on the order of the
/// documents. Names are joined for one strong reason each, never through a chain of weak ones: a surname alone goes to
/// its only bearer in the document, else (for languages with many family names) to its only bearer in the corpus.
/// Expected time O(mentions log mentions); finding misprints compares only names that share all but one letter.
/// `documents` and `mentions` are parallel.
[[nodiscard]] Resolution resolve(std::span<const Document> documents, std::span<const DocumentMentions> mentions,
                                 const Lexicon& lexicon);

}  // namespace kgraph
