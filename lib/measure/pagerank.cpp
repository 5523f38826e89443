#include <cmath>
#include <numeric>
#include <string>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/degree.hpp>
#include <kgraph/measure/pagerank.hpp>

namespace kgraph {
namespace {

using Vector = std::vector<double>;

// Let S be the diagonal matrix of strengths. A walker without ties starts anew like any other, which only scales the
// result, so PageRank is proportional to the solution y of  y - d A S^-1 y = 1.  With y = S^1/2 z this becomes
//   (I - d S^-1/2 A S^-1/2) z = S^-1/2 1,
// symmetric, with eigenvalues between 1 - d and 1 + d. Isolated vertices have y = 1 and stay outside.

/// The matrix of the system above.
class System {
 public:
  System(const Network& network, const PageRankOptions& options)
      : network_(network), options_(options), root_(network.vertex_count()), scaled_(network.vertex_count()) {
    const Vector mass = options.weighted ? strength(network) : degree(network);
    for (std::size_t v = 0; v < mass.size(); ++v) root_[v] = std::sqrt(mass[v]);
  }

  /// S^1/2; 0 for isolated vertices.
  [[nodiscard]] const Vector& root() const { return root_; }

  void multiply(const Vector& x, Vector& product) {
    for (std::size_t v = 0; v < x.size(); ++v) scaled_[v] = root_[v] > 0 ? x[v] / root_[v] : 0;
    for (VertexId v = 0; v < x.size(); ++v) {
      double sum = 0;
      for (const Network::Arc& arc : network_.arcs(v)) {
        sum += options_.weighted ? network_.weight(arc.edge) * scaled_[arc.target] : scaled_[arc.target];
      }
      product[v] = root_[v] > 0 ? x[v] - options_.damping * sum / root_[v] : x[v];
    }
  }

 private:
  const Network& network_;
  const PageRankOptions& options_;
  Vector root_;
  Vector scaled_;
};

double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

void check(const PageRankOptions& options) {
  if (!(options.damping >= 0 && options.damping < 1)) {
    throw ArgumentError("pagerank: damping must be at least 0 and below 1");
  }
  if (!(options.tolerance > 0)) throw ArgumentError("pagerank: tolerance must be positive");
}

/// Conjugate gradients (Hestenes & Stiefel 1952) until the error of y = S^1/2 z has at most options.tolerance of the
/// sum of y: A S^-1 does not increase sums, so the error is at most the residual / (1 - damping).
Vector solve(System& system, const PageRankOptions& options) {
  const Vector& root = system.root();
  const std::size_t n = root.size();
  Vector z(n, 0.0);
  Vector residual(n, 0.0);
  for (std::size_t v = 0; v < n; ++v) residual[v] = root[v] > 0 ? 1 / root[v] : 0;
  Vector direction = residual;
  Vector product(n);
  double energy = dot(residual, residual);
  for (unsigned i = 0; energy > 0; ++i) {
    double error = 0;
    double sum = 0;
    for (std::size_t v = 0; v < n; ++v) {
      error += root[v] * std::abs(residual[v]);
      sum += root[v] * z[v];
    }
    if (error <= options.tolerance * (1 - options.damping) * sum) break;
    if (i == options.max_iterations) {
      throw Error("pagerank: no convergence within " + std::to_string(options.max_iterations) +
                  " iterations; raise max_iterations or the tolerance");
    }
    system.multiply(direction, product);
    const double step = energy / dot(direction, product);
    for (std::size_t v = 0; v < n; ++v) {
      z[v] += step * direction[v];
      residual[v] -= step * product[v];
    }
    const double next = dot(residual, residual);
    for (std::size_t v = 0; v < n; ++v) direction[v] = residual[v] + next / energy * direction[v];
    energy = next;
  }
  return z;
}

}  // namespace

std::vector<double> pagerank(const Network& network, const PageRankOptions& options) {
  check(options);
  System system(network, options);
  Vector result = solve(system, options);
  for (std::size_t v = 0; v < result.size(); ++v) {
    result[v] = system.root()[v] > 0 ? result[v] * system.root()[v] : 1.0;
  }
  const double sum = std::accumulate(result.begin(), result.end(), 0.0);
  for (double& value : result) value /= sum;
  return result;
}

}  // namespace kgraph
