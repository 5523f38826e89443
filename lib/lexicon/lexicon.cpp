#include <algorithm>

#include <kgraph/lexicon/lexicon.hpp>

#include "builder.hpp"

namespace kgraph {

std::string_view to_string(MeetingKind kind) { return detail::meeting_kinds.at(static_cast<std::size_t>(kind)); }

Lexicon Lexicon::load(const LexiconOptions& options) {
  std::vector<Table> tables = detail::collect_tables(options);
  // Nationalities and parties refer to places, hence places come first.
  std::stable_partition(tables.begin(), tables.end(), [](const Table& table) { return table.name == "places.tsv"; });
  LexiconBuilder builder(options.known_actors);
  for (const Table& table : tables) builder.add(table);
  return builder.finish();
}

WordId Lexicon::find(std::string_view folded) const {
  const auto found = ids_.find(std::string(folded));
  return found == ids_.end() ? no_word : found->second;
}

std::span<const Phrase> Lexicon::phrases(WordId first) const {
  if (first >= phrases_of_word_.size()) return {};
  const auto [begin, end] = phrases_of_word_[first];
  return std::span<const Phrase>(phrases_).subspan(begin, end - begin);
}

bool Lexicon::has_name_ending(std::string_view folded) const {
  return std::any_of(endings_.begin(), endings_.end(), [&](const NameEnding& ending) {
    return folded.size() >= ending.text.size() + 2 && folded.ends_with(ending.text);
  });
}

}  // namespace kgraph
