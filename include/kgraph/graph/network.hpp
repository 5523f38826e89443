// Network: a simple, undirected, weighted projection of the graph, on which measures run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kgraph {

using VertexId = std::uint32_t;

/// An undirected edge of a network: two different vertices and a strength.
struct NetworkEdge {
  VertexId source = 0;
  VertexId target = 0;
  double weight = 1.0;
};

/// A simple undirected network with weights in compressed sparse rows: no loops, no parallel edges.
///
/// Vertices are dense ids 0 .. vertex_count()-1, edges dense ids 0 .. edge_count()-1 in the order of (smaller end,
/// larger end). A weight is a strength: larger is closer. Immutable, hence safe to read from any number of threads.
/// <kgraph/graph/network_bgl.hpp> makes it a model of Boost.Graph's VertexListGraph, EdgeListGraph, IncidenceGraph
/// and AdjacencyGraph, so Boost.Graph algorithms run on it.
class Network {
 public:
  /// One end of an edge as seen from the other.
  struct Arc {
    VertexId target = 0;
    std::uint32_t edge = 0;
  };

  Network() = default;

  /// Builds from any list of edges in O(V + E log E): parallel edges are added up, loops and edges without positive
  /// weight are left out. `names` and `ids` may be empty (then "0", "1", ...) or hold one entry a vertex.
  /// Throws ArgumentError where an end is not below vertex_count, a weight is not finite, or an array has another
  /// length.
  Network(std::size_t vertex_count, std::span<const NetworkEdge> edges, std::vector<std::string> names = {},
          std::vector<std::string> ids = {});

  [[nodiscard]] std::size_t vertex_count() const { return offsets_.size() - 1; }
  [[nodiscard]] std::size_t edge_count() const { return edges_.size(); }

  /// All edges, sorted, source < target.
  [[nodiscard]] std::span<const NetworkEdge> edges() const { return edges_; }

  /// The arcs that leave v, sorted by target.
  [[nodiscard]] std::span<const Arc> arcs(VertexId v) const {
    return {arcs_.data() + offsets_[v], arcs_.data() + offsets_[v + 1]};
  }

  [[nodiscard]] std::size_t degree(VertexId v) const { return offsets_[v + 1] - offsets_[v]; }
  [[nodiscard]] double weight(std::uint32_t edge) const { return edges_[edge].weight; }

  /// What a reader is shown, and the graph file's id of the entity.
  [[nodiscard]] const std::string& name(VertexId v) const { return names_[v]; }
  [[nodiscard]] const std::string& id(VertexId v) const { return ids_[v]; }

 private:
  std::vector<std::size_t> offsets_ = {0};
  std::vector<Arc> arcs_;
  std::vector<NetworkEdge> edges_;
  std::vector<std::string> names_;
  std::vector<std::string> ids_;
};

}  // namespace kgraph
