#include "builder.hpp"

#include <algorithm>
#include <charconv>

#include <kgraph/base/error.hpp>
#include <kgraph/base/relation_type.hpp>
#include <kgraph/base/scanner.hpp>
#include <kgraph/base/utf8.hpp>

namespace kgraph {

namespace {

constexpr std::array<std::string_view, 3> title_kinds = {"honorific", "rank", "office"};
constexpr std::array<std::string_view, 3> place_kinds = {"country", "city", "region"};
constexpr std::array<std::string_view, 3> organ_kinds = {"party-organ", "state-organ", "other"};

bool puts_family_name_first(std::string_view language) {
  return language == "ko" || language == "zh" || language == "vi";
}

[[noreturn]] void fail(const Table& table, const TableRow& row, const std::string& message) {
  throw FormatError(table.origin, row.line, row.byte, message);
}

template <std::size_t N>
std::uint16_t kind_of(const Table& table, const TableRow& row, std::string_view text,
                      const std::array<std::string_view, N>& kinds) {
  const auto* const found = std::find(kinds.begin(), kinds.end(), text);
  if (found == kinds.end()) {
    std::string known;
    for (const std::string_view kind : kinds) known += (known.empty() ? "" : ", ") + std::string(kind);
    fail(table, row, "unknown kind \"" + std::string(text) + "\"; use one of " + known);
  }
  return static_cast<std::uint16_t>(found - kinds.begin());
}

}  // namespace

const std::array<LexiconBuilder::Format, 20>& LexiconBuilder::formats() {
  using B = LexiconBuilder;
  static const std::array<Format, 20> all = {{{"abbreviations.tsv", 1, &B::read_abbreviation},
                                              {"actors.tsv", 2, &B::read_actor},
                                              {"apparatus.tsv", 2, &B::read_chrome},
                                              {"common_words.tsv", 1, &B::read_common},
                                              {"cues/relations.tsv", 3, &B::read_cue},
                                              {"cues/speech.tsv", 2, &B::read_speech},
                                              {"family_names.tsv", 2, &B::read_family_name},
                                              {"given_names.tsv", 2, &B::read_given_name},
                                              {"meeting_heads.tsv", 2, &B::read_meeting_head},
                                              {"months.tsv", 2, &B::read_month},
                                              {"name_endings.tsv", 2, &B::read_ending},
                                              {"name_particles.tsv", 2, &B::read_particle},
                                              {"nationalities.tsv", 2, &B::read_nationality},
                                              {"ordinals.tsv", 2, &B::read_ordinal},
                                              {"organs.tsv", 2, &B::read_organ},
                                              {"parties.tsv", 4, &B::read_party},
                                              {"party_kinds.tsv", 2, &B::read_party_kind},
                                              {"places.tsv", 3, &B::read_place},
                                              {"publications.tsv", 1, &B::read_publication},
                                              {"titles.tsv", 2, &B::read_title}}};
  return all;
}

void LexiconBuilder::add(const Table& table) {
  const auto& all = formats();
  const auto* const format =
      std::find_if(all.begin(), all.end(), [&](const Format& f) { return f.table == table.name; });
  if (format == all.end()) {
    throw FormatError(table.origin, 1, 0, "no table of the lexicon has this name; see data/lexicon for those that do");
  }
  for (const TableRow& row : rows_of(table)) {
    const auto empty = std::find(row.fields.begin(), row.fields.end(), std::string_view());
    if (row.fields.size() < format->columns || empty != row.fields.end()) {
      fail(table, row,
           "expected at least " + std::to_string(format->columns) + " columns, none empty, set off by tabs");
    }
    (this->*format->reader)(table, row);
  }
}

WordId LexiconBuilder::intern(std::string_view folded) {
  const auto [it, added] = lexicon_.ids_.try_emplace(std::string(folded), static_cast<WordId>(lexicon_.words_.size()));
  if (added) lexicon_.words_.push_back({std::string(folded), WordClass::none, 0, no_entry});
  return it->second;
}

// The words of a phrase; a final period is dropped, so that "Cde." and "Cde" are one.
std::vector<WordId> LexiconBuilder::words_of(std::string_view text) {
  std::vector<WordId> words;
  Scanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  Piece piece;
  while (scanner.next(piece)) words.push_back(intern(word_key(text, piece)));
  if (words.size() > 1 && lexicon_.words_[words.back()].text == ".") words.pop_back();
  return words;
}

void LexiconBuilder::mark(std::string_view text, WordClass classes) {
  for (const WordId word : words_of(text)) {
    if (lexicon_.words_[word].text != ".") lexicon_.words_[word].classes |= classes;
  }
}

Phrase& LexiconBuilder::add_phrase(PhraseKind kind, std::string_view text, std::uint32_t entry, std::uint16_t detail) {
  Phrase phrase;
  phrase.kind = kind;
  phrase.entry = entry;
  phrase.detail = detail;
  phrase.words = words_of(text);
  Scanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  Piece first;
  if (scanner.next(first)) phrase.capital = has(first.shape, Shape::capitalized);
  const bool initials = has(first.shape, Shape::initial);
  phrase.acronym = phrase.words.size() == 1 && (initials || has(first.shape, Shape::all_caps));
  lexicon_.phrases_.push_back(std::move(phrase));
  return lexicon_.phrases_.back();
}

std::uint32_t LexiconBuilder::place_index(const Table& table, const TableRow& row, std::string_view id) {
  const auto found = place_ids_.find(std::string(id));
  if (found == place_ids_.end())
    fail(table, row, "no place has the id \"" + std::string(id) + "\"; add it to places.tsv");
  return found->second;
}

void LexiconBuilder::read_number(const Table& table, const TableRow& row, WordClass classes) {
  const std::string_view text = row.fields[1];
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) fail(table, row, "the second column must be a number");
  LexiconWord& word = lexicon_.words_[intern(fold(row.fields[0]))];
  word.classes |= classes;
  word.number = number;
}

// Initials are known by their shape; marking "K.W.P." would take the full stop from "the KWP."
void LexiconBuilder::read_abbreviation(const Table&, const TableRow& row) {
  const std::string_view text = row.fields[0];
  Scanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  Piece piece;
  while (scanner.next(piece)) {
    if (has(piece.shape, Shape::word))
      lexicon_.words_[intern(word_key(text, piece))].classes |= WordClass::abbreviation;
  }
}

void LexiconBuilder::read_speech(const Table&, const TableRow& row) {
  // Of longer phrases the first word alone says too little ("is of the opinion"), but for the head of a turn it does.
  const std::vector<WordId> words = words_of(row.fields[0]);
  const bool turn = row.fields[1] == "turn";
  if (turn || words.size() == 1) lexicon_.words_[words.front()].classes |= turn ? WordClass::turn : WordClass::speech;
}

void LexiconBuilder::read_name(const TableRow& row, WordClass classes) {
  if (puts_family_name_first(row.fields[1]) && classes == WordClass::family_name) {
    classes |= WordClass::family_first;
  }
  if (row.fields.size() > 2 && row.fields[2] == "ambiguous") classes |= WordClass::ambiguous_name;
  const std::vector<WordId> words = words_of(row.fields[0]);
  if (words.size() == 1) lexicon_.words_[words.front()].classes |= classes;
}

void LexiconBuilder::read_ending(const Table&, const TableRow& row) {
  lexicon_.endings_.push_back({fold(row.fields[0]), std::string(row.fields[1])});
}

void LexiconBuilder::read_title(const Table& table, const TableRow& row) {
  Phrase& phrase =
      add_phrase(PhraseKind::title, row.fields[0], no_entry, kind_of(table, row, row.fields[1], title_kinds));
  phrase.capital = false;
}

void LexiconBuilder::read_organ(const Table& table, const TableRow& row) {
  add_phrase(PhraseKind::organ, row.fields[0], no_entry, kind_of(table, row, row.fields[1], organ_kinds)).capital =
      false;
}

void LexiconBuilder::read_meeting_head(const Table& table, const TableRow& row) {
  add_phrase(PhraseKind::meeting_head, row.fields[0], no_entry,
             kind_of(table, row, row.fields[1], detail::meeting_kinds))
      .capital = false;
}

void LexiconBuilder::read_publication(const Table&, const TableRow& row) {
  add_phrase(PhraseKind::publication, row.fields[0], no_entry, 0);
}

void LexiconBuilder::read_place(const Table& table, const TableRow& row) {
  const std::uint16_t kind = kind_of(table, row, row.fields[2], place_kinds);
  const auto [it, added] =
      place_ids_.try_emplace(std::string(row.fields[0]), static_cast<std::uint32_t>(lexicon_.places_.size()));
  if (added) {
    lexicon_.places_.push_back({std::string(row.fields[0]), std::string(row.fields[1]), static_cast<PlaceKind>(kind)});
  }
  Phrase& phrase = add_phrase(PhraseKind::place, row.fields[1], it->second, kind);
  phrase.ambiguous = row.fields.size() > 3 && row.fields[3] == "ambiguous";
}

void LexiconBuilder::read_nationality(const Table& table, const TableRow& row) {
  const std::uint32_t place = place_index(table, row, row.fields[1]);
  const Phrase& phrase = add_phrase(PhraseKind::nationality, row.fields[0], place, 0);
  if (phrase.words.size() == 1) {
    LexiconWord& word = lexicon_.words_[phrase.words.front()];
    word.classes |= WordClass::nationality;
    word.place = place;
  }
}

void LexiconBuilder::read_party(const Table& table, const TableRow& row) {
  const std::string_view place = row.fields[3];
  const std::uint32_t place_entry = place == "-" ? no_entry : place_index(table, row, place);
  const auto [it, added] =
      party_ids_.try_emplace(std::string(row.fields[0]), static_cast<std::uint32_t>(lexicon_.parties_.size()));
  if (added) lexicon_.parties_.push_back({std::string(row.fields[0]), std::string(row.fields[1]), {}, place_entry, {}});
  // The acronym for readers: the one that is the id, else the first without periods.
  std::string& acronym = lexicon_.parties_[it->second].acronym;
  const bool plain = row.fields[2] == "acronym" && row.fields[1].find('.') == std::string_view::npos;
  if (plain && (acronym.empty() || fold(row.fields[1]) == row.fields[0])) acronym = row.fields[1];
  add_phrase(PhraseKind::party, row.fields[1], it->second, 0);
}

void LexiconBuilder::read_actor(const Table&, const TableRow& row) {
  if (!known_actors_) return;
  const auto [it, added] =
      actor_ids_.try_emplace(std::string(row.fields[0]), static_cast<std::uint32_t>(lexicon_.actors_.size()));
  if (added) lexicon_.actors_.push_back({std::string(row.fields[0]), std::string(row.fields[1])});
  add_phrase(PhraseKind::actor, row.fields[1], it->second, 0);
}

void LexiconBuilder::read_chrome(const Table& table, const TableRow& row) {
  const std::string_view kind = row.fields[1];
  const std::string text = fold(row.fields[0]);
  if (kind == "field") {
    if (row.fields.size() < 3) fail(table, row, "a field row needs a third column, the field's name");
    lexicon_.fields_.push_back({text, std::string(row.fields[2])});
    return;
  }
  constexpr std::array<std::string_view, 3> kinds = {"line", "prefix", "tail"};
  lexicon_.chrome_.push_back({text, static_cast<ChromeKind>(kind_of(table, row, kind, kinds))});
}

// "agree|agrees ?fully with {target}", "* correct": see the head of cues/relations.tsv.
CueElement LexiconBuilder::cue_element(const Table& table, const TableRow& row, std::string_view text) {
  CueElement element;
  if (text == "*" || text == "**") {
    element.kind = text == "*" ? CueElement::Kind::gap : CueElement::Kind::reach;
  } else if (text == "^") {
    element.kind = CueElement::Kind::start;
  } else if (text == "{says}") {
    element.kind = CueElement::Kind::says;
  } else if (text == "{source}") {
    element.kind = CueElement::Kind::source;
  } else if (text == "{target}") {
    element.kind = CueElement::Kind::target;
  } else if (text.starts_with('{')) {
    fail(table, row, "unknown slot " + std::string(text) + "; use {source}, {target} or {says}");
  } else {
    if (text.starts_with('?')) {
      element.kind = CueElement::Kind::maybe;
      text.remove_prefix(1);
    }
    while (!text.empty()) {
      const std::size_t bar = std::min(text.find('|'), text.size());
      element.words.push_back(intern(fold(text.substr(0, bar))));
      text.remove_prefix(std::min(bar + 1, text.size()));
    }
  }
  return element;
}

void LexiconBuilder::read_cue(const Table& table, const TableRow& row) {
  Cue cue;
  if (!is_relation_type(row.fields[0])) {
    fail(table, row, "no relation is called \"" + std::string(row.fields[0]) + "\"; see the other rows of this table");
  }
  cue.relation = row.fields[0];
  constexpr std::array<std::string_view, 2> sources = {"subject", "speaker"};
  cue.source = static_cast<Cue::Source>(kind_of(table, row, row.fields[1], sources));
  std::string_view rest = row.fields[2];
  while (!rest.empty()) {
    const std::size_t blank = std::min(rest.find(' '), rest.size());
    const std::string_view text = rest.substr(0, blank);
    if (!text.empty()) {
      cue.elements.push_back(cue_element(table, row, text));
      const CueElement::Kind kind = cue.elements.back().kind;
      if (kind != CueElement::Kind::maybe && kind != CueElement::Kind::start) {
        const std::string_view first = text.substr(0, std::min(text.find('|'), text.size()));
        cue.label += (cue.label.empty() ? "" : " ") + std::string(first.starts_with('*') ? "..." : first);
      }
    }
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
  const auto is_word = [](const CueElement& element) { return element.kind == CueElement::Kind::word; };
  const auto anchor = std::find_if(cue.elements.begin(), cue.elements.end(), is_word);
  if (anchor == cue.elements.end()) fail(table, row, "a pattern needs a word that must be there");
  cue.anchor = static_cast<std::uint32_t>(anchor - cue.elements.begin());
  lexicon_.cues_.push_back(std::move(cue));
}

void LexiconBuilder::index_cues() {
  lexicon_.cues_of_word_.resize(lexicon_.words_.size());
  for (std::uint32_t c = 0; c < lexicon_.cues_.size(); ++c) {
    const Cue& cue = lexicon_.cues_[c];
    for (const WordId word : cue.elements[cue.anchor].words) lexicon_.cues_of_word_[word].push_back(c);
  }
}

// A party's kinds are the kind words of its names: what patterns such as "Bulgarian Communist Party" are matched by.
void LexiconBuilder::collect_party_kinds() {
  for (const Phrase& phrase : lexicon_.phrases_) {
    if (phrase.kind != PhraseKind::party || phrase.acronym) continue;
    std::vector<WordId>& kinds = lexicon_.parties_[phrase.entry].kinds;
    for (const WordId word : phrase.words) {
      if (has(lexicon_.words_[word].classes, WordClass::party_kind)) kinds.push_back(word);
    }
  }
  for (LexiconParty& party : lexicon_.parties_) {
    std::sort(party.kinds.begin(), party.kinds.end());
    party.kinds.erase(std::unique(party.kinds.begin(), party.kinds.end()), party.kinds.end());
  }
}

void LexiconBuilder::index_phrases() {
  std::vector<Phrase>& phrases = lexicon_.phrases_;
  std::erase_if(phrases, [](const Phrase& phrase) { return phrase.words.empty(); });
  std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
    if (a.words.front() != b.words.front()) return a.words.front() < b.words.front();
    return a.words.size() > b.words.size();
  });
  lexicon_.phrases_of_word_.assign(lexicon_.words_.size(), {0, 0});
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    auto& range = lexicon_.phrases_of_word_[phrases[i].words.front()];
    if (range.second == 0) range.first = i;
    range.second = i + 1;
  }
}

Lexicon LexiconBuilder::finish() {
  collect_party_kinds();
  index_phrases();
  index_cues();
  return std::move(lexicon_);
}

}  // namespace kgraph
