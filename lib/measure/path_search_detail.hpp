// Shortest paths between two vertices, searched for from both ends, with all memory reused.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>
#include <kgraph/measure/paths.hpp>

#include "csr_detail.hpp"

namespace kgraph::detail {

/// What a search must do without, beside the vertices that are avoided by all.
struct Detour {
  /// Vertices that are taken out; neither end.
  std::span<const VertexId> removed = {};
  /// Vertices that must not follow the first one.
  std::span<const VertexId> no_second = {};
};

/// A search labels vertices with their distances from both ends until no unlabelled one can lie on a shortest path.
/// Labels carry the number of their search, so that nothing is cleared in between.
class PathSearch {
 public:
  /// `network` must outlive this. Throws ArgumentError where a length is not finite.
  PathSearch(const Network& network, Distance distance);

  [[nodiscard]] std::size_t vertex_count() const { return rows_.vertex_count(); }

  /// Vertices that may be ends of paths only.
  void avoid(const std::vector<VertexId>& vertices);

  /// Looks for the shortest paths between different vertices; false where there is none. O(E log V) at worst.
  bool run(VertexId from, VertexId to, const Detour& detour = {});

  /// Hands the shortest paths of the last run that found any to `visit`, ordered by the ids of their vertices, until it
  /// returns false.
  void visit_paths(const std::function<bool(const std::vector<VertexId>&)>& visit) const;

  /// The vertices at most `steps` ties from `from`, by steps and id.
  [[nodiscard]] std::vector<VertexSteps> within(VertexId from, std::uint32_t steps);

  /// The length of a path, its ties added up from its beginning.
  [[nodiscard]] double length_of(const std::vector<VertexId>& path) const;

 private:
  /// 0: from the path's beginning; 1: from its end.
  using Side = std::size_t;
  static constexpr double unreached = std::numeric_limits<double>::infinity();

  struct Label {
    double distance = 0;
    std::uint32_t search = 0;
  };
  struct Entry {
    double key = 0;
    VertexId vertex = 0;
  };
  class Levels;
  class Heap;

  void next_search();
  /// The distance of v from an end as far as it is known: that of some path, and infinite where none was met.
  [[nodiscard]] double distance(Side side, VertexId v) const {
    const Label& label = labels_[v][side];
    if (label.search != search_) return unreached;
    return label.distance;
  }
  [[nodiscard]] double length(std::size_t arc) const { return rows_.lengths.empty() ? 1.0 : rows_.lengths[arc]; }
  /// Whether the search of a side may go from v to its neighbour w.
  [[nodiscard]] bool open(Side side, VertexId v, VertexId w) const;

  template <class Queue>
  void meet(std::array<Queue, 2>& queues);
  template <class Queue>
  void expand(std::array<Queue, 2>& queues, Side side, VertexId v);
  void complete();
  template <class Use>
  void for_each_arc(VertexId v, const std::vector<VertexId>& candidates, Use&& use) const;

  Csr rows_;
  bool unit_;
  std::array<VertexId, 2> ends_ = {};
  std::uint32_t search_ = 0;
  std::vector<std::array<Label, 2>> labels_;
  std::vector<std::uint8_t> avoided_;
  /// The number of the search that does without a vertex, altogether or as the second one.
  std::vector<std::uint32_t> removed_;
  std::vector<std::uint32_t> no_second_;
  double shortest_ = unreached;
  /// Vertices with labels of both sides that may lie on a shortest path.
  std::vector<VertexId> meeting_;
  /// The vertices whose neighbours each side has looked at.
  std::array<std::vector<VertexId>, 2> settled_;
  /// All that can follow another vertex on a shortest path, sorted.
  std::vector<VertexId> followers_;
};

}  // namespace kgraph::detail
