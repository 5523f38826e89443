#include <cmath>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/pagerank.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

TEST_CASE("pagerank of a cycle, a path and a star by hand") {
  CHECK(largest_difference(pagerank(cycle(5)), Values(5, 0.2)) < 1e-14);
  // The middle m and an end e: m = 0.05 + 0.85 * 2e and 2e + m = 1.
  const double middle = 0.9 / 1.85;
  CHECK(largest_difference(pagerank(path(3)), {(1 - middle) / 2, middle, (1 - middle) / 2}) < 1e-12);
  // The same for the star: m = 0.15 / 5 + 0.85 (1 - m).
  CHECK(pagerank(star(5))[0] == doctest::Approx(0.88 / 1.85).epsilon(1e-12));
}

TEST_CASE("pagerank of the Florentine families agrees with elimination") {
  const Network families = florentine_families();
  const Values scores = pagerank(families);
  CHECK(largest_difference(scores, naive_pagerank(families, 0.85, true)) < 1e-12);
  CHECK(std::max_element(scores.begin(), scores.end()) - scores.begin() == vertex_named(families, "Medici"));
}

TEST_CASE("pagerank of networks with little in them") {
  CHECK(pagerank(Network()).empty());
  CHECK(pagerank(Network(1, {})) == Values{1});
  CHECK(pagerank(Network(4, {})) == Values(4, 0.25));
  CHECK(largest_difference(pagerank(path(2)), {0.5, 0.5}) < 1e-15);
}

TEST_CASE("pagerank agrees with elimination on random networks") {
  for (const Network& network : random_networks()) {
    for (const double damping : {0.0, 0.5, 0.85, 0.99}) {
      for (const bool weighted : {true, false}) {
        const Values scores = pagerank(network, {.damping = damping, .weighted = weighted});
        CHECK(largest_difference(scores, naive_pagerank(network, damping, weighted)) < 1e-10);
        CHECK(std::accumulate(scores.begin(), scores.end(), 0.0) == doctest::Approx(1).epsilon(1e-14));
      }
    }
  }
}

TEST_CASE("pagerank refuses senseless options") {
  CHECK_THROWS_AS((void)pagerank(path(3), {.damping = 1}), ArgumentError);
  CHECK_THROWS_AS((void)pagerank(path(3), {.damping = -0.1}), ArgumentError);
  CHECK_THROWS_AS((void)pagerank(path(3), {.damping = std::nan("")}), ArgumentError);
  CHECK_THROWS_AS((void)pagerank(path(3), {.tolerance = 0}), ArgumentError);
  CHECK_THROWS_AS((void)pagerank(large_network(), {.max_iterations = 2}), Error);
}

TEST_CASE("pagerank has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(pagerank(network), reference.values("pagerank_weighted")) < 1e-9);
    CHECK(largest_difference(pagerank(network, {.weighted = false}), reference.values("pagerank_unweighted")) < 1e-9);
  });
}

}  // namespace kgraph::test
