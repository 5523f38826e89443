// Betweenness: how often an actor, or a tie, stands on the shortest connections between others.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph {

struct BetweennessOptions {
  Distance distance = Distance::unit;
  /// Divide by the number of pairs that could need the vertex or the tie: values in [0, 1]. For a vertex these are the
  /// pairs of others, (n-1)(n-2)/2 (all values are 0 where n < 3), for a tie all pairs, n(n-1)/2.
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

/// Betweenness of ties (Anthonisse 1971, Mathematisch Centrum BN 9/71; Girvan & Newman 2002, PNAS 99, 7821-7826,
/// doi:10.1073/pnas.122653799): for each edge, in the order of network.edges(), the sum over all unordered pairs
/// {s, t}, its own ends among them, of the share of shortest s-t paths that use it; at least 1 / (number of shortest
/// paths between its ends), or 0 for a tie that is longer than a detour. What is said of betweenness() about ties of
/// lengths, numbers of paths, complexity and errors holds here; memory O(V + E) a thread. The algorithm is that of
/// Brandes 2008, Social Networks 30, 136-145, doi:10.1016/j.socnet.2007.11.001.
[[nodiscard]] std::vector<double> edge_betweenness(const Network& network, const BetweennessOptions& options = {});

}  // namespace kgraph
