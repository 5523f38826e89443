// The typed multigraph as a Boost.Graph adjacency_list: for algorithms that need entities and relations themselves.
// This header takes seconds to parse; include it only where a Boost.Graph algorithm runs. For weights, rankings and
// shortest paths use a Network (<kgraph/graph/cooccurrence.hpp>), which is smaller and faster.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include <kgraph/graph/model.hpp>

namespace kgraph {

/// What a vertex of a GraphView carries: one entity.
struct EntityBundle {
  /// Index into Graph::entities; equal to the vertex descriptor as long as no vertex is removed.
  std::uint32_t entity = 0;
  EntityType type = EntityType::person;
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
};

/// What an edge of a GraphView carries: one relation, from its source to its target.
struct RelationBundle {
  /// Index into Graph::relations, stable for filtering and for looking up what the view does not hold.
  std::uint32_t relation = 0;
  std::string type;
  /// +1 friendly, -1 hostile, 0 neither.
  int sign = 0;
  /// Evidence::document indexes Graph::documents, Evidence::rule Graph::relation_rules.
  std::vector<Evidence> evidence;
};

/// Directed, with in-edges, parallel edges and loops. A symmetric relation ("met") is one edge, in the order that the
/// graph stores it. Properties are bundled: `view[v].name`, `view[e].type`, `boost::get(&RelationBundle::type, view)`.
using GraphView = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, EntityBundle, RelationBundle>;

/// The view of a graph: vertex i is graph.entities[i], and edges come in the order of graph.relations. The view holds
/// copies and outlives the graph. O(V + E). The caller guarantees that relations join entities that exist, as every
/// graph that read_native or extract returned does.
[[nodiscard]] inline GraphView make_view(const Graph& graph) {
  GraphView view(graph.entities.size());
  for (std::size_t i = 0; i < graph.entities.size(); ++i) {
    const GraphEntity& entity = graph.entities[i];
    view[i] = {static_cast<std::uint32_t>(i), entity.type, entity.id, entity.name, entity.aliases};
  }
  for (std::size_t i = 0; i < graph.relations.size(); ++i) {
    const GraphRelation& relation = graph.relations[i];
    boost::add_edge(relation.source, relation.target,
                    RelationBundle{static_cast<std::uint32_t>(i), relation.type, relation.sign, relation.evidence},
                    view);
  }
  return view;
}

}  // namespace kgraph
