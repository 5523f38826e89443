// Which passages connect two entities, and the best of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <kgraph/graph/model.hpp>
#include <kgraph/graph/network.hpp>
#include <kgraph/measure/connections.hpp>

namespace kgraph::detail {

/// The relations and mentions of a graph that count for connections, by the entities they connect.
class PassageIndex {
 public:
  /// `graph` must outlive this.
  PassageIndex(const Graph& graph, const ConnectionOptions& options);

  /// One edge a relation between different entities that counts, its weight the number of passages that do.
  [[nodiscard]] std::vector<NetworkEdge> relation_ties() const;

  /// The step between two entities that a tie connects.
  [[nodiscard]] Step step(std::uint32_t from, std::uint32_t to) const;

 private:
  /// A relation by its ends, the smaller one first.
  struct Related {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::uint32_t relation = 0;
    std::uint32_t passages = 0;
  };
  struct Place {
    std::uint32_t document = 0;
    std::uint32_t mention = 0;
  };
  /// The windows that name two entities: how many, and the passage of the best one.
  struct Shared {
    std::size_t windows = 0;
    std::optional<Evidence> evidence = std::nullopt;
  };

  void index_relations();
  void index_mentions();
  [[nodiscard]] bool counts(const Evidence& evidence) const;
  [[nodiscard]] bool before(const Evidence& a, const Evidence& b) const;
  [[nodiscard]] std::span<const Related> related(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::optional<Evidence> best_evidence(const GraphRelation& relation) const;
  [[nodiscard]] std::uint32_t unit_of(const GraphMention& mention) const;
  [[nodiscard]] std::span<const Place> places(std::uint32_t entity) const;
  [[nodiscard]] Shared shared(std::uint32_t a, std::uint32_t b) const;
  void add_document(std::span<const Place> a, std::span<const Place> b, Shared& shared) const;

  const Graph& graph_;
  const ConnectionOptions& options_;
  /// Sorted by ends and relation.
  std::vector<Related> related_;
  /// The mentions of each entity in documents that count, in their order.
  std::vector<std::size_t> first_place_;
  std::vector<Place> places_;
};

}  // namespace kgraph::detail
