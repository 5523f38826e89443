// All triangles of a network, each once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph::detail {

/// Three vertices tied with each other; edges[i] is the tie of the two others than vertices[i].
struct Triangle {
  std::array<VertexId, 3> vertices;
  std::array<std::uint32_t, 3> edges;
};

/// Each tie seen from the end that has fewer ties, which leaves no vertex with more than sqrt(2E) of them (Chiba &
/// Nishizeki 1985, SIAM Journal on Computing 14, 210-223, doi:10.1137/0214017).
class ForwardArcs {
 public:
  explicit ForwardArcs(const Network& network);

  [[nodiscard]] std::size_t vertex_count() const { return offsets_.size() - 1; }
  [[nodiscard]] std::span<const Network::Arc> arcs(VertexId v) const {
    return {arcs_.data() + offsets_[v], arcs_.data() + offsets_[v + std::size_t{1}]};
  }

 private:
  std::vector<std::size_t> offsets_ = {0};
  std::vector<Network::Arc> arcs_;
};

/// Calls visit(triangle) for every triangle, in an order that depends on nothing but the network. O(V + E^1.5).
template <typename Visit>
void for_each_triangle(const Network& network, Visit&& visit) {
  const ForwardArcs forward(network);
  // For the neighbours of the vertex at hand the number of the edge and one; 0 for all others.
  std::vector<std::uint32_t> marks(network.vertex_count(), 0);
  for (VertexId u = 0; u < forward.vertex_count(); ++u) {
    for (const Network::Arc& arc : forward.arcs(u)) marks[arc.target] = arc.edge + 1;
    for (const Network::Arc& to_v : forward.arcs(u)) {
      for (const Network::Arc& to_w : forward.arcs(to_v.target)) {
        const std::uint32_t mark = marks[to_w.target];
        if (mark != 0) visit(Triangle{{u, to_v.target, to_w.target}, {to_w.edge, mark - 1, to_v.edge}});
      }
    }
    for (const Network::Arc& arc : forward.arcs(u)) marks[arc.target] = 0;
  }
}

}  // namespace kgraph::detail
