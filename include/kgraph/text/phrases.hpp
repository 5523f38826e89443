// Phrases of the lexicon in a document, by their words alone.
#pragma once

#include <cstdint>

#include <kgraph/lexicon/lexicon.hpp>
#include <kgraph/text/document.hpp>

namespace kgraph {

/// The number of tokens of the longest phrase of a kind whose words stand at `at`, before `end`; 0 for none. Capitals
/// are not looked at. O(phrases that begin with the word).
[[nodiscard]] inline std::uint32_t phrase_length(const Document& document, const Lexicon& lexicon, std::uint32_t at,
                                                 std::uint32_t end, PhraseKind kind) {
  if (at >= end) return 0;
  for (const Phrase& phrase : lexicon.phrases(document.tokens[at].word)) {
    const auto length = static_cast<std::uint32_t>(phrase.words.size());
    if (phrase.kind != kind || at + length > end) continue;
    std::uint32_t i = 0;
    while (i < length && document.tokens[at + i].word == phrase.words[i]) ++i;
    if (i == length) return length;  // the lexicon gives the longest first
  }
  return 0;
}

}  // namespace kgraph
