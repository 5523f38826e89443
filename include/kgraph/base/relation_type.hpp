// The types of relations: the closed set that documents are read for.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace kgraph {

/// What the name of a relation says about it.
struct RelationType {
  std::string_view name;
  /// +1 friendly, -1 hostile, 0 neither.
  int sign = 0;
  /// Holds both ways: the order of source and target means nothing.
  bool symmetric = false;
};

/// All types, sorted by name. attended, spoke_at: person to meeting; member_of, expelled_from, removed_from: person to
/// party; met: person and person; wrote_to, criticizes, supports: person to person or party; meeting_of: meeting to
/// party.
inline constexpr std::array<RelationType, 10> relation_types = {{{"attended", 0, false},
                                                                 {"criticizes", -1, false},
                                                                 {"expelled_from", -1, false},
                                                                 {"meeting_of", 0, false},
                                                                 {"member_of", 0, false},
                                                                 {"met", 0, true},
                                                                 {"removed_from", -1, false},
                                                                 {"spoke_at", 0, false},
                                                                 {"supports", 1, false},
                                                                 {"wrote_to", 0, false}}};

/// The type of this name; for a name that is none, a type without sign and direction of its own.
[[nodiscard]] constexpr RelationType relation_type(std::string_view name) {
  for (const RelationType& type : relation_types) {
    if (type.name == name) return type;
  }
  return {name, 0, false};
}

[[nodiscard]] constexpr bool is_relation_type(std::string_view name) {
  return std::any_of(relation_types.begin(), relation_types.end(),
                     [&](const RelationType& type) { return type.name == name; });
}

}  // namespace kgraph
