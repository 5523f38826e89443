// Brandes' accumulation: what the shortest paths from one source contribute to the betweenness of all vertices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>

#include "csr_detail.hpp"
#include "dijkstra_detail.hpp"

namespace kgraph::detail {

/// Paths of unit lengths. No lists of predecessors: levels tell them, and the arcs are read a second time.
class UnitBrandes {
 public:
  /// `rows` must outlive this.
  explicit UnitBrandes(const Csr& rows);

  /// Adds the dependency of `source` on each other vertex to `scores`.
  void add(VertexId source, std::vector<double>& scores);
  /// Adds the dependency of `source` on each arc to `scores`, which are parallel to the targets of the rows.
  void add_arcs(VertexId source, std::vector<double>& scores);

 private:
  void count_paths(VertexId source);
  void accumulate(std::vector<double>& scores);

  struct State {
    std::int32_t level = -1;
    /// The number of shortest paths on the way out; on the way back (1 + dependency) / number.
    double value = 0;
  };

  const Csr& rows_;
  std::vector<State> state_;
  std::vector<VertexId> order_;
  /// The number of vertices in a vertex's component; 0 until a search has been there.
  std::vector<std::size_t> component_size_;
};

/// Paths of the lengths in the rows, where equally_long() decides about ties.
class InverseBrandes {
 public:
  /// `rows` must have lengths, shortest first, and outlive this.
  explicit InverseBrandes(const Csr& rows);

  /// Adds the dependency of `source` on each other vertex to `scores`.
  void add(VertexId source, std::vector<double>& scores);
  /// Adds the dependency of `source` on each arc to `scores`, which are parallel to the targets of the rows.
  void add_arcs(VertexId source, std::vector<double>& scores);

 private:
  void count_paths();
  void accumulate(std::vector<double>& scores);
  /// Calls found(arc) for each tie that ends a shortest path to the i-th vertex, seen as an arc that leaves it.
  template <typename Found>
  void for_each_last_arc(std::size_t i, Found&& found) const;

  const Csr& rows_;
  Dijkstra search_;
  /// The numbers of shortest paths from the source.
  std::vector<double> paths_;
  /// The sum of (1 + dependency) / number over a vertex's successors.
  std::vector<double> successors_;
  /// The predecessors of the reached vertices in settled order, and where those of each begin.
  std::vector<VertexId> predecessors_;
  std::vector<std::size_t> first_predecessor_;
};

}  // namespace kgraph::detail
