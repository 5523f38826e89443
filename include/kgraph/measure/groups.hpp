// Groups: the faction, party or other class that each actor belongs to.
#pragma once

#include <cstdint>
#include <limits>

namespace kgraph {

/// Any number stands for a group: measures that take a group a vertex ask only which of them are equal.
using Group = std::uint32_t;

/// The vertex belongs to no group, or nobody knows to which.
inline constexpr Group no_group = std::numeric_limits<Group>::max();

}  // namespace kgraph
