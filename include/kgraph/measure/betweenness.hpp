// Betweenness: how often an actor stands on the shortest connections between others.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph {

struct BetweennessOptions {
  Distance distance = Distance::unit;
  /// Divide by (n-1)(n-2)/2, the number of pairs of others: values in [0, 1]. All 0 where n < 3.
  bool normalized = false;
  /// 0 = all cores. The values are the same bits for any number.
  unsigned threads = 1;
};

/// Betweenness centrality (Freeman 1977, Sociometry 40, 35-41, doi:10.2307/3033543): for vertex v, the sum over
/// unordered pairs {s, t} of others of the share of shortest s-t paths that pass through v.
///
/// Each pair counts once, end points do not count, pairs without a path count nothing. Lengths of paths that differ by
/// less than a relative 1e-10 are equal (see distance.hpp), which gives the values of exact arithmetic for any weights
/// that are not themselves that close. Numbers of shortest paths are kept as doubles: exact to 2^53, then to a relative
/// 1e-16, and not defined beyond 1e308 of them between two vertices.
///
/// Exact, by Brandes' accumulation (Brandes 2001, Journal of Mathematical Sociology 25, 163-177,
/// doi:10.1080/0022250X.2001.9990249): O(VE) with unit lengths, O(VE + V^2 log V) with inverse ones. Memory O(V + E)
/// and O(V) a thread.
/// Throws ArgumentError where a strength is so small that its inverse is not finite.
[[nodiscard]] std::vector<double> betweenness(const Network& network, const BetweennessOptions& options = {});

}  // namespace kgraph
