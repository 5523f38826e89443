#include "sentences.hpp"

namespace kgraph::detail {

namespace {

bool is_mark(const Document& document, const Token& token, std::string_view marks) {
  return has(token.shape, Shape::punctuation) && token.span.size() == 1 &&
         marks.find(document.bytes()[token.span.start]) != std::string_view::npos;
}

bool is_terminal(const Document& document, const Token& token) {
  return is_mark(document, token, ".!?") || (has(token.shape, Shape::punctuation) && document.spelling(token) == "…");
}

// Closing quotes and brackets that belong to the sentence before them: they follow without a space.
bool closes(const Token& token) {
  return has(token.shape, Shape::punctuation) && !has(token.shape, Shape::space_before);
}

bool may_begin(const Token& token) {
  return has(token.shape, Shape::capitalized) || has(token.shape, Shape::number) ||
         has(token.shape, Shape::punctuation);
}

// True where the period at `at` belongs to an abbreviation or the next word goes on in the same sentence.
bool ends_sentence(const Document& document, const Lexicon& lexicon, std::uint32_t at, TokenRange paragraph) {
  const Token& token = document.tokens[at];
  if (has(token.shape, Shape::initial)) {
    // "in the U.S. The ...": an acronym with its last period, then a word that begins sentences.
    if (!has(token.shape, Shape::all_caps) || at + 1 >= paragraph.end) return false;
    const Token& next = document.tokens[at + 1];
    return has(next.shape, Shape::capitalized) && has(next.shape, Shape::space_before) &&
           lexicon.is(next.word, WordClass::common);
  }
  if (!is_terminal(document, token)) return false;
  if (is_mark(document, token, ".") && at > paragraph.first) {
    const Token& before = document.tokens[at - 1];
    // "No." abbreviates, "no." ends a sentence: abbreviations of words are capitalized, or Latin like "e.g.".
    const bool listed = lexicon.is(before.word, WordClass::abbreviation) && !has(token.shape, Shape::space_before);
    if (listed && (has(before.shape, Shape::capitalized) || before.span.size() <= 2)) return false;
  }
  return true;
}

}  // namespace

void find_sentences(Document& document, const Lexicon& lexicon) {
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const TokenRange range = document.paragraphs[p].tokens;
    std::uint32_t first = range.first;
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (!ends_sentence(document, lexicon, i, range)) continue;
      std::uint32_t end = i + 1;
      while (end < range.end && closes(document.tokens[end])) ++end;
      if (end >= range.end || !may_begin(document.tokens[end]) ||
          !has(document.tokens[end].shape, Shape::space_before)) {
        continue;
      }
      document.sentences.push_back({{first, end}, p});
      first = end;
      i = end - 1;
    }
    if (first < range.end) document.sentences.push_back({{first, range.end}, p});
  }
}

}  // namespace kgraph::detail
