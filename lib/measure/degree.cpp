#include <kgraph/measure/degree.hpp>

namespace kgraph {

std::vector<double> degree(const Network& network, const DegreeOptions& options) {
  const std::size_t n = network.vertex_count();
  std::vector<double> result(n, 0.0);
  if (n < 2) return result;
  const double divisor = options.normalized ? static_cast<double>(n - 1) : 1.0;
  for (VertexId v = 0; v < n; ++v) result[v] = static_cast<double>(network.degree(v)) / divisor;
  return result;
}

std::vector<double> strength(const Network& network) {
  std::vector<double> result(network.vertex_count(), 0.0);
  for (const NetworkEdge& edge : network.edges()) {
    result[edge.source] += edge.weight;
    result[edge.target] += edge.weight;
  }
  return result;
}

}  // namespace kgraph
