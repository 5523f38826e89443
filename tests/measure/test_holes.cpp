#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/measure/holes.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

namespace {

/// 0 in the place of values that are not defined, which must be those of the isolated vertices.
Values defined(const Network& network, Values values) {
  for (VertexId v = 0; v < values.size(); ++v) {
    CHECK(std::isnan(values[v]) == (network.degree(v) == 0));
    if (std::isnan(values[v])) values[v] = 0;
  }
  return values;
}

/// The share of i's strength that goes to j.
Matrix shares(const Network& network, bool weighted) {
  Matrix p = adjacency(network, weighted);
  for (auto& row : p) {
    double sum = 0;
    for (const double entry : row) sum += entry;
    for (double& entry : row) entry = sum > 0 ? entry / sum : 0;
  }
  return p;
}

/// Burt's formulas over all i, j and q; 0 for an isolated vertex.
Values naive_constraint(const Network& network, bool weighted) {
  const Matrix p = shares(network, weighted);
  Values result(p.size(), 0.0);
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (p[i][j] == 0) continue;
      double investment = p[i][j];
      for (std::size_t q = 0; q < p.size(); ++q) investment += p[i][q] * p[q][j];
      result[i] += investment * investment;
    }
  }
  return result;
}

Values naive_effective_size(const Network& network, bool weighted) {
  const Matrix p = shares(network, weighted);
  const Matrix a = adjacency(network, weighted);
  Values result(p.size(), 0.0);
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (p[i][j] == 0) continue;
      const double strongest = *std::max_element(a[j].begin(), a[j].end());
      result[i] += 1;
      for (std::size_t q = 0; q < p.size(); ++q) result[i] -= p[i][q] * a[j][q] / strongest;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("constraint and effective size of a pair, a star and a clique by hand") {
  CHECK(constraint(path(2)) == Values{1, 1});
  CHECK(constraint(star(5)) == Values{0.25, 1, 1, 1, 1});
  CHECK(effective_size(star(5)) == Values{4, 1, 1, 1, 1});
  // In a triangle everybody has (1/2 + 1/4)^2 twice.
  CHECK(constraint(complete(3)) == Values(3, 1.125));
  CHECK(largest_difference(effective_size(complete(5)), Values(5, 1.0)) < 1e-15);
}

// Borgatti 1997: the network of G, whose six contacts have four ties among them, so 6 - 8/6. Strengths and all values
// but that one: networkx 3.6.1.
TEST_CASE("constraint and effective size of the example of Borgatti") {
  enum : VertexId { A, B, C, D, E, F, G };
  const std::vector<NetworkEdge> edges = {{A, B, 2}, {A, F, 3}, {A, G, 5}, {A, E, 2}, {E, G, 8},
                                          {F, G, 3}, {B, G, 4}, {B, D, 1}, {D, G, 3}, {G, C, 10}};
  const Network network(7, edges);
  CHECK(largest_difference(effective_size(network, {.weighted = false}), {2.5, 5.0 / 3, 1, 1, 1, 1, 14.0 / 3}) < 1e-14);
  CHECK(largest_difference(effective_size(network),
                           {2.475, 1.6714285714285715, 1, 1.15, 1.1, 1.25, 5.471717171717172}) < 1e-14);
  CHECK(largest_difference(constraint(network, {.weighted = false}),
                           {0.595486111111111, 0.6427469135802467, 1, 0.7847222222222223, 0.7309027777777779,
                            0.7309027777777779, 0.400270061728395}) < 1e-14);
  CHECK(largest_difference(constraint(network), {0.7949553265597638, 0.812748308689867, 1, 0.9134128858154832,
                                                 0.8834550045913684, 0.8332328971533518, 0.29885160614597844}) < 1e-14);
}

// networkx 3.6.1: constraint and effective_size of florentine_families_graph()
TEST_CASE("constraint and effective size of the Florentine families") {
  const Network families = florentine_families();
  const Values scores = constraint(families);
  CHECK(scores[vertex_named(families, "Medici")] == doctest::Approx(0.20987654320987653).epsilon(1e-14));
  CHECK(scores[vertex_named(families, "Guadagni")] == 0.25);
  CHECK(scores[vertex_named(families, "Peruzzi")] == doctest::Approx(0.6558641975308641).epsilon(1e-14));
  const Values sizes = effective_size(families);
  CHECK(sizes[vertex_named(families, "Medici")] == doctest::Approx(17.0 / 3).epsilon(1e-14));
  CHECK(sizes[vertex_named(families, "Peruzzi")] == doctest::Approx(5.0 / 3).epsilon(1e-14));
}

TEST_CASE("constraint and effective size of networks with little in them") {
  for (const auto measure : {constraint, effective_size}) {
    CHECK(measure(Network(), {}).empty());
    CHECK(std::isnan(measure(Network(1, {}), {})[0]));
    const std::vector<NetworkEdge> edges = {{0, 1, 3}, {3, 4, 1}};
    const Values scores = measure(Network(5, edges), {});
    CHECK(std::isnan(scores[2]));
    CHECK(scores[0] == 1);
    CHECK(scores[4] == 1);
  }
}

TEST_CASE("constraint and effective size agree with the formulas on random networks") {
  for (const Network& network : random_networks()) {
    for (const bool weighted : {true, false}) {
      CHECK(largest_difference(defined(network, constraint(network, {.weighted = weighted})),
                               naive_constraint(network, weighted)) < 1e-13);
      CHECK(largest_difference(defined(network, effective_size(network, {.weighted = weighted})),
                               naive_effective_size(network, weighted)) < 1e-13);
    }
  }
}

TEST_CASE("constraint has the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    CHECK(largest_difference(defined(network, constraint(network)),
                             defined(network, reference.values("constraint_weighted"))) < 1e-9);
    CHECK(largest_difference(defined(network, constraint(network, {.weighted = false})),
                             defined(network, reference.values("constraint_unweighted"))) < 1e-9);
  });
}

}  // namespace kgraph::test
