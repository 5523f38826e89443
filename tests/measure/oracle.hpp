// Measures computed a second time, by definition rather than by algorithm: slow, and with nothing in common with lib/.
//
// Strengths must be 1, 2, 3, 4, 5 or 6: lengths 1 / strength are then multiples of 1/60 and path lengths exact
// integers.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph::test {

using Matrix = std::vector<std::vector<double>>;

/// All distances, exact, in units of 1/60 (inverse) or 1 (unit); `unreached` where there is no path.
class ExactDistances {
 public:
  static constexpr std::int64_t unreached = std::int64_t{1} << 40;

  ExactDistances(const Network& network, Distance distance)
      : scale_(distance == Distance::unit ? 1 : 60),
        tie_(network.vertex_count(), std::vector<std::int64_t>(network.vertex_count(), unreached)) {
    const std::size_t n = network.vertex_count();
    for (const NetworkEdge& edge : network.edges()) {
      const std::int64_t length = distance == Distance::unit ? 1 : scale_ / static_cast<std::int64_t>(edge.weight);
      tie_[edge.source][edge.target] = tie_[edge.target][edge.source] = length;
    }
    shortest_ = tie_;
    for (std::size_t v = 0; v < n; ++v) shortest_[v][v] = 0;
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          shortest_[i][j] = std::min(shortest_[i][j], shortest_[i][k] + shortest_[k][j]);
        }
      }
    }
  }

  [[nodiscard]] std::size_t size() const { return tie_.size(); }
  [[nodiscard]] bool reached(std::size_t s, std::size_t t) const { return shortest_[s][t] < unreached; }
  [[nodiscard]] std::int64_t ticks(std::size_t s, std::size_t t) const { return shortest_[s][t]; }
  [[nodiscard]] std::int64_t tie_ticks(std::size_t s, std::size_t t) const { return tie_[s][t]; }
  [[nodiscard]] double length(std::size_t s, std::size_t t) const {
    return static_cast<double>(shortest_[s][t]) / static_cast<double>(scale_);
  }

 private:
  std::int64_t scale_;
  std::vector<std::vector<std::int64_t>> tie_;
  std::vector<std::vector<std::int64_t>> shortest_;
};

/// The numbers of shortest paths from s: a path to t is one to a neighbour v of t plus the tie v-t.
inline std::vector<double> path_counts(const ExactDistances& d, std::size_t s) {
  std::vector<std::size_t> order;
  for (std::size_t t = 0; t < d.size(); ++t) {
    if (d.reached(s, t)) order.push_back(t);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return d.ticks(s, a) < d.ticks(s, b); });
  std::vector<double> count(d.size(), 0.0);
  count[s] = 1;
  for (const std::size_t t : order) {
    for (std::size_t v = 0; v < d.size(); ++v) {
      if (t != s && d.reached(s, v) && d.ticks(s, v) + d.tie_ticks(v, t) == d.ticks(s, t)) count[t] += count[v];
    }
  }
  return count;
}

/// The sum over pairs of the share of shortest paths through v: those are as many as paths s-v times paths v-t.
inline std::vector<double> naive_betweenness(const Network& network, Distance distance) {
  const ExactDistances d(network, distance);
  const std::size_t n = network.vertex_count();
  Matrix count;
  for (std::size_t s = 0; s < n; ++s) count.push_back(path_counts(d, s));
  std::vector<double> result(n, 0.0);
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = s + 1; t < n; ++t) {
      if (!d.reached(s, t)) continue;
      for (std::size_t v = 0; v < n; ++v) {
        if (v == s || v == t || d.ticks(s, v) + d.ticks(v, t) != d.ticks(s, t)) continue;
        result[v] += count[s][v] * count[v][t] / count[s][t];
      }
    }
  }
  return result;
}

/// Betweenness by walking along every simple path of the network. For about eight vertices.
class PathEnumeration {
 public:
  PathEnumeration(const Network& network, Distance distance) : distances_(network, distance) {}

  [[nodiscard]] std::vector<double> betweenness() {
    const std::size_t n = distances_.size();
    std::vector<double> result(n, 0.0);
    for (std::size_t s = 0; s < n; ++s) {
      for (std::size_t t = s + 1; t < n; ++t) {
        best_ = ExactDistances::unreached;
        through_.assign(n, 0.0);
        paths_ = 0;
        path_ = {s};
        walk(t, 0);
        for (std::size_t v = 0; v < n && paths_ > 0; ++v) result[v] += through_[v] / paths_;
      }
    }
    return result;
  }

 private:
  void walk(std::size_t t, std::int64_t length) {
    const std::size_t here = path_.back();
    if (here == t) {
      if (length < best_) {
        best_ = length;
        paths_ = 0;
        std::fill(through_.begin(), through_.end(), 0.0);
      }
      if (length > best_) return;
      ++paths_;
      for (std::size_t i = 1; i + 1 < path_.size(); ++i) ++through_[path_[i]];
      return;
    }
    for (std::size_t next = 0; next < distances_.size(); ++next) {
      if (distances_.tie_ticks(here, next) >= ExactDistances::unreached) continue;
      if (std::find(path_.begin(), path_.end(), next) != path_.end()) continue;
      path_.push_back(next);
      walk(t, length + distances_.tie_ticks(here, next));
      path_.pop_back();
    }
  }

  ExactDistances distances_;
  std::int64_t best_ = 0;
  double paths_ = 0;
  std::vector<double> through_;
  std::vector<std::size_t> path_;
};

/// {sum of distances, sum of inverse distances, number of others reached} of each vertex.
struct NaiveSums {
  std::vector<double> length;
  std::vector<double> reciprocal;
  std::vector<double> others;
};

inline NaiveSums naive_sums(const Network& network, Distance distance) {
  const ExactDistances d(network, distance);
  NaiveSums sums{std::vector<double>(d.size()), std::vector<double>(d.size()), std::vector<double>(d.size())};
  for (std::size_t s = 0; s < d.size(); ++s) {
    for (std::size_t t = 0; t < d.size(); ++t) {
      if (s == t || !d.reached(s, t)) continue;
      sums.length[s] += d.length(s, t);
      sums.reciprocal[s] += 1 / d.length(s, t);
      sums.others[s] += 1;
    }
  }
  return sums;
}

/// Components as the classes of "there is a path", numbered by their smallest vertex.
inline std::vector<std::uint32_t> naive_components(const Network& network) {
  const ExactDistances d(network, Distance::unit);
  std::vector<std::uint32_t> label(d.size());
  std::uint32_t next = 0;
  for (std::size_t v = 0; v < d.size(); ++v) {
    std::size_t first = 0;
    while (!d.reached(first, v)) ++first;
    label[v] = first == v ? next++ : label[first];
  }
  return label;
}

/// Core numbers by definition: remove vertices with fewer than k neighbours until none is left.
inline std::vector<std::uint32_t> naive_cores(const Network& network) {
  const std::size_t n = network.vertex_count();
  std::vector<std::uint32_t> core(n, 0);
  for (std::uint32_t k = 1; k <= n; ++k) {
    std::vector<bool> removed(n, false);
    for (bool changed = true; changed;) {
      changed = false;
      for (VertexId v = 0; v < n; ++v) {
        std::uint32_t stay = 0;
        for (const Network::Arc& arc : network.arcs(v)) stay += removed[arc.target] ? 0 : 1;
        if (removed[v] || stay >= k) continue;
        removed[v] = changed = true;
      }
    }
    for (std::size_t v = 0; v < n; ++v) {
      if (!removed[v]) core[v] = k;
    }
  }
  return core;
}

inline Matrix adjacency(const Network& network, bool weighted) {
  const std::size_t n = network.vertex_count();
  Matrix a(n, std::vector<double>(n, 0.0));
  for (const NetworkEdge& edge : network.edges()) {
    a[edge.source][edge.target] = a[edge.target][edge.source] = weighted ? edge.weight : 1.0;
  }
  return a;
}

/// Solves a x = b by elimination with pivots.
inline std::vector<double> solve(Matrix a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k; i < n; ++i) {
      if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
    }
    std::swap(a[k], a[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = 0; i < n; ++i) {
      if (i == k) continue;
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t i = 0; i < n; ++i) b[i] /= a[i][i];
  return b;
}

/// The stationary distribution x = d P x + (1 - d) / n, with vertices without ties in P explicitly.
inline std::vector<double> naive_pagerank(const Network& network, double damping, bool weighted) {
  const std::size_t n = network.vertex_count();
  const Matrix a = adjacency(network, weighted);
  Matrix system(n, std::vector<double>(n, 0.0));
  for (std::size_t j = 0; j < n; ++j) {
    double out = 0;
    for (std::size_t i = 0; i < n; ++i) out += a[i][j];
    for (std::size_t i = 0; i < n; ++i) {
      const double step = out > 0 ? a[i][j] / out : 1.0 / static_cast<double>(n);
      system[i][j] = (i == j ? 1.0 : 0.0) - damping * step;
    }
  }
  return solve(system, std::vector<double>(n, (1 - damping) / static_cast<double>(n)));
}

/// Squares A + I again and again: what remains projects on the eigenvectors of the largest eigenvalue. Each component
/// is scaled to largest entry 1.
inline std::vector<double> naive_eigenvector(const Network& network, bool weighted) {
  const std::size_t n = network.vertex_count();
  std::vector<double> result(n, 0.0);
  if (network.edge_count() == 0) return result;
  Matrix power = adjacency(network, weighted);
  for (std::size_t v = 0; v < n; ++v) power[v][v] += 1;
  for (int i = 0; i < 40; ++i) {
    Matrix square(n, std::vector<double>(n, 0.0));
    double largest = 0;
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t c = 0; c < n; ++c) square[a][b] += power[a][c] * power[c][b];
        largest = std::max(largest, square[a][b]);
      }
    }
    for (auto& row : square) {
      for (double& entry : row) entry /= largest;
    }
    power = std::move(square);
  }
  const std::vector<std::uint32_t> component = naive_components(network);
  std::vector<double> peak(n, 0.0);
  for (std::size_t v = 0; v < n; ++v) {
    for (const double entry : power[v]) result[v] += entry;
    peak[component[v]] = std::max(peak[component[v]], result[v]);
  }
  for (std::size_t v = 0; v < n; ++v) result[v] = result[v] > 1e-30 ? result[v] / peak[component[v]] : 0.0;
  return result;
}

}  // namespace kgraph::test
