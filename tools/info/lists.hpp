// The tables of kgraph-info: what a graph holds in numbers, and lists of it.
#pragma once

#include <set>
#include <string>

#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/graph/model.hpp>

#include "../common/table.hpp"

namespace kgraph::tools {

/// Documents, entities by type, mentions, relations by type.
[[nodiscard]] Table summary(const Graph& graph);

[[nodiscard]] Table list_of_documents(const Graph& graph);

[[nodiscard]] Table list_of_entities(const Graph& graph, const EntityTypes& types);

/// One row a relation, in the order of the graph; of these types alone, or of all where `types` is empty. The document
/// and the quotation are those of the passage with the earliest date, and since and until the earliest and the latest
/// date of all passages (until only where it is another). For readers the quotation is cut to a line.
[[nodiscard]] Table list_of_relations(const Graph& graph, const std::set<std::string>& types, Format format);

}  // namespace kgraph::tools
