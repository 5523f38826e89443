// Who is named together: the co-occurrence network of a graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include <kgraph/graph/date_range.hpp>
#include <kgraph/graph/model.hpp>
#include <kgraph/graph/network.hpp>

namespace kgraph {

/// The stretch of text within which two entities count as named together.
enum class Window : std::uint8_t { document, paragraph, sentence, tokens };

/// What one window adds to the weight of each pair in it.
enum class CooccurrenceWeight : std::uint8_t {
  /// 1: the weight is the number of windows that name both.
  count,
  /// 1/(k-1) in a window that names k different entities (Newman, "Scientific collaboration networks. II", Physical
  /// Review E 64, 016132, 2001): a long list of those present does not outweigh a talk of two.
  newman
};

/// A set of entity types.
class EntityTypes {
 public:
  constexpr EntityTypes() = default;
  constexpr EntityTypes(std::initializer_list<EntityType> types) {
    for (const EntityType type : types) insert(type);
  }
  constexpr void insert(EntityType type) { bits_ |= bit(type); }
  [[nodiscard]] constexpr bool contains(EntityType type) const { return (bits_ & bit(type)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr unsigned bit(EntityType type) { return 1U << static_cast<unsigned>(type); }
  unsigned bits_ = 0;
};

struct CooccurrenceOptions {
  Window window = Window::paragraph;
  /// For Window::tokens: how far apart the first tokens of two mentions may stand, at least 1.
  std::uint32_t tokens = 20;
  CooccurrenceWeight weight = CooccurrenceWeight::count;
  /// Which entities become vertices; others do not count towards a window's k either.
  EntityTypes types = {EntityType::person};
  /// Which documents count, by their date. With a range, undated documents are left out and counted in the result.
  DateRange dates = {};
  /// Edges of a smaller weight are left out; their ends stay.
  double min_weight = 0.0;
};

struct CooccurrenceResult {
  /// One vertex for each entity of the chosen types that a counted document names, isolated ones too, in the order of
  /// Graph::entities, with the entities' names and ids.
  Network network;
  /// For each vertex its index into Graph::entities.
  std::vector<std::uint32_t> entity_of_vertex;
  /// For each vertex the number of counted documents that name it.
  std::vector<std::uint32_t> documents_of_vertex;
  /// Documents that were counted, and those left out for want of a date.
  std::size_t documents = 0;
  std::size_t undated_documents = 0;
};

/// The network of entities that are named or described within one window. Windows never reach across documents.
///
/// Window::document, paragraph, sentence: every window that holds mentions of k >= 2 different entities joins each two
/// of them once, however often it names them.
/// Window::tokens: a window opens at every mention and holds the mentions whose first token comes at most `tokens`
/// after its own. It joins the entity that opens it with each different entity in it, once. So a pair is counted every
/// time that one of the two is followed by the other within reach.
///
/// Deterministic, sums in the order of documents. Time and memory are linear in mentions plus pairs joined; in the
/// tokens window repeated mentions cost nothing extra. Throws ArgumentError where tokens is 0 in a tokens window, the
/// types are none, min_weight is not finite, or `dates` is empty (until before since).
[[nodiscard]] CooccurrenceResult cooccurrence(const Graph& graph, const CooccurrenceOptions& options = {});

}  // namespace kgraph
