// Katz centrality: how many chains of ties lead to an actor, where long ones count less.
#pragma once

#include <optional>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

struct KatzOptions {
  /// How much a further tie weakens a chain: at least 0 and below 1 / lambda, where lambda is the largest eigenvalue of
  /// the adjacency matrix, since beyond that the chains have no finite sum. Nothing: 0.85 / lambda, which networks of
  /// any size and unit of strength have in common.
  std::optional<double> alpha = std::nullopt;
  /// Use the strength of ties; otherwise every tie counts 1. Strong ties make lambda large and so alpha small.
  bool weighted = true;
  /// An upper bound for the length of the vector of errors, relative to that of the values.
  double tolerance = 1e-14;
  /// Multiplications by the adjacency matrix that are allowed.
  unsigned max_iterations = 10000;
};

/// Katz centrality (Katz 1953, Psychometrika 18, 39-43, doi:10.1007/BF02289026): the solution of x = alpha A x + 1,
/// the sum over all chains of ties that end in the vertex, its own of no tie included, of alpha^length times the
/// product of their strengths. Not scaled: 1 for an isolated vertex, more for all others. Katz's own status index is
/// x - 1.
///
/// Below 1 / lambda the system is symmetric and positive definite, solved by conjugate gradients: O(V + E) an
/// iteration, some dozens of them unless alpha is close to its bound. Deterministic; one thread.
/// Throws ArgumentError where alpha is negative or not below 1 / lambda (the message tells it) and where tolerance is
/// not positive, Error where max_iterations do not suffice.
[[nodiscard]] std::vector<double> katz(const Network& network, const KatzOptions& options = {});

}  // namespace kgraph
