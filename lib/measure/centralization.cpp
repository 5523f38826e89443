#include <algorithm>
#include <vector>

#include <kgraph/measure/betweenness.hpp>
#include <kgraph/measure/centralization.hpp>
#include <kgraph/measure/closeness.hpp>
#include <kgraph/measure/degree.hpp>

namespace kgraph {
namespace {

/// `star(n)` is the largest sum of differences among networks of n vertices.
template <typename Star>
double centralization(const std::vector<double>& values, Star&& star) {
  if (values.size() < 3) return 0;
  const double largest = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (const double value : values) sum += largest - value;
  return sum / star(static_cast<double>(values.size()));
}

}  // namespace

double degree_centralization(const Network& network) {
  return centralization(degree(network), [](double n) { return (n - 1) * (n - 2); });
}

double betweenness_centralization(const Network& network, const CentralizationOptions& options) {
  return centralization(betweenness(network, {.threads = options.threads}),
                        [](double n) { return (n - 1) * (n - 1) * (n - 2) / 2; });
}

double closeness_centralization(const Network& network, const CentralizationOptions& options) {
  return centralization(closeness(network, {.threads = options.threads}),
                        [](double n) { return (n - 1) * (n - 2) / (2 * n - 3); });
}

}  // namespace kgraph
