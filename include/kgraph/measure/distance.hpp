// Distance: how long a tie is, given its strength, and when two paths are equally long.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kgraph {

/// How a tie's strength becomes its length in path measures. A network stores strengths (larger is closer), so a path
/// measure has to say which lengths it means.
enum class Distance : std::uint8_t {
  /// Every tie has length 1: a path is as long as the number of its ties.
  unit,
  /// A tie of strength w has length 1 / w (Newman 2001, Physical Review E 64, 016132, doi:10.1103/PhysRevE.64.016132).
  inverse,
};

inline constexpr std::array<Distance, 2> all_distances = {Distance::unit, Distance::inverse};

/// "unit" or "inverse".
[[nodiscard]] constexpr std::string_view to_string(Distance distance) {
  constexpr std::array<std::string_view, 2> names = {"unit", "inverse"};
  return names[static_cast<std::size_t>(distance)];
}

/// The inverse of to_string; nothing for any other text.
[[nodiscard]] constexpr std::optional<Distance> parse_distance(std::string_view text) {
  for (const Distance distance : all_distances) {
    if (to_string(distance) == text) return distance;
  }
  return std::nullopt;
}

/// The length of a tie of this strength.
[[nodiscard]] constexpr double tie_length(double strength, Distance distance) {
  return distance == Distance::unit ? 1.0 : 1.0 / strength;
}

/// Sums of lengths such as 1/2 + 1/3 + 1/6 miss 1 by a rounding error, so equality of path lengths is relative: far
/// above the rounding of any path, far below differences that mean something. igraph uses the same value.
inline constexpr double path_length_tolerance = 1e-10;

/// The longest length that still counts as equal to the shortest length `length`.
[[nodiscard]] constexpr double longest_tie_with(double length) { return length * (1 + path_length_tolerance); }

/// Whether two paths of these lengths, zero or more, are equally long.
[[nodiscard]] constexpr bool equally_long(double a, double b) {
  return std::max(a, b) <= longest_tie_with(std::min(a, b));
}

/// Whether a path of length `a` is shorter than one of length `b`, and not merely by a rounding error.
[[nodiscard]] constexpr bool shorter(double a, double b) { return longest_tie_with(a) < b; }

}  // namespace kgraph
