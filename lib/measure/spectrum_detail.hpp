// The adjacency matrix of a network, component by component, and its largest eigenvalue.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>

#include "lanczos_detail.hpp"

namespace kgraph::detail {

/// One component with two vertices or more, and what its largest eigenvalue cannot exceed.
struct SpectralPart {
  std::vector<VertexId> vertices;
  double bound = 0;
};

/// The components that have ties, the most promising first. No eigenvalue exceeds the largest strength.
[[nodiscard]] std::vector<SpectralPart> spectral_parts(const Network& network, bool weighted);

/// The adjacency matrix of a part divided by its bound, so that squares of huge or tiny weights stay in range; its
/// vertices are renumbered 0, 1, ... `local` is a scratch array of vertex_count() entries.
[[nodiscard]] SparseMatrix scaled_matrix(const Network& network, const SpectralPart& part, bool weighted,
                                         std::vector<VertexId>& local);

/// The largest eigenvalue of the adjacency matrix; 0 without ties. Throws Error where it does not converge.
[[nodiscard]] double largest_eigenvalue(const Network& network, bool weighted);

}  // namespace kgraph::detail
