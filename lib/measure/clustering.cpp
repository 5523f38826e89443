#include <algorithm>
#include <cmath>
#include <cstddef>

#include <kgraph/measure/clustering.hpp>
#include <kgraph/measure/degree.hpp>

#include "triangles_detail.hpp"

namespace kgraph {
namespace {

using Values = std::vector<double>;

/// For each vertex the sum over its triangles of weigh(triangle, corner of the vertex).
template <typename Weigh>
Values sum_over_triangles(const Network& network, Weigh&& weigh) {
  Values sums(network.vertex_count(), 0.0);
  detail::for_each_triangle(network, [&](const detail::Triangle& triangle) {
    for (std::size_t i = 0; i < 3; ++i) sums[triangle.vertices[i]] += weigh(triangle, i);
  });
  return sums;
}

Values count_triangles(const Network& network) {
  return sum_over_triangles(network, [](const detail::Triangle&, std::size_t) { return 1.0; });
}

/// The share of the vertex's strength in a triangle, so that the sum over all pairs of neighbours is k - 1. Halved for
/// the denominator k (k - 1) / 2 that the forms share.
Values barrat(const Network& network) {
  const Values strengths = strength(network);
  Values sums = sum_over_triangles(network, [&](const detail::Triangle& triangle, std::size_t i) {
    const double total = strengths[triangle.vertices[i]];
    return network.weight(triangle.edges[(i + 1) % 3]) / total + network.weight(triangle.edges[(i + 2) % 3]) / total;
  });
  for (VertexId v = 0; v < sums.size(); ++v) sums[v] *= static_cast<double>(network.degree(v)) / 2;
  return sums;
}

Values onnela(const Network& network) {
  double largest = 0;
  for (const NetworkEdge& edge : network.edges()) largest = std::max(largest, edge.weight);
  Values roots;
  roots.reserve(network.edge_count());
  for (const NetworkEdge& edge : network.edges()) roots.push_back(std::cbrt(edge.weight / largest));
  return sum_over_triangles(network, [&](const detail::Triangle& triangle, std::size_t) {
    return roots[triangle.edges[0]] * roots[triangle.edges[1]] * roots[triangle.edges[2]];
  });
}

Values sums_of(const Network& network, ClusteringForm form) {
  switch (form) {
    case ClusteringForm::barrat:
      return barrat(network);
    case ClusteringForm::onnela:
      return onnela(network);
    case ClusteringForm::unweighted:
      break;
  }
  return count_triangles(network);
}

double pairs_of_neighbours(const Network& network, VertexId v) {
  const auto k = static_cast<double>(network.degree(v));
  return k * (k - 1) / 2;
}

}  // namespace

std::vector<double> clustering(const Network& network, const ClusteringOptions& options) {
  Values result = sums_of(network, options.form);
  for (VertexId v = 0; v < result.size(); ++v) {
    const double pairs = pairs_of_neighbours(network, v);
    result[v] = pairs > 0 ? result[v] / pairs : 0;
  }
  return result;
}

double transitivity(const Network& network) {
  const Values triangles = count_triangles(network);
  double closed = 0;
  double pairs = 0;
  for (VertexId v = 0; v < triangles.size(); ++v) {
    closed += triangles[v];
    pairs += pairs_of_neighbours(network, v);
  }
  return pairs > 0 ? closed / pairs : 0;
}

}  // namespace kgraph
