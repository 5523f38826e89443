#include <cstdlib>

#include <utf8proc.h>

#include <kgraph/base/utf8.hpp>

namespace kgraph {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Length of the sequence that starts with `lead`, 0 for a byte that starts none.
std::uint32_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

CodePoint decode_checked(std::string_view text, std::size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  const std::uint32_t length = sequence_length(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || position + length > text.size()) return {replacement, 0};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if (!is_continuation(byte)) return {replacement, 0};
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {replacement, 0};
  return {value, length};
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void append_folded(std::string& out, std::string_view sequence) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(sequence.data()),
                                   static_cast<utf8proc_ssize_t>(sequence.size()), &mapped, options);
  if (length < 0) {
    out.append(sequence);
    return;
  }
  out.append(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  std::free(mapped);  // NOLINT(cppcoreguidelines-no-malloc): utf8proc_map hands over malloc'ed memory
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t position) {
  CodePoint result = decode_checked(text, position);
  if (result.bytes == 0) result.bytes = 1;
  return result;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    const CodePoint point = decode_checked(text, position);
    if (point.bytes == 0) return position;
    position += point.bytes;
  }
  return std::nullopt;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return !is_apostrophe(c);
    default:
      return false;
  }
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0x02B9 || c == 0x60 || c == 0xB4;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

std::string fold(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  std::size_t position = 0;
  while (position < word.size()) {
    const auto byte = static_cast<unsigned char>(word[position]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : static_cast<char>(byte));
      ++position;
      continue;
    }
    const CodePoint point = decode_utf8(word, position);
    if (is_apostrophe(point.value)) {
      out.push_back('\'');
    } else if (is_hyphen(point.value)) {
      out.push_back('-');
    } else {
      append_folded(out, word.substr(position, point.bytes));
    }
    position += point.bytes;
  }
  return out;
}

std::string slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  bool gap = false;
  std::size_t position = 0;
  while (position < folded.size()) {
    const CodePoint point = decode_utf8(folded, position);
    const bool digit = point.value >= '0' && point.value <= '9';
    if (digit || is_letter(point.value)) {
      if (gap && !out.empty()) out.push_back('-');
      gap = false;
      out.append(folded, position, point.bytes);
    } else if (!is_apostrophe(point.value)) {
      gap = true;
    }
    position += point.bytes;
  }
  return out;
}

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const CodePoint point = decode_utf8(text, start);
    if (!is_space(point.value)) break;
    start += point.bytes;
  }
  std::size_t end = text.size();
  while (end > start) {
    std::size_t last = end - 1;
    while (last > start && is_continuation(static_cast<unsigned char>(text[last]))) --last;
    if (!is_space(decode_utf8(text, last).value)) break;
    end = last;
  }
  return text.substr(start, end - start);
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool gap = false;
  std::size_t position = 0;
  while (position < text.size()) {
    const CodePoint point = decode_utf8(text, position);
    if (is_space(point.value)) {
      gap = !out.empty();
    } else {
      if (gap) out.push_back(' ');
      gap = false;
      out.append(text, position, point.bytes);
    }
    position += point.bytes;
  }
  return out;
}

}  // namespace kgraph
