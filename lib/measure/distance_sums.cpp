#include <algorithm>
#include <memory>

#include <kgraph/base/parallel.hpp>

#include "csr_detail.hpp"
#include "dijkstra_detail.hpp"
#include "distance_sums_detail.hpp"
#include "multi_source_bfs_detail.hpp"

namespace kgraph::detail {
namespace {

/// The network is undirected, so the sum over targets of a vertex is the sum over sources that reach it, and those
/// come many at a time.
std::vector<double> unit_sums(const Network& network, DistanceTerm term, unsigned threads) {
  struct Slot {
    explicit Slot(const Csr& rows) : search(rows) {}
    MultiSourceBfs search;
    std::vector<double> sums;
  };
  const Csr rows = unit_rows(network);
  std::vector<std::unique_ptr<Slot>> slots(slot_count(threads));
  std::vector<double> result(network.vertex_count(), 0.0);

  const auto work = [&](const ParallelBlock& block) {
    auto& slot = slots[block.slot];
    if (!slot) slot = std::make_unique<Slot>(rows);
    std::vector<double>& sums = slot->sums;
    sums.assign(rows.vertex_count(), 0.0);
    slot->search.run(
        static_cast<VertexId>(block.begin), static_cast<VertexId>(block.end), [&](VertexId v, int level, int count) {
          sums[v] +=
              term == DistanceTerm::length ? static_cast<double>(count) * level : static_cast<double>(count) / level;
        });
  };
  const auto add = [&](const ParallelBlock& block) {
    const std::vector<double>& sums = slots[block.slot]->sums;
    for (std::size_t v = 0; v < sums.size(); ++v) result[v] += sums[v];
  };
  parallel_blocks(network.vertex_count(), {.block = SourceSet::capacity, .threads = threads}, work, add);
  return result;
}

std::vector<double> inverse_sums(const Network& network, DistanceTerm term, unsigned threads) {
  const Csr rows = inverse_rows(network);
  std::vector<std::unique_ptr<Dijkstra>> slots(slot_count(threads));
  std::vector<double> result(network.vertex_count(), 0.0);

  const auto work = [&](const ParallelBlock& block) {
    auto& slot = slots[block.slot];
    if (!slot) slot = std::make_unique<Dijkstra>(rows);
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const auto source = static_cast<VertexId>(i);
      slot->run(source);
      double sum = 0;
      for (const VertexId v : slot->order().subspan(1)) {
        sum += term == DistanceTerm::length ? slot->distance(v) : 1 / slot->distance(v);
      }
      result[source] = sum;
    }
  };
  constexpr std::size_t sources_per_block = 16;
  parallel_blocks(network.vertex_count(), {.block = sources_per_block, .threads = threads}, work);
  return result;
}

}  // namespace

std::vector<double> distance_sums(const Network& network, Distance distance, DistanceTerm term, unsigned threads) {
  return distance == Distance::unit ? unit_sums(network, term, threads) : inverse_sums(network, term, threads);
}

}  // namespace kgraph::detail
