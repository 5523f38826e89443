// Mentions: where a document names or describes a person, party, meeting or place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kgraph/base/entity_type.hpp>
#include <kgraph/base/span.hpp>
#include <kgraph/lexicon/lexicon.hpp>
#include <kgraph/text/document.hpp>

namespace kgraph {

inline constexpr std::uint32_t no_facts = 0xFFFFFFFF;

/// A typed span of a document.
struct Mention {
  Span span;
  TokenRange tokens;
  EntityType type = EntityType::person;
  /// A description ("the plenum") rather than a name.
  bool nominal = false;
  /// Stands inside a longer mention ("CPSU" in "22nd CPSU Congress").
  bool nested = false;
  /// A bracketed respelling of the mention before it: "Pak Jeong-ae [Pak Jong Ae]".
  bool respelling = false;
  std::uint32_t paragraph = 0;
  std::uint32_t sentence = 0;
  /// The lexicon's actor, party or place; no_entry where it lists none.
  std::uint32_t entry = no_entry;
  /// Position in the list of the type's facts in DocumentMentions; places have none.
  std::uint32_t facts = no_facts;
};

/// The parts of a person's name, folded and without hyphens and apostrophes.
struct PersonName {
  /// Empty where only a given name is known.
  std::string surname;
  /// Given names in order; an initial is a single letter. Syllables of Korean and Chinese given names are joined.
  std::vector<std::string> given;
  /// The surname is of a language that puts it first.
  bool family_first = false;
};

/// What a party's name says where the lexicon does not list it.
struct PartyFacts {
  /// The country it is named by.
  std::uint32_t place = no_entry;
  /// Kind words ("communist"), sorted.
  std::vector<WordId> kinds;
  /// An acronym ("sed"), folded.
  std::string acronym;
  /// For nominals: "our Party", "your Party", "the Party".
  enum class Owner : std::uint8_t { none, ours, yours, the } owner = Owner::none;
};

/// What a meeting's designation says.
struct MeetingFacts {
  MeetingKind kind = MeetingKind::meeting;
  std::uint16_t ordinal = 0;
  std::uint8_t month = 0;
  std::uint16_t year = 0;
  /// The party mention inside the designation, as a position in DocumentMentions::mentions; no_entry for none.
  std::uint32_t party = no_entry;
  std::uint32_t place = no_entry;
  /// "Party" or an organ of one stands in it: it is a party's meeting, whichever.
  bool of_party = false;
  /// The record's own meeting: its title, "this meeting", "today's meeting".
  bool own = false;
};

/// All mentions of a document, sorted by span (longer ones first where they begin together).
struct DocumentMentions {
  std::vector<Mention> mentions;
  std::vector<PersonName> names;
  std::vector<PartyFacts> parties;
  std::vector<MeetingFacts> meetings;
};

}  // namespace kgraph
