// Degree and strength: how many ties an actor has, and how strong they are together.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

struct DegreeOptions {
  /// Divide by n - 1, the most neighbours that a vertex can have; 0 where n < 2.
  bool normalized = false;
};

/// Degree centrality (Freeman 1979, Social Networks 1, 215-239, doi:10.1016/0378-8733(78)90021-7): the number of
/// neighbours. One value a vertex; empty for an empty network. O(V).
[[nodiscard]] std::vector<double> degree(const Network& network, const DegreeOptions& options = {});

/// Strength (Barrat et al. 2004, PNAS 101, 3747-3752, doi:10.1073/pnas.0400087101): the sum of the weights of a
/// vertex's ties, in units of the weights; 0 for an isolated vertex. O(V + E).
[[nodiscard]] std::vector<double> strength(const Network& network);

}  // namespace kgraph
