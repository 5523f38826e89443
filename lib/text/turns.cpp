#include "turns.hpp"

#include <optional>

#include <kgraph/text/phrases.hpp>

namespace kgraph::detail {

namespace {

constexpr std::uint32_t longest_name = 5;
constexpr std::uint32_t longest_note = 8;
constexpr std::uint32_t longest_cue = 6;

bool is_mark(const Document& document, std::uint32_t at, std::uint32_t end, char mark) {
  return at < end && has(document.tokens[at].shape, Shape::punctuation) &&
         document.bytes()[document.tokens[at].span.start] == mark;
}

// A note in brackets: "(a second time)", "(Ireland)". Returns the token after it.
std::uint32_t skip_note(const Document& document, std::uint32_t at, std::uint32_t end) {
  if (!is_mark(document, at, end, '(')) return at;
  for (std::uint32_t i = at + 1; i < end && i <= at + longest_note; ++i) {
    if (is_mark(document, i, end, ')')) return i + 1;
  }
  return at;
}

struct Head {
  TokenRange speaker;
  bool titled = false;
};

std::optional<Head> name_at(const Document& document, const Lexicon& lexicon, TokenRange range) {
  Head head;
  std::uint32_t at = range.first;
  while (const std::uint32_t length = title_length(document, lexicon, at, range.end)) {
    head.titled = true;
    at += length;
  }
  head.speaker.first = at;
  bool proper = false;
  while (at < range.end && at - head.speaker.first < longest_name) {
    const Token& token = document.tokens[at];
    const bool bracket = is_mark(document, at, range.end, '[') || is_mark(document, at, range.end, ']');
    const bool name = has(token.shape, Shape::capitalized) && !has(token.shape, Shape::possessive);
    if (!bracket && !name) break;
    const bool everyday = lexicon.is(token.word, WordClass::common) &&
                          !lexicon.is(token.word, WordClass::family_name | WordClass::given_name);
    if (everyday) break;
    proper = proper || name;
    ++at;
  }
  head.speaker.end = at;
  if (!proper) return std::nullopt;
  return head;
}

// Without a title before it, a word and a colon are rather a label than a speaker.
bool surely_a_name(const Document& document, const Lexicon& lexicon, const Head& head) {
  if (head.titled) return true;
  const Token& first = document.tokens[head.speaker.first];
  const Token& last = document.tokens[head.speaker.end - 1];
  if (lexicon.is(first.word, WordClass::family_name) && head.speaker.size() > 1) return true;
  return head.speaker.size() > 1 &&
         (lexicon.is(first.word, WordClass::given_name) || has(first.shape, Shape::initial) ||
          lexicon.has_name_ending(document.text_of(last, lexicon)));
}

// Where the speech begins, or nothing where the paragraph does not open a turn.
std::optional<std::uint32_t> speech_after(const Document& document, const Lexicon& lexicon, const Head& head,
                                          std::uint32_t end) {
  std::uint32_t at = skip_note(document, head.speaker.end, end);
  const bool honoured = head.titled;
  if (at == end) return honoured ? std::optional<std::uint32_t>(end) : std::nullopt;
  if (is_mark(document, at, end, ':')) {
    return surely_a_name(document, lexicon, head) ? std::optional<std::uint32_t>(at + 1) : std::nullopt;
  }
  if (is_mark(document, at, end, '.')) return honoured ? std::optional<std::uint32_t>(at + 1) : std::nullopt;
  const WordId word = document.tokens[at].word;
  if (!lexicon.is(word, WordClass::turn | WordClass::speech)) return std::nullopt;
  for (std::uint32_t i = at + 1; i < end && i <= at + longest_cue; ++i) {
    if (is_mark(document, i, end, ':')) return i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t title_length(const Document& document, const Lexicon& lexicon, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t length = phrase_length(document, lexicon, at, end, PhraseKind::title);
  if (length == 0) return 0;
  const bool period = is_mark(document, at + length, end, '.') &&
                      !has(document.tokens[at + length].shape, Shape::space_before) && at + length + 1 < end;
  const bool abbreviates = lexicon.is(document.tokens[at + length - 1].word, WordClass::abbreviation);
  return length + (period && abbreviates ? 1 : 0);
}

void find_turns(Document& document, const Lexicon& lexicon) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.section != SectionKind::body) {
      if (!document.turns.empty() && document.turns.back().tokens.end > paragraph.tokens.first) {
        document.turns.back().tokens.end = paragraph.tokens.first;
      }
      continue;
    }
    const auto head = name_at(document, lexicon, paragraph.tokens);
    if (!head || !speech_after(document, lexicon, *head, paragraph.tokens.end)) continue;
    if (!document.turns.empty()) document.turns.back().tokens.end = paragraph.tokens.first;
    document.turns.push_back(
        {head->speaker, {paragraph.tokens.first, static_cast<std::uint32_t>(document.tokens.size())}});
  }
}

}  // namespace kgraph::detail
