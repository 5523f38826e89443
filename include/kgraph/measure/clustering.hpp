// Clustering: how far those tied with an actor are tied with each other.
#pragma once

#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

/// How the strengths of ties enter the clustering coefficient. The three agree where all strengths are equal.
enum class ClusteringForm : std::uint8_t {
  /// Not at all: the share of pairs of neighbours that are tied.
  unweighted,
  /// Each pair of neighbours counts as much as the vertex's own two ties with them (Barrat et al. 2004, PNAS 101,
  /// 3747-3752, doi:10.1073/pnas.0400087101). igraph computes this form.
  barrat,
  /// Each triangle counts the geometric mean of its three strengths, in units of the largest strength of the network
  /// (Onnela et al. 2005, Physical Review E 71, 065103, doi:10.1103/PhysRevE.71.065103). networkx computes this form.
  onnela,
};

struct ClusteringOptions {
  ClusteringForm form = ClusteringForm::unweighted;
};

/// Local clustering coefficient (Watts & Strogatz 1998, Nature 393, 440-442, doi:10.1038/30918): the number of ties
/// among the neighbours of a vertex divided by the number of pairs of them, k (k - 1) / 2; between 0 and 1. 0 for a
/// vertex with fewer than two neighbours. O(V + E^1.5), memory O(V + E); one thread.
[[nodiscard]] std::vector<double> clustering(const Network& network, const ClusteringOptions& options = {});

/// Transitivity (Luce & Perry 1949, Psychometrika 14, 95-116, doi:10.1007/BF02289146; Newman, Watts & Strogatz 2002,
/// PNAS 99, 2566-2572, doi:10.1073/pnas.012582999): the share of pairs of neighbours that are tied, over all vertices;
/// three times the number of triangles divided by the number of paths of two ties. Not the mean of clustering(). 0
/// where nobody has two neighbours. Complexity as for clustering().
[[nodiscard]] double transitivity(const Network& network);

}  // namespace kgraph
