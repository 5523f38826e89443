#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/summary.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;
using Groups = std::vector<Group>;
using Counts = std::vector<std::size_t>;

namespace {

/// The mixing matrix e and its margins, as Newman prints them. Groups must be below 3.
double naive_assortativity(const Network& network, const Groups& groups, bool weighted) {
  const Matrix a = adjacency(network, weighted);
  const std::size_t n = groups.size();
  const std::size_t kinds = 3;
  Matrix e(kinds, Values(kinds, 0.0));
  double total = 0;
  for (std::size_t v = 0; v < n; ++v) {
    for (std::size_t w = 0; w < n; ++w) {
      if (groups[v] == no_group || groups[w] == no_group) continue;
      e[groups[v]][groups[w]] += a[v][w];
      total += a[v][w];
    }
  }
  double trace = 0;
  double squares = 0;
  for (std::size_t g = 0; g < kinds; ++g) {
    double margin = 0;
    for (std::size_t h = 0; h < kinds; ++h) margin += e[g][h] / total;
    trace += e[g][g] / total;
    squares += margin * margin;
  }
  return (trace - squares) / (1 - squares);
}

Network largest_component(const Network& network) {
  const std::vector<std::uint32_t> labels = naive_components(network);
  const auto size = [&](std::uint32_t label) { return std::count(labels.begin(), labels.end(), label); };
  const std::uint32_t largest = *std::max_element(labels.begin(), labels.end(),
                                                  [&](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
  std::vector<VertexId> place(labels.size(), 0);
  VertexId n = 0;
  for (std::size_t v = 0; v < labels.size(); ++v) {
    if (labels[v] == largest) place[v] = n++;
  }
  std::vector<NetworkEdge> edges;
  for (const NetworkEdge& edge : network.edges()) {
    if (labels[edge.source] == largest) edges.push_back({place[edge.source], place[edge.target], edge.weight});
  }
  return {n, edges};
}

bool same_bits(const NetworkSummary& a, const NetworkSummary& b) {
  return a.diameter == b.diameter && a.connected_pairs == b.connected_pairs &&
         a.mean_path_length == b.mean_path_length && a.density == b.density && a.degree_counts == b.degree_counts;
}

}  // namespace

TEST_CASE("the summary of a chain of four and a star by hand") {
  const NetworkSummary chain = summarize(path(4));
  CHECK(chain.vertices == 4);
  CHECK(chain.edges == 3);
  CHECK(chain.density == 0.5);
  CHECK(chain.components == 1);
  CHECK(chain.largest_component == 4);
  CHECK(chain.isolated == 0);
  CHECK(chain.diameter == 3);
  CHECK(chain.connected_pairs == 6);
  CHECK(chain.mean_path_length == doctest::Approx(10.0 / 6).epsilon(1e-15));
  CHECK(chain.mean_degree == 1.5);
  CHECK(chain.degree_counts == Counts{0, 2, 2});
  const NetworkSummary sun = summarize(star(6));
  CHECK(sun.diameter == 2);
  CHECK(sun.mean_path_length == doctest::Approx(25.0 / 15).epsilon(1e-15));
  CHECK(sun.degree_counts == Counts{0, 5, 0, 0, 0, 1});
}

// networkx 3.6.1: density, diameter and average_shortest_path_length of florentine_families_graph()
TEST_CASE("the summary of the Florentine families") {
  const NetworkSummary families = summarize(florentine_families());
  CHECK(families.vertices == 15);
  CHECK(families.edges == 20);
  CHECK(families.density == doctest::Approx(0.19047619047619047).epsilon(1e-15));
  CHECK(families.diameter == 5);
  CHECK(families.mean_path_length == doctest::Approx(2.4857142857142858).epsilon(1e-15));
  CHECK(families.degree_counts == Counts{0, 4, 2, 6, 2, 0, 1});
}

TEST_CASE("the summary of networks with little in them") {
  const NetworkSummary nothing = summarize(Network());
  CHECK(nothing.vertices == 0);
  CHECK(nothing.components == 0);
  CHECK(nothing.largest_component == 0);
  CHECK(nothing.density == 0);
  CHECK(nothing.mean_degree == 0);
  CHECK(std::isnan(nothing.mean_path_length));
  CHECK(nothing.degree_counts.empty());
  const NetworkSummary alone = summarize(Network(1, {}));
  CHECK(alone.components == 1);
  CHECK(alone.isolated == 1);
  CHECK(alone.density == 0);
  CHECK(alone.diameter == 0);
  CHECK(std::isnan(alone.mean_path_length));
  CHECK(alone.degree_counts == Counts{1});
  // Two chains and two isolated vertices.
  const std::vector<NetworkEdge> edges = {{0, 1, 9}, {1, 2, 9}, {3, 4, 9}};
  const NetworkSummary apart = summarize(Network(7, edges));
  CHECK(apart.components == 4);
  CHECK(apart.largest_component == 3);
  CHECK(apart.isolated == 2);
  CHECK(apart.diameter == 2);
  CHECK(apart.connected_pairs == 4);
  CHECK(apart.mean_path_length == 1.25);
  CHECK(apart.degree_counts == Counts{2, 4, 1});
}

TEST_CASE("the summary agrees with all pairs on random networks") {
  for (const Network& network : random_networks()) {
    const NetworkSummary summary = summarize(network);
    const ExactDistances d(network, Distance::unit);
    std::int64_t largest = 0;
    double sum = 0;
    double pairs = 0;
    for (std::size_t s = 0; s < d.size(); ++s) {
      for (std::size_t t = s + 1; t < d.size(); ++t) {
        if (!d.reached(s, t)) continue;
        largest = std::max(largest, d.ticks(s, t));
        sum += d.length(s, t);
        pairs += 1;
      }
    }
    const std::vector<std::uint32_t> labels = naive_components(network);
    CHECK(summary.diameter == largest);
    CHECK(static_cast<double>(summary.connected_pairs) == pairs);
    if (pairs > 0) CHECK(summary.mean_path_length == doctest::Approx(sum / pairs).epsilon(1e-14));
    CHECK(summary.components == *std::max_element(labels.begin(), labels.end()) + 1);
    std::size_t most = 0;
    std::size_t alone = 0;
    for (std::size_t label = 0; label < summary.components; ++label) {
      const auto size = static_cast<std::size_t>(std::count(labels.begin(), labels.end(), label));
      most = std::max(most, size);
      if (size == 1) ++alone;
    }
    CHECK(summary.largest_component == most);
    CHECK(summary.isolated == alone);
  }
}

TEST_CASE("the summary has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    const NetworkSummary summary = summarize(network);
    CHECK(summary.density == doctest::Approx(reference.number("density")).epsilon(1e-12));
    CHECK(static_cast<double>(summary.components) == reference.number("component_count"));
    const NetworkSummary largest = summarize(largest_component(network));
    CHECK(largest.vertices == summary.largest_component);
    CHECK(largest.diameter == reference.number("diameter_largest_component"));
    CHECK(largest.mean_path_length ==
          doctest::Approx(reference.number("average_distance_largest_component")).epsilon(1e-12));
  });
}

TEST_CASE("the summary is the same bits for any number of threads") {
  const Network network = large_network();
  const NetworkSummary one = summarize(network);
  for (const unsigned threads : {2U, 5U, 0U}) CHECK(same_bits(summarize(network, {.threads = threads}), one));
}

TEST_CASE("assortativity by hand") {
  // Two triangles with a tie between them: 6/7 of the ties within, half of the ends in each group.
  const std::vector<NetworkEdge> edges = {{0, 1, 2}, {1, 2, 2}, {0, 2, 2}, {3, 4, 2}, {4, 5, 2}, {3, 5, 2}, {2, 3, 4}};
  const Network network(6, edges);
  CHECK(assortativity(network, Groups{8, 8, 8, 3, 3, 3}) == doctest::Approx(5.0 / 7).epsilon(1e-14));
  CHECK(assortativity(network, Groups{8, 8, 8, 3, 3, 3}, {.weighted = true}) == doctest::Approx(0.5).epsilon(1e-14));
  // All ties across, and none.
  CHECK(assortativity(star(4), Groups{0, 1, 1, 1}) == -1);
  const std::vector<NetworkEdge> apart = {{0, 1, 2}, {2, 3, 1}};
  CHECK(assortativity(Network(5, apart), Groups{0, 0, 1, 1, 0}) == 1);
  // Without the group of 2 and 3 only the two pairs 0-1 and 4-5 count.
  CHECK(assortativity(network, Groups{0, 0, no_group, no_group, 1, 1}) == 1);
}

TEST_CASE("assortativity is not a number where there is nothing to compare") {
  CHECK(std::isnan(assortativity(Network(), {})));
  CHECK(std::isnan(assortativity(Network(1, {}), Groups{0})));
  CHECK(std::isnan(assortativity(Network(3, {}), Groups{0, 1, 2})));
  CHECK(std::isnan(assortativity(cycle(7), Groups(7, 4))));
  CHECK(std::isnan(assortativity(path(3), Groups{0, no_group, 1})));
  CHECK_THROWS_AS((void)assortativity(path(3), Groups{0, 1}), ArgumentError);
}

TEST_CASE("assortativity agrees with the mixing matrix on random networks") {
  std::mt19937 random(99);
  for (const Network& network : random_networks()) {
    for (const unsigned count : {2U, 3U}) {
      Groups groups;
      for (std::size_t v = 0; v < network.vertex_count(); ++v) groups.push_back(static_cast<Group>(random() % count));
      if (random() % 2 == 0) groups[0] = no_group;
      for (const bool weighted : {true, false}) {
        const double value = assortativity(network, groups, {.weighted = weighted});
        const double expected = naive_assortativity(network, groups, weighted);
        if (std::isnan(value)) {
          CHECK_FALSE(std::abs(expected) <= 1);
        } else {
          CHECK(value == doctest::Approx(expected).epsilon(1e-12));
        }
      }
    }
  }
}

// Newman 2003: the numerator is the modularity, and the denominator the largest one possible.
TEST_CASE("assortativity has the modularity of the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    for (const bool weighted : {true, false}) {
      const std::string suffix = weighted ? "_weighted" : "_unweighted";
      Groups groups;
      Values ends;
      double total = 0;
      for (const double label : reference.values("partition_best" + suffix))
        groups.push_back(static_cast<Group>(label));
      const Matrix a = adjacency(network, weighted);
      for (std::size_t v = 0; v < groups.size(); ++v) {
        if (groups[v] >= ends.size()) ends.resize(groups[v] + std::size_t{1}, 0.0);
        for (const double entry : a[v]) {
          ends[groups[v]] += entry;
          total += entry;
        }
      }
      double chance = 0;
      for (const double of : ends) chance += of / total * (of / total);
      CHECK(assortativity(network, groups, {.weighted = weighted}) * (1 - chance) ==
            doctest::Approx(reference.number("modularity_best" + suffix)).epsilon(1e-9));
    }
  });
}

}  // namespace kgraph::test
