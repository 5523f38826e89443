// What the recognizers share: the document's phrases and who has claimed which token.
#pragma once

#include <optional>
#include <vector>

#include <kgraph/mention/mention.hpp>
#include <kgraph/mention/recognizer.hpp>

namespace kgraph::detail {

/// A phrase of the lexicon that matched at a token.
struct PhraseHit {
  TokenRange tokens;
  const Phrase* phrase = nullptr;
};

/// A document under recognition. Recognizers run in the order party, meeting, person, place; each claims its tokens.
class Context {
 public:
  Context(const Document& document, const Lexicon& lexicon, const RecognizerOptions& options);

  const Document& document;
  const Lexicon& lexicon;
  DocumentMentions found;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(document.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return document.tokens[i]; }
  [[nodiscard]] bool shape(std::uint32_t i, Shape wanted) const { return i < size() && has(token(i).shape, wanted); }
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return i < size() && lexicon.is(token(i).word, wanted);
  }
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return document.text_of(token(i), lexicon); }
  [[nodiscard]] bool is_text(std::uint32_t i, std::string_view word) const { return i < size() && text(i) == word; }
  [[nodiscard]] bool is_mark(std::uint32_t i, char mark) const {
    return shape(i, Shape::punctuation) && document.bytes()[token(i).span.start] == mark;
  }
  [[nodiscard]] bool is_bracket(std::uint32_t i) const { return is_mark(i, '[') || is_mark(i, ']'); }

  /// The sentence and paragraph of a token.
  [[nodiscard]] std::uint32_t sentence(std::uint32_t i) const { return sentence_[i]; }
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t i) const { return document.sentences[sentence_[i]].paragraph; }
  [[nodiscard]] TokenRange sentence_range(std::uint32_t i) const { return document.sentences[sentence_[i]].tokens; }
  [[nodiscard]] bool begins_sentence(std::uint32_t i) const;
  /// False for the apparatus, unless asked for.
  [[nodiscard]] bool readable(std::uint32_t i) const { return readable_[i]; }

  /// The longest phrase of a kind that begins at, or ends before, a token; empty ranges where there is none.
  [[nodiscard]] PhraseHit phrase_at(std::uint32_t i, PhraseKind kind) const;
  [[nodiscard]] PhraseHit phrase_before(std::uint32_t i, PhraseKind kind) const;

  /// Claimed by a mention of this type (any mention where no type is given).
  [[nodiscard]] bool claimed(std::uint32_t i) const { return owner_[i] != unclaimed; }
  [[nodiscard]] bool claimed(std::uint32_t i, EntityType type) const {
    return owner_[i] == static_cast<std::uint8_t>(type);
  }
  void claim(TokenRange tokens, EntityType type);

  /// Adds a mention over these tokens, with sentence and paragraph filled in; returns its position.
  std::uint32_t add(EntityType type, TokenRange tokens);

 private:
  static constexpr std::uint8_t unclaimed = 0xFF;

  void match_phrases();
  [[nodiscard]] bool matches(const Phrase& phrase, std::uint32_t at) const;

  std::vector<std::uint32_t> sentence_;
  std::vector<bool> readable_;
  std::vector<std::uint8_t> owner_;
  std::vector<PhraseHit> hits_;
  /// Hits by the token they begin at and end before: ranges of hits_ and of ends_.
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> end_;
};

void find_parties(Context& context);
void find_meetings(Context& context);
void find_persons(Context& context);
void find_places(Context& context);
void find_nominals(Context& context);

}  // namespace kgraph::detail
