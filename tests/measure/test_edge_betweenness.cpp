#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/betweenness.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

namespace {

/// The sum over pairs of the share of shortest paths that use an edge: those are as many as paths s-v times paths w-t,
/// and the same with its ends exchanged.
std::vector<double> naive_edge_betweenness(const Network& network, Distance distance) {
  const ExactDistances d(network, distance);
  const std::size_t n = network.vertex_count();
  Matrix count;
  for (std::size_t s = 0; s < n; ++s) count.push_back(path_counts(d, s));
  std::vector<double> result;
  for (const NetworkEdge& edge : network.edges()) {
    double sum = 0;
    const std::int64_t length = d.tie_ticks(edge.source, edge.target);
    for (std::size_t s = 0; s < n; ++s) {
      for (std::size_t t = 0; t < n; ++t) {
        if (s == t || !d.reached(s, t)) continue;
        const bool used = d.ticks(s, edge.source) + length + d.ticks(edge.target, t) == d.ticks(s, t);
        if (used) sum += count[s][edge.source] * count[edge.target][t] / count[s][t];
      }
    }
    result.push_back(sum);
  }
  return result;
}

}  // namespace

TEST_CASE("edge betweenness of a path, a star, a cycle and a clique by hand") {
  CHECK(edge_betweenness(path(5)) == Values{4, 6, 6, 4});
  CHECK(edge_betweenness(star(6)) == Values(5, 5.0));
  CHECK(edge_betweenness(cycle(4)) == Values(4, 2.0));
  CHECK(edge_betweenness(cycle(5)) == Values(5, 3.0));
  CHECK(edge_betweenness(complete(5)) == Values(10, 1.0));
  CHECK(largest_difference(edge_betweenness(path(5), {.normalized = true}), {0.4, 0.6, 0.6, 0.4}) < 1e-15);
  CHECK(edge_betweenness(path(2), {.normalized = true}) == Values{1});
}

// networkx 3.6.1: edge_betweenness_centrality(florentine_families_graph(), normalized=False)
TEST_CASE("edge betweenness of the Florentine families") {
  const Network families = florentine_families();
  const Values scores = edge_betweenness(families);
  const auto of = [&](const char* a, const char* b) {
    const VertexId v = vertex_named(families, a);
    for (const Network::Arc& arc : families.arcs(v)) {
      if (families.name(arc.target) == b) return scores[arc.edge];
    }
    return -1.0;
  };
  CHECK(of("Medici", "Salviati") == 26);
  CHECK(of("Salviati", "Medici") == 26);
  CHECK(of("Medici", "Albizzi") == doctest::Approx(67.0 / 3).epsilon(1e-14));
  CHECK(of("Medici", "Barbadori") == doctest::Approx(18.5).epsilon(1e-14));
  CHECK(of("Peruzzi", "Strozzi") == doctest::Approx(4.5).epsilon(1e-14));
  CHECK(of("Ridolfi", "Tornabuoni") == doctest::Approx(5).epsilon(1e-14));
}

TEST_CASE("edge betweenness of networks with little in them") {
  for (const Distance distance : all_distances) {
    CHECK(edge_betweenness(Network(), {.distance = distance, .normalized = true}).empty());
    CHECK(edge_betweenness(Network(1, {}), {.distance = distance, .normalized = true}).empty());
    CHECK(edge_betweenness(Network(3, {}), {.distance = distance}).empty());
    const std::vector<NetworkEdge> two_paths = {{0, 1, 1}, {1, 2, 1}, {3, 4, 2}};
    CHECK(edge_betweenness(Network(7, two_paths), {.distance = distance}) == Values{2, 2, 1});
  }
  const std::vector<NetworkEdge> too_weak = {{0, 1, 1e-310}};
  CHECK_THROWS_AS((void)edge_betweenness(Network(2, too_weak), {.distance = Distance::inverse}), ArgumentError);
}

TEST_CASE("edge betweenness by inverse strength follows the strong ties") {
  // Nobody takes the weak tie 0-2, whose length is 1, where 1/4 + 1/4 leads there.
  const std::vector<NetworkEdge> triangle = {{0, 1, 4}, {1, 2, 4}, {0, 2, 1}};
  CHECK(edge_betweenness(Network(3, triangle), {.distance = Distance::inverse}) == Values{2, 0, 2});
  // 1/2 + 1/3 + 1/6 = 1, but 0.9999999999999999 in doubles: half of the paths from 0 to 3 go each way.
  const std::vector<NetworkEdge> edges = {{0, 1, 2}, {1, 2, 3}, {2, 3, 6}, {0, 3, 1}};
  CHECK(largest_difference(edge_betweenness(Network(4, edges), {.distance = Distance::inverse}), {2.5, 0.5, 3.5, 2.5}) <
        1e-14);
}

TEST_CASE("edge betweenness agrees with counting paths on random networks") {
  for (const Distance distance : all_distances) {
    for (const Network& network : random_networks()) {
      const Values scores = edge_betweenness(network, {.distance = distance});
      CHECK(largest_difference(scores, naive_edge_betweenness(network, distance)) < 1e-12);
      // The sum over edges is the sum over pairs of the number of ties on their paths, which vertices tell as well:
      // the vertices between the ends of each connected pair, and one.
      const Values vertices = betweenness(network, {.distance = distance});
      const NaiveSums sums = naive_sums(network, distance);
      CHECK(std::accumulate(scores.begin(), scores.end(), 0.0) ==
            doctest::Approx(std::accumulate(vertices.begin(), vertices.end(), 0.0) +
                            std::accumulate(sums.others.begin(), sums.others.end(), 0.0) / 2)
                .epsilon(1e-12));
    }
  }
}

TEST_CASE("edge betweenness has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(edge_betweenness(network), reference.edge_values("edge_betweenness_unweighted")) < 1e-9);
    CHECK(largest_difference(edge_betweenness(network, {.distance = Distance::inverse}),
                             reference.edge_values("edge_betweenness_weighted")) < 1e-9);
  });
}

TEST_CASE("edge betweenness is the same bits for any number of threads") {
  const Network network = large_network();
  for (const Distance distance : all_distances) {
    const Values one = edge_betweenness(network, {.distance = distance, .threads = 1});
    for (const unsigned threads : {2U, 5U, 0U}) {
      CHECK(edge_betweenness(network, {.distance = distance, .threads = threads}) == one);
    }
  }
}

}  // namespace kgraph::test
