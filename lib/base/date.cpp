#include <array>

#include <fmt/format.h>

#include <kgraph/base/date.hpp>

namespace kgraph {

namespace {

std::uint8_t days_in_month(int year, int month) {
  constexpr std::array<std::uint8_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? std::uint8_t{29} : days.at(static_cast<std::size_t>(month - 1));
}

std::optional<int> digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string Date::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

bool Date::valid() const {
  if (year < 1 || year > 9999 || month > 12) return false;
  if (month == 0) return day == 0;
  return day <= days_in_month(year, month);
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  Date date;
  const auto year_part = digits(text.substr(0, 4));
  if (!year_part) return std::nullopt;
  date.year = static_cast<std::int16_t>(*year_part);
  if (text.size() >= 7) {
    const auto month_part = digits(text.substr(5, 2));
    if (text[4] != '-' || !month_part || *month_part == 0) return std::nullopt;
    date.month = static_cast<std::uint8_t>(*month_part);
  }
  if (text.size() == 10) {
    const auto day_part = digits(text.substr(8, 2));
    if (text[7] != '-' || !day_part || *day_part == 0) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*day_part);
  }
  if (!date.valid()) return std::nullopt;
  return date;
}

Date Date::first_day() const {
  Date date = *this;
  if (date.month == 0) date.month = 1;
  if (date.day == 0) date.day = 1;
  return date;
}

Date Date::last_day() const {
  Date date = *this;
  if (date.month == 0) date.month = 12;
  if (date.day == 0) date.day = days_in_month(date.year, date.month);
  return date;
}

}  // namespace kgraph
