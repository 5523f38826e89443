// Byte spans: where in an input file something stands.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace kgraph {

/// A half-open range of bytes [start, end) of an input file. Files are limited to 4 GiB, so 32 bits suffice.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - start; }
  [[nodiscard]] constexpr bool empty() const { return end <= start; }
  [[nodiscard]] constexpr bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers; the caller guarantees that it lies inside.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.start, span.size());
}

}  // namespace kgraph
