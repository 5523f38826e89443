// The lexicon: what kgraph knows before it reads, from tables of one fact a line (data/lexicon).
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kgraph {

using WordId = std::uint32_t;
inline constexpr WordId no_word = 0xFFFFFFFF;
inline constexpr std::uint32_t no_entry = 0xFFFFFFFF;

/// What single words are known to be; a word may be several of these.
enum class WordClass : std::uint32_t {
  none = 0,
  month = 1U << 0U,
  ordinal = 1U << 1U,
  abbreviation = 1U << 2U,  ///< its period does not end a sentence
  particle = 1U << 3U,      ///< stands inside names: "von", "de"
  family_name = 1U << 4U,
  given_name = 1U << 5U,
  ambiguous_name = 1U << 6U,  ///< a name that is an everyday word too: "So", "Rice", "Will"
  common = 1U << 7U,          ///< an everyday word
  nationality = 1U << 8U,     ///< an adjective or demonym: "Soviet", "Koreans"
  party_kind = 1U << 9U,      ///< makes a party name before "Party": "Communist"
  speech = 1U << 10U,         ///< a verb whose subject speaks or thinks: "said"
  turn = 1U << 11U,           ///< continues a speaker's turn: "continued"
  family_first = 1U << 12U,   ///< a family name of a language that puts it first
};

[[nodiscard]] constexpr WordClass operator|(WordClass a, WordClass b) {
  return static_cast<WordClass>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr WordClass& operator|=(WordClass& a, WordClass b) { return a = a | b; }
[[nodiscard]] constexpr bool has(WordClass classes, WordClass wanted) {
  return (static_cast<std::uint32_t>(classes) & static_cast<std::uint32_t>(wanted)) != 0;
}

/// A word of the lexicon. `number` is the value of a month or ordinal, `place` the place of a nationality.
struct LexiconWord {
  std::string text;
  WordClass classes = WordClass::none;
  std::uint16_t number = 0;
  std::uint32_t place = no_entry;
};

enum class PhraseKind : std::uint8_t { party, place, nationality, actor, title, organ, meeting_head, publication };

enum class TitleKind : std::uint16_t { honorific, rank, office };
enum class PlaceKind : std::uint16_t { country, city, region };
enum class OrganKind : std::uint16_t { party_organ, state_organ, other };
enum class MeetingKind : std::uint16_t { congress, plenum, conference, session, presidium, meeting, talks, summit };

/// "congress", "plenum", ...
[[nodiscard]] std::string_view to_string(MeetingKind kind);

/// A sequence of words that names or describes something. `entry` points into parties(), places() or actors();
/// `detail` holds the TitleKind, PlaceKind, OrganKind or MeetingKind.
struct Phrase {
  PhraseKind kind = PhraseKind::place;
  bool acronym = false;    ///< matches capitals only
  bool capital = false;    ///< its first word must be capitalized
  bool ambiguous = false;  ///< needs support from the context
  std::uint16_t detail = 0;
  std::uint32_t entry = no_entry;
  std::vector<WordId> words;
};

struct LexiconParty {
  std::string id;
  std::string name;
  /// Its first acronym; empty where the lexicon lists none.
  std::string acronym;
  std::uint32_t place = no_entry;
  /// The party-kind words of all its names, sorted: what "Bulgarian Communist Party" is looked up by.
  std::vector<WordId> kinds;
};

struct LexiconPlace {
  std::string id;
  std::string name;
  PlaceKind kind = PlaceKind::country;
};

struct LexiconActor {
  std::string id;
  std::string name;
};

enum class ChromeKind : std::uint8_t { line, prefix, tail };

/// A line that an archive's page adds around a record; `text` is folded.
struct ChromeLine {
  std::string text;
  ChromeKind kind = ChromeKind::line;
};

/// A label of a page's metadata, e.g. "record id" for the field record_id; `label` is folded.
struct FieldLabel {
  std::string label;
  std::string field;
};

struct NameEnding {
  std::string text;
  std::string language;
};

/// A part of a cue's pattern.
struct CueElement {
  enum class Kind : std::uint8_t {
    word,    ///< one of `words`
    maybe,   ///< one of `words`, or nothing
    gap,     ///< a few words that name nobody
    reach,   ///< many words that name nobody
    start,   ///< nothing, at the beginning of a sentence
    says,    ///< any verb of speaking (cues/speech.tsv)
    source,  ///< who the statement is about
    target,  ///< whom or what it relates to
  };
  Kind kind = Kind::word;
  std::vector<WordId> words;
};

/// A wording that states a relation: "agree with {target}". Where the pattern has no place for the source, it is the
/// subject of the clause or whoever speaks; where it has none for the target, that is the subject.
struct Cue {
  std::string relation;
  enum class Source : std::uint8_t { subject, speaker } source = Source::subject;
  std::vector<CueElement> elements;
  /// The first element of kind word: where a match begins.
  std::uint32_t anchor = 0;
  /// The pattern for readers: the first of each row of alternatives, gaps as "...".
  std::string label;
};

struct LexiconOptions {
  /// False leaves out the list of known actors.
  bool known_actors = true;
  /// Folders of tables that extend the built-in ones, in order.
  std::vector<std::filesystem::path> folders = {};
  /// A table of a folder replaces the built-in table of the same name instead of extending it.
  bool replace = false;
};

/// Immutable after loading, hence safe to read from any number of threads. Words are compared folded (utf8.hpp).
class Lexicon {
 public:
  /// The built-in tables, with those of options.folders. Throws IoError for a folder that cannot be read and
  /// FormatError for a malformed row. O(size of the tables).
  [[nodiscard]] static Lexicon load(const LexiconOptions& options = {});

  /// The id of a folded word; no_word where the lexicon does not have it. O(length).
  [[nodiscard]] WordId find(std::string_view folded) const;

  /// The word of an id; for ids that the lexicon did not give (unknown words of a document), an empty word.
  [[nodiscard]] const LexiconWord& word(WordId id) const { return id < words_.size() ? words_[id] : unknown_; }
  [[nodiscard]] bool is(WordId id, WordClass wanted) const { return has(word(id).classes, wanted); }
  [[nodiscard]] std::size_t word_count() const { return words_.size(); }

  /// The phrases that begin with a word, longest first.
  [[nodiscard]] std::span<const Phrase> phrases(WordId first) const;

  [[nodiscard]] const std::vector<LexiconParty>& parties() const { return parties_; }
  [[nodiscard]] const std::vector<LexiconPlace>& places() const { return places_; }
  [[nodiscard]] const std::vector<LexiconActor>& actors() const { return actors_; }
  [[nodiscard]] const std::vector<ChromeLine>& chrome() const { return chrome_; }
  [[nodiscard]] const std::vector<FieldLabel>& fields() const { return fields_; }
  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }
  /// The cues whose anchor may be this word, in the order of the table.
  [[nodiscard]] std::span<const std::uint32_t> cues_of(WordId word) const {
    return word < cues_of_word_.size() ? std::span<const std::uint32_t>(cues_of_word_[word])
                                       : std::span<const std::uint32_t>();
  }

  /// True where a folded word ends like a family name ("ponomarev"), after two letters or more.
  [[nodiscard]] bool has_name_ending(std::string_view folded) const;

 private:
  friend class LexiconBuilder;

  std::vector<LexiconWord> words_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<Phrase> phrases_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> phrases_of_word_;
  std::vector<LexiconParty> parties_;
  std::vector<LexiconPlace> places_;
  std::vector<LexiconActor> actors_;
  std::vector<ChromeLine> chrome_;
  std::vector<FieldLabel> fields_;
  std::vector<NameEnding> endings_;
  std::vector<Cue> cues_;
  std::vector<std::vector<std::uint32_t>> cues_of_word_;
  LexiconWord unknown_;
};

}  // namespace kgraph
