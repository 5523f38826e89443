// The network as path kernels want it: neighbours in one array and, beside it, lengths in another.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <kgraph/graph/network.hpp>

namespace kgraph::detail {

/// Rows of neighbours. A kernel reads every row once a source, so half the bytes of Network's arcs are worth a copy.
struct Csr {
  std::vector<std::size_t> offsets;
  std::vector<VertexId> targets;
  /// Parallel to targets; empty where lengths are all 1.
  std::vector<double> lengths;

  [[nodiscard]] std::size_t vertex_count() const { return offsets.size() - 1; }
  [[nodiscard]] std::size_t degree(VertexId v) const { return offsets[v + std::size_t{1}] - offsets[v]; }
  [[nodiscard]] std::span<const VertexId> row(VertexId v) const { return {targets.data() + offsets[v], degree(v)}; }
};

/// Rows sorted by target, without lengths.
[[nodiscard]] Csr unit_rows(const Network& network);

/// Rows with lengths 1 / strength, shortest first. Throws ArgumentError where a length is not finite.
[[nodiscard]] Csr inverse_rows(const Network& network);

/// The length 1 / strength of an arc that leaves v. Throws ArgumentError where it is not finite.
[[nodiscard]] double inverse_length(const Network& network, VertexId v, const Network::Arc& arc);

}  // namespace kgraph::detail
