// Sums over the distances from each vertex to all others: what closeness and harmonic centrality are made of.
#pragma once

#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph::detail {

enum class DistanceTerm : std::uint8_t { length, reciprocal };

/// For each vertex the sum of `term` of the distance over all other vertices that can be reached. The same bits for any
/// number of threads.
[[nodiscard]] std::vector<double> distance_sums(const Network& network, Distance distance, DistanceTerm term,
                                                unsigned threads);

}  // namespace kgraph::detail
