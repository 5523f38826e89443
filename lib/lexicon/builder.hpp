// Fills a Lexicon from tables.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <kgraph/lexicon/lexicon.hpp>

#include "tables.hpp"

namespace kgraph {

namespace detail {
/// The kinds of meetings, in the order of MeetingKind.
inline constexpr std::array<std::string_view, 8> meeting_kinds = {"congress",  "plenum",  "conference", "session",
                                                                  "presidium", "meeting", "talks",      "summit"};
}  // namespace detail

using detail::Table;
using detail::TableRow;

/// Fills a Lexicon from tables; one function a table.
class LexiconBuilder {
 public:
  explicit LexiconBuilder(bool known_actors) : known_actors_(known_actors) {}

  void add(const Table& table);
  Lexicon finish();

 private:
  using Reader = void (LexiconBuilder::*)(const Table&, const TableRow&);
  struct Format {
    std::string_view table;
    std::size_t columns;
    Reader reader;
  };
  static const std::array<Format, 20>& formats();

  WordId intern(std::string_view folded);
  std::vector<WordId> words_of(std::string_view text);
  void mark(std::string_view text, WordClass classes);
  Phrase& add_phrase(PhraseKind kind, std::string_view text, std::uint32_t entry, std::uint16_t detail);
  std::uint32_t place_index(const Table& table, const TableRow& row, std::string_view id);

  void read_month(const Table& table, const TableRow& row) { read_number(table, row, WordClass::month); }
  void read_ordinal(const Table& table, const TableRow& row) { read_number(table, row, WordClass::ordinal); }
  void read_number(const Table& table, const TableRow& row, WordClass classes);
  void read_abbreviation(const Table&, const TableRow& row);
  void read_particle(const Table&, const TableRow& row) { mark(row.fields[0], WordClass::particle); }
  void read_common(const Table&, const TableRow& row) { mark(row.fields[0], WordClass::common); }
  void read_party_kind(const Table&, const TableRow& row) {
    if (row.fields[1] != "generic") mark(row.fields[0], WordClass::party_kind);
  }
  void read_speech(const Table&, const TableRow& row);
  void read_family_name(const Table&, const TableRow& row) { read_name(row, WordClass::family_name); }
  void read_given_name(const Table&, const TableRow& row) { read_name(row, WordClass::given_name); }
  void read_name(const TableRow& row, WordClass classes);
  void read_ending(const Table&, const TableRow& row);
  void read_title(const Table& table, const TableRow& row);
  void read_organ(const Table& table, const TableRow& row);
  void read_meeting_head(const Table& table, const TableRow& row);
  void read_publication(const Table& table, const TableRow& row);
  void read_place(const Table& table, const TableRow& row);
  void read_nationality(const Table& table, const TableRow& row);
  void read_party(const Table& table, const TableRow& row);
  void read_actor(const Table& table, const TableRow& row);
  void read_chrome(const Table& table, const TableRow& row);
  void read_cue(const Table& table, const TableRow& row);
  CueElement cue_element(const Table& table, const TableRow& row, std::string_view text);

  void index_phrases();
  void collect_party_kinds();
  void index_cues();

  bool known_actors_;
  Lexicon lexicon_;
  std::unordered_map<std::string, std::uint32_t> place_ids_;
  std::unordered_map<std::string, std::uint32_t> party_ids_;
  std::unordered_map<std::string, std::uint32_t> actor_ids_;
};

}  // namespace kgraph
