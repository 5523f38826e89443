#include <vector>

#include <doctest/doctest.h>

#include <kgraph/measure/degree.hpp>

#include "networks.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

TEST_CASE("degree and strength by hand") {
  const std::vector<NetworkEdge> edges = {{0, 1, 2.5}, {1, 2, 4}};
  const Network network(4, edges);
  CHECK(degree(network) == Values{1, 2, 1, 0});
  CHECK(degree(star(5), {.normalized = true}) == Values{1, 0.25, 0.25, 0.25, 0.25});
  CHECK(strength(network) == Values{2.5, 6.5, 4, 0});
  const Network families = florentine_families();
  CHECK(degree(families)[vertex_named(families, "Medici")] == 6);
}

TEST_CASE("degree and strength of networks with little in them") {
  CHECK(degree(Network()).empty());
  CHECK(strength(Network()).empty());
  CHECK(degree(Network(1, {}), {.normalized = true}) == Values{0});
  CHECK(strength(Network(2, {})) == Values{0, 0});
}

TEST_CASE("degree and strength have the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(degree(network) == reference.values("degree"));
    CHECK(largest_difference(strength(network), reference.values("strength")) < 1e-14);
  });
}

}  // namespace kgraph::test
