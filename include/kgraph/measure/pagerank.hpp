// PageRank: where a random walker who sometimes starts anew is found.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

struct PageRankOptions {
  /// The probability of following a tie rather than starting anew; 0 <= damping < 1.
  double damping = 0.85;
  /// Follow ties in proportion to their strength; otherwise each tie of a vertex with the same probability.
  bool weighted = true;
  /// An upper bound for the sum of the absolute errors of all values.
  double tolerance = 1e-12;
  /// Multiplications by the adjacency matrix that are allowed.
  unsigned max_iterations = 10000;
};

/// PageRank (Brin & Page 1998, Computer Networks and ISDN Systems 30, 107-117, doi:10.1016/S0169-7552(98)00110-X): the
/// stationary distribution of a walker who follows a tie with probability `damping` and otherwise, or where there is no
/// tie, goes to any vertex with the same probability. Sums to 1; empty for an empty network.
///
/// On an undirected network this is a symmetric positive definite system, solved by conjugate gradients: O(V + E) an
/// iteration, and far fewer of them than the power method needs. Deterministic; one thread.
/// Throws ArgumentError where an option is out of range, Error where max_iterations do not suffice (a tolerance below
/// 1e-15 is out of reach of doubles).
[[nodiscard]] std::vector<double> pagerank(const Network& network, const PageRankOptions& options = {});

}  // namespace kgraph
