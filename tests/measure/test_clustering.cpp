#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/measure/clustering.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

namespace {

constexpr ClusteringForm all_forms[] = {ClusteringForm::unweighted, ClusteringForm::barrat, ClusteringForm::onnela};

/// The three formulas over all ordered pairs j, h of neighbours of i, as the papers print them.
Values naive_clustering(const Network& network, ClusteringForm form) {
  const Matrix a = adjacency(network, false);
  const Matrix w = adjacency(network, true);
  double largest = 0;
  for (const auto& row : w) {
    for (const double weight : row) largest = std::max(largest, weight);
  }
  Values result;
  for (std::size_t i = 0; i < a.size(); ++i) {
    double k = 0;
    double s = 0;
    double sum = 0;
    for (std::size_t j = 0; j < a.size(); ++j) {
      k += a[i][j];
      s += w[i][j];
      for (std::size_t h = 0; h < a.size(); ++h) {
        if (j == h || a[i][j] * a[i][h] * a[j][h] == 0) continue;
        if (form == ClusteringForm::unweighted) sum += 1;
        if (form == ClusteringForm::barrat) sum += (w[i][j] + w[i][h]) / 2;
        if (form == ClusteringForm::onnela) sum += std::cbrt(w[i][j] * w[i][h] * w[j][h]) / largest;
      }
    }
    result.push_back(k < 2 ? 0 : sum / ((form == ClusteringForm::barrat ? s : k) * (k - 1)));
  }
  return result;
}

double naive_transitivity(const Network& network) {
  const Matrix a = adjacency(network, false);
  double paths = 0;
  double closed = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a.size(); ++j) {
      for (std::size_t h = 0; h < a.size(); ++h) {
        if (j == h) continue;
        paths += a[i][j] * a[i][h];
        closed += a[i][j] * a[i][h] * a[j][h];
      }
    }
  }
  return paths > 0 ? closed / paths : 0;
}

}  // namespace

TEST_CASE("clustering and transitivity by hand") {
  CHECK(clustering(star(5)) == Values(5, 0.0));
  CHECK(clustering(cycle(4)) == Values(4, 0.0));
  // A triangle with a tail, and an isolated vertex: one of the three pairs of neighbours of 2 is tied.
  const std::vector<NetworkEdge> edges = {{0, 1, 4}, {1, 2, 1}, {0, 2, 2}, {2, 3, 5}};
  const Network network(5, edges);
  CHECK(largest_difference(clustering(network), {1, 1, 1.0 / 3, 0, 0}) < 1e-15);
  CHECK(transitivity(network) == 0.6);
  // Of the strength 8 of vertex 2 the triangle has 3, and each tie is in two of the pairs.
  CHECK(largest_difference(clustering(network, {.form = ClusteringForm::barrat}), {1, 1, 3.0 / 16, 0, 0}) < 1e-15);
  // The geometric mean of 4, 1 and 2 is 2, and the largest strength 5.
  CHECK(largest_difference(clustering(network, {.form = ClusteringForm::onnela}), {0.4, 0.4, 0.4 / 3, 0, 0}) < 1e-15);
}

// Watts & Strogatz 1998: a ring in which everybody knows the nearest two on each side has C = 3 (k - 2) / (4 (k - 1)),
// here 1/2 with k = 4.
TEST_CASE("clustering of the ring of Watts and Strogatz") {
  std::vector<NetworkEdge> edges;
  for (VertexId v = 0; v < 20; ++v) {
    edges.push_back({v, (v + 1) % 20, 3});
    edges.push_back({v, (v + 2) % 20, 3});
  }
  const Network ring(20, edges);
  for (const ClusteringForm form : all_forms) {
    CHECK(largest_difference(clustering(ring, {.form = form}), Values(20, 0.5)) < 1e-15);
  }
  CHECK(transitivity(ring) == 0.5);
  CHECK(transitivity(complete(6)) == 1);
}

// networkx 3.6.1: clustering and transitivity of florentine_families_graph()
TEST_CASE("clustering of the Florentine families") {
  const Network families = florentine_families();
  const Values scores = clustering(families);
  CHECK(scores[vertex_named(families, "Medici")] == doctest::Approx(1.0 / 15).epsilon(1e-15));
  CHECK(scores[vertex_named(families, "Peruzzi")] == doctest::Approx(2.0 / 3).epsilon(1e-15));
  CHECK(scores[vertex_named(families, "Albizzi")] == 0);
  CHECK(transitivity(families) == doctest::Approx(9.0 / 47).epsilon(1e-15));
}

TEST_CASE("clustering of networks with little in them") {
  for (const ClusteringForm form : all_forms) {
    CHECK(clustering(Network(), {.form = form}).empty());
    CHECK(clustering(Network(1, {}), {.form = form}) == Values{0});
    CHECK(clustering(Network(3, {}), {.form = form}) == Values{0, 0, 0});
    CHECK(clustering(path(2), {.form = form}) == Values{0, 0});
    // Two triangles apart.
    const std::vector<NetworkEdge> edges = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {3, 4, 1}, {4, 5, 1}, {3, 5, 1}};
    CHECK(largest_difference(clustering(Network(7, edges), {.form = form}), {1, 1, 1, 1, 1, 1, 0}) < 1e-15);
  }
  CHECK(transitivity(Network()) == 0);
  CHECK(transitivity(Network(4, {})) == 0);
  CHECK(transitivity(path(2)) == 0);
}

TEST_CASE("clustering agrees with the formulas on random networks") {
  for (const Network& network : random_networks()) {
    for (const ClusteringForm form : all_forms) {
      CHECK(largest_difference(clustering(network, {.form = form}), naive_clustering(network, form)) < 1e-13);
    }
    CHECK(transitivity(network) == doctest::Approx(naive_transitivity(network)).epsilon(1e-14));
  }
}

TEST_CASE("clustering has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(clustering(network), reference.values("clustering_unweighted")) < 1e-9);
    CHECK(largest_difference(clustering(network, {.form = ClusteringForm::barrat}),
                             reference.values("clustering_barrat")) < 1e-9);
    CHECK(largest_difference(clustering(network, {.form = ClusteringForm::onnela}),
                             reference.values("clustering_onnela")) < 1e-9);
    CHECK(transitivity(network) == doctest::Approx(reference.number("transitivity")).epsilon(1e-12));
  });
}

}  // namespace kgraph::test
