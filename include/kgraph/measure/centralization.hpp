// Centralization: how far a network as a whole turns around its most central actor.
#pragma once

#include <kgraph/graph/network.hpp>

namespace kgraph {

struct CentralizationOptions {
  /// 0 = all cores. The values are the same bits for any number.
  unsigned threads = 1;
};

/// Freeman's centralization (Freeman 1979, Social Networks 1, 215-239, doi:10.1016/0378-8733(78)90021-7): the sum over
/// all vertices of how far they fall short of the most central one, divided by the largest sum that any network of n
/// vertices has, which is that of the star. Between 0, where all are equally central, and 1 for a star; 0 where n < 3.
/// Strengths do not matter, every tie has length 1.
///
/// Degree: the sum of (largest degree - degree) / ((n-1)(n-2)). O(V).
[[nodiscard]] double degree_centralization(const Network& network);

/// Betweenness, each pair counted once: the sum of (largest - own) / ((n-1)^2 (n-2) / 2). Complexity as for
/// betweenness().
[[nodiscard]] double betweenness_centralization(const Network& network, const CentralizationOptions& options = {});

/// Closeness, (n-1) / sum of distances: the sum of (largest - own) / ((n-1)(n-2) / (2n-3)). Freeman defines it for
/// connected networks; in others ClosenessScope::wasserman_faust takes its place, with the same star as the largest.
/// Complexity as for closeness().
[[nodiscard]] double closeness_centralization(const Network& network, const CentralizationOptions& options = {});

}  // namespace kgraph
