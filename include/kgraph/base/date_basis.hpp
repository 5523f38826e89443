// Where the date of a statement comes from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kgraph {

/// Where the date of a piece of evidence comes from.
enum class DateBasis : std::uint8_t {
  /// There is no date.
  none,
  /// The sentence says it: "on 30 August he was expelled".
  sentence,
  /// The date of the meeting that the passage speaks of.
  meeting,
  /// The date of the document, for want of a better one.
  document
};

/// All bases, in their order.
inline constexpr std::array<DateBasis, 4> all_date_bases = {DateBasis::none, DateBasis::sentence, DateBasis::meeting,
                                                            DateBasis::document};

/// "none", "sentence", "meeting", "document": the spelling of the native file and of tables.
[[nodiscard]] constexpr std::string_view to_string(DateBasis basis) {
  switch (basis) {
    case DateBasis::none:
      return "none";
    case DateBasis::sentence:
      return "sentence";
    case DateBasis::meeting:
      return "meeting";
    case DateBasis::document:
      return "document";
  }
  return {};
}

/// Reads what to_string writes; nothing for any other word.
[[nodiscard]] constexpr std::optional<DateBasis> parse_date_basis(std::string_view text) {
  for (const DateBasis basis : all_date_bases) {
    if (to_string(basis) == text) return basis;
  }
  return std::nullopt;
}

}  // namespace kgraph
