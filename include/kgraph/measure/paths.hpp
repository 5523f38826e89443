// Paths between two vertices: the shortest, all shortest, the k shortest; and who is near.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph {

namespace detail {
class PathSearch;
}  // namespace detail

/// A path without repeated vertices.
struct NetworkPath {
  /// From one end to the other, both included; one vertex where a path begins and ends there.
  std::vector<VertexId> vertices;
  /// The sum of the lengths of its ties.
  double length = 0;

  friend bool operator==(const NetworkPath&, const NetworkPath&) = default;
};

/// Several paths, and whether there were more than were asked for.
struct NetworkPaths {
  std::vector<NetworkPath> paths;
  bool cut = false;
};

/// A vertex, and the number of ties on the shortest way to it.
struct VertexSteps {
  VertexId vertex = 0;
  std::uint32_t steps = 0;

  friend bool operator==(const VertexSteps&, const VertexSteps&) = default;
};

struct PathOptions {
  Distance distance = Distance::unit;
  /// Vertices that no path may pass through; it may begin and end there.
  std::vector<VertexId> avoid = {};
};

/// Answers questions about paths in one network. Its memory is made once and reused, so that a question costs what it
/// visits and no more: make one of these for many questions. One thread at a time; make one a thread.
///
/// Paths are ordered by length and then by the ids of their vertices, first against first. Lengths that differ by less
/// than a relative 1e-10 are equal (see distance.hpp), so 1/2 + 1/3 + 1/6 ties with 1. The order is total and
/// independent of how the search went, and so is the choice among equal paths.
///
/// Searches go from both ends at once (Pohl 1971, Machine Intelligence 6, 127-140): breadth first for unit lengths, by
/// Dijkstra's algorithm (1959, Numerische Mathematik 1, 269-271, doi:10.1007/BF01386390) for inverse ones. O(V + E) and
/// O(E log V) at worst; where everybody has d neighbours and ends are s steps apart, some d^(s/2) vertices instead of
/// d^s. Every function throws ArgumentError for a vertex that does not exist.
class PathFinder {
 public:
  /// `network` must outlive this. O(V + E). Throws ArgumentError where a strength is so small that its inverse is not
  /// finite.
  explicit PathFinder(const Network& network, Distance distance = Distance::unit);
  ~PathFinder();
  PathFinder(PathFinder&&) noexcept;
  PathFinder& operator=(PathFinder&&) noexcept;
  PathFinder(const PathFinder&) = delete;
  PathFinder& operator=(const PathFinder&) = delete;

  /// Forbids all paths to pass through `vertices` (they may begin and end there), in place of those forbidden before.
  void avoid(const std::vector<VertexId>& vertices);

  /// The first of the shortest paths; nothing where there is no path.
  [[nodiscard]] std::optional<NetworkPath> shortest(VertexId from, VertexId to);

  /// All shortest paths, in order; the first `limit` of them where there are more. There may be exponentially many;
  /// each costs the degrees of its vertices. Throws ArgumentError where limit is 0.
  [[nodiscard]] NetworkPaths all_shortest(VertexId from, VertexId to, std::size_t limit = 1000);

  /// The k shortest paths without repeated vertices, in order; all there are where these are fewer. Yen 1971
  /// (Management Science 17, 712-716, doi:10.1287/mnsc.17.11.712) as improved by Lawler 1972 (Management Science 18,
  /// 401-405, doi:10.1287/mnsc.18.7.401): at most one search for each vertex of each path found. Throws ArgumentError
  /// where k is 0.
  [[nodiscard]] std::vector<NetworkPath> k_shortest(VertexId from, VertexId to, std::size_t k);

  /// The other vertices that are at most `steps` ties away, whatever their lengths, by steps and then by id. O(V + E)
  /// of the part visited.
  [[nodiscard]] std::vector<VertexSteps> within(VertexId from, std::uint32_t steps);

 private:
  std::unique_ptr<detail::PathSearch> search_;
};

/// The shortest path between two vertices of a network, as PathFinder::shortest(). For a single question: O(V + E).
[[nodiscard]] std::optional<NetworkPath> shortest_path(const Network& network, VertexId from, VertexId to,
                                                       const PathOptions& options = {});

/// All shortest paths, as PathFinder::all_shortest().
[[nodiscard]] NetworkPaths all_shortest_paths(const Network& network, VertexId from, VertexId to,
                                              std::size_t limit = 1000, const PathOptions& options = {});

/// The k shortest paths, as PathFinder::k_shortest().
[[nodiscard]] std::vector<NetworkPath> k_shortest_paths(const Network& network, VertexId from, VertexId to,
                                                        std::size_t k, const PathOptions& options = {});

/// The vertices at most `steps` ties away, as PathFinder::within().
[[nodiscard]] std::vector<VertexSteps> vertices_within(const Network& network, VertexId from, std::uint32_t steps,
                                                       const PathOptions& options = {});

}  // namespace kgraph
