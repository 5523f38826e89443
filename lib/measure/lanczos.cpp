#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include <kgraph/base/error.hpp>

#include "lanczos_detail.hpp"

namespace kgraph::detail {
namespace {

using Vector = std::vector<double>;

/// Vectors kept at once, and those that survive a restart: more need fewer products and more orthogonalization.
constexpr std::size_t most_vectors = 24;
constexpr std::size_t kept_vectors = 8;

double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

void add_multiple(Vector& a, double factor, const Vector& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += factor * b[i];
}

double norm(const Vector& a) { return std::sqrt(dot(a, a)); }

void normalize(Vector& a) {
  const double length = norm(a);
  for (double& entry : a) entry /= length;
}

/// An orthonormal basis and the matrix as seen in it, projected = basis * matrix * basis^T.
class Projection {
 public:
  explicit Projection(const SparseMatrix& matrix) : matrix_(matrix), limit_(std::min(most_vectors, matrix.size())) {
    basis_.emplace_back(matrix.size());
    // Row sums: positive everywhere, hence not orthogonal to the vector sought, and near it on most networks.
    matrix_.multiply(Vector(matrix.size(), 1.0), basis_.front());
    normalize(basis_.front());
  }

  /// Extends the basis to its limit; returns the number of products by the matrix.
  unsigned extend() {
    unsigned products = 0;
    Vector next(matrix_.size());
    while (expanded_ < limit_) {
      matrix_.multiply(basis_[expanded_], next);
      ++products;
      orthogonalize(next);
      coupling_ = norm(next);
      ++expanded_;
      // Nothing but rounding errors is left: the basis spans an invariant subspace, and the projection is exact.
      if (coupling_ <= 1e-15 || expanded_ == matrix_.size()) {
        coupling_ = 0;
        break;
      }
      normalize(next);
      basis_.push_back(next);
    }
    return products;
  }

  /// The approximate eigenvectors for the largest eigenvalues become the new basis. Returns the residual of the first.
  double restart() {
    Vector projected(expanded_ * expanded_);
    for (std::size_t i = 0; i < expanded_; ++i) {
      for (std::size_t j = 0; j < expanded_; ++j) projected[i * expanded_ + j] = projected_[i * most_vectors + j];
    }
    Vector rotations;
    const Vector values = jacobi_eigenvalues(std::move(projected), expanded_, rotations);
    const double residual = coupling_ * std::abs(rotations[expanded_ - 1]);

    const std::size_t kept = std::min(kept_vectors, expanded_);
    std::vector<Vector> fresh(kept, Vector(matrix_.size(), 0.0));
    for (std::size_t i = 0; i < kept; ++i) {
      for (std::size_t j = 0; j < expanded_; ++j) add_multiple(fresh[i], rotations[i * expanded_ + j], basis_[j]);
    }
    if (coupling_ > 0) fresh.push_back(std::move(basis_[expanded_]));
    basis_ = std::move(fresh);
    projected_.assign(most_vectors * most_vectors, 0.0);
    for (std::size_t i = 0; i < kept; ++i) projected_[i * most_vectors + i] = values[i];
    expanded_ = kept;
    return residual;
  }

  [[nodiscard]] double value() const { return projected_[0]; }
  [[nodiscard]] Vector& vector() { return basis_.front(); }

 private:
  /// Takes the basis out of `next` and notes how much there was of it. Once is not enough in floating point; twice is.
  void orthogonalize(Vector& next) {
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i <= expanded_; ++i) {
        const double overlap = dot(basis_[i], next);
        add_multiple(next, -overlap, basis_[i]);
        projected_[i * most_vectors + expanded_] += overlap;
        if (i != expanded_) projected_[expanded_ * most_vectors + i] += overlap;
      }
    }
  }

  const SparseMatrix& matrix_;
  std::size_t limit_;
  std::vector<Vector> basis_;
  Vector projected_ = Vector(most_vectors * most_vectors, 0.0);
  /// The number of basis vectors whose product with the matrix is known.
  std::size_t expanded_ = 0;
  /// The norm of what the last product added to the span.
  double coupling_ = 0;
};

}  // namespace

void SparseMatrix::multiply(const Vector& x, Vector& product) const {
  for (std::size_t row = 0; row < size(); ++row) {
    double sum = 0;
    for (std::size_t i = offsets[row]; i < offsets[row + 1]; ++i) sum += values[i] * x[columns[i]];
    product[row] = sum;
  }
}

EigenPair largest_eigenpair(const SparseMatrix& matrix, const LanczosOptions& options) {
  Projection projection(matrix);
  for (unsigned products = 0; products < options.max_products;) {
    products += projection.extend();
    const double residual = projection.restart();
    if (residual > options.tolerance * projection.value()) continue;
    normalize(projection.vector());
    return {.value = projection.value(), .vector = std::move(projection.vector())};
  }
  throw Error("eigenvector: no convergence within " + std::to_string(options.max_products) +
              " iterations; raise max_iterations or the tolerance");
}

}  // namespace kgraph::detail
