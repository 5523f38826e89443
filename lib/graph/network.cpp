#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/network.hpp>

namespace kgraph {
namespace {

constexpr std::size_t most_ids = std::numeric_limits<std::uint32_t>::max();

void check_labels(const std::vector<std::string>& labels, std::size_t vertex_count, const char* what) {
  if (labels.empty() || labels.size() == vertex_count) return;
  throw ArgumentError("network: " + std::to_string(labels.size()) + " " + what + " for " +
                      std::to_string(vertex_count) + " vertices; give one for each vertex or none");
}

void fill_labels(std::vector<std::string>& labels, std::size_t vertex_count) {
  if (!labels.empty()) return;
  labels.reserve(vertex_count);
  for (std::size_t v = 0; v < vertex_count; ++v) labels.push_back(std::to_string(v));
}

/// The edges that count, each with its smaller end first.
std::vector<NetworkEdge> oriented(std::size_t vertex_count, std::span<const NetworkEdge> edges) {
  std::vector<NetworkEdge> result;
  result.reserve(edges.size());
  for (const NetworkEdge& edge : edges) {
    const auto [low, high] = std::minmax(edge.source, edge.target);
    if (high >= vertex_count) {
      throw ArgumentError("network: edge end " + std::to_string(high) + " is not below the number of vertices, " +
                          std::to_string(vertex_count));
    }
    if (!std::isfinite(edge.weight)) {
      throw ArgumentError("network: the weight of edge " + std::to_string(low) + "-" + std::to_string(high) +
                          " is not finite");
    }
    if (low != high && edge.weight > 0) result.push_back({low, high, edge.weight});
  }
  return result;
}

/// Sorts, and adds up parallel edges. Weights take part in the order, so that the sums are the same bits whatever order
/// the edges came in.
void merge_parallel(std::vector<NetworkEdge>& edges) {
  const auto key = [](const NetworkEdge& edge) { return std::tie(edge.source, edge.target, edge.weight); };
  const auto less = [&](const NetworkEdge& a, const NetworkEdge& b) { return key(a) < key(b); };
  if (!std::is_sorted(edges.begin(), edges.end(), less)) std::sort(edges.begin(), edges.end(), less);

  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (kept > 0 && edges[kept - 1].source == edges[i].source && edges[kept - 1].target == edges[i].target) {
      edges[kept - 1].weight += edges[i].weight;
    } else {
      edges[kept++] = edges[i];
    }
  }
  edges.resize(kept);
  for (const NetworkEdge& edge : edges) {
    if (std::isfinite(edge.weight)) continue;
    throw ArgumentError("network: the weights of edge " + std::to_string(edge.source) + "-" +
                        std::to_string(edge.target) + " add up to infinity");
  }
}

}  // namespace

Network::Network(std::size_t vertex_count, std::span<const NetworkEdge> edges, std::vector<std::string> names,
                 std::vector<std::string> ids)
    : names_(std::move(names)), ids_(std::move(ids)) {
  if (vertex_count > most_ids) throw ArgumentError("network: more than 4294967295 vertices");
  check_labels(names_, vertex_count, "names");
  check_labels(ids_, vertex_count, "ids");
  edges_ = oriented(vertex_count, edges);
  merge_parallel(edges_);
  if (edges_.size() > most_ids) throw ArgumentError("network: more than 4294967295 edges");
  fill_labels(names_, vertex_count);
  fill_labels(ids_, vertex_count);

  offsets_.assign(vertex_count + 1, 0);
  for (const NetworkEdge& edge : edges_) {
    ++offsets_[edge.source + std::size_t{1}];
    ++offsets_[edge.target + std::size_t{1}];
  }
  for (std::size_t v = 0; v < vertex_count; ++v) offsets_[v + 1] += offsets_[v];

  // In the order of (source, target), a row first receives its smaller neighbours, then its larger ones: sorted.
  arcs_.resize(2 * edges_.size());
  std::vector<std::size_t> cursor(offsets_.begin(), offsets_.end() - 1);
  for (std::uint32_t e = 0; e < edges_.size(); ++e) {
    const auto [source, target, weight] = edges_[e];
    arcs_[cursor[source]++] = {target, e};
    arcs_[cursor[target]++] = {source, e};
  }
}

}  // namespace kgraph
