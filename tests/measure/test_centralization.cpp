#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/measure/centralization.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

namespace {

/// The sum of differences from the largest value.
double spread(const Values& values) {
  double sum = 0;
  for (const double value : values) sum += *std::max_element(values.begin(), values.end()) - value;
  return sum;
}

Values naive_closeness(const Network& network) {
  const NaiveSums sums = naive_sums(network, Distance::unit);
  Values result(sums.length.size(), 0.0);
  for (std::size_t v = 0; v < result.size(); ++v) {
    const auto others = static_cast<double>(result.size() - 1);
    if (sums.others[v] > 0) result[v] = sums.others[v] / sums.length[v] * sums.others[v] / others;
  }
  return result;
}

/// The network of n vertices whose edges are the bits of `code`.
Network network_of_bits(VertexId n, unsigned code) {
  std::vector<NetworkEdge> edges;
  for (VertexId v = 0; v < n; ++v) {
    for (VertexId w = v + 1; w < n; ++w, code >>= 1U) {
      if ((code & 1U) != 0) edges.push_back({v, w, 1});
    }
  }
  return {n, edges};
}

}  // namespace

TEST_CASE("centralization is 1 for a star and 0 where all are equal") {
  for (const std::size_t n : {3U, 5U, 20U}) {
    CHECK(degree_centralization(star(n)) == 1);
    CHECK(betweenness_centralization(star(n)) == 1);
    CHECK(closeness_centralization(star(n)) == doctest::Approx(1).epsilon(1e-14));
    for (const Network& equal : {cycle(n), complete(n), Network(n, {})}) {
      CHECK(degree_centralization(equal) == 0);
      CHECK(betweenness_centralization(equal) == 0);
      CHECK(closeness_centralization(equal) == 0);
    }
  }
}

// Freeman 1979 ranks the networks of five vertices; the chain has 1/6, 5/12 and 19/45.
TEST_CASE("centralization of a chain of five by hand") {
  // Degrees 1 2 2 2 1; betweenness 0 3 4 3 0; closeness 4/10, 4/7, 4/6, 4/7, 4/10.
  CHECK(degree_centralization(path(5)) == doctest::Approx(2.0 / 12).epsilon(1e-15));
  CHECK(betweenness_centralization(path(5)) == doctest::Approx(10.0 / 24).epsilon(1e-15));
  const double differences = 5 * 4.0 / 6 - (4.0 / 10 + 4.0 / 7 + 4.0 / 6 + 4.0 / 7 + 4.0 / 10);
  CHECK(closeness_centralization(path(5)) == doctest::Approx(differences / (12.0 / 7)).epsilon(1e-14));
  CHECK(closeness_centralization(path(5)) == doctest::Approx(19.0 / 45).epsilon(1e-14));
}

// From degree, betweenness and closeness as networkx 3.6.1 gives them, without the isolated Pucci.
TEST_CASE("centralization of the Florentine families") {
  const Network families = florentine_families();
  CHECK(degree_centralization(families) == doctest::Approx(50.0 / 182).epsilon(1e-15));
  CHECK(betweenness_centralization(families) == doctest::Approx(556.5 / 1274).epsilon(1e-14));
  CHECK(closeness_centralization(families) == doctest::Approx(0.32245227610961025).epsilon(1e-14));
}

TEST_CASE("centralization of networks with little in them") {
  for (const Network& network : {Network(), Network(1, {}), Network(2, {}), path(2)}) {
    CHECK(degree_centralization(network) == 0);
    CHECK(betweenness_centralization(network) == 0);
    CHECK(closeness_centralization(network) == 0);
  }
  // A pair and an isolated vertex: degrees 1 1 0; closeness 1/2 1/2 0.
  const std::vector<NetworkEdge> edges = {{0, 2, 5}};
  CHECK(degree_centralization(Network(3, edges)) == 0.5);
  CHECK(betweenness_centralization(Network(3, edges)) == 0);
  CHECK(closeness_centralization(Network(3, edges)) == doctest::Approx(0.5 / (2.0 / 3)).epsilon(1e-15));
}

TEST_CASE("no network of up to five vertices is more centralized than the star") {
  for (const VertexId n : {3U, 4U, 5U}) {
    for (unsigned code = 0; code < 1U << (n * (n - 1) / 2); ++code) {
      const Network network = network_of_bits(n, code);
      const double most = 1 + 1e-14;
      REQUIRE(degree_centralization(network) <= most);
      REQUIRE(betweenness_centralization(network) <= most);
      REQUIRE(closeness_centralization(network) <= most);
    }
  }
}

TEST_CASE("centralization agrees with naive centralities on random networks") {
  for (const Network& network : random_networks()) {
    const auto n = static_cast<double>(network.vertex_count());
    if (n < 3) continue;
    Values degrees;
    for (const auto& row : adjacency(network, false)) {
      degrees.push_back(static_cast<double>(std::count(row.begin(), row.end(), 1.0)));
    }
    CHECK(degree_centralization(network) == doctest::Approx(spread(degrees) / ((n - 1) * (n - 2))).epsilon(1e-13));
    CHECK(betweenness_centralization(network) ==
          doctest::Approx(spread(naive_betweenness(network, Distance::unit)) * 2 / ((n - 1) * (n - 1) * (n - 2)))
              .epsilon(1e-12));
    CHECK(closeness_centralization(network) ==
          doctest::Approx(spread(naive_closeness(network)) * (2 * n - 3) / ((n - 1) * (n - 2))).epsilon(1e-12));
  }
}

TEST_CASE("centralization has the spread of the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    const auto n = static_cast<double>(network.vertex_count());
    CHECK(degree_centralization(network) ==
          doctest::Approx(spread(reference.values("degree")) / ((n - 1) * (n - 2))).epsilon(1e-9));
    CHECK(betweenness_centralization(network) ==
          doctest::Approx(spread(reference.values("betweenness_unweighted")) * 2 / ((n - 1) * (n - 1) * (n - 2)))
              .epsilon(1e-9));
    CHECK(closeness_centralization(network) ==
          doctest::Approx(spread(reference.values("closeness_wf_unweighted")) * (2 * n - 3) / ((n - 1) * (n - 2)))
              .epsilon(1e-9));
  });
}

TEST_CASE("centralization is the same bits for any number of threads") {
  const Network network = large_network();
  for (const unsigned threads : {2U, 5U, 0U}) {
    CHECK(betweenness_centralization(network, {.threads = threads}) == betweenness_centralization(network));
    CHECK(closeness_centralization(network, {.threads = threads}) == closeness_centralization(network));
  }
}

}  // namespace kgraph::test
