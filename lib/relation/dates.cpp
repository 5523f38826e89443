// When a statement held: as its sentence says, else with its meeting, else with its document.
#include <algorithm>
#include <optional>

#include "scene.hpp"

namespace kgraph::detail {

namespace {

bool is_year(const Scene& scene, std::uint32_t i) { return i < scene.size() && kgraph::is_year(scene.token(i)); }

std::uint8_t month_at(const Scene& scene, std::uint32_t i) {
  if (i >= scene.size() || !scene.shape(i, Shape::capitalized)) return 0;
  const WordId word = scene.token(i).word;
  return scene.lexicon.is(word, WordClass::month) ? static_cast<std::uint8_t>(scene.lexicon.word(word).number)
                                                  : std::uint8_t{0};
}

std::uint8_t day_at(const Scene& scene, std::uint32_t i) {
  if (!scene.shape(i, Shape::number) || scene.token(i).number < 1 || scene.token(i).number > 31) return 0;
  return static_cast<std::uint8_t>(scene.token(i).number);
}

// A date that ends with the year at `i`: "30 August 1956", "August of 1956", "August 30, 1956", "1956".
Date date_ending_at(const Scene& scene, std::uint32_t i, std::uint32_t first) {
  Date date;
  date.year = static_cast<std::int16_t>(scene.token(i).number);
  std::uint32_t before = i;
  while (before > first && (scene.is_mark(before - 1, ',') || scene.text(before - 1) == "of")) --before;
  if (before == first) return date;
  std::uint8_t day = 0;
  if (before > first + 1 && month_at(scene, before - 1) == 0) {
    day = day_at(scene, before - 1);
    if (day != 0) --before;
  }
  date.month = before > first ? month_at(scene, before - 1) : std::uint8_t{0};
  if (date.month == 0) return date;
  if (day == 0 && before > first + 1) day = day_at(scene, before - 2);
  date.day = day;
  if (!date.valid()) date.day = 0;
  return date;
}

// "between 1958 and 1964", "from 1921 to 1924", or one date; not a date inside the name of a meeting.
std::optional<StatementDate> date_of_sentence(const Scene& scene, TokenRange sentence) {
  StatementDate found;
  for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
    const Figure* figure = scene.figure_over(i);
    if (figure != nullptr && figure->type == EntityType::meeting) continue;
    if (!is_year(scene, i)) continue;
    const Date date = date_ending_at(scene, i, sentence.first);
    if (!found.since) {
      found.since = date;
      continue;
    }
    const bool range = scene.text(i - 1) == "to" || scene.text(i - 1) == "and" || scene.text(i - 1) == "until";
    // Two dates that make no interval leave open which is meant.
    if (!range || found.until || date < *found.since) return std::nullopt;
    found.until = date;
  }
  if (!found.since) return std::nullopt;
  found.basis = DateBasis::sentence;
  return found;
}

}  // namespace

StatementDate date_at(const Scene& scene, std::uint32_t token, std::uint32_t meeting) {
  if (scene.section(token) == SectionKind::body) {
    // A date is looked for in the sentence, but not pages away in one without end.
    constexpr std::uint32_t farthest = 150;
    const TokenRange sentence = scene.sentence_range(token);
    const std::uint32_t first = token > sentence.first + farthest ? token - farthest : sentence.first;
    const TokenRange near = {first, std::min(sentence.end, token + farthest)};
    if (const auto said = date_of_sentence(scene, near)) return *said;
  }
  if (meeting != no_entity && scene.entities[meeting].date) {
    return {scene.entities[meeting].date, std::nullopt, DateBasis::meeting};
  }
  if (scene.document().date) return {scene.document().date, std::nullopt, DateBasis::document};
  return {};
}

}  // namespace kgraph::detail
