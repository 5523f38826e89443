#include <algorithm>
#include <cstddef>
#include <string>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/brokerage.hpp>

#include "triangles_detail.hpp"

namespace kgraph {
namespace {

std::uint64_t pairs(std::uint64_t n) { return n > 1 ? n * (n - 1) / 2 : 0; }

/// Unordered pairs of neighbours of a vertex, by how their groups relate to the vertex's.
struct Pairs {
  std::uint64_t coordinator = 0;
  std::uint64_t itinerant = 0;
  /// One of the two in the vertex's group: it is gatekeeper one way and representative the other way.
  std::uint64_t border = 0;
  std::uint64_t liaison = 0;
};

/// All pairs of neighbours of v, tied or not. `others` is a scratch array.
Pairs count_pairs(const Network& network, VertexId v, std::span<const Group> groups, std::vector<Group>& others) {
  Pairs result;
  others.clear();
  std::uint64_t same = 0;
  for (const Network::Arc& arc : network.arcs(v)) {
    const Group group = groups[arc.target];
    if (group == groups[v]) ++same;
    if (group != groups[v] && group != no_group) others.push_back(group);
  }
  std::sort(others.begin(), others.end());
  for (auto first = others.begin(); first != others.end();) {
    const auto last = std::upper_bound(first, others.end(), *first);
    result.itinerant += pairs(static_cast<std::uint64_t>(last - first));
    first = last;
  }
  result.coordinator = pairs(same);
  result.border = same * others.size();
  result.liaison = pairs(others.size()) - result.itinerant;
  return result;
}

/// Takes the pair a, b out of those of v.
void remove_pair(Pairs& of_v, Group v, Group a, Group b) {
  if (a == v && b == v) {
    --of_v.coordinator;
  } else if (a == v || b == v) {
    --of_v.border;
  } else if (a == b) {
    --of_v.itinerant;
  } else {
    --of_v.liaison;
  }
}

}  // namespace

std::vector<Brokerage> brokerage(const Network& network, std::span<const Group> groups) {
  if (groups.size() != network.vertex_count()) {
    throw ArgumentError("brokerage: there must be one group for each of the " + std::to_string(network.vertex_count()) +
                        " vertices, not " + std::to_string(groups.size()));
  }
  std::vector<Pairs> open(network.vertex_count());
  std::vector<Group> others;
  for (VertexId v = 0; v < open.size(); ++v) {
    if (groups[v] != no_group) open[v] = count_pairs(network, v, groups, others);
  }
  detail::for_each_triangle(network, [&](const detail::Triangle& triangle) {
    const auto [a, b, c] = triangle.vertices;
    if (groups[a] == no_group || groups[b] == no_group || groups[c] == no_group) return;
    remove_pair(open[a], groups[a], groups[b], groups[c]);
    remove_pair(open[b], groups[b], groups[a], groups[c]);
    remove_pair(open[c], groups[c], groups[a], groups[b]);
  });
  std::vector<Brokerage> result;
  result.reserve(open.size());
  for (const Pairs& of_v : open) {
    result.push_back({.coordinator = 2 * of_v.coordinator,
                      .itinerant = 2 * of_v.itinerant,
                      .gatekeeper = of_v.border,
                      .representative = of_v.border,
                      .liaison = 2 * of_v.liaison});
  }
  return result;
}

}  // namespace kgraph
