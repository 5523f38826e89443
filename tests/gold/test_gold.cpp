// The extraction on annotated documents: the project's own corpus, and the shared pages where they are at hand.
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include <kgraph/extract.hpp>

#include "score.hpp"

namespace {

using namespace kgraph;
using kgraph::test::Score;

/// Lowest F1 that a test accepts; meetings by overlap, entities B-cubed.
struct Floors {
  double person;
  double party;
  double meeting;
  double place;
  double entities;
  /// All types of relations together, once a document: lowest F1 and precision.
  double relations;
  double precision;
};

Score measure(const std::filesystem::path& corpus, const std::filesystem::path& gold, bool known_actors) {
  const std::string path = corpus.string();
  const ExtractResult result = extract(std::span(&path, 1), {.known_actors = known_actors, .keep_text = false});
  return test::score(result.graph, test::read_gold(gold));
}

void check(const Score& score, const Floors& floors) {
  std::string errors;
  for (const std::string& error : score.errors) errors += "\n  " + error;
  INFO("errors:", errors);
  CHECK(score.mentions.at(EntityType::person).f1() >= floors.person);
  CHECK(score.mentions.at(EntityType::party).f1() >= floors.party);
  CHECK(score.mentions.at(EntityType::meeting).f1() >= floors.meeting);
  CHECK(score.mentions.at(EntityType::place).f1() >= floors.place);
  CHECK(score.entities >= floors.entities);
  CHECK(score.relations.at("all").f1() >= floors.relations);
  CHECK(score.relations.at("all").precision() >= floors.precision);
}

const std::filesystem::path source = KGRAPH_SOURCE_DIR;

std::filesystem::path shared() {
  const char* folder = std::getenv("KGRAPH_SHARED_DIR");
  return folder != nullptr ? std::filesystem::path(folder) : source / ".." / "shared";
}

}  // namespace

TEST_CASE("the annotated documents of the own corpus are read right") {
  check(measure(source / "data/corpus", source / "tests/gold", true), {0.98, 0.97, 0.90, 0.95, 0.96, 0.70, 0.88});
}

TEST_CASE("the own corpus without known actors") {
  check(measure(source / "data/corpus", source / "tests/gold", false), {0.95, 0.97, 0.90, 0.95, 0.94, 0.70, 0.88});
}

TEST_CASE("the shared pages are read right") {
  if (!std::filesystem::is_directory(shared() / "eval/gold")) {
    MESSAGE("skipped: the shared annotations are not here");
    return;
  }
  const Score score = measure(shared() / "corpus", shared() / "eval/gold", true);
  check(score, {0.98, 0.97, 0.90, 0.95, 0.96, 0.90, 0.95});
  const std::map<std::string, double> floors = {{"attended", 0.95},   {"spoke_at", 0.95}, {"meeting_of", 0.90},
                                                {"member_of", 0.85},  {"met", 0.80},      {"wrote_to", 0.80},
                                                {"criticizes", 0.60}, {"supports", 0.60}};
  for (const auto& entry : floors) {
    const std::string& type = entry.first;
    const double floor = entry.second;
    CAPTURE(type);
    CHECK(score.relations.at(type).f1() >= floor);
    CHECK(score.relations.at(type).precision() >= 0.75);
  }
  check(measure(shared() / "corpus", shared() / "eval/gold", false), {0.95, 0.97, 0.90, 0.95, 0.94, 0.88, 0.95});
}

TEST_CASE("an empty graph scores nothing") {
  const Score score = test::score(Graph{}, test::read_gold(source / "tests/gold"));
  CHECK(score.mentions.at(EntityType::person).f1() == 0);
  CHECK(score.mentions.at(EntityType::person).missed > 100);
  CHECK(score.entities == 0);
}
