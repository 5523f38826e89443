// UTF-8: checking, decoding and folding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kgraph {

/// A code point and the bytes it took; an invalid byte decodes as U+FFFD of one byte.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 0;
};

/// Decodes the code point at `position`, which must lie inside `text`. O(1).
[[nodiscard]] CodePoint decode_utf8(std::string_view text, std::size_t position);

/// The first byte that is not valid UTF-8 (overlong forms, surrogates and truncation included); nothing if all is.
/// O(n).
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
/// White space of any script, zero-width spaces and byte-order marks included.
[[nodiscard]] bool is_space(char32_t c);
/// Apostrophes as they occur in names and possessives: ' and its typographic and modifier-letter forms.
[[nodiscard]] bool is_apostrophe(char32_t c);
/// Hyphens that join the parts of a word (no dashes).
[[nodiscard]] bool is_hyphen(char32_t c);

/// What words are compared by: case folded, compatibility forms and diacritics removed, one apostrophe, one hyphen.
/// "Ch’oe" and "CH'OE" give "ch'oe", "Čapek" gives "capek". Invalid bytes are kept as they are.
[[nodiscard]] std::string fold(std::string_view word);

/// Lower-case ASCII letters, digits and single hyphens, for identifiers: "Kim Il Sung" gives "kim-il-sung". Letters of
/// other scripts stay as they are (folded).
[[nodiscard]] std::string slug(std::string_view text);

/// Leading and trailing white space of any script removed.
[[nodiscard]] std::string_view trim(std::string_view text);

/// `text` with every run of white space made one blank, trimmed.
[[nodiscard]] std::string squeeze(std::string_view text);

}  // namespace kgraph
