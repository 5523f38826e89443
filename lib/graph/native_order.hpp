// Private to graph/: what the writer and the reader of the native file demand of a graph.
#pragma once

#include <kgraph/graph/model.hpp>

namespace kgraph::detail {

/// Throws ArgumentError where an index of the graph points nowhere or a mention has an empty span.
void check_indices(const Graph& graph);

/// Throws ArgumentError where the graph is not sorted as write_native demands or an id occurs twice.
void check_order(const Graph& graph);

}  // namespace kgraph::detail
