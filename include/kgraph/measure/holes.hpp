// Structural holes: whether those whom an actor is tied with can do without them.
#pragma once

#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

struct HolesOptions {
  /// Use the strength of ties; otherwise every tie counts 1.
  bool weighted = true;
};

/// Burt's constraint (Burt 1992, Structural Holes, Harvard University Press, 54-56): how much of an actor's ties leads,
/// directly or through a third, to the same few others. With p(i, j) the share of i's strength that goes to j, the sum
/// over the neighbours j of i of (p(i, j) + sum over all q of p(i, q) p(q, j))^2. Low values mean many holes to
/// bridge. 1 for an actor with a single tie; it can exceed 1 in small dense networks. NaN, not
/// a number, for an isolated vertex, who is neither constrained nor free. O(V + E^1.5), memory O(V + E); one thread.
[[nodiscard]] std::vector<double> constraint(const Network& network, const HolesOptions& options = {});

/// Burt's effective size (Burt 1992, 52-53): the number of neighbours less their redundancy. A neighbour j of i is as
/// redundant as the sum over all q of p(i, q) m(j, q), where m(j, q) is the strength of their tie divided by that of
/// j's strongest one. Where all strengths are equal this is k - 2t / k for k neighbours with t ties among them
/// (Borgatti 1997, Connections 20, 35-38). Between 1 and k; NaN for an isolated vertex, as in networkx. Complexity as
/// for constraint().
[[nodiscard]] std::vector<double> effective_size(const Network& network, const HolesOptions& options = {});

}  // namespace kgraph
