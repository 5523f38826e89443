// With which party each person is seen most.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <kgraph/graph/date_range.hpp>
#include <kgraph/graph/model.hpp>

namespace kgraph {

/// The companion that an entity is most named with, and in how many sentences and paragraphs both are named.
struct Affiliation {
  /// Index into Graph::entities.
  std::uint32_t entity = 0;
  std::uint32_t sentences = 0;
  std::uint32_t paragraphs = 0;
};

/// For each entity of type `of` the entity of type `with` (a different one) that it is most seen with; nothing for
/// other entities and for those that share no paragraph with any. Indexed as Graph::entities.
///
/// More shared sentences win; where these are equal (none at all included) more shared paragraphs, then the smaller id.
/// A measure of company, not of membership: who attacks a party is seen with it as well. Counts the documents of
/// `dates` alone. Time is O(p log p) in the p pairs of `of` and `with` in one paragraph or sentence, plus the sorting
/// of mentions. Throws ArgumentError where `dates` is empty.
[[nodiscard]] std::vector<std::optional<Affiliation>> most_seen_with(const Graph& graph,
                                                                     EntityType of = EntityType::person,
                                                                     EntityType with = EntityType::party,
                                                                     const DateRange& dates = {});

}  // namespace kgraph
