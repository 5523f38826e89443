#include <numeric>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/brokerage.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Roles = std::vector<Brokerage>;
using Groups = std::vector<Group>;

namespace {

/// Every triple a -> v -> b of the symmetric matrix without a -> b, by the definitions of the roles.
Roles naive_brokerage(const Network& network, const Groups& g) {
  const Matrix tied = adjacency(network, false);
  Roles result(g.size());
  for (std::size_t a = 0; a < g.size(); ++a) {
    for (std::size_t v = 0; v < g.size(); ++v) {
      for (std::size_t b = 0; b < g.size(); ++b) {
        if (a == b || tied[a][v] == 0 || tied[v][b] == 0 || tied[a][b] != 0) continue;
        if (g[a] == no_group || g[v] == no_group || g[b] == no_group) continue;
        if (g[a] == g[v] && g[v] == g[b]) ++result[v].coordinator;
        if (g[a] == g[b] && g[v] != g[a]) ++result[v].itinerant;
        if (g[v] == g[b] && g[a] != g[v]) ++result[v].gatekeeper;
        if (g[a] == g[v] && g[b] != g[v]) ++result[v].representative;
        if (g[a] != g[v] && g[v] != g[b] && g[a] != g[b]) ++result[v].liaison;
      }
    }
  }
  return result;
}

Groups random_groups(std::size_t n, unsigned count, unsigned seed) {
  std::mt19937 random(seed);
  Groups result;
  for (std::size_t v = 0; v < n; ++v) {
    const auto group = static_cast<Group>(random() % count);
    result.push_back(group == 4 ? no_group : group);
  }
  return result;
}

}  // namespace

// Gould & Fernandez 1989, figure 1: the five roles, each of them a path of three.
TEST_CASE("brokerage of the five triads of Gould and Fernandez") {
  const auto middle = [](const Groups& groups) {
    const Roles roles = brokerage(path(3), groups);
    CHECK(roles[0] == Brokerage{});
    CHECK(roles[2] == Brokerage{});
    return roles[1];
  };
  CHECK(middle({7, 7, 7}) == Brokerage{.coordinator = 2});
  CHECK(middle({1, 2, 1}) == Brokerage{.itinerant = 2});
  CHECK(middle({1, 2, 2}) == Brokerage{.gatekeeper = 1, .representative = 1});
  CHECK(middle({2, 2, 1}) == Brokerage{.gatekeeper = 1, .representative = 1});
  CHECK(middle({1, 2, 3}) == Brokerage{.liaison = 2});
  // A third tie, or an end whose group nobody knows, leaves nothing to mediate.
  CHECK(brokerage(complete(3), Groups{1, 2, 3}) == Roles(3));
  CHECK(middle({no_group, 2, 2}) == Brokerage{});
  CHECK(middle({1, no_group, 1}) == Brokerage{});
  CHECK(middle({no_group, no_group, no_group}) == Brokerage{});
}

TEST_CASE("brokerage of a star by hand") {
  // The middle is in group 0 with two of the others; two are in group 1, one in group 2, one nowhere.
  const Roles roles = brokerage(star(7), Groups{0, 0, 0, 1, 1, 2, no_group});
  CHECK(roles[0] == Brokerage{.coordinator = 2, .itinerant = 2, .gatekeeper = 6, .representative = 6, .liaison = 4});
  CHECK(roles[0].total() == 5 * 4);
}

TEST_CASE("brokerage of networks with little in them") {
  CHECK(brokerage(Network(), {}).empty());
  CHECK(brokerage(Network(1, {}), Groups{0}) == Roles(1));
  CHECK(brokerage(Network(3, {}), Groups{0, 0, 1}) == Roles(3));
  const std::vector<NetworkEdge> edges = {{0, 1, 1}, {1, 2, 1}, {3, 4, 2}, {4, 5, 3}};
  const Roles roles = brokerage(Network(7, edges), Groups{0, 0, 0, 0, 1, 0, 1});
  CHECK(roles[1] == Brokerage{.coordinator = 2});
  CHECK(roles[4] == Brokerage{.itinerant = 2});
  CHECK(roles[6] == Brokerage{});
}

TEST_CASE("brokerage wants a group for each vertex") {
  CHECK_THROWS_AS((void)brokerage(path(3), Groups{1, 2}), ArgumentError);
  CHECK_THROWS_AS((void)brokerage(Network(), Groups{1}), ArgumentError);
}

TEST_CASE("brokerage agrees with the definitions on random networks") {
  unsigned seed = 0;
  for (const Network& network : random_networks()) {
    for (const unsigned count : {1U, 2U, 3U, 5U}) {
      const Groups groups = random_groups(network.vertex_count(), count, ++seed);
      CHECK(brokerage(network, groups) == naive_brokerage(network, groups));
    }
  }
}

TEST_CASE("brokerage agrees with the definitions on the reference networks and their best partitions") {
  for_each_reference([](const Reference& reference, const Network& network) {
    Groups groups;
    for (const double label : reference.values("partition_best_unweighted")) {
      groups.push_back(static_cast<Group>(label));
    }
    const Roles roles = brokerage(network, groups);
    CHECK(roles == naive_brokerage(network, groups));
    // Together they are the paths of two ties less those that close, both ways: what transitivity leaves.
    double paths = 0;
    for (VertexId v = 0; v < network.vertex_count(); ++v) {
      const auto k = static_cast<double>(network.degree(v));
      paths += k * (k - 1);
    }
    const auto total = std::accumulate(roles.begin(), roles.end(), std::uint64_t{0},
                                       [](std::uint64_t sum, const Brokerage& of) { return sum + of.total(); });
    CHECK(static_cast<double>(total) == doctest::Approx(paths * (1 - reference.number("transitivity"))).epsilon(1e-9));
  });
}

}  // namespace kgraph::test
