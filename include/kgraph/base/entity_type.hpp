// The four types of things that kgraph recognizes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kgraph {

enum class EntityType : std::uint8_t { person, party, meeting, place };

inline constexpr std::array<EntityType, 4> all_entity_types = {EntityType::person, EntityType::party,
                                                               EntityType::meeting, EntityType::place};

/// "person", "party", "meeting" or "place".
[[nodiscard]] constexpr std::string_view to_string(EntityType type) {
  constexpr std::array<std::string_view, 4> names = {"person", "party", "meeting", "place"};
  return names[static_cast<std::size_t>(type)];
}

/// The inverse of to_string; nothing for any other text.
[[nodiscard]] constexpr std::optional<EntityType> parse_entity_type(std::string_view text) {
  for (const EntityType type : all_entity_types) {
    if (to_string(type) == text) return type;
  }
  return std::nullopt;
}

}  // namespace kgraph
