// Networks that several tests of measures share.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph::test {

inline Network path(std::size_t n) {
  std::vector<NetworkEdge> edges;
  for (VertexId v = 1; v < n; ++v) edges.push_back({v - 1, v, 1});
  return {n, edges};
}

/// Vertex 0 in the middle.
inline Network star(std::size_t n) {
  std::vector<NetworkEdge> edges;
  for (VertexId v = 1; v < n; ++v) edges.push_back({0, v, 1});
  return {n, edges};
}

inline Network cycle(std::size_t n) {
  std::vector<NetworkEdge> edges;
  for (VertexId v = 0; v < n; ++v) edges.push_back({v, static_cast<VertexId>((v + 1) % n), 1});
  return {n, edges};
}

inline Network complete(std::size_t n) {
  std::vector<NetworkEdge> edges;
  for (VertexId v = 0; v < n; ++v) {
    for (VertexId w = v + 1; w < n; ++w) edges.push_back({v, w, 1});
  }
  return {n, edges};
}

/// Marriages among the families of fifteenth-century Florence (Padgett & Ansell 1993, American Journal of Sociology 98,
/// 1259-1319), without the isolated Pucci.
inline Network florentine_families() {
  static const std::vector<std::pair<std::string, std::string>> marriages = {
      {"Acciaiuoli", "Medici"}, {"Castellani", "Peruzzi"}, {"Castellani", "Strozzi"}, {"Castellani", "Barbadori"},
      {"Medici", "Barbadori"},  {"Medici", "Ridolfi"},     {"Medici", "Tornabuoni"},  {"Medici", "Albizzi"},
      {"Medici", "Salviati"},   {"Salviati", "Pazzi"},     {"Peruzzi", "Strozzi"},    {"Peruzzi", "Bischeri"},
      {"Strozzi", "Ridolfi"},   {"Strozzi", "Bischeri"},   {"Ridolfi", "Tornabuoni"}, {"Tornabuoni", "Guadagni"},
      {"Albizzi", "Ginori"},    {"Albizzi", "Guadagni"},   {"Bischeri", "Guadagni"},  {"Guadagni", "Lamberteschi"}};
  std::vector<std::string> names;
  for (const auto& [a, b] : marriages) names.insert(names.end(), {a, b});
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const auto id = [&](const std::string& name) {
    return static_cast<VertexId>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
  };
  std::vector<NetworkEdge> edges;
  for (const auto& [a, b] : marriages) edges.push_back({id(a), id(b), 1});
  const std::size_t n = names.size();
  return {n, edges, std::move(names)};
}

/// The vertex of this name; vertex_count() where there is none.
inline VertexId vertex_named(const Network& network, std::string_view name) {
  VertexId v = 0;
  while (v < network.vertex_count() && network.name(v) != name) ++v;
  return v;
}

/// Each pair is tied with this probability, with a strength of 1, 2, 3, 4, 5 or 6, so that inverse lengths tie often.
/// Uses no distribution of the standard library: their results differ between implementations.
inline Network random_network(std::size_t n, double probability, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<NetworkEdge> edges;
  for (VertexId v = 0; v < n; ++v) {
    for (VertexId w = v + 1; w < n; ++w) {
      if (static_cast<double>(random()) < probability * 4294967296.0)
        edges.push_back({v, w, 1.0 + static_cast<double>(random() % 6)});
    }
  }
  return {n, edges};
}

/// Small random networks, sparse and dense, connected or not.
inline std::vector<Network> random_networks() {
  std::vector<Network> result;
  unsigned seed = 1;
  for (const unsigned n : {2U, 3U, 5U, 8U, 13U, 21U, 34U}) {
    for (const double mean_degree : {0.8, 1.7, 3.0, 6.0}) {
      for (int repeat = 0; repeat < 6; ++repeat) {
        const double probability = std::min(1.0, mean_degree / (n - 1));
        result.push_back(random_network(n, probability, seed++));
      }
    }
  }
  return result;
}

/// Large enough for several blocks of work.
inline Network large_network() { return random_network(700, 0.012, 4711); }

/// The largest difference relative to the larger value, or absolute where values are below `floor`; infinite where the
/// sizes differ or a value is not finite.
inline double largest_difference(const std::vector<double>& a, const std::vector<double>& b, double floor = 1e-3) {
  if (a.size() != b.size()) return HUGE_VAL;
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!std::isfinite(a[i]) || !std::isfinite(b[i])) return HUGE_VAL;
    largest = std::max(largest, std::abs(a[i] - b[i]) / std::max({floor, std::abs(a[i]), std::abs(b[i])}));
  }
  return largest;
}

}  // namespace kgraph::test
