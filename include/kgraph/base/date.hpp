// Calendar dates that may be partly known: 1956, 1956-09, 1956-09-20.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kgraph {

/// A date of the Gregorian calendar; month and day are 0 where unknown (a day is known only with its month).
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  /// ISO 8601: "1956", "1956-09" or "1956-09-20".
  [[nodiscard]] std::string iso() const;

  /// Reads what iso() writes; nothing for anything else or for a day that does not exist.
  [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text);

  /// True where the parts that are known name a possible date (29 February only in leap years).
  [[nodiscard]] bool valid() const;

  /// The first and the last day that the date may mean.
  [[nodiscard]] Date first_day() const;
  [[nodiscard]] Date last_day() const;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

}  // namespace kgraph
