#include <algorithm>
#include <string_view>

#include <kgraph/base/utf8.hpp>

#include "passage_detail.hpp"

namespace kgraph::detail {

namespace {

bool is_blank(char32_t c) { return is_space(c) && c != '\n'; }

/// Closing quotes and brackets stand between the full stop and the blank after it.
bool closes(char32_t c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019; }

/// Whether the word that ends at `at` is one that a full stop abbreviates: "Cde", "Mr", "A", but not "KWP" or "came".
bool is_abbreviation(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 4;
  std::size_t begin = at;
  const auto is_ascii_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  const std::size_t length = at - begin;
  if (length == 0 || length > longest || text[begin] > 'Z') return false;
  return length == 1 || text[begin + 1] >= 'a';
}

/// Where the sentence ends whose mark stands at `at`: after its closing quotes. Nothing (0) where none ends there.
std::size_t sentence_end(std::string_view text, std::size_t at, bool after_mention) {
  if (text[at] == '.' && !after_mention && is_abbreviation(text, at)) return 0;
  std::size_t end = at + 1;
  while (end < text.size()) {
    const CodePoint c = decode_utf8(text, end);
    if (!closes(c.value)) break;
    end += c.bytes;
  }
  if (end == text.size()) return end;
  const CodePoint blank = decode_utf8(text, end);
  if (!is_space(blank.value)) return 0;
  std::size_t next = end;
  while (next < text.size() && is_space(decode_utf8(text, next).value)) next += decode_utf8(text, next).bytes;
  if (next == text.size()) return end;
  // What goes on with a small letter goes on in the same sentence.
  const CodePoint c = decode_utf8(text, next);
  return is_letter(c.value) && !is_upper(c.value) && c.value < 0x250 ? 0 : end;
}

/// Whether the line feed at `at` ends a paragraph: an empty line follows, or the line before it is complete. A line of
/// middle length without a mark at its end may have been broken by whoever typed it.
bool ends_paragraph(std::string_view text, std::size_t at) {
  constexpr std::size_t shortest_broken = 50;
  constexpr std::size_t longest_broken = 100;
  std::size_t next = at + 1;
  while (next < text.size() && is_blank(decode_utf8(text, next).value)) next += decode_utf8(text, next).bytes;
  if (next == text.size() || text[next] == '\n') return true;
  const std::size_t before = text.substr(0, at).rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t length = at - begin;
  if (length < shortest_broken || length > longest_broken) return true;
  constexpr std::string_view marks = ".?!:";
  return marks.find(text[at - 1]) != std::string_view::npos;
}

/// Ends of sentences and paragraphs in text[from, to): the first one, or the last one where `last`; `fallback` where
/// there is none. `from` is the end of a mention where `mention`.
std::size_t find_end(std::string_view text, std::size_t from, std::size_t to, bool last, bool mention,
                     std::size_t fallback) {
  constexpr std::string_view marks = ".?!\n";
  std::size_t found = fallback;
  for (std::size_t at = from; at < to; ++at) {
    if (marks.find(text[at]) == std::string_view::npos) continue;
    std::size_t end = 0;
    if (text[at] == '\n') {
      end = ends_paragraph(text, at) ? at : 0;
    } else {
      end = sentence_end(text, at, mention && at == from);
    }
    if (end == 0 || end > to) continue;
    found = end;
    if (!last) break;
  }
  return found;
}

}  // namespace

Span passage(const GraphDocument& document, const std::vector<GraphMention>& mentions, std::size_t first,
             std::size_t last) {
  if (mentions[last].span < mentions[first].span) std::swap(first, last);
  while (first > 0 && mentions[first - 1].sentence == mentions[first].sentence) --first;
  while (last + 1 < mentions.size() && mentions[last + 1].sentence == mentions[last].sentence) ++last;
  Span span = {mentions[first].span.start, mentions[last].span.end};
  for (std::size_t i = first; i <= last; ++i) span.end = std::max(span.end, mentions[i].span.end);
  const std::string_view text = document.text;
  const std::uint32_t base = document.span.start;
  if (span.start < base || span.end - base > text.size()) return span;

  const bool earlier = first > 0;
  const std::size_t from = earlier ? std::min(mentions[first - 1].span.end, span.start) - base : 0;
  std::size_t start = find_end(text, from, span.start - base, true, earlier, from);
  while (start < span.start - base && is_space(decode_utf8(text, start).value)) start += decode_utf8(text, start).bytes;
  const std::size_t to =
      last + 1 < mentions.size() ? std::max(mentions[last + 1].span.start, span.end) - base : text.size();
  std::size_t end = find_end(text, span.end - base, to, false, true, to);
  const std::string_view kept = trim(text.substr(start, end - start));
  end = start + kept.size();
  return {static_cast<std::uint32_t>(base + start), static_cast<std::uint32_t>(base + end)};
}

}  // namespace kgraph::detail
