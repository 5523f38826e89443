// Co-occurrence networks: windows, weights, dates, and a naive oracle.
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/cooccurrence.hpp>

#include "sample_graph.hpp"

namespace kgraph {
namespace {

using test::mention;
using Weights = std::map<std::pair<std::string, std::string>, double>;

Graph people(std::size_t count, std::vector<std::vector<GraphMention>> mentions) {
  Graph graph;
  for (std::size_t i = 0; i < count; ++i) {
    graph.entities.push_back({"person:" + std::string(1, static_cast<char>('a' + i)),
                              EntityType::person,
                              std::string(1, static_cast<char>('A' + i)),
                              {}});
  }
  graph.documents.resize(mentions.size());
  graph.mentions = std::move(mentions);
  return graph;
}

Weights weights(const Network& network) {
  Weights result;
  for (const NetworkEdge& edge : network.edges()) {
    result[{network.name(edge.source), network.name(edge.target)}] = edge.weight;
  }
  return result;
}

// A, B, C in one sentence, A again with D in the next paragraph, E alone in another document.
const Graph story =
    people(5, {{mention(0, 1, 0, 0, 0), mention(2, 3, 1, 0, 0), mention(4, 5, 2, 0, 0), mention(6, 7, 0, 0, 1),
                mention(8, 9, 1, 0, 1), mention(20, 21, 0, 1, 2), mention(30, 31, 3, 1, 3)},
               {mention(0, 1, 4), mention(2, 3, 4)}});

TEST_CASE("cooccurrence: a pair is counted once a window") {
  using W = Weights;
  CHECK(weights(cooccurrence(story, {.window = Window::sentence}).network) ==
        W{{{"A", "B"}, 2}, {{"A", "C"}, 1}, {{"B", "C"}, 1}});
  CHECK(weights(cooccurrence(story, {.window = Window::paragraph}).network) ==
        W{{{"A", "B"}, 1}, {{"A", "C"}, 1}, {{"B", "C"}, 1}, {{"A", "D"}, 1}});
  CHECK(weights(cooccurrence(story, {.window = Window::document}).network) ==
        W{{{"A", "B"}, 1}, {{"A", "C"}, 1}, {{"A", "D"}, 1}, {{"B", "C"}, 1}, {{"B", "D"}, 1}, {{"C", "D"}, 1}});
}

TEST_CASE("cooccurrence: Newman's weight divides by the others in the window") {
  const auto result =
      cooccurrence(story, {.window = Window::sentence, .weight = CooccurrenceWeight::newman, .min_weight = 0.5});
  CHECK(weights(result.network) == Weights{{{"A", "B"}, 1.5}, {{"A", "C"}, 0.5}, {{"B", "C"}, 0.5}});
}

TEST_CASE("cooccurrence: a minimum weight drops edges and keeps vertices") {
  const auto result = cooccurrence(story, {.window = Window::sentence, .min_weight = 2});
  CHECK(result.network.edge_count() == 1);
  CHECK(result.network.vertex_count() == 5);
  CHECK(result.network.id(3) == "person:d");
  CHECK(result.entity_of_vertex == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
  CHECK(result.documents_of_vertex == std::vector<std::uint32_t>{1, 1, 1, 1, 1});
  CHECK(result.documents == 2);
}

TEST_CASE("cooccurrence: a token window opens at each mention and joins it with each other entity in reach, once") {
  // A . B B . A with the tokens 0 2 3 5: the first A sees B (at 2) and not itself (at 5); each B sees the second A.
  const Graph graph = people(2, {{mention(0, 1, 0), mention(2, 3, 1), mention(3, 4, 1), mention(5, 6, 0)}});
  const auto count = [&](std::uint32_t tokens) {
    const auto result = cooccurrence(graph, {.window = Window::tokens, .tokens = tokens});
    return result.network.edge_count() == 0 ? 0.0 : result.network.weight(0);
  };
  CHECK(count(1) == 0.0);
  CHECK(count(2) == 2.0);
  CHECK(count(3) == 3.0);
  CHECK(count(100) == 3.0);
}

TEST_CASE("cooccurrence: other types neither become vertices nor dilute a window") {
  const Graph graph = test::sample_graph();
  const auto persons = cooccurrence(graph, {.window = Window::sentence, .weight = CooccurrenceWeight::newman});
  CHECK(persons.network.vertex_count() == 3);
  CHECK(weights(persons.network) == Weights{{{"Choe Chang-ik", "Kim Il Sung"}, 1.0}});
  const auto both = cooccurrence(graph, {.window = Window::sentence, .types = {EntityType::person, EntityType::party}});
  CHECK(both.network.vertex_count() == 5);
  CHECK(both.network.id(0) == "party:cpsu");
  CHECK(both.network.edge_count() == 4);
}

TEST_CASE("cooccurrence: a range of dates counts what it leaves out for want of a date") {
  const Graph graph = test::sample_graph();
  const auto all = cooccurrence(graph);
  CHECK(all.documents == 3);
  CHECK(all.undated_documents == 0);
  CHECK(all.documents_of_vertex == std::vector<std::uint32_t>{1, 2, 2});
  const auto dated = cooccurrence(graph, {.dates = {.since = Date{1956, 8, 0}, .until = Date{1956, 8, 30}}});
  CHECK(dated.documents == 1);
  CHECK(dated.undated_documents == 1);
  CHECK(dated.documents_of_vertex == std::vector<std::uint32_t>{1, 1, 1});
  CHECK(cooccurrence(graph, {.dates = {.since = Date{1957, 6, 1}}}).documents == 1);
  CHECK(cooccurrence(graph, {.dates = {.until = Date{1956, 8, 29}}}).network.vertex_count() == 0);
}

TEST_CASE("cooccurrence: an empty graph gives an empty network") {
  CHECK(cooccurrence(Graph{}).network.vertex_count() == 0);
  CHECK(cooccurrence(Graph{}, {.window = Window::tokens}).network.vertex_count() == 0);
}

TEST_CASE("cooccurrence: impossible options are refused") {
  const auto refuse = [](const CooccurrenceOptions& options) {
    CHECK_THROWS_AS(static_cast<void>(cooccurrence(Graph{}, options)), ArgumentError);
  };
  refuse({.window = Window::tokens, .tokens = 0});
  refuse({.types = {}});
  refuse({.dates = {.since = Date{1957, 0, 0}, .until = Date{1956, 12, 31}}});
  refuse({.min_weight = std::numeric_limits<double>::quiet_NaN()});
}

// The definitions of the header, written down as they read.
Weights naive(const Graph& graph, const CooccurrenceOptions& options) {
  Weights result;
  const auto join = [&](std::uint32_t a, std::uint32_t b, std::size_t k) {
    const double weight = options.weight == CooccurrenceWeight::newman ? 1.0 / static_cast<double>(k - 1) : 1.0;
    result[{graph.entities[std::min(a, b)].name, graph.entities[std::max(a, b)].name}] += weight;
  };
  for (const auto& mentions : graph.mentions) {
    if (options.window == Window::tokens) {
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        std::set<std::uint32_t> in_reach;
        for (std::size_t j = i + 1; j < mentions.size(); ++j) {
          if (mentions[j].token - mentions[i].token <= options.tokens) in_reach.insert(mentions[j].entity);
        }
        in_reach.erase(mentions[i].entity);
        for (const auto other : in_reach) join(mentions[i].entity, other, in_reach.size() + 1);
      }
      continue;
    }
    std::map<std::uint32_t, std::set<std::uint32_t>> units;
    for (const auto& m : mentions) {
      units[options.window == Window::document    ? 0
            : options.window == Window::paragraph ? m.paragraph
                                                  : m.sentence]
          .insert(m.entity);
    }
    for (const auto& [unit, members] : units) {
      for (const auto a : members) {
        for (const auto b : members) {
          if (a < b) join(a, b, members.size());
        }
      }
    }
  }
  return result;
}

TEST_CASE("cooccurrence: equal to the definition on random graphs") {
  std::mt19937 random(1956);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (int round = 0; round < 60; ++round) {
    std::vector<std::vector<GraphMention>> documents(below(4));
    for (auto& mentions : documents) {
      std::uint32_t token = 0;
      for (std::uint32_t i = below(60); i > 0; --i) {
        token += below(4);
        mentions.push_back(mention(token, token + 1, below(12), token / 25, token / 9));
      }
    }
    const Graph graph = people(12, documents);
    for (const Window window : {Window::document, Window::paragraph, Window::sentence, Window::tokens}) {
      for (const auto weight : {CooccurrenceWeight::count, CooccurrenceWeight::newman}) {
        const CooccurrenceOptions options = {.window = window, .tokens = 1 + below(20), .weight = weight};
        const Weights expected = naive(graph, options);
        const Weights found = weights(cooccurrence(graph, options).network);
        REQUIRE(found.size() == expected.size());
        for (const auto& [pair, value] : expected) CHECK(found.at(pair) == doctest::Approx(value).epsilon(1e-12));
      }
    }
  }
}

}  // namespace
}  // namespace kgraph
