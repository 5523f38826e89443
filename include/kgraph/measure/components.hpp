// Connected components: who can be reached from whom at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph {

/// A partition of the vertices into connected components.
struct Components {
  /// For each vertex its component: 0, 1, ... in the order of the components' smallest vertices.
  std::vector<std::uint32_t> label;
  /// For each component the number of its vertices.
  std::vector<std::uint32_t> size;

  [[nodiscard]] std::size_t count() const { return size.size(); }
  /// The number of vertices in the component of v.
  [[nodiscard]] std::uint32_t size_of(VertexId v) const { return size[label[v]]; }
};

/// Connected components; an isolated vertex is one of its own. O(V + E).
[[nodiscard]] Components connected_components(const Network& network);

}  // namespace kgraph
