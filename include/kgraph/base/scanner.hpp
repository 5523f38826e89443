// The scanner: bytes into words, numbers and punctuation, each with its place and shape.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <kgraph/base/span.hpp>

namespace kgraph {

/// Shapes of a token; a token has any number of them.
enum class Shape : std::uint16_t {
  none = 0,
  capitalized = 1U << 0U,     ///< the first letter is a capital
  all_caps = 1U << 1U,        ///< two letters or more, all capitals
  initial = 1U << 2U,         ///< one or more initials with their periods: "A.", "L.I.", "Yu."
  number = 1U << 3U,          ///< digits
  ordinal = 1U << 4U,         ///< digits with an ordinal ending: "20th"
  possessive = 1U << 5U,      ///< a possessive ending followed, which the span leaves out
  hyphenated = 1U << 6U,      ///< a hyphen inside
  punctuation = 1U << 7U,     ///< one punctuation mark or symbol
  space_before = 1U << 8U,    ///< white space stands before it
  newline_before = 1U << 9U,  ///< a line ends before it
  word = 1U << 10U,           ///< letters
};

[[nodiscard]] constexpr Shape operator|(Shape a, Shape b) {
  return static_cast<Shape>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
constexpr Shape& operator|=(Shape& a, Shape b) { return a = a | b; }
[[nodiscard]] constexpr bool has(Shape shapes, Shape wanted) {
  return (static_cast<std::uint16_t>(shapes) & static_cast<std::uint16_t>(wanted)) != 0;
}

/// One piece of text. `number` is the value of a number or ordinal (0 above 65,535).
struct Piece {
  Span span;
  Shape shape = Shape::none;
  std::uint16_t number = 0;
};

/// What a piece is compared by: its text folded, initials without their periods ("U.S." and "US" give "us").
[[nodiscard]] std::string word_key(std::string_view text, const Piece& piece);

/// Cuts valid UTF-8 into pieces, left to right, without allocating. Words keep inner apostrophes and hyphens
/// ("Ch'oe", "Sang-jo"); a possessive ending ('s, or ' after s) is left out of the span and noted in the shape.
class Scanner {
 public:
  /// Offsets of the pieces count from the start of `text`; scanning begins at `span`.start and ends at `span`.end.
  Scanner(std::string_view text, Span span) : text_(text.substr(0, span.end)), position_(span.start) {}

  /// Reads the next piece; false at the end.
  bool next(Piece& piece);

 private:
  void skip_space(Shape& shape);
  void scan_word(Piece& piece);
  void scan_number(Piece& piece);
  bool scan_initials(Piece& piece);

  std::string_view text_;
  std::size_t position_;
};

}  // namespace kgraph
