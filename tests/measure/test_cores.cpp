#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/measure/components.hpp>
#include <kgraph/measure/cores.hpp>

#include "networks.hpp"
#include "oracle.hpp"
#include "reference.hpp"

namespace kgraph::test {

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("core numbers by hand") {
  CHECK(core_numbers(path(4)) == Numbers{1, 1, 1, 1});
  CHECK(core_numbers(star(4)) == Numbers{1, 1, 1, 1});
  CHECK(core_numbers(cycle(5)) == Numbers(5, 2));
  CHECK(core_numbers(complete(6)) == Numbers(6, 5));
  // A triangle with a tail, and an isolated vertex.
  const std::vector<NetworkEdge> edges = {{0, 1, 9}, {1, 2, 1}, {0, 2, 1}, {2, 3, 1}, {3, 4, 1}};
  CHECK(core_numbers(Network(6, edges)) == Numbers{2, 2, 2, 1, 1, 0});
  CHECK(core_numbers(Network()).empty());
  CHECK(core_numbers(Network(1, {})) == Numbers{0});
}

// networkx 3.6.1: core_number(florentine_families_graph())
TEST_CASE("core numbers of the Florentine families") {
  const Network families = florentine_families();
  const Numbers cores = core_numbers(families);
  for (VertexId v = 0; v < families.vertex_count(); ++v) {
    const std::string& name = families.name(v);
    const bool outside =
        name == "Acciaiuoli" || name == "Salviati" || name == "Pazzi" || name == "Ginori" || name == "Lamberteschi";
    CHECK(cores[v] == (outside ? 1 : 2));
  }
}

TEST_CASE("components by hand") {
  const std::vector<NetworkEdge> edges = {{3, 1, 1}, {5, 0, 1}, {0, 4, 1}};
  const Components components = connected_components(Network(6, edges));
  CHECK(components.label == Numbers{0, 1, 2, 1, 0, 0});
  CHECK(components.size == Numbers{3, 2, 1});
  CHECK(components.count() == 3);
  CHECK(components.size_of(4) == 3);
  CHECK(connected_components(Network()).count() == 0);
  CHECK(connected_components(florentine_families()).count() == 1);
}

TEST_CASE("cores and components agree with their definitions on random networks") {
  for (const Network& network : random_networks()) {
    CHECK(core_numbers(network) == naive_cores(network));
    const Components components = connected_components(network);
    CHECK(components.label == naive_components(network));
    Numbers size(components.count(), 0);
    for (const std::uint32_t label : components.label) ++size[label];
    CHECK(components.size == size);
  }
}

TEST_CASE("cores and components have the reference values") {
  for_each_reference([](const Reference& reference, const Network& network) {
    const Numbers cores = core_numbers(network);
    CHECK(std::vector<double>(cores.begin(), cores.end()) == reference.values("kcore"));
    const Numbers labels = connected_components(network).label;
    CHECK(std::vector<double>(labels.begin(), labels.end()) == reference.values("components"));
  });
}

}  // namespace kgraph::test
