#include <cmath>
#include <numeric>
#include <string>

#include <fmt/format.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/katz.hpp>

#include "spectrum_detail.hpp"

namespace kgraph {
namespace {

using Vector = std::vector<double>;

/// Where no alpha is given, alpha times the largest eigenvalue: the share that PageRank's damping has, too.
constexpr double default_share = 0.85;

double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// The product of I - alpha A and x.
void multiply(const Network& network, double alpha, bool weighted, const Vector& x, Vector& product) {
  for (VertexId v = 0; v < x.size(); ++v) {
    double sum = 0;
    for (const Network::Arc& arc : network.arcs(v)) {
      const double factor = weighted ? alpha * network.weight(arc.edge) : alpha;
      sum += factor * x[arc.target];
    }
    product[v] = x[v] - sum;
  }
}

/// Closer to its bound than this, alpha is taken to be at it: the rounding errors of both are some 1e-15.
constexpr double bound_tolerance = 1e-12;

double checked_alpha(const KatzOptions& options, double lambda) {
  if (!options.alpha) return lambda > 0 ? default_share / lambda : 0;
  const double alpha = *options.alpha;
  if (!(alpha >= 0 && std::isfinite(alpha))) throw ArgumentError("katz: alpha must be 0 or more");
  if (alpha * lambda >= 1 - bound_tolerance) {
    throw ArgumentError(fmt::format(
        "katz: alpha {} is too large for this network; it must be below 1 / (largest eigenvalue {:.6g}) = {:.6g}",
        alpha, lambda, 1 / lambda));
  }
  return alpha;
}

}  // namespace

std::vector<double> katz(const Network& network, const KatzOptions& options) {
  if (!(options.tolerance > 0)) throw ArgumentError("katz: tolerance must be positive");
  const double lambda = detail::largest_eigenvalue(network, options.weighted);
  const double alpha = checked_alpha(options, lambda);

  // Conjugate gradients (Hestenes & Stiefel 1952). No eigenvalue of the matrix is below 1 - alpha lambda, so the error
  // is at most the residual divided by that.
  const std::size_t n = network.vertex_count();
  const double accuracy = options.tolerance * (1 - alpha * lambda);
  Vector x(n, 1.0);
  Vector product(n);
  multiply(network, alpha, options.weighted, x, product);
  Vector residual(n);
  for (std::size_t v = 0; v < n; ++v) residual[v] = 1 - product[v];
  Vector direction = residual;
  double energy = dot(residual, residual);
  for (unsigned i = 0; !(energy <= accuracy * accuracy * dot(x, x)); ++i) {
    if (i == options.max_iterations) {
      throw Error("katz: no convergence within " + std::to_string(options.max_iterations) +
                  " iterations; raise max_iterations or the tolerance, or lower alpha");
    }
    multiply(network, alpha, options.weighted, direction, product);
    const double step = energy / dot(direction, product);
    for (std::size_t v = 0; v < n; ++v) {
      x[v] += step * direction[v];
      residual[v] -= step * product[v];
    }
    const double next = dot(residual, residual);
    for (std::size_t v = 0; v < n; ++v) direction[v] = residual[v] + next / energy * direction[v];
    energy = next;
  }
  return x;
}

}  // namespace kgraph
