#include "passages.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include <kgraph/base/utf8.hpp>

#include "table.hpp"

namespace kgraph::tools {

namespace {

/// Bytes of context before and after a passage; two lines of a terminal hold them with the passage.
constexpr std::size_t context_size = 48;

constexpr std::string_view ellipsis = "…";

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (c.value == 0xFFFD && c.bytes == 1) return false;
    i += c.bytes;
  }
  return true;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The end of `text`: whole words of at most context_size bytes, not from beyond a blank line.
std::string_view words_before(std::string_view text) {
  std::size_t from = text.size() > context_size ? text.size() - context_size : 0;
  while (from > 0 && from < text.size() && !is_blank(text[from - 1])) ++from;
  text.remove_prefix(from);
  const std::size_t blank_line = text.rfind("\n\n");
  return blank_line == std::string_view::npos ? text : text.substr(blank_line + 2);
}

/// The same of the beginning of `text`.
std::string_view words_after(std::string_view text) {
  std::size_t to = std::min(text.size(), context_size);
  while (to > 0 && to < text.size() && !is_blank(text[to])) --to;
  text = text.substr(0, to);
  return text.substr(0, text.find("\n\n"));
}

}  // namespace

const std::string& Passages::file(const std::string& path) {
  const auto [place, is_new] = files_.try_emplace(path);
  std::error_code ignored;
  if (is_new && std::filesystem::is_regular_file(path, ignored)) {
    std::ifstream in(path, std::ios::binary);
    std::array<char, std::size_t{1} << 16> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
      place->second.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
  }
  return place->second;
}

Passages::Text Passages::text_of(std::uint32_t document) {
  const GraphDocument& from = graph_.documents[document];
  if (!from.text.empty()) return {from.text, from.span.start};
  const std::string_view bytes = file(from.file);
  if (from.span.empty()) return {bytes, 0};
  if (from.span.end > bytes.size()) return {};
  return {slice(bytes, from.span), from.span.start};
}

std::optional<std::string> Passages::quote(std::uint32_t document, Span span) {
  const Text text = text_of(document);
  if (span.start < text.start || span.empty() || span.end - text.start > text.bytes.size()) return std::nullopt;
  const std::string_view passage = text.bytes.substr(span.start - text.start, span.size());
  // A file that was changed since may be cut in the middle of a character.
  if (!is_utf8(passage)) return std::nullopt;
  return std::string(passage);
}

std::optional<std::string> Passages::in_context(std::uint32_t document, Span span) {
  const std::optional<std::string> passage = quote(document, span);
  if (!passage) return std::nullopt;
  const Text text = text_of(document);
  const std::string_view before = text.bytes.substr(0, span.start - text.start);
  const std::string_view after = text.bytes.substr(span.end - text.start);
  return on_one_line(std::string(words_before(before)) + "[" + *passage + "]" + std::string(words_after(after)));
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string quoted(std::string_view text, std::size_t columns) {
  std::string line = on_one_line(text);
  if (display_width(line) + 2 > columns) {
    std::size_t end = line.size();
    while (end > 0 && display_width(std::string_view(line).substr(0, end)) + 4 > columns) {
      const std::size_t blank = line.rfind(' ', end - 1);
      end = blank == std::string::npos ? 0 : blank;
    }
    line = line.substr(0, end) + (end > 0 ? " " : "") + std::string(ellipsis);
  }
  return '"' + line + '"';
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns) {
  const std::string margin(indent, ' ');
  std::string out;
  std::string line;
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t needed = display_width(word);
    if (!line.empty() && indent + width + 1 + needed > columns) {
      out += margin + line + "\n";
      line.clear();
      width = 0;
    }
    if (!line.empty()) line += ' ', ++width;
    line += word;
    width += needed;
  }
  return line.empty() ? out : out + margin + line + "\n";
}

}  // namespace kgraph::tools
