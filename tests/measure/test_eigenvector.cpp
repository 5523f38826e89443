#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/eigenvector.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

TEST_CASE("eigenvector centrality of a path, a star and a cycle by hand") {
  CHECK(largest_difference(eigenvector(path(3)), {std::sqrt(0.5), 1, std::sqrt(0.5)}) < 1e-14);
  CHECK(largest_difference(eigenvector(star(5)), {1, 0.5, 0.5, 0.5, 0.5}) < 1e-14);
  CHECK(largest_difference(eigenvector(cycle(7)), Values(7, 1.0)) < 1e-14);
  CHECK(eigenvector(path(2)) == Values{1, 1});
}

// networkx 3.6.1 takes numpy, so by definition: the largest entry is the Medici's, and A x = lambda x.
TEST_CASE("eigenvector centrality of the Florentine families") {
  const Network families = florentine_families();
  const Values scores = eigenvector(families);
  const VertexId medici = vertex_named(families, "Medici");
  CHECK(scores[medici] == 1);
  double lambda = 0;
  for (const Network::Arc& arc : families.arcs(medici)) lambda += scores[arc.target];
  for (VertexId v = 0; v < families.vertex_count(); ++v) {
    double sum = 0;
    for (const Network::Arc& arc : families.arcs(v)) sum += scores[arc.target];
    CHECK(sum == doctest::Approx(lambda * scores[v]).epsilon(1e-12));
  }
  CHECK(largest_difference(scores, naive_eigenvector(families, true)) < 1e-12);
}

TEST_CASE("eigenvector centrality of networks with little in them") {
  CHECK(eigenvector(Network()).empty());
  CHECK(eigenvector(Network(1, {})) == Values{0});
  CHECK(eigenvector(Network(3, {})) == Values{0, 0, 0});
}

TEST_CASE("eigenvector centrality lives in the component with the largest eigenvalue") {
  // A triangle of weak ties, a pair with a strong one.
  const std::vector<NetworkEdge> edges = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {4, 5, 3}};
  const Network network(6, edges);
  CHECK(largest_difference(eigenvector(network, {.weighted = false}), {1, 1, 1, 0, 0, 0}) < 1e-14);
  CHECK(eigenvector(network) == Values{0, 0, 0, 0, 1, 1});
}

TEST_CASE("components that share the largest eigenvalue keep their own eigenvectors") {
  // Two pairs and a triangle with lambda 2, a star with lambda 2, and a weak pair.
  const std::vector<NetworkEdge> edges = {{0, 1, 2}, {2, 3, 1}, {3, 4, 1}, {2, 4, 1},   {5, 6, 1},
                                          {5, 7, 1}, {5, 8, 1}, {5, 9, 1}, {10, 11, 1}, {13, 12, 2}};
  CHECK(largest_difference(eigenvector(Network(14, edges)), {1, 1, 1, 1, 1, 1, .5, .5, .5, .5, 0, 0, 1, 1}) < 1e-14);
  // The same network with its vertices in reverse order gets the same values.
  std::vector<NetworkEdge> reversed;
  for (const NetworkEdge& edge : edges) reversed.push_back({13 - edge.source, 13 - edge.target, edge.weight});
  CHECK(largest_difference(eigenvector(Network(14, reversed)), {1, 1, 0, 0, .5, .5, .5, .5, 1, 1, 1, 1, 1, 1}) < 1e-14);
}

TEST_CASE("eigenvector centrality agrees with powers of the matrix on random networks") {
  for (const Network& network : random_networks()) {
    for (const bool weighted : {true, false}) {
      CHECK(largest_difference(eigenvector(network, {.weighted = weighted}), naive_eigenvector(network, weighted)) <
            1e-9);
    }
  }
}

TEST_CASE("eigenvector centrality of a long path has the shape of a sine") {
  // Neighbouring eigenvalues differ by 1e-5 only: it takes many restarts.
  const std::size_t n = 700;
  const double pi = std::acos(-1.0);
  Values expected;
  for (std::size_t v = 1; v <= n; ++v) {
    expected.push_back(std::sin(pi * static_cast<double>(v) / static_cast<double>(n + 1)));
  }
  CHECK(largest_difference(eigenvector(path(n)), expected, 1) < 1e-5);
}

TEST_CASE("eigenvector centrality does not depend on the unit of strength") {
  const Network network = large_network();
  std::vector<NetworkEdge> edges;
  for (const NetworkEdge& edge : network.edges()) edges.push_back({edge.source, edge.target, edge.weight * 1e-200});
  CHECK(largest_difference(eigenvector(Network(700, edges)), eigenvector(network)) < 1e-10);
}

TEST_CASE("eigenvector centrality refuses senseless options") {
  CHECK_THROWS_AS((void)eigenvector(path(3), {.tolerance = 0}), ArgumentError);
  CHECK_THROWS_AS((void)eigenvector(path(3), {.tolerance = std::nan("")}), ArgumentError);
  CHECK_THROWS_AS((void)eigenvector(path(500), {.max_iterations = 30}), Error);
}

TEST_CASE("eigenvector centrality has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(eigenvector(network), reference.values("eigenvector_weighted")) < 1e-9);
    CHECK(largest_difference(eigenvector(network, {.weighted = false}), reference.values("eigenvector_unweighted")) <
          1e-9);
  });
}

}  // namespace kgraph::test
