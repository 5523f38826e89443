#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/katz.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

namespace {

/// (I - alpha A) x = 1 by elimination.
Values naive_katz(const Network& network, double alpha, bool weighted) {
  Matrix system = adjacency(network, weighted);
  for (std::size_t i = 0; i < system.size(); ++i) {
    for (std::size_t j = 0; j < system.size(); ++j) system[i][j] = (i == j ? 1.0 : 0.0) - alpha * system[i][j];
  }
  return solve(system, Values(system.size(), 1.0));
}

/// The largest eigenvalue: how much the multiplication by A + I enlarges a vector in the end, less 1.
double naive_eigenvalue(const Network& network, bool weighted) {
  const Matrix a = adjacency(network, weighted);
  Values x(a.size(), 1.0);
  double norm = 1;
  for (int i = 0; i < 4000; ++i) {
    Values y = x;
    for (std::size_t v = 0; v < x.size(); ++v) {
      for (std::size_t w = 0; w < x.size(); ++w) y[v] += a[v][w] * x[w];
    }
    norm = 0;
    for (const double value : y) norm += value * value;
    norm = std::sqrt(norm);
    for (std::size_t v = 0; v < x.size(); ++v) x[v] = y[v] / norm;
  }
  return norm - 1;
}

}  // namespace

TEST_CASE("Katz centrality of a pair, a star, a cycle and a clique by hand") {
  // A pair: x = 1 + alpha x. A cycle has x = 1 + 2 alpha x, a clique of five x = 1 + 4 alpha x.
  CHECK(largest_difference(katz(path(2), {.alpha = 0.5}), {2, 2}) < 1e-13);
  CHECK(largest_difference(katz(cycle(7), {.alpha = 0.1}), Values(7, 1.25)) < 1e-13);
  CHECK(largest_difference(katz(complete(5), {.alpha = 0.2}), Values(5, 5.0)) < 1e-13);
  // The middle m and an end e: m = 1 + 4 alpha e and e = 1 + alpha m.
  const double middle = (1 + 4 * 0.25) / (1 - 4 * 0.25 * 0.25);
  CHECK(largest_difference(katz(star(5), {.alpha = 0.25}), {middle, 1 + 0.25 * middle, 1 + 0.25 * middle,
                                                            1 + 0.25 * middle, 1 + 0.25 * middle}) < 1e-13);
  CHECK(katz(star(5), {.alpha = 0}) == Values(5, 1.0));
  // Without alpha: 0.85 / 2 for a cycle.
  CHECK(largest_difference(katz(cycle(6)), Values(6, 1 / 0.15)) < 1e-12);
}

TEST_CASE("Katz centrality of the Florentine families") {
  const Network families = florentine_families();
  // networkx 3.6.1: katz_centrality(florentine_families_graph(), alpha=0.1, normalized=False)
  const Values scores = katz(families, {.alpha = 0.1});
  CHECK(largest_difference(scores, naive_katz(families, 0.1, true)) < 1e-13);
  CHECK(scores[vertex_named(families, "Medici")] == doctest::Approx(1.8231950501924301).epsilon(1e-12));
  CHECK(scores[vertex_named(families, "Pazzi")] == doctest::Approx(1.1295272227292164).epsilon(1e-12));
}

TEST_CASE("Katz centrality of networks with little in them") {
  CHECK(katz(Network()).empty());
  CHECK(katz(Network(1, {})) == Values{1});
  CHECK(katz(Network(3, {}), {.alpha = 1000}) == Values{1, 1, 1});
  // A pair and an isolated vertex beside a stronger pair, which sets the bound for all.
  const std::vector<NetworkEdge> edges = {{0, 1, 1}, {3, 4, 2}};
  CHECK(largest_difference(katz(Network(5, edges), {.alpha = 0.25}), {4.0 / 3, 4.0 / 3, 1, 2, 2}) < 1e-13);
  CHECK_THROWS_AS((void)katz(Network(5, edges), {.alpha = 0.5}), ArgumentError);
}

TEST_CASE("Katz centrality agrees with elimination on random networks") {
  for (const Network& network : random_networks()) {
    for (const bool weighted : {true, false}) {
      const double lambda = naive_eigenvalue(network, weighted);
      for (const double share : {0.1, 0.85, 0.999}) {
        const double alpha = network.edge_count() > 0 ? share / lambda : 1;
        const Values expected = naive_katz(network, alpha, weighted);
        CHECK(largest_difference(katz(network, {.alpha = alpha, .weighted = weighted}), expected) < 1e-9);
        if (share == 0.85) CHECK(largest_difference(katz(network, {.weighted = weighted}), expected) < 1e-9);
      }
    }
  }
}

TEST_CASE("Katz centrality does not depend on the unit of strength") {
  const Network network = large_network();
  const Values scores = katz(network);
  for (const double unit : {1e-200, 1e200}) {
    std::vector<NetworkEdge> edges;
    for (const NetworkEdge& edge : network.edges()) edges.push_back({edge.source, edge.target, edge.weight * unit});
    CHECK(largest_difference(katz(Network(700, edges)), scores) < 1e-10);
  }
}

TEST_CASE("Katz centrality refuses senseless options") {
  CHECK_THROWS_AS((void)katz(path(3), {.alpha = -0.1}), ArgumentError);
  CHECK_THROWS_AS((void)katz(path(3), {.alpha = std::nan("")}), ArgumentError);
  CHECK_THROWS_AS((void)katz(path(3), {.alpha = std::numeric_limits<double>::infinity()}), ArgumentError);
  CHECK_THROWS_AS((void)katz(path(3), {.tolerance = 0}), ArgumentError);
  CHECK_THROWS_AS((void)katz(large_network(), {.max_iterations = 2}), Error);
  std::string message;
  try {
    (void)katz(complete(5), {.alpha = 0.3});
  } catch (const ArgumentError& error) {
    message = error.what();
  }
  CHECK(message == "katz: alpha 0.3 is too large for this network; it must be below 1 / (largest eigenvalue 4) = 0.25");
}

TEST_CASE("Katz centrality has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(katz(network, {.alpha = reference.number("katz_alpha_weighted")}),
                             reference.values("katz_weighted")) < 1e-9);
    CHECK(largest_difference(katz(network, {.alpha = reference.number("katz_alpha_unweighted"), .weighted = false}),
                             reference.values("katz_unweighted")) < 1e-9);
    CHECK_THROWS_AS((void)katz(network, {.alpha = 1.000001 / reference.number("lambda_max_weighted")}), ArgumentError);
    CHECK_NOTHROW((void)katz(network, {.alpha = 0.999999 / reference.number("lambda_max_weighted")}));
  });
}

}  // namespace kgraph::test
