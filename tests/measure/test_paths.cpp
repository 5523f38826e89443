#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/paths.hpp>

#include "measure/networks.hpp"
#include "measure/oracle.hpp"

namespace kgraph::test {

namespace {

using Vertices = std::vector<VertexId>;

/// All paths without repeated vertices, with exact lengths in the order of (length, vertices).
class AllPaths {
 public:
  AllPaths(const Network& network, Distance distance, VertexId from, VertexId to, const Vertices& avoid = {})
      : network_(network), ties_(network, distance), to_(to), avoid_(avoid) {
    path_ = {from};
    extend(0);
    std::sort(found_.begin(), found_.end());
  }

  [[nodiscard]] std::vector<Vertices> first(std::size_t k) const {
    std::vector<Vertices> result;
    for (std::size_t i = 0; i < std::min(k, found_.size()); ++i) result.push_back(found_[i].second);
    return result;
  }
  [[nodiscard]] std::vector<Vertices> shortest() const {
    std::size_t k = 0;
    while (k < found_.size() && found_[k].first == found_[0].first) ++k;
    return first(k);
  }

 private:
  void extend(std::int64_t length) {
    const VertexId v = path_.back();
    if (v == to_) {
      found_.emplace_back(length, path_);
      return;
    }
    if (path_.size() > 1 && std::find(avoid_.begin(), avoid_.end(), v) != avoid_.end()) return;
    for (const Network::Arc& arc : network_.arcs(v)) {
      if (std::find(path_.begin(), path_.end(), arc.target) != path_.end()) continue;
      path_.push_back(arc.target);
      extend(length + ties_.tie_ticks(v, arc.target));
      path_.pop_back();
    }
  }

  const Network& network_;
  ExactDistances ties_;
  VertexId to_;
  Vertices avoid_;
  Vertices path_;
  std::vector<std::pair<std::int64_t, Vertices>> found_;
};

std::vector<Vertices> vertices_of(const std::vector<NetworkPath>& paths) {
  std::vector<Vertices> result;
  for (const NetworkPath& path : paths) result.push_back(path.vertices);
  return result;
}

/// Networks so small that all their paths can be listed.
std::vector<Network> tiny_networks() {
  std::vector<Network> result;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const std::size_t n = 2 + seed % 7;
    result.push_back(random_network(n, 0.2 + 0.02 * (seed % 30), seed));
  }
  return result;
}

/// 0-1-2-3 and a way around: 0-4-3 of strengths 1 and 1, which is shorter by ties and longer by 1 / strength.
Network two_ways() {
  const std::vector<NetworkEdge> edges = {{0, 1, 4}, {1, 2, 4}, {2, 3, 4}, {0, 4, 1}, {4, 3, 1}};
  return {6, edges};
}

}  // namespace

TEST_CASE("the shortest path depends on what a tie's length is") {
  const Network network = two_ways();
  const auto unit = shortest_path(network, 0, 3);
  REQUIRE(unit.has_value());
  CHECK(unit->vertices == Vertices{0, 4, 3});
  CHECK(unit->length == 2);
  const auto inverse = shortest_path(network, 0, 3, {.distance = Distance::inverse});
  REQUIRE(inverse.has_value());
  CHECK(inverse->vertices == Vertices{0, 1, 2, 3});
  CHECK(inverse->length == 0.75);
}

TEST_CASE("no path, a path to oneself, and an isolated vertex") {
  const Network network = two_ways();
  for (const Distance distance : all_distances) {
    PathFinder finder(network, distance);
    CHECK_FALSE(finder.shortest(0, 5).has_value());
    CHECK_FALSE(finder.shortest(5, 0).has_value());
    CHECK(finder.all_shortest(5, 3).paths.empty());
    CHECK(finder.k_shortest(0, 5, 3).empty());
    CHECK(finder.within(5, 9).empty());
    CHECK(finder.shortest(5, 5) == NetworkPath{{5}, 0});
    CHECK(finder.k_shortest(2, 2, 3) == std::vector<NetworkPath>{{{2}, 0}});
    CHECK(finder.all_shortest(2, 2).paths == std::vector<NetworkPath>{{{2}, 0}});
  }
}

TEST_CASE("paths that tie but for rounding are all shortest") {
  // 1/2 + 1/3 + 1/6 is 1 in exact arithmetic and less in doubles.
  const std::vector<NetworkEdge> edges = {{0, 2, 2}, {2, 3, 3}, {3, 1, 6}, {0, 1, 1}, {0, 4, 2}, {4, 1, 2}};
  const Network network(5, edges);
  const NetworkPaths all = all_shortest_paths(network, 0, 1, 10, {.distance = Distance::inverse});
  CHECK(vertices_of(all.paths) == std::vector<Vertices>{{0, 1}, {0, 2, 3, 1}, {0, 4, 1}});
  CHECK_FALSE(all.cut);
  const auto two = k_shortest_paths(network, 0, 1, 2, {.distance = Distance::inverse});
  CHECK(vertices_of(two) == std::vector<Vertices>{{0, 1}, {0, 2, 3, 1}});
}

TEST_CASE("a limit cuts the list of shortest paths and says so") {
  const Network network = cycle(4);
  CHECK(all_shortest_paths(network, 0, 2, 1).cut);
  CHECK(vertices_of(all_shortest_paths(network, 0, 2, 1).paths) == std::vector<Vertices>{{0, 1, 2}});
  CHECK_FALSE(all_shortest_paths(network, 0, 2, 2).cut);
  CHECK(all_shortest_paths(network, 0, 2, 2).paths.size() == 2);
}

TEST_CASE("the k shortest paths of a textbook example by hand") {
  // Lengths 0-1 3, 0-2 2, 1-3 4, 1-2 1, 2-3 2, 2-4 3, 3-4 2, 3-5 1, 4-5 2.
  const std::vector<NetworkEdge> edges = {{0, 1, 1.0 / 3}, {0, 2, 1.0 / 2}, {1, 3, 1.0 / 4},
                                          {2, 1, 1.0},     {2, 3, 1.0 / 2}, {2, 4, 1.0 / 3},
                                          {3, 4, 1.0 / 2}, {3, 5, 1.0},     {4, 5, 1.0 / 2}};
  const Network network(6, edges);
  const auto paths = k_shortest_paths(network, 0, 5, 3, {.distance = Distance::inverse});
  CHECK(vertices_of(paths) == std::vector<Vertices>{{0, 2, 3, 5}, {0, 1, 2, 3, 5}, {0, 2, 4, 5}});
  CHECK(paths[0].length == doctest::Approx(5));
  CHECK(paths[1].length == doctest::Approx(7));
  CHECK(paths[2].length == doctest::Approx(7));
}

TEST_CASE("Florentine families: from Peruzzi to Ginori") {
  const Network network = florentine_families();
  const auto paths =
      all_shortest_paths(network, vertex_named(network, "Peruzzi"), vertex_named(network, "Ginori")).paths;
  REQUIRE(paths.size() == 1);
  std::vector<std::string> names;
  for (const VertexId v : paths[0].vertices) names.push_back(network.name(v));
  CHECK(names == std::vector<std::string>{"Peruzzi", "Bischeri", "Guadagni", "Albizzi", "Ginori"});
}

TEST_CASE("a path avoids vertices inside and may end at them") {
  const Network network = cycle(6);
  CHECK(shortest_path(network, 0, 2, {.avoid = {1}})->vertices == Vertices{0, 5, 4, 3, 2});
  CHECK(shortest_path(network, 0, 2, {.avoid = {0, 2}})->vertices == Vertices{0, 1, 2});
  CHECK_FALSE(shortest_path(network, 0, 2, {.avoid = {1, 4}}).has_value());
  PathFinder finder(network);
  finder.avoid({1});
  finder.avoid({4});
  CHECK(finder.shortest(0, 2)->vertices == Vertices{0, 1, 2});
}

TEST_CASE("who is within some steps") {
  const Network network = path(6);
  CHECK(vertices_within(network, 2, 0).empty());
  CHECK(vertices_within(network, 2, 1) == std::vector<VertexSteps>{{1, 1}, {3, 1}});
  CHECK(vertices_within(network, 2, 2) == std::vector<VertexSteps>{{1, 1}, {3, 1}, {0, 2}, {4, 2}});
  CHECK(vertices_within(network, 0, 9, {.avoid = {2}}) == std::vector<VertexSteps>{{1, 1}, {2, 2}});
}

TEST_CASE("what is out of range is refused") {
  const Network network = path(3);
  CHECK_THROWS_AS(static_cast<void>(shortest_path(network, 0, 3)), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(shortest_path(network, 3, 0)), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(shortest_path(network, 0, 1, {.avoid = {3}})), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(all_shortest_paths(network, 0, 1, 0)), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(k_shortest_paths(network, 0, 1, 0)), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(vertices_within(network, 3, 1)), ArgumentError);
  const std::vector<NetworkEdge> weak = {{0, 1, 1e-310}};
  CHECK_THROWS_AS(PathFinder(Network(2, weak), Distance::inverse), ArgumentError);
}

TEST_CASE("one shortest path and all of them agree with the list of all paths") {
  for (const Network& network : tiny_networks()) {
    for (const Distance distance : all_distances) {
      PathFinder finder(network, distance);
      for (VertexId from = 0; from < network.vertex_count(); ++from) {
        for (VertexId to = 0; to < network.vertex_count(); ++to) {
          if (from == to) continue;
          const auto expected = AllPaths(network, distance, from, to).shortest();
          CHECK(vertices_of(finder.all_shortest(from, to).paths) == expected);
          const auto one = finder.shortest(from, to);
          REQUIRE(one.has_value() == !expected.empty());
          if (one) CHECK(one->vertices == expected.front());
        }
      }
    }
  }
}

TEST_CASE("k shortest paths agree with the list of all paths") {
  for (const Network& network : tiny_networks()) {
    for (const Distance distance : all_distances) {
      PathFinder finder(network, distance);
      for (VertexId to = 1; to < network.vertex_count(); ++to) {
        const AllPaths all(network, distance, 0, to);
        for (const std::size_t k : {1U, 2U, 5U, 1000U}) {
          CHECK(vertices_of(finder.k_shortest(0, to, k)) == all.first(k));
        }
      }
    }
  }
}

TEST_CASE("paths around avoided vertices agree with the list of all paths") {
  for (const Network& network : tiny_networks()) {
    if (network.vertex_count() < 5) continue;
    const Vertices avoid = {1, 3};
    for (const Distance distance : all_distances) {
      PathFinder finder(network, distance);
      finder.avoid(avoid);
      for (VertexId to = 1; to < network.vertex_count(); ++to) {
        const AllPaths all(network, distance, 0, to, avoid);
        CHECK(vertices_of(finder.all_shortest(0, to).paths) == all.shortest());
        CHECK(vertices_of(finder.k_shortest(0, to, 6)) == all.first(6));
      }
    }
  }
}

TEST_CASE("lengths and numbers of shortest paths agree with exact distances on larger networks") {
  for (const Network& network : random_networks()) {
    for (const Distance distance : all_distances) {
      const ExactDistances exact(network, distance);
      const std::vector<double> counts = path_counts(exact, 0);
      PathFinder finder(network, distance);
      for (VertexId to = 1; to < network.vertex_count(); ++to) {
        const auto all = finder.all_shortest(0, to, 100000).paths;
        REQUIRE(all.size() == static_cast<std::size_t>(counts[to]));
        CHECK(std::is_sorted(all.begin(), all.end(),
                             [](const auto& a, const auto& b) { return a.vertices < b.vertices; }));
        for (const NetworkPath& path : all) CHECK(path.length == doctest::Approx(exact.length(0, to)));
      }
    }
  }
}

TEST_CASE("ties shorter than the tolerance do not lead in a circle") {
  const std::vector<NetworkEdge> edges = {{0, 1, 1}, {1, 2, 1e300}, {2, 3, 1e300}, {1, 3, 1e300}, {3, 4, 1}, {2, 4, 1}};
  const Network network(5, edges);
  PathFinder finder(network, Distance::inverse);
  for (const NetworkPath& path : finder.all_shortest(0, 4).paths) {
    Vertices sorted = path.vertices;
    std::sort(sorted.begin(), sorted.end());
    CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
    CHECK(path.length == 2);
  }
  CHECK(finder.shortest(0, 4).has_value());
  CHECK(finder.k_shortest(0, 4, 99).size() == 4);
}

TEST_CASE("a path of many vertices does not exhaust the stack") {
  const std::size_t n = 200000;
  const Network network = path(n);
  CHECK(shortest_path(network, 0, n - 1)->length == n - 1);
  CHECK(k_shortest_paths(cycle(100), 0, 50, 9).size() == 2);
}

}  // namespace kgraph::test
