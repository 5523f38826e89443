// Places: names of the lexicon, and provinces and cities by pattern.
#include <array>

#include "context.hpp"

namespace kgraph::detail {

namespace {

bool is_region_word(const Context& context, std::uint32_t i) {
  constexpr std::array<std::string_view, 6> words = {"province", "oblast", "prefecture", "county", "krai", "guberniya"};
  for (const std::string_view word : words) {
    if (context.is_text(i, word)) return true;
  }
  return false;
}

// "South Hamgyong Province": capitalized words before a word for a region that the lexicon does not have whole.
TokenRange region_before(const Context& context, std::uint32_t word) {
  std::uint32_t first = word;
  while (first > context.sentence_range(word).first && first + 3 > word) {
    const std::uint32_t i = first - 1;
    const bool proper = context.shape(i, Shape::capitalized) && context.shape(i, Shape::word) && !context.claimed(i) &&
                        !context.begins_sentence(i);
    if (!proper || context.is(i, WordClass::nationality)) break;
    first = i;
  }
  return {first, word};
}

void add_place(Context& context, TokenRange tokens, std::uint32_t entry) {
  const std::uint32_t at = context.add(EntityType::place, tokens);
  context.found.mentions[at].entry = entry;
  context.claim(tokens, EntityType::place);
}

}  // namespace

void find_places(Context& context) {
  for (std::uint32_t i = 0; i < context.size(); ++i) {
    if (!context.readable(i) || context.claimed(i)) continue;
    const PhraseHit hit = context.phrase_at(i, PhraseKind::place);
    const PhraseHit organ = context.phrase_at(i, PhraseKind::organ);
    if (hit.phrase != nullptr && organ.tokens.size() <= hit.tokens.size()) {
      bool free = true;
      for (std::uint32_t k = hit.tokens.first; k < hit.tokens.end; ++k) free = free && !context.claimed(k);
      if (free) add_place(context, hit.tokens, hit.phrase->entry);
      i = hit.tokens.end - 1;
      continue;
    }
    if (organ.phrase != nullptr && context.shape(i, Shape::capitalized) && organ.tokens.size() > 1) {
      i = organ.tokens.end - 1;
      continue;
    }
    if (is_region_word(context, i) && context.shape(i, Shape::capitalized)) {
      const TokenRange region = region_before(context, i);
      if (!region.empty()) add_place(context, {region.first, i + 1}, no_entry);
    }
  }
}

}  // namespace kgraph::detail
