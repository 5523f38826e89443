#include <doctest/doctest.h>

#include <kgraph/base/date.hpp>

using namespace kgraph;

TEST_CASE("dates read what they write") {
  for (const char* text : {"1956", "1956-09", "1956-09-20", "2000-02-29"}) {
    const auto date = Date::parse_iso(text);
    REQUIRE(date.has_value());
    CHECK(date->iso() == text);
  }
}

TEST_CASE("impossible dates are refused") {
  for (const char* text :
       {"", "56", "1956-13", "1956-00", "1956-02-30", "1900-02-29", "1956-9-2", "1956/09/20", "195x"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse_iso(text).has_value());
  }
}

TEST_CASE("a partly known date spans its first to its last day") {
  CHECK(Date{1956, 0, 0}.first_day() == Date{1956, 1, 1});
  CHECK(Date{1956, 0, 0}.last_day() == Date{1956, 12, 31});
  CHECK(Date{1956, 2, 0}.last_day() == Date{1956, 2, 29});
  CHECK(Date{1957, 2, 0}.last_day() == Date{1957, 2, 28});
  CHECK(Date{1956, 9, 20}.last_day() == Date{1956, 9, 20});
  CHECK(Date{1956, 9, 20} < Date{1956, 10, 1});
}
