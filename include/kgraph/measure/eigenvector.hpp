// Eigenvector centrality: an actor matters when tied to actors who matter.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

struct EigenvectorOptions {
  /// Use the strength of ties; otherwise every tie counts 1.
  bool weighted = true;
  /// Stop when the residual |Ax - lambda x| of the unit vector x is below tolerance * lambda.
  double tolerance = 1e-14;
  /// Multiplications by the adjacency matrix that are allowed for each component.
  unsigned max_iterations = 100000;
};

/// Eigenvector centrality (Bonacich 1972, Journal of Mathematical Sociology 2, 113-120,
/// doi:10.1080/0022250X.1972.9989806): the eigenvector of the adjacency matrix for its largest eigenvalue, with largest
/// entry 1 and no negative ones.
///
/// In a disconnected network that eigenvector lives in one component, and everybody else gets 0. Where several
/// components share the largest eigenvalue (within a relative 1e-10), each of them keeps its own vector with largest
/// entry 1: equal components get equal values, whatever the order of the vertices. Without any tie all values are 0.
///
/// Thick-restart Lanczos (Wu & Simon 2000, SIAM Journal on Matrix Analysis and Applications 22, 602-616,
/// doi:10.1137/S0895479898334605) from a fixed start, so deterministic; O(V + E) an iteration, some dozens of them on
/// most networks. One thread.
/// Throws ArgumentError where tolerance is not positive, Error where max_iterations do not suffice.
[[nodiscard]] std::vector<double> eigenvector(const Network& network, const EigenvectorOptions& options = {});

}  // namespace kgraph
