// Makes Network a model of Boost.Graph's VertexListGraph, EdgeListGraph, IncidenceGraph and AdjacencyGraph, so that any
// Boost.Graph algorithm for undirected graphs runs on it.
//
// The property maps are vertex_index, edge_index and edge_weight. edge_weight is the STRENGTH of a tie: larger is
// closer. Path algorithms want a length and take inverse_weight_map(network) in its place.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <kgraph/graph/network.hpp>

namespace kgraph {

/// Boost.Graph's descriptor of an edge, as seen from one end. Both directions of an edge compare equal.
struct NetworkEdgeDescriptor {
  VertexId source = 0;
  VertexId target = 0;
  std::uint32_t index = 0;

  friend bool operator==(const NetworkEdgeDescriptor& a, const NetworkEdgeDescriptor& b) { return a.index == b.index; }
  friend bool operator!=(const NetworkEdgeDescriptor& a, const NetworkEdgeDescriptor& b) { return a.index != b.index; }
  friend bool operator<(const NetworkEdgeDescriptor& a, const NetworkEdgeDescriptor& b) { return a.index < b.index; }
};

namespace detail {

/// Walks the arcs of one vertex and gives descriptors whose source is that vertex.
class NetworkOutEdgeIterator
    : public boost::iterator_facade<NetworkOutEdgeIterator, NetworkEdgeDescriptor, boost::random_access_traversal_tag,
                                    NetworkEdgeDescriptor, std::ptrdiff_t> {
 public:
  NetworkOutEdgeIterator() = default;
  NetworkOutEdgeIterator(VertexId source, const Network::Arc* arc) : source_(source), arc_(arc) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] NetworkEdgeDescriptor dereference() const { return {source_, arc_->target, arc_->edge}; }
  [[nodiscard]] bool equal(const NetworkOutEdgeIterator& other) const { return arc_ == other.arc_; }
  void increment() { ++arc_; }
  void decrement() { --arc_; }
  void advance(std::ptrdiff_t n) { arc_ += n; }
  [[nodiscard]] std::ptrdiff_t distance_to(const NetworkOutEdgeIterator& other) const { return other.arc_ - arc_; }

  VertexId source_ = 0;
  const Network::Arc* arc_ = nullptr;
};

/// Walks the neighbours of one vertex.
class NetworkAdjacencyIterator
    : public boost::iterator_facade<NetworkAdjacencyIterator, const VertexId, boost::random_access_traversal_tag> {
 public:
  NetworkAdjacencyIterator() = default;
  explicit NetworkAdjacencyIterator(const Network::Arc* arc) : arc_(arc) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] const VertexId& dereference() const { return arc_->target; }
  [[nodiscard]] bool equal(const NetworkAdjacencyIterator& other) const { return arc_ == other.arc_; }
  void increment() { ++arc_; }
  void decrement() { --arc_; }
  void advance(std::ptrdiff_t n) { arc_ += n; }
  [[nodiscard]] std::ptrdiff_t distance_to(const NetworkAdjacencyIterator& other) const { return other.arc_ - arc_; }

  const Network::Arc* arc_ = nullptr;
};

/// Walks all edges.
class NetworkEdgeIterator
    : public boost::iterator_facade<NetworkEdgeIterator, NetworkEdgeDescriptor, boost::random_access_traversal_tag,
                                    NetworkEdgeDescriptor, std::ptrdiff_t> {
 public:
  NetworkEdgeIterator() = default;
  NetworkEdgeIterator(const Network& network, std::size_t index) : network_(&network), index_(index) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] NetworkEdgeDescriptor dereference() const {
    const NetworkEdge& edge = network_->edges()[index_];
    return {edge.source, edge.target, static_cast<std::uint32_t>(index_)};
  }
  [[nodiscard]] bool equal(const NetworkEdgeIterator& other) const { return index_ == other.index_; }
  void increment() { ++index_; }
  void decrement() { --index_; }
  void advance(std::ptrdiff_t n) { index_ += static_cast<std::size_t>(n); }
  [[nodiscard]] std::ptrdiff_t distance_to(const NetworkEdgeIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.index_) - static_cast<std::ptrdiff_t>(index_);
  }

  const Network* network_ = nullptr;
  std::size_t index_ = 0;
};

struct NetworkTraversal : virtual boost::vertex_list_graph_tag,
                          virtual boost::edge_list_graph_tag,
                          virtual boost::incidence_graph_tag,
                          virtual boost::adjacency_graph_tag {};

}  // namespace detail

/// Property map: edge -> its dense id.
struct NetworkEdgeIndexMap {
  using key_type = NetworkEdgeDescriptor;
  using value_type = std::uint32_t;
  using reference = std::uint32_t;
  using category = boost::readable_property_map_tag;

  friend reference get(const NetworkEdgeIndexMap& /*map*/, const key_type& edge) { return edge.index; }
  reference operator[](const key_type& edge) const { return edge.index; }
};

/// Property map: edge -> its strength. Refers to the network, which must outlive it.
struct NetworkWeightMap {
  using key_type = NetworkEdgeDescriptor;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;

  const Network* network = nullptr;

  friend reference get(const NetworkWeightMap& map, const key_type& edge) { return map[edge]; }
  reference operator[](const key_type& edge) const { return network->weight(edge.index); }
};

/// Property map: edge -> 1 / strength, a length for path algorithms. Refers to the network, which must outlive it.
struct NetworkInverseWeightMap {
  using key_type = NetworkEdgeDescriptor;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;

  const Network* network = nullptr;

  friend reference get(const NetworkInverseWeightMap& map, const key_type& edge) { return map[edge]; }
  reference operator[](const key_type& edge) const { return 1.0 / network->weight(edge.index); }
};

[[nodiscard]] inline NetworkInverseWeightMap inverse_weight_map(const Network& network) { return {&network}; }

}  // namespace kgraph

namespace boost {

template <>
struct graph_traits<kgraph::Network> {
  using vertex_descriptor = kgraph::VertexId;
  using edge_descriptor = kgraph::NetworkEdgeDescriptor;
  using directed_category = undirected_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = kgraph::detail::NetworkTraversal;

  using vertex_iterator = counting_iterator<kgraph::VertexId>;
  using edge_iterator = kgraph::detail::NetworkEdgeIterator;
  using out_edge_iterator = kgraph::detail::NetworkOutEdgeIterator;
  using adjacency_iterator = kgraph::detail::NetworkAdjacencyIterator;

  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  static vertex_descriptor null_vertex() { return std::numeric_limits<kgraph::VertexId>::max(); }
};

// Several algorithms (core_numbers, prim_minimum_spanning_tree) ask for the traits of a const graph.
template <>
struct graph_traits<const kgraph::Network> : graph_traits<kgraph::Network> {};

template <>
struct property_map<kgraph::Network, vertex_index_t> {
  using type = typed_identity_property_map<kgraph::VertexId>;
  using const_type = type;
};

template <>
struct property_map<kgraph::Network, edge_index_t> {
  using type = kgraph::NetworkEdgeIndexMap;
  using const_type = type;
};

template <>
struct property_map<kgraph::Network, edge_weight_t> {
  using type = kgraph::NetworkWeightMap;
  using const_type = type;
};

template <typename Tag>
struct property_map<const kgraph::Network, Tag> : property_map<kgraph::Network, Tag> {};

}  // namespace boost

// The functions that Boost.Graph's concepts ask for; algorithms find them by argument-dependent lookup.
namespace kgraph {

using NetworkTraits = boost::graph_traits<Network>;

[[nodiscard]] inline std::size_t num_vertices(const Network& network) { return network.vertex_count(); }
[[nodiscard]] inline std::size_t num_edges(const Network& network) { return network.edge_count(); }

[[nodiscard]] inline VertexId vertex(std::size_t n, const Network& /*network*/) { return static_cast<VertexId>(n); }
[[nodiscard]] inline VertexId source(const NetworkEdgeDescriptor& edge, const Network& /*network*/) {
  return edge.source;
}
[[nodiscard]] inline VertexId target(const NetworkEdgeDescriptor& edge, const Network& /*network*/) {
  return edge.target;
}

[[nodiscard]] inline std::size_t out_degree(VertexId v, const Network& network) { return network.degree(v); }
[[nodiscard]] inline std::size_t degree(VertexId v, const Network& network) { return network.degree(v); }

[[nodiscard]] inline std::pair<NetworkTraits::vertex_iterator, NetworkTraits::vertex_iterator> vertices(
    const Network& network) {
  return {NetworkTraits::vertex_iterator(0),
          NetworkTraits::vertex_iterator(static_cast<VertexId>(network.vertex_count()))};
}

[[nodiscard]] inline std::pair<NetworkTraits::edge_iterator, NetworkTraits::edge_iterator> edges(
    const Network& network) {
  return {{network, 0}, {network, network.edge_count()}};
}

[[nodiscard]] inline std::pair<NetworkTraits::out_edge_iterator, NetworkTraits::out_edge_iterator> out_edges(
    VertexId v, const Network& network) {
  const auto arcs = network.arcs(v);
  return {{v, arcs.data()}, {v, arcs.data() + arcs.size()}};
}

[[nodiscard]] inline std::pair<NetworkTraits::adjacency_iterator, NetworkTraits::adjacency_iterator> adjacent_vertices(
    VertexId v, const Network& network) {
  const auto arcs = network.arcs(v);
  return {NetworkTraits::adjacency_iterator(arcs.data()), NetworkTraits::adjacency_iterator(arcs.data() + arcs.size())};
}

/// The edge between u and v, and whether there is one. O(log degree(u)).
[[nodiscard]] inline std::pair<NetworkEdgeDescriptor, bool> edge(VertexId u, VertexId v, const Network& network) {
  const auto arcs = network.arcs(u);
  const auto found = std::lower_bound(arcs.begin(), arcs.end(), v,
                                      [](const Network::Arc& arc, VertexId target) { return arc.target < target; });
  if (found == arcs.end() || found->target != v) return {{}, false};
  return {{u, v, found->edge}, true};
}

[[nodiscard]] inline boost::typed_identity_property_map<VertexId> get(boost::vertex_index_t /*tag*/,
                                                                      const Network& /*network*/) {
  return {};
}
[[nodiscard]] inline NetworkEdgeIndexMap get(boost::edge_index_t /*tag*/, const Network& /*network*/) { return {}; }
[[nodiscard]] inline NetworkWeightMap get(boost::edge_weight_t /*tag*/, const Network& network) { return {&network}; }

[[nodiscard]] inline VertexId get(boost::vertex_index_t /*tag*/, const Network& /*network*/, VertexId v) { return v; }
[[nodiscard]] inline std::uint32_t get(boost::edge_index_t /*tag*/, const Network& /*network*/,
                                       const NetworkEdgeDescriptor& edge) {
  return edge.index;
}
[[nodiscard]] inline double get(boost::edge_weight_t /*tag*/, const Network& network,
                                const NetworkEdgeDescriptor& edge) {
  return network.weight(edge.index);
}

}  // namespace kgraph

/// Lets edge descriptors be keys of unordered containers.
template <>
struct std::hash<kgraph::NetworkEdgeDescriptor> {
  std::size_t operator()(const kgraph::NetworkEdgeDescriptor& edge) const noexcept { return edge.index; }
};
