// How two actors are connected: chains of relations and shared passages, each step with the words that show it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/graph/date_range.hpp>
#include <kgraph/graph/model.hpp>
#include <kgraph/graph/network.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph {

/// How much longer a step is that rests on nothing but passages naming both: longer than two steps of relations,
/// shorter than three. That two people attended one meeting says more than that one paragraph names them; three steps
/// or more say less.
inline constexpr double cooccurrence_step_length = 2.5;

/// Step::kind of a step that rests on passages naming both.
inline constexpr std::string_view cooccurrence_kind = "cooccurrence";

/// Which paths are looked for.
struct PathQuery {
  /// How many of the shortest paths.
  std::size_t k = 1;
  /// All paths that are as short as the shortest one, at most `limit` of them, in the place of the k shortest.
  bool all = false;
  std::size_t limit = 1000;
  /// Entities (indices into Graph::entities) that no path may pass through.
  std::vector<std::uint32_t> avoid = {};
};

/// What connects.
struct ConnectionOptions {
  /// Which entities a path may pass through; its ends may be of any type.
  EntityTypes through = {EntityType::person, EntityType::party, EntityType::meeting};
  /// The types of relations that connect; empty: all.
  std::vector<std::string> relations = {};
  /// Within which stretch of text two entities that are named count as connected as well: document, paragraph or
  /// sentence. Nothing: relations alone connect.
  std::optional<Window> cooccurrence = Window::paragraph;
  /// unit: a step has length 1, or cooccurrence_step_length where no relation holds.
  /// inverse: 1 / strength, where every passage that states a relation counts 1 and every window that names both counts
  /// 1 / cooccurrence_step_length.
  Distance distance = Distance::unit;
  /// Which passages count: by the date of what they state, and where that is not known by the date of the document.
  /// With a range, undated passages do not count.
  DateRange dates = {};
  /// For shortest_paths() alone.
  PathQuery query = {};
};

/// Which way a step goes along its relation.
enum class StepDirection : std::uint8_t {
  /// From the relation's source to its target.
  forward,
  /// From its target to its source.
  backward,
  /// The relation is symmetric ("met"), or the step is a co-occurrence.
  mutual
};

/// One step of a path: two entities and the best passage that connects them.
struct Step {
  /// Indices into Graph::entities.
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  /// The type of the relation, or cooccurrence_kind.
  std::string kind = {};
  StepDirection direction = StepDirection::mutual;
  /// The passage that shows it. A relation comes before a co-occurrence, then the earliest date, then the order of
  /// documents and bytes. The span of a co-occurrence reaches from the beginning of the sentence of one mention to the
  /// end of the sentence of the other, the nearest two of the window. Nothing for a relation without evidence.
  std::optional<Evidence> evidence = std::nullopt;
  /// How many passages state this relation, or how many windows name both.
  std::size_t passages = 0;
  /// The same for all relations between the two and the co-occurrences together.
  std::size_t all_passages = 0;

  friend bool operator==(const Step&, const Step&) = default;
};

/// A chain of steps from one entity to another.
struct Path {
  /// Indices into Graph::entities, both ends included; one where a path begins and ends there.
  std::vector<std::uint32_t> entities;
  std::vector<Step> steps;
  double length = 0;

  friend bool operator==(const Path&, const Path&) = default;
};

/// Paths, ordered by length and then by the entities' positions; `cut` where PathQuery::limit left some out.
struct Connections {
  std::vector<Path> paths;
  bool cut = false;
};

/// An entity, and how many steps away it is.
struct Reached {
  /// Index into Graph::entities.
  std::uint32_t entity = 0;
  std::uint32_t steps = 0;

  friend bool operator==(const Reached&, const Reached&) = default;
};

/// The connections of a graph, made once for any number of questions: a question then takes milliseconds even among a
/// million ties. One thread at a time.
class ConnectionIndex {
 public:
  /// `graph` must be sorted (sort_graph) and outlive this; `options.query` plays no part. Time and memory are those of
  /// cooccurrence() and O(R log R) in the passages that state relations.
  /// Throws ArgumentError for an empty range of dates and for a window of tokens.
  ConnectionIndex(const Graph& graph, const ConnectionOptions& options = {});
  ~ConnectionIndex();
  ConnectionIndex(ConnectionIndex&&) noexcept;
  ConnectionIndex& operator=(ConnectionIndex&&) noexcept;
  ConnectionIndex(const ConnectionIndex&) = delete;
  ConnectionIndex& operator=(const ConnectionIndex&) = delete;

  /// The shortest paths from one entity to another; none where they are not connected. Complexity as for PathFinder,
  /// plus the mentions of the entities on the paths. Throws ArgumentError for an entity that does not exist or is both
  /// an end and avoided, and where k or limit is 0.
  [[nodiscard]] Connections paths(std::uint32_t from, std::uint32_t to, const PathQuery& query = {});

  /// Who can be reached in at most `steps` steps, whatever their lengths: other entities of the types that paths may
  /// pass through, by steps and then by position. With the default that is everybody connected with `from` at all.
  /// Throws ArgumentError as paths().
  [[nodiscard]] std::vector<Reached> reachable(std::uint32_t from,
                                               std::uint32_t steps = std::numeric_limits<std::uint32_t>::max(),
                                               const std::vector<std::uint32_t>& avoid = {});

  /// What the paths are searched in: vertex i is graph.entities[i], and a tie of length l has strength 1 / l.
  [[nodiscard]] const Network& network() const;

  /// How many documents a range of dates left out of the co-occurrences because they are undated.
  [[nodiscard]] std::size_t undated_documents() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The shortest connections between two entities, with evidence; empty where there is none. For one question; for
/// several make a ConnectionIndex. Throws as that.
[[nodiscard]] std::vector<Path> shortest_paths(const Graph& graph, std::uint32_t from, std::uint32_t to,
                                               const ConnectionOptions& options = {});

/// Who can be reached in at most `steps` steps, as ConnectionIndex::reachable().
[[nodiscard]] std::vector<Reached> reachable(const Graph& graph, std::uint32_t from, std::uint32_t steps,
                                             const ConnectionOptions& options = {});

}  // namespace kgraph
