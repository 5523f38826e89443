#include <memory>

#include "brandes_detail.hpp"
#include <kgraph/base/parallel.hpp>
#include <kgraph/measure/betweenness.hpp>

namespace kgraph {
namespace {

/// Adds up what all sources contribute; a block of sources has its own sum, and the sums are added in order.
template <typename Kernel>
std::vector<double> sum_over_sources(const detail::Csr& rows, unsigned threads) {
  struct Slot {
    explicit Slot(const detail::Csr& rows) : kernel(rows) {}
    Kernel kernel;
    std::vector<double> scores;
  };
  const std::size_t n = rows.vertex_count();
  std::vector<std::unique_ptr<Slot>> slots(slot_count(threads));
  std::vector<double> result(n, 0.0);

  const auto work = [&](const ParallelBlock& block) {
    auto& slot = slots[block.slot];
    if (!slot) slot = std::make_unique<Slot>(rows);
    slot->scores.assign(n, 0.0);
    for (std::size_t s = block.begin; s < block.end; ++s) slot->kernel.add(static_cast<VertexId>(s), slot->scores);
  };
  const auto add = [&](const ParallelBlock& block) {
    const std::vector<double>& scores = slots[block.slot]->scores;
    for (std::size_t v = 0; v < n; ++v) result[v] += scores[v];
  };
  constexpr std::size_t sources_per_block = 16;
  parallel_blocks(n, {.block = sources_per_block, .threads = threads}, work, add);
  return result;
}

}  // namespace

std::vector<double> betweenness(const Network& network, const BetweennessOptions& options) {
  std::vector<double> result =
      options.distance == Distance::unit
          ? sum_over_sources<detail::UnitBrandes>(detail::unit_rows(network), options.threads)
          : sum_over_sources<detail::InverseBrandes>(detail::inverse_rows(network), options.threads);
  // Every pair was met twice, once from each end.
  double scale = 0.5;
  if (options.normalized && result.size() > 2) {
    const auto n = static_cast<double>(result.size());
    scale = 1 / ((n - 1) * (n - 2));
  }
  for (double& value : result) value *= scale;
  return result;
}

}  // namespace kgraph
