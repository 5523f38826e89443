#include <algorithm>
#include <limits>
#include <memory>
#include <string>

#include <kgraph/base/error.hpp>
#include <kgraph/base/parallel.hpp>
#include <kgraph/measure/components.hpp>
#include <kgraph/measure/summary.hpp>

#include "csr_detail.hpp"
#include "multi_source_bfs_detail.hpp"

namespace kgraph {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Over ordered pairs of connected vertices.
struct Distances {
  std::uint64_t pairs = 0;
  std::uint64_t sum = 0;
  std::uint32_t largest = 0;
};

Distances measure_distances(const Network& network, unsigned threads) {
  struct Slot {
    explicit Slot(const detail::Csr& rows) : search(rows) {}
    detail::MultiSourceBfs search;
    Distances found;
  };
  const detail::Csr rows = detail::unit_rows(network);
  std::vector<std::unique_ptr<Slot>> slots(slot_count(threads));
  Distances result;

  const auto work = [&](const ParallelBlock& block) {
    auto& slot = slots[block.slot];
    if (!slot) slot = std::make_unique<Slot>(rows);
    Distances& found = slot->found;
    found = {};
    slot->search.run(static_cast<VertexId>(block.begin), static_cast<VertexId>(block.end),
                     [&](VertexId, int level, int count) {
                       found.pairs += static_cast<std::uint64_t>(count);
                       found.sum += static_cast<std::uint64_t>(count) * static_cast<std::uint64_t>(level);
                       found.largest = std::max(found.largest, static_cast<std::uint32_t>(level));
                     });
  };
  const auto add = [&](const ParallelBlock& block) {
    const Distances& found = slots[block.slot]->found;
    result.pairs += found.pairs;
    result.sum += found.sum;
    result.largest = std::max(result.largest, found.largest);
  };
  parallel_blocks(network.vertex_count(), {.block = detail::SourceSet::capacity, .threads = threads}, work, add);
  return result;
}

std::vector<std::size_t> count_degrees(const Network& network) {
  std::vector<std::size_t> result;
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    const std::size_t degree = network.degree(v);
    if (degree >= result.size()) result.resize(degree + 1, 0);
    ++result[degree];
  }
  return result;
}

}  // namespace

NetworkSummary summarize(const Network& network, const SummaryOptions& options) {
  NetworkSummary result;
  result.vertices = network.vertex_count();
  result.edges = network.edge_count();
  const auto n = static_cast<double>(result.vertices);
  const double ends = 2 * static_cast<double>(result.edges);
  if (result.vertices > 0) result.mean_degree = ends / n;
  if (result.vertices > 1) result.density = ends / (n * (n - 1));

  const Components components = connected_components(network);
  result.components = components.count();
  for (const std::uint32_t size : components.size) {
    result.largest_component = std::max<std::size_t>(result.largest_component, size);
    if (size == 1) ++result.isolated;
  }

  const Distances distances = measure_distances(network, options.threads);
  result.diameter = distances.largest;
  result.connected_pairs = distances.pairs / 2;
  result.mean_path_length =
      distances.pairs > 0 ? static_cast<double>(distances.sum) / static_cast<double>(distances.pairs) : undefined;
  result.degree_counts = count_degrees(network);
  return result;
}

double assortativity(const Network& network, std::span<const Group> groups, const AssortativityOptions& options) {
  if (groups.size() != network.vertex_count()) {
    throw ArgumentError("assortativity: there must be one group for each of the " +
                        std::to_string(network.vertex_count()) + " vertices, not " + std::to_string(groups.size()));
  }
  std::vector<Group> names(groups.begin(), groups.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const auto index_of = [&](VertexId v) {
    return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), groups[v]) - names.begin());
  };

  std::vector<double> ends(names.size(), 0.0);
  double within = 0;
  double total = 0;
  for (const NetworkEdge& edge : network.edges()) {
    if (groups[edge.source] == no_group || groups[edge.target] == no_group) continue;
    const double weight = options.weighted ? edge.weight : 1.0;
    ends[index_of(edge.source)] += weight;
    ends[index_of(edge.target)] += weight;
    if (groups[edge.source] == groups[edge.target]) within += 2 * weight;
    total += 2 * weight;
  }
  // Asked of the counts themselves: 1 - 1 may miss 0 by a rounding error.
  if (std::count_if(ends.begin(), ends.end(), [](double of) { return of > 0; }) < 2) return undefined;
  double chance = 0;
  for (const double of : ends) chance += of / total * (of / total);
  return (within / total - chance) / (1 - chance);
}

}  // namespace kgraph
