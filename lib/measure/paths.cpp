#include <algorithm>
#include <string>
#include <utility>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/paths.hpp>

#include "path_search_detail.hpp"

namespace kgraph {

namespace {

using detail::PathSearch;

void check_vertex(const PathSearch& search, VertexId v) {
  if (v < search.vertex_count()) return;
  throw ArgumentError("vertex " + std::to_string(v) + " is not below the number of vertices, " +
                      std::to_string(search.vertex_count()));
}

void check_ends(const PathSearch& search, VertexId from, VertexId to) {
  check_vertex(search, from);
  check_vertex(search, to);
}

/// The first shortest path of a run that found one.
std::vector<VertexId> first_path(const PathSearch& search) {
  std::vector<VertexId> first;
  search.visit_paths([&](const std::vector<VertexId>& path) {
    first = path;
    return false;
  });
  return first;
}

/// A path that Yen's algorithm may return next, and the position at which it leaves those that gave rise to it: what
/// comes before has been varied already.
struct Candidate {
  NetworkPath path;
  std::size_t deviation = 0;
};

/// Takes out the first candidate: the shortest, and of equally long ones the one of the smallest ids.
Candidate take_first(std::vector<Candidate>& candidates) {
  const auto by_length = [](const Candidate& a, const Candidate& b) { return a.path.length < b.path.length; };
  const double shortest = std::min_element(candidates.begin(), candidates.end(), by_length)->path.length;
  auto first = candidates.end();
  for (auto one = candidates.begin(); one != candidates.end(); ++one) {
    if (!equally_long(one->path.length, shortest)) continue;
    if (first == candidates.end() || one->path.vertices < first->path.vertices) first = one;
  }
  Candidate taken = std::move(*first);
  *first = std::move(candidates.back());
  candidates.pop_back();
  return taken;
}

/// Adds the first path of each class that the last path found divides the rest of its own class into: those that share
/// it up to a vertex and go on differently from all paths found.
void add_deviations(PathSearch& search, const std::vector<NetworkPath>& found, std::size_t deviation,
                    std::vector<Candidate>& candidates) {
  const std::vector<VertexId>& last = found.back().vertices;
  for (std::size_t i = deviation; i + 1 < last.size(); ++i) {
    const auto root_end = last.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    std::vector<VertexId> taken;
    for (const NetworkPath& path : found) {
      if (path.vertices.size() > i + 1 && std::equal(last.begin(), root_end, path.vertices.begin())) {
        taken.push_back(path.vertices[i + 1]);
      }
    }
    if (!search.run(last[i], last.back(), {.removed = {last.data(), i}, .no_second = taken})) continue;
    std::vector<VertexId> vertices(last.begin(), root_end - 1);
    const std::vector<VertexId> rest = first_path(search);
    vertices.insert(vertices.end(), rest.begin(), rest.end());
    const double length = search.length_of(vertices);
    candidates.push_back({{std::move(vertices), length}, i});
  }
}

PathFinder finder(const Network& network, const PathOptions& options) {
  PathFinder result(network, options.distance);
  result.avoid(options.avoid);
  return result;
}

}  // namespace

PathFinder::PathFinder(const Network& network, Distance distance)
    : search_(std::make_unique<PathSearch>(network, distance)) {}

PathFinder::~PathFinder() = default;
PathFinder::PathFinder(PathFinder&&) noexcept = default;
PathFinder& PathFinder::operator=(PathFinder&&) noexcept = default;

void PathFinder::avoid(const std::vector<VertexId>& vertices) {
  for (const VertexId v : vertices) check_vertex(*search_, v);
  search_->avoid(vertices);
}

std::optional<NetworkPath> PathFinder::shortest(VertexId from, VertexId to) {
  std::vector<NetworkPath> paths = all_shortest(from, to, 1).paths;
  if (paths.empty()) return std::nullopt;
  return std::move(paths.front());
}

NetworkPaths PathFinder::all_shortest(VertexId from, VertexId to, std::size_t limit) {
  check_ends(*search_, from, to);
  if (limit == 0) throw ArgumentError("the limit of shortest paths must be at least 1");
  if (from == to) return {{{{from}, 0}}, false};
  NetworkPaths result;
  if (!search_->run(from, to)) return result;
  search_->visit_paths([&](const std::vector<VertexId>& path) {
    result.cut = result.paths.size() == limit;
    if (!result.cut) result.paths.push_back({path, search_->length_of(path)});
    return !result.cut;
  });
  return result;
}

std::vector<NetworkPath> PathFinder::k_shortest(VertexId from, VertexId to, std::size_t k) {
  check_ends(*search_, from, to);
  if (k == 0) throw ArgumentError("the number of shortest paths must be at least 1");
  auto first = shortest(from, to);
  if (!first) return {};
  std::vector<NetworkPath> found = {std::move(*first)};
  std::vector<Candidate> candidates;
  std::size_t deviation = 0;
  while (found.size() < k) {
    add_deviations(*search_, found, deviation, candidates);
    if (candidates.empty()) break;
    Candidate next = take_first(candidates);
    deviation = next.deviation;
    found.push_back(std::move(next.path));
  }
  return found;
}

std::vector<VertexSteps> PathFinder::within(VertexId from, std::uint32_t steps) {
  check_vertex(*search_, from);
  return search_->within(from, steps);
}

std::optional<NetworkPath> shortest_path(const Network& network, VertexId from, VertexId to,
                                         const PathOptions& options) {
  return finder(network, options).shortest(from, to);
}

NetworkPaths all_shortest_paths(const Network& network, VertexId from, VertexId to, std::size_t limit,
                                const PathOptions& options) {
  return finder(network, options).all_shortest(from, to, limit);
}

std::vector<NetworkPath> k_shortest_paths(const Network& network, VertexId from, VertexId to, std::size_t k,
                                          const PathOptions& options) {
  return finder(network, options).k_shortest(from, to, k);
}

std::vector<VertexSteps> vertices_within(const Network& network, VertexId from, std::uint32_t steps,
                                         const PathOptions& options) {
  return finder(network, options).within(from, steps);
}

}  // namespace kgraph
