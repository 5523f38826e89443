#include <algorithm>
#include <cmath>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/eigenvector.hpp>

#include "lanczos_detail.hpp"
#include "spectrum_detail.hpp"

namespace kgraph {
namespace {

/// Eigenvalues of components within this relative distance are equal; computed ones are good to some 1e-15.
constexpr double eigenvalue_tolerance = 1e-10;

}  // namespace

std::vector<double> eigenvector(const Network& network, const EigenvectorOptions& options) {
  if (!(options.tolerance > 0)) throw ArgumentError("eigenvector: tolerance must be positive");
  std::vector<double> result(network.vertex_count(), 0.0);
  std::vector<VertexId> local(network.vertex_count());

  std::vector<VertexId> scored;
  double largest = 0;
  for (const detail::SpectralPart& part : detail::spectral_parts(network, options.weighted)) {
    if (part.bound < largest * (1 - eigenvalue_tolerance)) break;
    const detail::SparseMatrix matrix = detail::scaled_matrix(network, part, options.weighted, local);
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
