#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <random>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/prim_minimum_spanning_tree.hpp>
#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/network.hpp>
#include <kgraph/graph/network_bgl.hpp>

namespace kgraph {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Network, VertexId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Network, NetworkEdgeDescriptor, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Network, NetworkEdgeDescriptor, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<NetworkInverseWeightMap, NetworkEdgeDescriptor>));
static_assert(boost::is_undirected_graph<Network>::value);
static_assert(std::is_same_v<boost::graph_traits<Network>::edge_parallel_category, boost::disallow_parallel_edge_tag>);

Network build(std::size_t n, const std::vector<NetworkEdge>& edges) { return {n, edges}; }

/// A kite with a tail and an isolated vertex: 0-1-2-0, 1-3, 2-3, 3-4, 5.
Network kite() { return build(6, {{3, 4, 2}, {1, 0, 1}, {2, 1, 4}, {0, 2, 5}, {1, 3, 2}, {3, 2, 10}}); }

std::vector<std::pair<VertexId, VertexId>> pairs(const Network& network) {
  std::vector<std::pair<VertexId, VertexId>> result;
  for (const NetworkEdge& edge : network.edges()) result.emplace_back(edge.source, edge.target);
  return result;
}

}  // namespace

TEST_CASE("a network without vertices") {
  const Network none;
  CHECK(none.vertex_count() == 0);
  CHECK(none.edge_count() == 0);
  const Network also_none = build(0, {});
  CHECK(also_none.vertex_count() == 0);
  CHECK(vertices(also_none).first == vertices(also_none).second);
}

TEST_CASE("edges are sorted and oriented and rows are sorted") {
  const Network network = kite();
  CHECK(pairs(network) == std::vector<std::pair<VertexId, VertexId>>{{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 4}});
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    const auto arcs = network.arcs(v);
    CHECK(arcs.size() == network.degree(v));
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      if (i > 0) CHECK(arcs[i - 1].target < arcs[i].target);
      const NetworkEdge& edge = network.edges()[arcs[i].edge];
      CHECK(std::minmax(edge.source, edge.target) == std::minmax(v, arcs[i].target));
    }
  }
  CHECK(network.degree(3) == 3);
  CHECK(network.degree(5) == 0);
  CHECK(network.weight(4) == 10);
}

TEST_CASE("parallel edges are added up and loops and edges without strength are left out") {
  const Network network = build(4, {{0, 1, 1}, {1, 0, 2.5}, {2, 2, 7}, {1, 2, 0}, {2, 3, -1}, {0, 1, 0.25}});
  CHECK(pairs(network) == std::vector<std::pair<VertexId, VertexId>>{{0, 1}});
  CHECK(network.weight(0) == 3.75);
  CHECK(network.degree(2) == 0);
}

TEST_CASE("sums of parallel edges do not depend on their order") {
  std::vector<NetworkEdge> edges;
  for (int i = 1; i <= 40; ++i) edges.push_back({0, 1, 1.0 / i});
  const double expected = build(2, edges).weight(0);
  std::mt19937 random(7);
  for (int trial = 0; trial < 20; ++trial) {
    std::shuffle(edges.begin(), edges.end(), random);
    CHECK(build(2, edges).weight(0) == expected);
  }
}

TEST_CASE("labels of vertices") {
  const Network plain = build(2, {});
  CHECK(plain.name(1) == "1");
  CHECK(plain.id(0) == "0");
  const std::vector<NetworkEdge> edges = {{0, 1, 1}};
  const Network named(2, edges, {"Kim Il Sung", "Pak Chang-ok"}, {"person:kim-il-sung", "person:pak-chang-ok"});
  CHECK(named.name(0) == "Kim Il Sung");
  CHECK(named.id(1) == "person:pak-chang-ok");
}

TEST_CASE("a network refuses what it cannot mean") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(build(2, {{0, 2, 1}}), ArgumentError);
  CHECK_THROWS_AS(build(0, {{0, 0, 1}}), ArgumentError);
  CHECK_THROWS_AS(build(2, {{0, 1, infinity}}), ArgumentError);
  CHECK_THROWS_AS(build(2, {{0, 1, std::nan("")}}), ArgumentError);
  CHECK_THROWS_AS(build(2, {{0, 1, 1e308}, {1, 0, 1e308}}), ArgumentError);
  CHECK_THROWS_AS(Network(3, {}, {"one", "two"}), ArgumentError);
  CHECK_THROWS_AS(Network(3, {}, {}, {"one", "two"}), ArgumentError);
}

TEST_CASE("Boost.Graph sees every vertex and edge from each end") {
  const Network network = kite();
  CHECK(num_vertices(network) == 6);
  CHECK(num_edges(network) == 6);
  const auto [first, last] = vertices(network);
  CHECK(std::vector<VertexId>(first, last) == std::vector<VertexId>{0, 1, 2, 3, 4, 5});

  std::size_t position = 0;
  for (auto [e, end] = edges(network); e != end; ++e, ++position) {
    CHECK(get(boost::edge_index, network, *e) == position);
    CHECK(source(*e, network) == network.edges()[position].source);
    CHECK(target(*e, network) == network.edges()[position].target);
    CHECK(get(get(boost::edge_weight, network), *e) == network.edges()[position].weight);
    CHECK(get(inverse_weight_map(network), *e) == 1 / network.edges()[position].weight);
  }
  CHECK(position == 6);

  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    std::vector<VertexId> by_edges;
    for (auto [e, end] = out_edges(v, network); e != end; ++e) {
      CHECK(source(*e, network) == v);
      by_edges.push_back(target(*e, network));
    }
    const auto [a, b] = adjacent_vertices(v, network);
    CHECK(by_edges == std::vector<VertexId>(a, b));
    CHECK(by_edges.size() == out_degree(v, network));
    CHECK(by_edges.size() == degree(v, network));
  }
}

TEST_CASE("Boost.Graph finds an edge by its ends") {
  const Network network = kite();
  CHECK(edge(3, 2, network).second);
  CHECK(edge(3, 2, network).first == edge(2, 3, network).first);
  CHECK(edge(3, 2, network).first.source == 3);
  CHECK_FALSE(edge(0, 3, network).second);
  CHECK_FALSE(edge(5, 0, network).second);
}

TEST_CASE("Boost.Graph betweenness runs on a network") {
  const Network network = kite();
  std::vector<double> scores(network.vertex_count());
  boost::brandes_betweenness_centrality(
      network, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, network)));
  // 0-3 through 1 or 2 half each, 0-4 likewise, 4 with 0, 1, 2 through 3.
  CHECK(scores == std::vector<double>{0, 1, 1, 3, 0, 0});
}

TEST_CASE("Boost.Graph shortest paths run on inverse strengths") {
  const Network network = kite();
  std::vector<double> distance(network.vertex_count());
  std::vector<VertexId> predecessor(network.vertex_count());
  const auto index = get(boost::vertex_index, network);
  boost::dijkstra_shortest_paths(network, VertexId{0},
                                 boost::weight_map(inverse_weight_map(network))
                                     .distance_map(boost::make_iterator_property_map(distance.begin(), index))
                                     .predecessor_map(boost::make_iterator_property_map(predecessor.begin(), index)));
  CHECK(distance[2] == doctest::Approx(0.2));
  CHECK(distance[3] == doctest::Approx(0.3));
  CHECK(distance[4] == doctest::Approx(0.8));
  CHECK(distance[1] == doctest::Approx(0.45));
  CHECK(predecessor == std::vector<VertexId>{0, 2, 0, 2, 3, 5});
}

TEST_CASE("Boost.Graph components and cores run on a network") {
  const Network network = kite();
  const auto index = get(boost::vertex_index, network);
  std::vector<int> component(network.vertex_count());
  CHECK(boost::connected_components(network, boost::make_iterator_property_map(component.begin(), index)) == 2);
  CHECK(component == std::vector<int>{0, 0, 0, 0, 0, 1});
  std::vector<std::size_t> core(network.vertex_count());
  boost::core_numbers(network, boost::make_iterator_property_map(core.begin(), index));
  CHECK(core == std::vector<std::size_t>{2, 2, 2, 2, 1, 0});
}

TEST_CASE("Boost.Graph spanning trees run on a network") {
  const Network network = kite();
  std::vector<NetworkEdgeDescriptor> tree;
  boost::kruskal_minimum_spanning_tree(network, std::back_inserter(tree),
                                       boost::weight_map(inverse_weight_map(network)));
  double length = 0;
  for (const NetworkEdgeDescriptor& e : tree) length += get(inverse_weight_map(network), e);
  CHECK(tree.size() == 4);
  CHECK(length == doctest::Approx(0.1 + 0.2 + 0.25 + 0.5));

  // By default the weights are strengths, so this is the tree of the weakest ties.
  std::vector<NetworkEdgeDescriptor> weakest;
  boost::kruskal_minimum_spanning_tree(network, std::back_inserter(weakest));
  CHECK(std::set<std::uint32_t>{weakest[0].index, weakest[1].index, weakest[2].index, weakest[3].index} ==
        std::set<std::uint32_t>{0, 2, 3, 5});

  std::vector<VertexId> parent(network.vertex_count());
  boost::prim_minimum_spanning_tree(
      network, boost::make_iterator_property_map(parent.begin(), get(boost::vertex_index, network)),
      boost::weight_map(inverse_weight_map(network)).root_vertex(VertexId{0}));
  CHECK(parent == std::vector<VertexId>{0, 2, 0, 2, 3, 5});
}

}  // namespace kgraph
