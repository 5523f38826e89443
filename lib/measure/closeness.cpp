#include <kgraph/measure/closeness.hpp>
#include <kgraph/measure/components.hpp>

#include "distance_sums_detail.hpp"

namespace kgraph {

std::vector<double> closeness(const Network& network, const ClosenessOptions& options) {
  using detail::DistanceTerm;
  std::vector<double> result = detail::distance_sums(network, options.distance, DistanceTerm::length, options.threads);
  const Components components = connected_components(network);
  const std::size_t n = network.vertex_count();
  for (VertexId v = 0; v < n; ++v) {
    const double others = components.size_of(v) - 1.0;
    if (others == 0) continue;
    result[v] = others / result[v];
    if (options.scope == ClosenessScope::wasserman_faust) result[v] *= others / static_cast<double>(n - 1);
  }
  return result;
}

std::vector<double> harmonic(const Network& network, const HarmonicOptions& options) {
  using detail::DistanceTerm;
  std::vector<double> result =
      detail::distance_sums(network, options.distance, DistanceTerm::reciprocal, options.threads);
  if (options.normalized && result.size() > 1) {
    const auto others = static_cast<double>(result.size() - 1);
    for (double& value : result) value /= others;
  }
  return result;
}

}  // namespace kgraph
