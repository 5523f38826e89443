#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/betweenness.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

TEST_CASE("betweenness of a path, a star, a cycle and a clique by hand") {
  CHECK(betweenness(path(5)) == Values{0, 3, 4, 3, 0});
  CHECK(betweenness(star(6)) == Values{10, 0, 0, 0, 0, 0});
  CHECK(betweenness(cycle(4)) == Values{0.5, 0.5, 0.5, 0.5});
  CHECK(betweenness(cycle(5)) == Values{1, 1, 1, 1, 1});
  CHECK(betweenness(complete(5)) == Values(5, 0.0));
  CHECK(betweenness(star(6), {.normalized = true}) == Values{1, 0, 0, 0, 0, 0});
}

// networkx 3.6.1: betweenness_centrality(florentine_families_graph(), normalized=False)
TEST_CASE("betweenness of the Florentine families") {
  const Network families = florentine_families();
  const Values scores = betweenness(families);
  const auto of = [&](const char* name) { return scores[vertex_named(families, name)]; };
  CHECK(of("Medici") == 47.5);
  CHECK(of("Guadagni") == doctest::Approx(139.0 / 6).epsilon(1e-14));
  CHECK(of("Albizzi") == doctest::Approx(58.0 / 3).epsilon(1e-14));
  CHECK(of("Strozzi") == doctest::Approx(28.0 / 3).epsilon(1e-14));
  CHECK(of("Salviati") == 13);
  CHECK(of("Pazzi") == 0);
  CHECK(betweenness(families, {.normalized = true})[vertex_named(families, "Medici")] ==
        doctest::Approx(0.521978021978022).epsilon(1e-14));
}

TEST_CASE("betweenness of networks with little in them") {
  CHECK(betweenness(Network()).empty());
  CHECK(betweenness(Network(1, {})) == Values{0});
  CHECK(betweenness(Network(3, {})) == Values{0, 0, 0});
  CHECK(betweenness(path(2), {.normalized = true}) == Values{0, 0});
  CHECK(betweenness(Network(3, {}), {.distance = Distance::inverse, .normalized = true}) == Values{0, 0, 0});
  const std::vector<NetworkEdge> two_paths = {{0, 1, 1}, {1, 2, 1}, {3, 4, 2}, {4, 5, 3}};
  for (const Distance distance : all_distances) {
    CHECK(betweenness(Network(7, two_paths), {.distance = distance}) == Values{0, 1, 0, 0, 1, 0, 0});
  }
}

TEST_CASE("betweenness by inverse strength follows the strong ties") {
  // A square whose sides 0-1-2 are strong, so everything between 0 and 2 goes through 1.
  const std::vector<NetworkEdge> square = {{0, 1, 4}, {1, 2, 4}, {2, 3, 1}, {3, 0, 1}};
  CHECK(betweenness(Network(4, square), {.distance = Distance::inverse}) == Values{0.5, 1, 0.5, 0});
}

TEST_CASE("betweenness sees ties of inverse strengths that rounding hides") {
  // 1/2 + 1/3 + 1/6 = 1, but 0.9999999999999999 in doubles.
  const std::vector<NetworkEdge> edges = {{0, 1, 2}, {1, 2, 3}, {2, 3, 6}, {0, 3, 1}};
  // Half of the paths from 0 to 3 go through 1 and 2; with one path only it would be 2 or 1 for each of them.
  CHECK(betweenness(Network(4, edges), {.distance = Distance::inverse}) == Values{0, 1.5, 1.5, 0});
  // 1/3 + 1/4 + 1/6 = 1/2 + 1/4.
  const std::vector<NetworkEdge> others = {{0, 1, 3}, {1, 2, 4}, {2, 5, 6}, {0, 3, 2}, {3, 5, 4}};
  CHECK(betweenness(Network(6, others), {.distance = Distance::inverse}) ==
        naive_betweenness(Network(6, others), Distance::inverse));
}

TEST_CASE("betweenness survives strengths of very different size") {
  // The tie 1-2 is so strong that its length vanishes beside the others, and the one of 3-4 even by itself.
  const std::vector<NetworkEdge> edges = {{0, 1, 1}, {1, 2, 1e12}, {0, 2, 1}, {2, 3, 1}, {3, 4, 1e300}, {4, 5, 1}};
  const Values scores = betweenness(Network(6, edges), {.distance = Distance::inverse});
  for (const double score : scores) CHECK(std::isfinite(score));
  CHECK(scores[2] >= 6);
  CHECK(scores[3] == 6);
  CHECK(scores[4] == 4);
  const std::vector<NetworkEdge> too_weak = {{0, 1, 1e-310}};
  CHECK_THROWS_AS((void)betweenness(Network(2, too_weak), {.distance = Distance::inverse}), ArgumentError);
}

TEST_CASE("betweenness agrees with counting paths on random networks") {
  for (const Distance distance : all_distances) {
    for (const Network& network : random_networks()) {
      CHECK(largest_difference(betweenness(network, {.distance = distance}), naive_betweenness(network, distance)) <
            1e-12);
    }
  }
}

TEST_CASE("betweenness agrees with walking along all paths of small networks") {
  for (const Distance distance : all_distances) {
    for (unsigned seed = 0; seed < 40; ++seed) {
      const Network network = random_network(7, 0.2 + 0.015 * seed, 900 + seed);
      const Values expected = PathEnumeration(network, distance).betweenness();
      CHECK(largest_difference(betweenness(network, {.distance = distance}), expected) < 1e-12);
      CHECK(largest_difference(naive_betweenness(network, distance), expected) < 1e-12);
    }
  }
}

TEST_CASE("betweenness has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(betweenness(network), reference.values("betweenness_unweighted")) < 1e-9);
    CHECK(largest_difference(betweenness(network, {.distance = Distance::inverse}),
                             reference.values("betweenness_weighted")) < 1e-9);
  });
}

TEST_CASE("betweenness is the same bits for any number of threads") {
  const Network network = large_network();
  for (const Distance distance : all_distances) {
    const Values one = betweenness(network, {.distance = distance, .threads = 1});
    for (const unsigned threads : {2U, 5U, 0U}) {
      CHECK(betweenness(network, {.distance = distance, .threads = threads}) == one);
    }
  }
}

}  // namespace kgraph::test
