// The largest eigenvalue of a symmetric sparse matrix and its eigenvector.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kgraph::detail {

/// A symmetric matrix in compressed sparse rows.
struct SparseMatrix {
  std::vector<std::size_t> offsets = {0};
  std::vector<std::uint32_t> columns;
  std::vector<double> values;

  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  void multiply(const std::vector<double>& x, std::vector<double>& product) const;
};

struct EigenPair {
  double value = 0;
  /// Of length 1.
  std::vector<double> vector;
};

struct LanczosOptions {
  /// Bound of |Ax - lambda x| / lambda.
  double tolerance = 1e-14;
  unsigned max_products = 100000;
};

/// The largest eigenvalue of a matrix without negative entries whose graph is connected and has an edge. Throws Error
/// where max_products do not suffice.
[[nodiscard]] EigenPair largest_eigenpair(const SparseMatrix& matrix, const LanczosOptions& options);

/// The eigenvalues of a small dense symmetric matrix (rows one after another) in descending order, and in `vectors`
/// their eigenvectors, one a row.
[[nodiscard]] std::vector<double> jacobi_eigenvalues(std::vector<double> matrix, std::size_t size,
                                                     std::vector<double>& vectors);

}  // namespace kgraph::detail
