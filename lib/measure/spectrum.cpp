#include <algorithm>

#include <kgraph/measure/components.hpp>

#include "spectrum_detail.hpp"

namespace kgraph::detail {
namespace {

double tie(const Network& network, const Network::Arc& arc, bool weighted) {
  return weighted ? network.weight(arc.edge) : 1.0;
}

}  // namespace

std::vector<SpectralPart> spectral_parts(const Network& network, bool weighted) {
  const Components components = connected_components(network);
  std::vector<SpectralPart> parts(components.count());
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    SpectralPart& part = parts[components.label[v]];
    part.vertices.push_back(v);
    double strength = 0;
    for (const Network::Arc& arc : network.arcs(v)) strength += tie(network, arc, weighted);
    part.bound = std::max(part.bound, strength);
  }
  std::erase_if(parts, [](const SpectralPart& part) { return part.vertices.size() < 2; });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const SpectralPart& a, const SpectralPart& b) { return a.bound > b.bound; });
  return parts;
}

SparseMatrix scaled_matrix(const Network& network, const SpectralPart& part, bool weighted,
                           std::vector<VertexId>& local) {
  for (VertexId i = 0; i < part.vertices.size(); ++i) local[part.vertices[i]] = i;
  SparseMatrix matrix;
  for (const VertexId v : part.vertices) {
    for (const Network::Arc& arc : network.arcs(v)) {
      matrix.columns.push_back(local[arc.target]);
      matrix.values.push_back(tie(network, arc, weighted) / part.bound);
    }
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

double largest_eigenvalue(const Network& network, bool weighted) {
  double largest = 0;
  std::vector<VertexId> local(network.vertex_count());
  for (const SpectralPart& part : spectral_parts(network, weighted)) {
    if (part.bound <= largest) break;
    const SparseMatrix matrix = scaled_matrix(network, part, weighted, local);
    // An eigenvalue misses by the square of the residual, divided by its distance from the next one.
    largest = std::max(largest, largest_eigenpair(matrix, {.tolerance = 1e-11}).value * part.bound);
  }
  return largest;
}

}  // namespace kgraph::detail
