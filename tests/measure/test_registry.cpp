#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/betweenness.hpp>
#include <kgraph/measure/clustering.hpp>
#include <kgraph/measure/cores.hpp>
#include <kgraph/measure/degree.hpp>
#include <kgraph/measure/eigenvector.hpp>
#include <kgraph/measure/holes.hpp>
#include <kgraph/measure/katz.hpp>
#include <kgraph/measure/pagerank.hpp>
#include <kgraph/measure/registry.hpp>

#include "networks.hpp"

namespace kgraph::test {

using Values = std::vector<double>;

namespace {

/// The same values, where what is no number equals what is no number.
bool same(const Values& a, const Values& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

std::string complaint(const std::string& name) {
  try {
    (void)compute(name, path(3));
  } catch (const ArgumentError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("every measure is listed once with a description and runs") {
  const Network network = large_network();
  std::set<std::string_view> names;
  for (const MeasureInfo& info : measures()) {
    CAPTURE(info.name);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.description.empty());
    CHECK(info.description.find('\n') == std::string_view::npos);
    CHECK(&find_measure(info.name) == &info);
    CHECK(compute(info.name, network).size() == network.vertex_count());
    CHECK(compute(info.name, Network()).empty());
    CHECK(compute(info.name, Network(1, {})).size() == 1);
  }
  CHECK(names.size() == 12);
}

TEST_CASE("measures say rightly which options change them") {
  const Network network = random_network(40, 0.1, 3);
  for (const MeasureInfo& info : measures()) {
    CAPTURE(info.name);
    const Values plain = compute(info.name, network);
    CHECK(same(compute(info.name, network, {.distance = Distance::inverse}), plain) != info.uses_distance);
    CHECK(same(compute(info.name, network, {.normalized = true}), plain) != info.has_normalized);
    CHECK(same(compute(info.name, network, {.threads = 3}), plain));
  }
}

TEST_CASE("measures by name are the measures") {
  const Network network = large_network();
  CHECK(compute("degree", network, {.normalized = true}) == degree(network, {.normalized = true}));
  CHECK(compute("strength", network) == strength(network));
  CHECK(compute("betweenness", network, {.distance = Distance::inverse, .normalized = true}) ==
        betweenness(network, {.distance = Distance::inverse, .normalized = true}));
  CHECK(compute("closeness", network, {.scope = ClosenessScope::component}) ==
        closeness(network, {.scope = ClosenessScope::component}));
  CHECK(compute("harmonic", network) == harmonic(network));
  CHECK(compute("eigenvector", network, {.weighted = false}) == eigenvector(network, {.weighted = false}));
  CHECK(compute("pagerank", network, {.damping = 0.5}) == pagerank(network, {.damping = 0.5}));
  CHECK(compute("katz", network, {.weighted = false, .alpha = 0.01}) ==
        katz(network, {.alpha = 0.01, .weighted = false}));
  CHECK(compute("katz", network) == katz(network));
  CHECK(compute("clustering", network) == clustering(network));
  CHECK(compute("clustering", network, {.clustering = ClusteringForm::barrat}) ==
        clustering(network, {.form = ClusteringForm::barrat}));
  CHECK(same(compute("constraint", network), constraint(network)));
  CHECK(same(compute("effective_size", network, {.weighted = false}), effective_size(network, {.weighted = false})));
  const auto cores = core_numbers(network);
  CHECK(compute("core", network) == Values(cores.begin(), cores.end()));
}

TEST_CASE("an unknown measure gets a suggestion") {
  CHECK(complaint("betweeness") == "unknown measure \"betweeness\"; did you mean \"betweenness\"?");
  CHECK(complaint("Closeness") == "unknown measure \"Closeness\"; did you mean \"closeness\"?");
  CHECK(complaint("between") == "unknown measure \"between\"; did you mean \"betweenness\"?");
  CHECK(complaint("cores") == "unknown measure \"cores\"; did you mean \"core\"?");
  CHECK(complaint("gravity") ==
        "unknown measure \"gravity\"; known are degree, strength, betweenness, closeness, harmonic, eigenvector, "
        "pagerank, katz, core, clustering, constraint, effective_size");
  CHECK(complaint("").find("known are") != std::string::npos);
}

}  // namespace kgraph::test
