// Boost.Graph's own algorithms with the conventions of kgraph's measures, for bench_measures.
#pragma once

#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/graph/page_rank.hpp>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph::bench {

using Values = std::vector<double>;

struct Tie {
  double length = 1;
};
using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Tie>;
using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Tie>;

inline List list_of(const Network& network) {
  List list(network.vertex_count());
  for (const NetworkEdge& edge : network.edges()) {
    boost::add_edge(edge.source, edge.target, Tie{1 / edge.weight}, list);
  }
  return list;
}

/// Both directions of every edge: the form in which Boost.Graph is fastest.
inline Rows rows_of(const Network& network) {
  std::vector<std::pair<VertexId, VertexId>> arcs;
  std::vector<Tie> ties;
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    for (const Network::Arc& arc : network.arcs(v)) {
      arcs.emplace_back(v, arc.target);
      ties.push_back({1 / network.weight(arc.edge)});
    }
  }
  return {boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), ties.begin(), network.vertex_count()};
}

template <typename Graph>
auto vertex_map(Values& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

template <typename Graph>
Values boost_betweenness(const Graph& graph, Distance distance) {
  Values scores(num_vertices(graph));
  if (distance == Distance::unit) {
    boost::brandes_betweenness_centrality(graph, vertex_map(scores, graph));
  } else {
    boost::brandes_betweenness_centrality(
        graph, boost::centrality_map(vertex_map(scores, graph)).weight_map(get(&Tie::length, graph)));
  }
  // What Boost.Graph takes for a directed graph holds each pair twice.
  if (boost::is_directed(graph)) {
    for (double& score : scores) score /= 2;
  }
  return scores;
}

template <typename Graph>
Values boost_distances(const Graph& graph, std::size_t source, Distance distance) {
  Values distances(num_vertices(graph), HUGE_VAL);
  distances[source] = 0;
  if (distance == Distance::unit) {
    boost::breadth_first_search(graph, source,
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_distances(vertex_map(distances, graph), boost::on_tree_edge()))));
  } else {
    boost::dijkstra_shortest_paths_no_color_map(
        graph, source,
        boost::weight_map(get(&Tie::length, graph)).distance_map(vertex_map(distances, graph)).distance_inf(HUGE_VAL));
  }
  return distances;
}

template <typename Graph>
Values boost_harmonic(const Graph& graph, Distance distance) {
  Values scores(num_vertices(graph));
  for (std::size_t s = 0; s < scores.size(); ++s) {
    for (const double d : boost_distances(graph, s, distance)) scores[s] += d > 0 && d < HUGE_VAL ? 1 / d : 0;
  }
  return scores;
}

template <typename Graph>
Values boost_closeness(const Graph& graph, Distance distance) {
  Values scores(num_vertices(graph));
  for (std::size_t s = 0; s < scores.size(); ++s) {
    double sum = 0;
    double others = 0;
    for (const double d : boost_distances(graph, s, distance)) {
      if (d == 0 || d == HUGE_VAL) continue;
      sum += d;
      ++others;
    }
    if (others > 0) scores[s] = others / sum;
  }
  return scores;
}

/// Iterates until the sum of all changes is small, as kgraph's tolerance has it. Boost.Graph's ranks sum to n or less.
inline Values boost_pagerank(const List& graph) {
  Values ranks(num_vertices(graph));
  Values before(ranks.size());
  const auto done = [&](const auto& map, const auto& g) {
    double change = 0;
    for (std::size_t v = 0; v < num_vertices(g); ++v) {
      change += std::abs(get(map, v) - before[v]);
      before[v] = get(map, v);
    }
    return change < 1e-12 * static_cast<double>(ranks.size());
  };
  boost::graph::page_rank(graph, vertex_map(ranks, graph), done);
  // The rank of actors without ties is lost on the way; it would have gone to all alike.
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (double& rank : ranks) rank /= sum;
  return ranks;
}

inline Values boost_cores(const List& graph) {
  Values cores(num_vertices(graph));
  std::vector<std::size_t> numbers(cores.size());
  boost::core_numbers(graph, boost::make_iterator_property_map(numbers.begin(), get(boost::vertex_index, graph)));
  for (std::size_t v = 0; v < cores.size(); ++v) cores[v] = static_cast<double>(numbers[v]);
  return cores;
}

inline Values boost_components(const List& graph) {
  std::vector<std::size_t> labels(num_vertices(graph));
  boost::connected_components(graph,
                              boost::make_iterator_property_map(labels.begin(), get(boost::vertex_index, graph)));
  return {labels.begin(), labels.end()};
}

}  // namespace kgraph::bench
