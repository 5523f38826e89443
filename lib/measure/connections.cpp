#include <algorithm>
#include <string>
#include <utility>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/connections.hpp>
#include <kgraph/measure/paths.hpp>

#include "passage_index_detail.hpp"

namespace kgraph {

namespace {

/// The ties by co-occurrence, between entities instead of the vertices of their network.
CooccurrenceResult together(const Graph& graph, const ConnectionOptions& options) {
  return cooccurrence(graph, {.window = *options.cooccurrence,
                              .types = {EntityType::person, EntityType::party, EntityType::meeting, EntityType::place},
                              .dates = options.dates});
}

/// The network of steps: relations first, so that a tie knows whether one holds.
Network network_of_steps(const Graph& graph, const ConnectionOptions& options, const detail::PassageIndex& passages,
                         std::size_t& undated) {
  const Network relations(graph.entities.size(), passages.relation_ties());
  std::vector<NetworkEdge> ties(relations.edges().begin(), relations.edges().end());
  const std::size_t related = ties.size();
  if (options.cooccurrence) {
    const CooccurrenceResult found = together(graph, options);
    undated = found.undated_documents;
    for (const NetworkEdge& edge : found.network.edges()) {
      const std::uint32_t source = found.entity_of_vertex[edge.source];
      const std::uint32_t target = found.entity_of_vertex[edge.target];
      ties.push_back({source, target, edge.weight / cooccurrence_step_length});
    }
  }
  if (options.distance == Distance::unit) {
    // Where both hold, the relation alone decides.
    const auto by_ends = [](const NetworkEdge& a, const NetworkEdge& b) {
      return std::pair(a.source, a.target) < std::pair(b.source, b.target);
    };
    const auto middle = ties.begin() + static_cast<std::ptrdiff_t>(related);
    std::for_each(ties.begin(), middle, [](NetworkEdge& edge) { edge.weight = 1; });
    std::for_each(middle, ties.end(), [](NetworkEdge& edge) { edge.weight = 1 / cooccurrence_step_length; });
    std::inplace_merge(ties.begin(), middle, ties.end(), by_ends);
    const auto same_ends = [](const NetworkEdge& a, const NetworkEdge& b) {
      return a.source == b.source && a.target == b.target;
    };
    ties.erase(std::unique(ties.begin(), ties.end(), same_ends), ties.end());
  }
  return {graph.entities.size(), ties};
}

/// Ties that are all equally long are searched breadth first.
Distance cheapest_distance(const Network& network) {
  const auto edges = network.edges();
  const bool uniform =
      std::all_of(edges.begin(), edges.end(), [&](const NetworkEdge& e) { return e.weight == edges.front().weight; });
  return uniform ? Distance::unit : Distance::inverse;
}

void check(const ConnectionOptions& options) {
  if (options.dates.empty()) throw ArgumentError("the range of dates ends before it begins");
  if (options.cooccurrence == Window::tokens) {
    throw ArgumentError("connections by co-occurrence take a window of sentence, paragraph or document");
  }
}

}  // namespace

struct ConnectionIndex::Parts {
  Parts(const Graph& of, ConnectionOptions with)
      : graph(of),
        options(std::move(with)),
        passages(graph, options),
        network(network_of_steps(graph, options, passages, undated)),
        finder(network, cheapest_distance(network)) {
    for (std::uint32_t e = 0; e < graph.entities.size(); ++e) {
      if (!options.through.contains(graph.entities[e].type)) ends_only.push_back(e);
    }
  }

  void check_entity(std::uint32_t entity, const std::vector<std::uint32_t>& avoid) const {
    if (entity >= graph.entities.size()) {
      throw ArgumentError("entity " + std::to_string(entity) + " is not below the number of entities, " +
                          std::to_string(graph.entities.size()));
    }
    if (std::find(avoid.begin(), avoid.end(), entity) == avoid.end()) return;
    throw ArgumentError("'" + graph.entities[entity].id + "' cannot be an end of paths that avoid it");
  }

  void avoid(const std::vector<std::uint32_t>& entities) {
    std::vector<VertexId> all = ends_only;
    all.insert(all.end(), entities.begin(), entities.end());
    finder.avoid(all);
  }

  [[nodiscard]] Path path_of(const NetworkPath& found) const {
    Path path = {found.vertices, {}, 0};
    for (std::size_t i = 1; i < path.entities.size(); ++i) {
      path.steps.push_back(passages.step(path.entities[i - 1], path.entities[i]));
      const auto row = network.arcs(path.entities[i - 1]);
      const auto arc = std::lower_bound(row.begin(), row.end(), path.entities[i],
                                        [](const Network::Arc& a, VertexId v) { return a.target < v; });
      path.length += 1 / network.weight(arc->edge);
    }
    return path;
  }

  const Graph& graph;
  ConnectionOptions options;
  detail::PassageIndex passages;
  std::size_t undated = 0;
  Network network;
  PathFinder finder;
  std::vector<VertexId> ends_only;
};

ConnectionIndex::ConnectionIndex(const Graph& graph, const ConnectionOptions& options) {
  check(options);
  parts_ = std::make_unique<Parts>(graph, options);
}

ConnectionIndex::~ConnectionIndex() = default;
ConnectionIndex::ConnectionIndex(ConnectionIndex&&) noexcept = default;
ConnectionIndex& ConnectionIndex::operator=(ConnectionIndex&&) noexcept = default;

const Network& ConnectionIndex::network() const { return parts_->network; }

std::size_t ConnectionIndex::undated_documents() const { return parts_->undated; }

Connections ConnectionIndex::paths(std::uint32_t from, std::uint32_t to, const PathQuery& query) {
  parts_->check_entity(from, query.avoid);
  parts_->check_entity(to, query.avoid);
  parts_->avoid(query.avoid);
  NetworkPaths found;
  if (query.all) {
    found = parts_->finder.all_shortest(from, to, query.limit);
  } else {
    found.paths = parts_->finder.k_shortest(from, to, query.k);
  }
  Connections result;
  result.cut = found.cut;
  for (const NetworkPath& path : found.paths) result.paths.push_back(parts_->path_of(path));
  return result;
}

std::vector<Reached> ConnectionIndex::reachable(std::uint32_t from, std::uint32_t steps,
                                                const std::vector<std::uint32_t>& avoid) {
  parts_->check_entity(from, avoid);
  parts_->avoid(avoid);
  std::vector<Reached> result;
  for (const auto& [vertex, distance] : parts_->finder.within(from, steps)) {
    if (!parts_->options.through.contains(parts_->graph.entities[vertex].type)) continue;
    if (std::find(avoid.begin(), avoid.end(), vertex) != avoid.end()) continue;
    result.push_back({vertex, distance});
  }
  return result;
}

std::vector<Path> shortest_paths(const Graph& graph, std::uint32_t from, std::uint32_t to,
                                 const ConnectionOptions& options) {
  return ConnectionIndex(graph, options).paths(from, to, options.query).paths;
}

std::vector<Reached> reachable(const Graph& graph, std::uint32_t from, std::uint32_t steps,
                               const ConnectionOptions& options) {
  return ConnectionIndex(graph, options).reachable(from, steps, options.query.avoid);
}

}  // namespace kgraph
