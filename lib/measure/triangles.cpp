#include "triangles_detail.hpp"

namespace kgraph::detail {

ForwardArcs::ForwardArcs(const Network& network) {
  offsets_.reserve(network.vertex_count() + 1);
  arcs_.reserve(network.edge_count());
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    for (const Network::Arc& arc : network.arcs(v)) {
      const std::size_t here = network.degree(v);
      const std::size_t there = network.degree(arc.target);
      if (here < there || (here == there && v < arc.target)) arcs_.push_back(arc);
    }
    offsets_.push_back(arcs_.size());
  }
}

}  // namespace kgraph::detail
