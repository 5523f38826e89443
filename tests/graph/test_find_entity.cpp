#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/graph/find_entity.hpp>

namespace kgraph::test {

namespace {

Graph named_graph() {
  Graph graph;
  graph.entities = {
      {"meeting:talk", EntityType::meeting, "Conversation between Mikoyan and Kim Il Sung", {}},
      {"meeting:kwp-congress", EntityType::meeting, "KWP congress", {}},
      {"party:cpsu", EntityType::party, "Communist Party of the Soviet Union", {"CPSU", "Communist Party"}},
      {"party:ccp", EntityType::party, "Communist Party of China", {"CCP", "Communist Party"}},
      {"party:kwp", EntityType::party, "Korean Workers’ Party", {"KWP"}},
      {"person:anastas-mikoyan", EntityType::person, "Anastas Mikoyan", {"A. Mikoyan", "Микоян"}},
      {"person:choe-chang-ik", EntityType::person, "Choe Chang-ik", {"Ch’oe Ch’ang-ik"}},
      {"person:choe-yong-gon", EntityType::person, "Choe Yong-gon", {"Choe"}},
      {"person:kim-il", EntityType::person, "Kim Il", {}},
      {"person:kim-il-sung", EntityType::person, "Kim Il Sung", {"Kim", "Kim Il-sŏng"}},
      {"person:matyas-rakosi", EntityType::person, "Mátyás Rákosi", {"Rakosi"}},
      {"place:moscow", EntityType::place, "Moscow", {}},
  };
  return graph;
}

/// The id of the match, or "?" with the candidates' ids where the name is ambiguous, "-" where it is unknown.
std::string found(std::string_view typed, const EntityTypes& types = any_entity_type) {
  const Graph graph = named_graph();
  const EntityMatch match = find_entity(graph, typed, types);
  if (match.entity) {
    CHECK(match.candidates.empty());
    return graph.entities[*match.entity].id;
  }
  std::string text = match.ambiguous ? "?" : "-";
  for (const std::uint32_t e : match.candidates) text += " " + graph.entities[e].id;
  return text;
}

}  // namespace

TEST_CASE("an entity is found by id, name and other name") {
  CHECK(found("person:kim-il") == "person:kim-il");
  CHECK(found("Kim Il Sung") == "person:kim-il-sung");
  CHECK(found("CPSU") == "party:cpsu");
  CHECK(found("  Микоян ") == "person:anastas-mikoyan");
}

TEST_CASE("the full name shown wins over a part of a longer one") { CHECK(found("Kim Il") == "person:kim-il"); }

TEST_CASE("case, diacritics, hyphens, apostrophes and spaces do not matter") {
  for (const char* typed : {"choe chang ik", "CHOE CHANG-IK", "Choe Changik", "Ch'oe Ch'ang-ik", "choe-chang-ik"}) {
    CHECK(found(typed) == "person:choe-chang-ik");
  }
  CHECK(found("matyas rakosi") == "person:matyas-rakosi");
  CHECK(found("korean workers' party") == "party:kwp");
  CHECK(found("kim il song") == "person:kim-il-sung");
}

TEST_CASE("words may come in another order") {
  for (const char* typed : {"Il Sung Kim", "Kim, Il Sung", "Sung Kim Il", "il-sung kim"}) {
    CHECK(found(typed) == "person:kim-il-sung");
  }
  CHECK(found("Mikoyan, Anastas") == "person:anastas-mikoyan");
  CHECK(found("Changik Choe") == "person:choe-chang-ik");
}

TEST_CASE("a part that only one person has is enough") {
  CHECK(found("mikoyan") == "person:anastas-mikoyan");
  CHECK(found("Chang-ik") == "person:choe-chang-ik");
  CHECK(found("yonggon") == "person:choe-yong-gon");
  CHECK(found("congress") == "meeting:kwp-congress");
  CHECK(found("kwp") == "party:kwp");
}

TEST_CASE("a part of a word is no part of a name") { CHECK(found("Miko")[0] == '-'); }

TEST_CASE("an ambiguous name lists all who have it by id") {
  CHECK(found("Choe") == "? person:choe-chang-ik person:choe-yong-gon");
  CHECK(found("kim") == "? person:kim-il person:kim-il-sung");
  CHECK(found("Communist Party") == "? party:ccp party:cpsu");
}

TEST_CASE("types restrict who is meant") {
  CHECK(found("mikoyan", {EntityType::meeting}) == "meeting:talk");
  CHECK(found("Moscow", {EntityType::person}) == "-");
  CHECK(found("person:kim-il", {EntityType::party})[0] == '-');
}

TEST_CASE("an unknown name brings up similar ones") {
  CHECK(found("Mikojan") == "- person:anastas-mikoyan meeting:talk");
  CHECK(found("Rakoczi") == "- person:matyas-rakosi");
  CHECK(found("xyzzy") == "-");
  CHECK(found("") == "-");
  CHECK(found("---") == "-");
  CHECK(found("\xff\xfe") == "-");
}

TEST_CASE("at most eight similar names") {
  Graph graph;
  for (int i = 10; i < 40; ++i) {
    graph.entities.push_back({"person:ivan" + std::to_string(i), EntityType::person, "Ivanov" + std::to_string(i), {}});
  }
  const EntityMatch match = find_entity(graph, "Ivanow15");
  CHECK_FALSE(match.ambiguous);
  REQUIRE(match.candidates.size() == most_similar_names);
  CHECK(graph.entities[match.candidates[0]].id == "person:ivan15");
}

TEST_CASE("the error for a name tells ids and names") {
  const Graph graph = named_graph();
  try {
    static_cast<void>(entity_named(graph, "Choe"));
    FAIL("no exception");
  } catch (const EntityNameError& error) {
    CHECK(error.match().ambiguous);
    CHECK(std::string(error.what()) ==
          "'Choe' is ambiguous; give one of these ids:\n"
          "  person:choe-chang-ik  Choe Chang-ik\n"
          "  person:choe-yong-gon  Choe Yong-gon");
  }
  CHECK_THROWS_WITH_AS(static_cast<void>(entity_named(graph, "xyzzy")), "'xyzzy' is nobody and nothing in this graph",
                       EntityNameError);
  CHECK(graph.entities[entity_named(graph, "CCP")].id == "party:ccp");
}

}  // namespace kgraph::test
