#include <algorithm>
#include <memory>

#include <kgraph/base/parallel.hpp>
#include <kgraph/measure/betweenness.hpp>

#include "brandes_detail.hpp"

namespace kgraph {
namespace {

/// Adds up what `add` of all sources contributes to `size` scores; a block of sources has its own sum, and the sums are
/// added in order.
template <typename Kernel>
std::vector<double> sum_over_sources(const detail::Csr& rows, std::size_t size, unsigned threads,
                                     void (Kernel::*add)(VertexId, std::vector<double>&)) {
  struct Slot {
    explicit Slot(const detail::Csr& rows) : kernel(rows) {}
    Kernel kernel;
    std::vector<double> scores;
  };
  std::vector<std::unique_ptr<Slot>> slots(slot_count(threads));
  std::vector<double> result(size, 0.0);

  const auto work = [&](const ParallelBlock& block) {
    auto& slot = slots[block.slot];
    if (!slot) slot = std::make_unique<Slot>(rows);
    slot->scores.assign(size, 0.0);
    for (std::size_t s = block.begin; s < block.end; ++s) {
      (slot->kernel.*add)(static_cast<VertexId>(s), slot->scores);
    }
  };
  const auto add_block = [&](const ParallelBlock& block) {
    const std::vector<double>& scores = slots[block.slot]->scores;
    for (std::size_t i = 0; i < size; ++i) result[i] += scores[i];
  };
  constexpr std::size_t sources_per_block = 16;
  parallel_blocks(rows.vertex_count(), {.block = sources_per_block, .threads = threads}, work, add_block);
  return result;
}

/// The scores of arcs, which are parallel to the targets of `rows`, as scores of edges.
std::vector<double> add_directions(const Network& network, const detail::Csr& rows, const std::vector<double>& arcs) {
  std::vector<double> result(network.edge_count(), 0.0);
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    const auto sorted = network.arcs(v);
    for (std::size_t k = rows.offsets[v]; k < rows.offsets[v + std::size_t{1}]; ++k) {
      const auto arc = std::lower_bound(sorted.begin(), sorted.end(), rows.targets[k],
                                        [](const Network::Arc& left, VertexId target) { return left.target < target; });
      result[arc->edge] += arcs[k];
    }
  }
  return result;
}

template <typename Kernel>
std::vector<double> edge_scores(const Network& network, const detail::Csr& rows, unsigned threads) {
  return add_directions(network, rows, sum_over_sources(rows, rows.targets.size(), threads, &Kernel::add_arcs));
}

}  // namespace

std::vector<double> betweenness(const Network& network, const BetweennessOptions& options) {
  const detail::Csr rows =
      options.distance == Distance::unit ? detail::unit_rows(network) : detail::inverse_rows(network);
  const std::size_t size = network.vertex_count();
  std::vector<double> result = options.distance == Distance::unit
                                   ? sum_over_sources(rows, size, options.threads, &detail::UnitBrandes::add)
                                   : sum_over_sources(rows, size, options.threads, &detail::InverseBrandes::add);
  // Every pair was met twice, once from each end.
  double scale = 0.5;
  if (options.normalized && result.size() > 2) {
    const auto n = static_cast<double>(result.size());
    scale = 1 / ((n - 1) * (n - 2));
  }
  for (double& value : result) value *= scale;
  return result;
}

std::vector<double> edge_betweenness(const Network& network, const BetweennessOptions& options) {
  std::vector<double> result =
      options.distance == Distance::unit
          ? edge_scores<detail::UnitBrandes>(network, detail::unit_rows(network), options.threads)
          : edge_scores<detail::InverseBrandes>(network, detail::inverse_rows(network), options.threads);
  // Every pair was met twice, once from each end.
  const auto n = static_cast<double>(network.vertex_count());
  const double scale = options.normalized ? 1 / (n * (n - 1)) : 0.5;
  for (double& value : result) value *= scale;
  return result;
}

}  // namespace kgraph
