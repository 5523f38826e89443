// With which party a person is seen most.
#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/affiliation.hpp>

#include "sample_graph.hpp"

namespace kgraph {
namespace {

// party 0, party 1, person 2, person 3
Graph two_parties(std::vector<std::vector<GraphMention>> mentions) {
  Graph graph;
  graph.entities = {{"party:a", EntityType::party, "A", {}},
                    {"party:b", EntityType::party, "B", {}},
                    {"person:p", EntityType::person, "P", {}},
                    {"person:q", EntityType::person, "Q", {}}};
  graph.documents.resize(mentions.size());
  graph.mentions = std::move(mentions);
  return graph;
}

using test::mention;

TEST_CASE("affiliation: the party of the same sentences wins over that of more paragraphs") {
  const Graph graph = two_parties({{mention(0, 1, 2, 0, 0), mention(2, 3, 1, 0, 0),  //
                                    mention(4, 5, 2, 1, 1), mention(6, 7, 0, 1, 2),  //
                                    mention(8, 9, 2, 2, 3), mention(10, 11, 0, 2, 4)}});
  const auto seen = most_seen_with(graph);
  REQUIRE(seen.size() == 4);
  REQUIRE(seen[2]);
  CHECK(seen[2]->entity == 1);
  CHECK(seen[2]->sentences == 1);
  CHECK(seen[2]->paragraphs == 1);
  CHECK(!seen[3]);
  CHECK(!seen[0]);
}

TEST_CASE("affiliation: paragraphs decide where sentences are equal or none") {
  const Graph tie = two_parties({{mention(0, 1, 2, 0, 0), mention(2, 3, 0, 0, 0),  //
                                  mention(4, 5, 2, 1, 1), mention(6, 7, 1, 1, 1),  //
                                  mention(8, 9, 2, 2, 2), mention(10, 11, 1, 2, 3)}});
  CHECK(most_seen_with(tie)[2]->entity == 1);
  const Graph fallback = two_parties({{mention(0, 1, 2, 0, 0), mention(2, 3, 1, 0, 1)}});
  CHECK(most_seen_with(fallback)[2]->entity == 1);
  CHECK(most_seen_with(fallback)[2]->sentences == 0);
}

TEST_CASE("affiliation: a full tie goes to the smaller id, repetition within a sentence counts once") {
  const Graph graph = two_parties(
      {{mention(0, 1, 2), mention(2, 3, 1), mention(4, 5, 1), mention(6, 7, 0), mention(8, 9, 2), mention(9, 10, 1)}});
  CHECK(most_seen_with(graph)[2]->entity == 0);
  CHECK(most_seen_with(graph)[2]->sentences == 1);
}

TEST_CASE("affiliation: equal numbers of sentences in different documents are different sentences") {
  Graph graph =
      two_parties({{mention(0, 1, 2), mention(2, 3, 1)}, {mention(0, 1, 0)}, {mention(0, 1, 2), mention(2, 3, 1)}});
  CHECK(most_seen_with(graph)[2]->entity == 1);
  CHECK(most_seen_with(graph)[2]->sentences == 2);
  graph.documents[0].date = Date{1956, 9, 1};
  CHECK(most_seen_with(graph, EntityType::person, EntityType::party, {.since = Date{1956, 0, 0}})[2]->sentences == 1);
  CHECK(!most_seen_with(graph, EntityType::person, EntityType::party, {.since = Date{1957, 0, 0}})[2]);
}

TEST_CASE("affiliation: an entity is not its own companion") {
  const Graph graph = two_parties({{mention(0, 1, 2), mention(2, 3, 3), mention(4, 5, 2)}});
  CHECK(most_seen_with(graph, EntityType::person, EntityType::person)[2]->entity == 3);
  CHECK(most_seen_with(Graph{}).empty());
}

TEST_CASE("affiliation: a range that ends before it begins is refused") {
  CHECK_THROWS_AS(static_cast<void>(most_seen_with(Graph{}, EntityType::person, EntityType::party,
                                                   {.since = Date{1957, 0, 0}, .until = Date{1956, 0, 0}})),
                  ArgumentError);
}

}  // namespace
}  // namespace kgraph
