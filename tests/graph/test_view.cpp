// The typed multigraph: entities as vertices, relations as edges, and Boost.Graph algorithms run on it.
#include <functional>
#include <vector>

#include <boost/graph/connected_components.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <doctest/doctest.h>

#include <kgraph/graph/view.hpp>

#include "sample_graph.hpp"

namespace kgraph {
namespace {

TEST_CASE("view: vertices are the entities and edges the relations, with their evidence") {
  const Graph graph = test::sample_graph();
  const GraphView view = make_view(graph);
  REQUIRE(boost::num_vertices(view) == graph.entities.size());
  REQUIRE(boost::num_edges(view) == graph.relations.size());
  for (const auto v : boost::make_iterator_range(boost::vertices(view))) {
    CHECK(view[v].entity == v);
    CHECK(view[v].id == graph.entities[v].id);
    CHECK(view[v].name == graph.entities[v].name);
    CHECK(view[v].type == graph.entities[v].type);
    CHECK(view[v].aliases == graph.entities[v].aliases);
  }
  std::uint32_t i = 0;
  for (const auto e : boost::make_iterator_range(boost::edges(view))) {
    const GraphRelation& relation = graph.relations[view[e].relation];
    CHECK(boost::source(e, view) == relation.source);
    CHECK(boost::target(e, view) == relation.target);
    CHECK(view[e].type == relation.type);
    CHECK(view[e].sign == relation.sign);
    CHECK(view[e].evidence == relation.evidence);
    ++i;
  }
  CHECK(i == 4);
  CHECK(boost::in_degree(0, view) == 2);
  CHECK(boost::out_degree(0, view) == 1);
}

TEST_CASE("view: parallel relations stay apart") {
  Graph graph = test::sample_graph();
  graph.relations = {{"criticizes", 3, 4, -1, {}}, {"met", 3, 4, 0, {}}, {"met", 4, 4, 0, {}}};
  const GraphView view = make_view(graph);
  CHECK(boost::out_degree(3, view) == 2);
  CHECK(boost::in_degree(4, view) == 3);
}

TEST_CASE("view: a Boost.Graph algorithm runs on a filtered view") {
  const GraphView view = make_view(test::sample_graph());
  const auto attended = [&](const GraphView::edge_descriptor& e) { return view[e].type == "attended"; };
  const boost::filtered_graph<GraphView, std::function<bool(const GraphView::edge_descriptor&)>> attendance(view,
                                                                                                            attended);
  std::vector<std::size_t> component(boost::num_vertices(view));
  CHECK(boost::strong_components(attendance, boost::make_iterator_property_map(
                                                 component.begin(), boost::get(boost::vertex_index, view))) == 6);
}

TEST_CASE("view: an empty graph has an empty view") { CHECK(boost::num_vertices(make_view(Graph{})) == 0); }

}  // namespace
}  // namespace kgraph
