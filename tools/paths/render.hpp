// Connections as kgraph-paths prints them: for readers, as JSON and as DOT.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <kgraph/graph/model.hpp>
#include <kgraph/measure/connections.hpp>

namespace kgraph::tools {

/// What can be reached from an end of a connection that does not exist.
struct Side {
  std::uint32_t entity = 0;
  /// How many entities are connected with it, itself included.
  std::size_t size = 1;
  /// The nearest of them, without itself.
  std::vector<std::uint32_t> members = {};
};

/// A question with its answer. `sides` holds both ends where there is no path, and is empty otherwise.
struct Answer {
  const Graph& graph;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  const ConnectionOptions& options;
  Connections connections = {};
  std::vector<Side> sides = {};
};

/// Paths with their steps, each with document and quotation, wrapped to 80 columns; long quotations lose their middle.
[[nodiscard]] std::string render_for_readers(const Answer& answer);

/// One object; quotations in full.
[[nodiscard]] std::string render_json(const Answer& answer);

/// The paths in one picture from left to right; tooltips hold the evidence.
[[nodiscard]] std::string render_dot(const Answer& answer);

/// "12 others: Kim Il Sung, Nam Il, ...", or "nobody".
[[nodiscard]] std::string describe(const Graph& graph, const Side& side);

}  // namespace kgraph::tools
