#include <algorithm>
#include <cmath>
#include <numeric>

#include "lanczos_detail.hpp"
#include <kgraph/base/error.hpp>
#include <kgraph/measure/components.hpp>
#include <kgraph/measure/eigenvector.hpp>

namespace kgraph {
namespace {

/// Eigenvalues of components within this relative distance are equal; computed ones are good to some 1e-15.
constexpr double eigenvalue_tolerance = 1e-10;

/// One component with two vertices or more, and what its largest eigenvalue cannot exceed.
struct Part {
  std::vector<VertexId> vertices;
  double bound = 0;
};

double tie(const Network& network, const Network::Arc& arc, bool weighted) {
  return weighted ? network.weight(arc.edge) : 1.0;
}

/// The components that have ties, the most promising first. No eigenvalue exceeds the largest strength.
std::vector<Part> parts_of(const Network& network, bool weighted) {
  const Components components = connected_components(network);
  std::vector<Part> parts(components.count());
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    Part& part = parts[components.label[v]];
    part.vertices.push_back(v);
    double strength = 0;
    for (const Network::Arc& arc : network.arcs(v)) strength += tie(network, arc, weighted);
    part.bound = std::max(part.bound, strength);
  }
  std::erase_if(parts, [](const Part& part) { return part.vertices.size() < 2; });
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.bound > b.bound; });
  return parts;
}

/// The adjacency matrix of a part, its vertices renumbered 0, 1, ... `local` is a scratch array.
detail::SparseMatrix matrix_of(const Network& network, const Part& part, bool weighted, std::vector<VertexId>& local) {
  for (VertexId i = 0; i < part.vertices.size(); ++i) local[part.vertices[i]] = i;
  detail::SparseMatrix matrix;
  for (const VertexId v : part.vertices) {
    for (const Network::Arc& arc : network.arcs(v)) {
      matrix.columns.push_back(local[arc.target]);
      // Scaled by the bound, so that squares of huge or tiny weights stay in range.
      matrix.values.push_back(tie(network, arc, weighted) / part.bound);
    }
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

}  // namespace

std::vector<double> eigenvector(const Network& network, const EigenvectorOptions& options) {
  if (!(options.tolerance > 0)) throw ArgumentError("eigenvector: tolerance must be positive");
  std::vector<double> result(network.vertex_count(), 0.0);
  std::vector<VertexId> local(network.vertex_count());

  std::vector<VertexId> scored;
  double largest = 0;
  for (const Part& part : parts_of(network, options.weighted)) {
    if (part.bound < largest * (1 - eigenvalue_tolerance)) break;
    const detail::SparseMatrix matrix = matrix_of(network, part, options.weighted, local);
    const auto [value, vector] =
        detail::largest_eigenpair(matrix, {.tolerance = options.tolerance, .max_products = options.max_iterations});
    const double eigenvalue = value * part.bound;
    if (eigenvalue < largest * (1 - eigenvalue_tolerance)) continue;
    if (eigenvalue > largest * (1 + eigenvalue_tolerance)) {
      for (const VertexId v : scored) result[v] = 0;
      scored.clear();
    }
    largest = std::max(largest, eigenvalue);

    // By Perron and Frobenius all entries have one sign; what rounding leaves of a tiny entry may have lost it.
    double peak = 0;
    for (const double entry : vector) peak = std::max(peak, std::abs(entry));
    for (std::size_t i = 0; i < vector.size(); ++i) result[part.vertices[i]] = std::abs(vector[i]) / peak;
    scored.insert(scored.end(), part.vertices.begin(), part.vertices.end());
  }
  return result;
}

}  // namespace kgraph
