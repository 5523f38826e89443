// Brokerage: who mediates within a group, and who between groups.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/groups.hpp>

namespace kgraph {

/// How often an actor v plays each role in triads a -> v -> b, where a and b are not tied with each other.
struct Brokerage {
  /// All three in one group (w_I).
  std::uint64_t coordinator = 0;
  /// a and b in one group, v in another (w_O): the consultant from outside.
  std::uint64_t itinerant = 0;
  /// v and b in one group, a in another (b_OI): v decides what comes in.
  std::uint64_t gatekeeper = 0;
  /// a and v in one group, b in another (b_IO): v speaks for the group.
  std::uint64_t representative = 0;
  /// All three in different groups (b_O).
  std::uint64_t liaison = 0;

  [[nodiscard]] std::uint64_t total() const { return coordinator + itinerant + gatekeeper + representative + liaison; }

  friend bool operator==(const Brokerage&, const Brokerage&) = default;
};

/// Gould-Fernandez brokerage (Gould & Fernandez 1989, Sociological Methodology 19, 89-126, doi:10.2307/270949): the
/// raw counts of the five roles for each vertex.
///
/// The paper is about directed ties. Here a tie goes both ways, so that each pair of neighbours {a, b} of v that is not
/// tied counts twice, as a -> v -> b and as b -> v -> a: coordinator, itinerant and liaison are even numbers, and
/// gatekeeper equals representative. This is what packages for directed networks count on the symmetric matrix; half
/// of each number, gatekeeper and representative taken together, counts every pair of neighbours once. Strengths do not
/// matter. Triads with a vertex in no_group do not count.
///
/// O(V + E^1.5 + E log E), memory O(V + E); one thread. Throws ArgumentError where `groups` does not have one entry a
/// vertex.
[[nodiscard]] std::vector<Brokerage> brokerage(const Network& network, std::span<const Group> groups);

}  // namespace kgraph
