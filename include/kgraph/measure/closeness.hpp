// Closeness and harmonic centrality: how near an actor is to all others.
#pragma once

#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph {

/// What closeness means for a vertex that does not reach everybody. The two agree on connected networks.
enum class ClosenessScope : std::uint8_t {
  /// Within the vertex's own component of r vertices: (r-1) / sum of distances. A lone pair then scores 1.
  component,
  /// The same times (r-1) / (n-1), the share of the others that it reaches (Wasserman & Faust 1994, Social Network
  /// Analysis, Cambridge University Press).
  wasserman_faust,
};

struct ClosenessOptions {
  Distance distance = Distance::unit;
  ClosenessScope scope = ClosenessScope::wasserman_faust;
  /// 0 = all cores. The values are the same bits for any number.
  unsigned threads = 1;
};

struct HarmonicOptions {
  Distance distance = Distance::unit;
  /// Divide by n - 1; 0 where n < 2.
  bool normalized = false;
  /// 0 = all cores. The values are the same bits for any number.
  unsigned threads = 1;
};

/// Closeness centrality (Freeman 1979, Social Networks 1, 215-239, doi:10.1016/0378-8733(78)90021-7): the inverse of
/// the mean distance to the vertices that can be reached, 1 / length; scaled as options.scope says. 0 for an isolated
/// vertex.
///
/// Unit lengths: breadth-first searches from 256 sources at once, each a bit (Then et al. 2014, PVLDB 8, 449-460,
/// doi:10.14778/2735496.2735507); O(VE) at worst. Inverse lengths: Dijkstra, O(VE + V^2 log V). Memory O(V + E) and
/// O(V) a thread. Throws ArgumentError where a strength is so small that its inverse is not finite.
[[nodiscard]] std::vector<double> closeness(const Network& network, const ClosenessOptions& options = {});

/// Harmonic centrality (Rochat 2009, ASNA; Boldi & Vigna 2014, Internet Mathematics 10, 222-262,
/// doi:10.1080/15427951.2013.865686): the sum over all others of 1 / distance, where nobody reached counts 0. It needs
/// no convention for disconnected networks. Complexity and errors as for closeness().
[[nodiscard]] std::vector<double> harmonic(const Network& network, const HarmonicOptions& options = {});

}  // namespace kgraph
