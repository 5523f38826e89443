#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/closeness.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

TEST_CASE("closeness and harmonic centrality of a path and a star by hand") {
  CHECK(closeness(path(3)) == Values{2.0 / 3, 1, 2.0 / 3});
  CHECK(closeness(star(5)) == Values{1, 4.0 / 7, 4.0 / 7, 4.0 / 7, 4.0 / 7});
  CHECK(harmonic(path(3)) == Values{1.5, 2, 1.5});
  CHECK(harmonic(star(5), {.normalized = true}) == Values{1, 0.625, 0.625, 0.625, 0.625});
  CHECK(closeness(cycle(6)) == Values(6, 5.0 / 9));
}

// networkx 3.6.1: closeness_centrality and harmonic_centrality of florentine_families_graph()
TEST_CASE("closeness and harmonic centrality of the Florentine families") {
  const Network families = florentine_families();
  const Values scores = closeness(families);
  CHECK(scores[vertex_named(families, "Medici")] == 0.56);
  CHECK(scores[vertex_named(families, "Pazzi")] == doctest::Approx(14.0 / 49).epsilon(1e-14));
  CHECK(harmonic(families)[vertex_named(families, "Medici")] == doctest::Approx(9.5).epsilon(1e-14));
}

TEST_CASE("closeness and harmonic centrality of networks with little in them") {
  for (const Distance distance : all_distances) {
    CHECK(closeness(Network(), {.distance = distance}).empty());
    CHECK(harmonic(Network(), {.distance = distance}).empty());
    CHECK(closeness(Network(1, {}), {.distance = distance}) == Values{0});
    CHECK(harmonic(Network(1, {}), {.distance = distance, .normalized = true}) == Values{0});
    CHECK(closeness(Network(3, {}), {.distance = distance}) == Values{0, 0, 0});
    CHECK(harmonic(Network(3, {}), {.distance = distance, .normalized = true}) == Values{0, 0, 0});
  }
}

TEST_CASE("closeness of a disconnected network depends on its scope") {
  const std::vector<NetworkEdge> edges = {{0, 1, 2}, {2, 3, 1}, {3, 4, 1}};
  const Network network(6, edges);
  CHECK(closeness(network, {.scope = ClosenessScope::component}) == Values{1, 1, 2.0 / 3, 1, 2.0 / 3, 0});
  CHECK(closeness(network)[0] == doctest::Approx(0.2));
  CHECK(closeness(network)[3] == doctest::Approx(0.4));
  CHECK(closeness(network, {.distance = Distance::inverse, .scope = ClosenessScope::component})[0] == 2);
}

TEST_CASE("closeness and harmonic centrality agree with all pairs on random networks") {
  for (const Distance distance : all_distances) {
    for (const Network& network : random_networks()) {
      const NaiveSums sums = naive_sums(network, distance);
      Values component(sums.length.size(), 0.0);
      Values everybody(sums.length.size(), 0.0);
      for (std::size_t v = 0; v < component.size(); ++v) {
        if (sums.others[v] == 0) continue;
        component[v] = sums.others[v] / sums.length[v];
        everybody[v] = component[v] * sums.others[v] / static_cast<double>(component.size() - 1);
      }
      CHECK(largest_difference(closeness(network, {.distance = distance, .scope = ClosenessScope::component}),
                               component) < 1e-13);
      CHECK(largest_difference(closeness(network, {.distance = distance}), everybody) < 1e-13);
      CHECK(largest_difference(harmonic(network, {.distance = distance}), sums.reciprocal) < 1e-13);
    }
  }
}

TEST_CASE("closeness agrees with all pairs where several searches of 256 sources meet") {
  // Long and thin, then short and fat: both ways of advancing, and sources that start inside and outside a component.
  for (const Network& network : {path(300), star(300), random_network(300, 0.004, 5), random_network(300, 0.05, 6)}) {
    const NaiveSums sums = naive_sums(network, Distance::unit);
    CHECK(largest_difference(harmonic(network), sums.reciprocal) < 1e-13);
    Values expected(sums.length.size(), 0.0);
    for (std::size_t v = 0; v < expected.size(); ++v) {
      if (sums.others[v] > 0) expected[v] = sums.others[v] / sums.length[v];
    }
    CHECK(largest_difference(closeness(network, {.scope = ClosenessScope::component}), expected) < 1e-13);
  }
}

TEST_CASE("closeness refuses ties too weak to have a length") {
  const std::vector<NetworkEdge> edges = {{0, 1, 1e-310}};
  CHECK_THROWS_AS((void)closeness(Network(2, edges), {.distance = Distance::inverse}), ArgumentError);
  CHECK(closeness(Network(2, edges)) == Values{1, 1});
}

TEST_CASE("closeness and harmonic centrality have the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    for (const Distance distance : all_distances) {
      const std::string suffix = distance == Distance::unit ? "_unweighted" : "_weighted";
      CHECK(largest_difference(closeness(network, {.distance = distance, .scope = ClosenessScope::component}),
                               reference.values("closeness_component" + suffix)) < 1e-9);
      CHECK(largest_difference(closeness(network, {.distance = distance}), reference.values("closeness_wf" + suffix)) <
            1e-9);
      CHECK(largest_difference(harmonic(network, {.distance = distance}), reference.values("harmonic_sum" + suffix)) <
            1e-9);
    }
  });
}

TEST_CASE("closeness and harmonic centrality are the same bits for any number of threads") {
  const Network network = large_network();
  for (const Distance distance : all_distances) {
    const Values one = closeness(network, {.distance = distance, .threads = 1});
    const Values one_harmonic = harmonic(network, {.distance = distance, .threads = 1});
    for (const unsigned threads : {2U, 5U, 0U}) {
      CHECK(closeness(network, {.distance = distance, .threads = threads}) == one);
      CHECK(harmonic(network, {.distance = distance, .threads = threads}) == one_harmonic);
    }
  }
}

}  // namespace kgraph::test
