// A network in a few numbers: its size, how closely it hangs together, and whether like is tied with like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/groups.hpp>

namespace kgraph {

struct SummaryOptions {
  /// 0 = all cores. The values are the same bits for any number.
  unsigned threads = 1;
};

/// What summarize() finds. Every tie has length 1.
struct NetworkSummary {
  std::size_t vertices = 0;
  std::size_t edges = 0;
  /// The share of pairs of vertices that are tied, edges / (n (n-1) / 2); 0 where n < 2.
  double density = 0;
  std::size_t components = 0;
  /// The number of vertices of the largest component.
  std::size_t largest_component = 0;
  /// The number of vertices without ties.
  std::size_t isolated = 0;
  /// The largest distance between two vertices that are connected, in whichever component; 0 without ties.
  std::uint32_t diameter = 0;
  /// How many pairs of vertices are connected by a path.
  std::uint64_t connected_pairs = 0;
  /// The mean distance of the connected pairs; NaN, not a number, without ties.
  double mean_path_length = 0;
  /// 2 edges / n; 0 where n = 0.
  double mean_degree = 0;
  /// degree_counts[k] vertices have k neighbours; up to the largest degree, empty for an empty network.
  std::vector<std::size_t> degree_counts;
};

/// Counts all of the above (Wasserman & Faust 1994, Social Network Analysis, Cambridge University Press, chapter 4).
/// Distances come from breadth-first searches as in closeness(): O(VE) at worst, memory O(V + E) and O(V) a thread.
[[nodiscard]] NetworkSummary summarize(const Network& network, const SummaryOptions& options = {});

struct AssortativityOptions {
  /// Ties count by their strength; otherwise each counts 1.
  bool weighted = false;
};

/// Assortativity by a category such as the party (Newman 2003, Physical Review E 67, 026126,
/// doi:10.1103/PhysRevE.67.026126): with e(g, h) the share of tie ends in g whose other end is in h and a(g) the share
/// of all ends in g, (sum of e(g, g) - sum of a(g)^2) / (1 - sum of a(g)^2). 1 where ties stay within groups, 0 where
/// they fall as if by chance, negative, not below -1, where they prefer other groups.
///
/// Ties with an end in no_group do not count. NaN, not a number, where no tie counts or all ends are in one group. The
/// numerator is the modularity of the groups. O((V + E) log V); one thread. Throws ArgumentError where `groups` does
/// not have one entry a vertex.
[[nodiscard]] double assortativity(const Network& network, std::span<const Group> groups,
                                   const AssortativityOptions& options = {});

}  // namespace kgraph
