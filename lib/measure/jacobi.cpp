#include <algorithm>
#include <cmath>
#include <numeric>

#include "lanczos_detail.hpp"

namespace kgraph::detail {
namespace {

/// A rotation in the plane of rows p and q; `a` and `b` hold an entry of each.
struct Rotation {
  double c;
  double s;

  void apply(double& a, double& b) const {
    const double old = a;
    a = c * old - s * b;
    b = s * old + c * b;
  }
};

/// The rotation that makes the entry `off` between diagonal entries p and q zero.
Rotation annihilating(double p, double q, double off) {
  const double theta = (q - p) / (2 * off);
  const double t = std::copysign(1.0, theta) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double c = 1 / std::sqrt(t * t + 1);
  return {.c = c, .s = t * c};
}

}  // namespace

std::vector<double> jacobi_eigenvalues(std::vector<double> matrix, std::size_t size, std::vector<double>& vectors) {
  const auto at = [&](std::size_t row, std::size_t column) -> double& { return matrix[row * size + column]; };
  std::vector<double> basis(size * size, 0.0);
  for (std::size_t i = 0; i < size; ++i) basis[i * size + i] = 1;

  double norm = 0;
  for (const double entry : matrix) norm = std::max(norm, std::abs(entry));
  const double negligible = norm * 1e-17;
  constexpr int most_sweeps = 60;  // Six or so do; the method converges quadratically.
  bool done = false;
  for (int sweep = 0; sweep < most_sweeps && !done; ++sweep) {
    done = true;
    for (std::size_t p = 0; p < size; ++p) {
      for (std::size_t q = p + 1; q < size; ++q) {
        if (std::abs(at(p, q)) <= negligible) continue;
        done = false;
        const Rotation rotation = annihilating(at(p, p), at(q, q), at(p, q));
        for (std::size_t k = 0; k < size; ++k) rotation.apply(at(k, p), at(k, q));
        for (std::size_t k = 0; k < size; ++k) rotation.apply(at(p, k), at(q, k));
        for (std::size_t k = 0; k < size; ++k) rotation.apply(basis[p * size + k], basis[q * size + k]);
      }
    }
  }

  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return at(a, a) > at(b, b); });
  std::vector<double> values;
  vectors.clear();
  for (const std::size_t i : order) {
    values.push_back(at(i, i));
    vectors.insert(vectors.end(), basis.begin() + static_cast<std::ptrdiff_t>(i * size),
                   basis.begin() + static_cast<std::ptrdiff_t>((i + 1) * size));
  }
  return values;
}

}  // namespace kgraph::detail
