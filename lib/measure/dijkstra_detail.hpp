// Shortest path lengths from one source after another, with all memory reused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <kgraph/graph/network.hpp>

#include "csr_detail.hpp"

namespace kgraph::detail {

/// Dijkstra's algorithm (1959) on a 4-ary heap that holds its keys: flatter than a binary heap, and the four children
/// of a node share a cache line.
class Dijkstra {
 public:
  /// `rows` must have lengths, shortest first, and outlive this.
  explicit Dijkstra(const Csr& rows);

  /// Computes the distances from `source`; O(E + V log V) of its component.
  void run(VertexId source);

  /// The vertices reached, the source first, by distance.
  [[nodiscard]] std::span<const VertexId> order() const { return order_; }
  /// Infinite where not reached.
  [[nodiscard]] double distance(VertexId v) const { return distance_[v]; }
  /// The position of a reached vertex in order().
  [[nodiscard]] std::uint32_t rank(VertexId v) const { return place_[v]; }

 private:
  struct Entry {
    double key;
    VertexId vertex;
  };

  static constexpr double unreached = std::numeric_limits<double>::infinity();

  void relax(VertexId v);
  VertexId pop();
  void sift_up(std::size_t hole, Entry entry);
  void sift_down(std::size_t hole, Entry entry);
  void put(std::size_t position, Entry entry) {
    heap_[position] = entry;
    place_[entry.vertex] = static_cast<std::uint32_t>(position);
  }

  const Csr& rows_;
  std::vector<double> distance_;
  /// Position in the heap while a vertex waits there, then in the order.
  std::vector<std::uint32_t> place_;
  std::vector<Entry> heap_;
  std::vector<VertexId> order_;
  /// No path of this length or longer can be of use to anybody who waits.
  double longest_useful_ = unreached;
  /// The number of vertices in a vertex's component; 0 until a search has been there.
  std::vector<std::size_t> component_size_;
};

}  // namespace kgraph::detail
