// A document: one archival record, cut into sections, paragraphs, sentences, turns and tokens.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/base/date.hpp>
#include <kgraph/base/scanner.hpp>
#include <kgraph/base/span.hpp>
#include <kgraph/lexicon/lexicon.hpp>

namespace kgraph {

/// An input file in memory; `bytes` are valid UTF-8.
struct Source {
  std::string path;
  std::string bytes;
};

/// A word, number or punctuation mark. `word` is the lexicon's id, or an id of the document's own for a word that the
/// lexicon does not have (Document::text_of gives both back).
struct Token {
  Span span;
  WordId word = no_word;
  Shape shape = Shape::none;
  std::uint16_t number = 0;
};

/// A number that people write for a year of modern history.
[[nodiscard]] constexpr bool is_year(const Token& token) {
  return has(token.shape, Shape::number) && !has(token.shape, Shape::ordinal) && token.number >= 1800 &&
         token.number <= 2100;
}

/// A half-open range of token positions.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return first <= token && token < end; }
  [[nodiscard]] constexpr bool empty() const { return end <= first; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - first; }
  friend constexpr auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

/// title: the record's name. body: the record and its abstract. apparatus: what the archive's page adds.
enum class SectionKind : std::uint8_t { title, body, apparatus };

struct Paragraph {
  Span span;
  SectionKind section = SectionKind::body;
  TokenRange tokens;
};

struct Sentence {
  TokenRange tokens;
  std::uint32_t paragraph = 0;
};

/// What one speaker says: from its head ("Cde. Mikoyan: ...") to the next head.
struct Turn {
  /// The speaker's name as tokens, titles left out.
  TokenRange speaker;
  /// Head and speech.
  TokenRange tokens;
};

struct Document {
  /// The file's name without folder and suffix; "#n" is added for the n-th record of a listing.
  std::string id;
  std::string title;
  std::optional<Date> date;
  /// Archival source and record ID as the page states them.
  std::string source;
  std::string record_id;
  /// Where the document stands in its file.
  Span span;

  std::vector<Token> tokens;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Turn> turns;

  std::shared_ptr<const Source> file;
  /// Folded words that the lexicon does not have; ids from first_own_word on.
  std::vector<std::string> own_words;
  WordId first_own_word = 0;

  [[nodiscard]] std::string_view bytes() const { return file->bytes; }
  /// The token's bytes as they stand in the file.
  [[nodiscard]] std::string_view spelling(const Token& token) const { return slice(bytes(), token.span); }
  /// The folded word of a token.
  [[nodiscard]] std::string_view text_of(const Token& token, const Lexicon& lexicon) const {
    if (token.word >= first_own_word) return own_words[token.word - first_own_word];
    return lexicon.word(token.word).text;
  }
};

}  // namespace kgraph
