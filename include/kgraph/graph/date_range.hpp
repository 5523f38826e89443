// A range of dates, as --since and --until give it.
#pragma once

#include <optional>

#include <kgraph/base/date.hpp>

namespace kgraph {

/// Dates from `since` to `until`, both included; a bound that is missing is open.
struct DateRange {
  std::optional<Date> since = std::nullopt;
  std::optional<Date> until = std::nullopt;

  [[nodiscard]] bool open() const { return !since && !until; }

  /// True where some day that `date` may mean lies in the range: "1956" lies in 1956-08 .. 1957. Nothing that is known
  /// to lie outside is kept, and nothing that may lie inside is lost. An undated thing lies in the open range alone.
  [[nodiscard]] bool may_contain(const std::optional<Date>& date) const {
    if (!date) return open();
    return (!since || date->last_day() >= since->first_day()) && (!until || date->first_day() <= until->last_day());
  }

  /// True where the last day of the range comes before its first.
  [[nodiscard]] bool empty() const { return since && until && until->last_day() < since->first_day(); }
};

}  // namespace kgraph
