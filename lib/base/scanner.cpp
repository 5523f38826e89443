#include <array>

#include <kgraph/base/scanner.hpp>
#include <kgraph/base/utf8.hpp>

namespace kgraph {

namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

char32_t peek(std::string_view text, std::size_t position) {
  return position < text.size() ? decode_utf8(text, position).value : U'\0';
}

std::uint32_t offset(std::size_t position) { return static_cast<std::uint32_t>(position); }

// Initials of two letters that transliterate one Cyrillic letter.
bool is_letter_pair_initial(std::string_view pair) {
  constexpr std::array<std::string_view, 11> pairs = {"Yu", "Ya", "Ye", "Yo", "Ch", "Sh", "Zh", "Kh", "Ts", "Iu", "Ia"};
  for (const std::string_view known : pairs) {
    if (pair == known) return true;
  }
  return false;
}

}  // namespace

std::string word_key(std::string_view text, const Piece& piece) {
  std::string key = fold(slice(text, piece.span));
  if (has(piece.shape, Shape::initial)) std::erase(key, '.');
  return key;
}

void Scanner::skip_space(Shape& shape) {
  while (position_ < text_.size()) {
    const CodePoint point = decode_utf8(text_, position_);
    if (!is_space(point.value)) return;
    shape |= Shape::space_before;
    if (point.value == '\n' || point.value == '\r' || point.value == 0x2029) shape |= Shape::newline_before;
    position_ += point.bytes;
  }
}

bool Scanner::next(Piece& piece) {
  piece = Piece{};
  skip_space(piece.shape);
  if (position_ >= text_.size()) return false;
  piece.span.start = offset(position_);
  const CodePoint point = decode_utf8(text_, position_);
  if (is_digit(point.value)) {
    scan_number(piece);
  } else if (is_letter(point.value)) {
    if (!scan_initials(piece)) scan_word(piece);
  } else {
    position_ += point.bytes;
    piece.span.end = offset(position_);
    piece.shape |= Shape::punctuation;
  }
  return true;
}

// "A.", "L.I.", "U.S.S.R.", "Yu.": capitals each followed by a period.
bool Scanner::scan_initials(Piece& piece) {
  std::size_t position = position_;
  while (position < text_.size()) {
    const CodePoint point = decode_utf8(text_, position);
    if (!is_letter(point.value) || !is_upper(point.value)) break;
    std::size_t after = position + point.bytes;
    if (is_letter_pair_initial(text_.substr(position, 2)) && peek(text_, position + 2) == '.') after = position + 2;
    if (peek(text_, after) != '.') break;
    position = after + 1;
  }
  if (position == position_) return false;
  // "U.S.-Soviet" and "F.Smith": what follows directly belongs to no initial.
  piece.shape |= Shape::initial | Shape::capitalized;
  if (position - position_ > 3) piece.shape |= Shape::all_caps;
  piece.span.end = offset(position);
  position_ = position;
  const CodePoint after = position_ < text_.size() ? decode_utf8(text_, position_) : CodePoint{};
  if (is_apostrophe(after.value) && peek(text_, position_ + after.bytes) == 's') {
    piece.shape |= Shape::possessive;
    position_ += after.bytes + 1;
  }
  return true;
}

void Scanner::scan_number(Piece& piece) {
  std::uint32_t value = 0;
  std::size_t position = position_;
  while (position < text_.size() && is_digit(static_cast<unsigned char>(text_[position]))) {
    if (value <= 65535) value = value * 10 + static_cast<std::uint32_t>(text_[position] - '0');
    ++position;
  }
  piece.shape |= Shape::number;
  piece.number = value <= 65535 ? static_cast<std::uint16_t>(value) : std::uint16_t{0};
  std::size_t letters = position;
  while (letters < text_.size() && is_letter(peek(text_, letters))) letters += decode_utf8(text_, letters).bytes;
  const std::string_view ending = text_.substr(position, letters - position);
  if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
    piece.shape |= Shape::ordinal;
    position = letters;
  }
  piece.span.end = offset(position);
  position_ = position;
}

void Scanner::scan_word(Piece& piece) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t position = position_;
  char32_t previous = 0;
  piece.shape |= Shape::word;
  while (position < text_.size()) {
    const CodePoint point = decode_utf8(text_, position);
    if (is_letter(point.value)) {
      if (is_upper(point.value)) {
        ++capitals;
        if (letters == 0) piece.shape |= Shape::capitalized;
      }
      ++letters;
    } else if (is_apostrophe(point.value)) {
      const char32_t after = peek(text_, position + point.bytes);
      const char32_t beyond = peek(text_, position + point.bytes + 1);
      const bool letter_after = is_letter(after);
      if ((after == 's' || after == 'S') && !is_letter(beyond)) {
        piece.shape |= Shape::possessive;
        piece.span.end = offset(position);
        position_ = position + point.bytes + 1;
        break;
      }
      if (!letter_after) {
        const bool plural = previous == 's' || previous == 'S';
        if (plural) piece.shape |= Shape::possessive;
        piece.span.end = offset(position);
        position_ = plural ? position + point.bytes : position;
        break;
      }
    } else if (is_hyphen(point.value)) {
      const char32_t after = peek(text_, position + point.bytes);
      if (!is_letter(after) && !is_digit(after)) break;
      piece.shape |= Shape::hyphenated;
    } else if (!is_digit(point.value) || !has(piece.shape, Shape::hyphenated)) {
      break;
    }
    previous = point.value;
    position += point.bytes;
  }
  if (piece.span.end == 0) {
    piece.span.end = offset(position);
    position_ = position;
  }
  if (letters >= 2 && capitals == letters) piece.shape |= Shape::all_caps;
}

}  // namespace kgraph
