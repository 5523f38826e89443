// Core numbers: how deep inside the dense middle of the network an actor stands.
#pragma once

#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

/// Core numbers (Seidman 1983, Social Networks 5, 269-287, doi:10.1016/0378-8733(83)90028-X): the largest k such that
/// the vertex belongs to a subnetwork in which everybody has at least k neighbours. 0 for an isolated vertex. Strengths
/// do not matter. O(V + E) (Batagelj & Zaversnik 2003, arXiv:cs/0310049).
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const Network& network);

}  // namespace kgraph
