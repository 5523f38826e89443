#include <doctest/doctest.h>

#include <kgraph/measure/distance.hpp>

namespace kgraph::test {

TEST_CASE("distances have names") {
  for (const Distance distance : all_distances) CHECK(parse_distance(to_string(distance)) == distance);
  CHECK(to_string(Distance::inverse) == "inverse");
  CHECK_FALSE(parse_distance("Unit").has_value());
}

TEST_CASE("the length of a tie") {
  CHECK(tie_length(4, Distance::unit) == 1);
  CHECK(tie_length(4, Distance::inverse) == 0.25);
}

TEST_CASE("path lengths that differ by rounding are equal") {
  const double sum = 1.0 / 2 + 1.0 / 3 + 1.0 / 6;
  CHECK(sum != 1.0);
  CHECK(equally_long(sum, 1.0));
  CHECK(equally_long(1.0, sum));
  CHECK_FALSE(shorter(sum, 1.0));
  CHECK_FALSE(shorter(1.0, sum));
  CHECK(shorter(1.0, 1.000001));
  CHECK_FALSE(equally_long(1.0, 1.000001));
  CHECK(equally_long(0, 0));
  CHECK(shorter(0, 1e-300));
}

}  // namespace kgraph::test
