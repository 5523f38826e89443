// Scores an extracted graph against annotations (tests/gold/*.json): what a reader marked by hand.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <kgraph/graph/model.hpp>

namespace kgraph::test {

/// A mention that a reader marked.
struct GoldMention {
  Span span;
  EntityType type = EntityType::person;
  std::string entity;
  /// Nominals, nested mentions and the apparatus: finding them is neither rewarded nor punished.
  bool optional = false;
};

struct GoldRelation {
  std::string type;
  std::string source;
  std::string target;
};

struct GoldDocument {
  /// Name of the input file.
  std::string file;
  std::vector<GoldMention> mentions;
  std::vector<GoldRelation> relations;
};

/// The annotations of a folder, sorted by file.
std::vector<GoldDocument> read_gold(const std::filesystem::path& folder);

/// Counts of right, superfluous and missed items.
struct Counts {
  int right = 0;
  int extra = 0;
  int missed = 0;

  [[nodiscard]] double f1() const;
  [[nodiscard]] double precision() const;
};

struct Score {
  /// Mentions by type: persons, parties and places by exact span, meetings by overlap.
  std::map<EntityType, Counts> mentions;
  /// B-cubed F1 of the entities of persons and parties.
  double entities = 0;
  /// Relations by type, and "all"; once per document, type, source and target.
  std::map<std::string, Counts> relations;
  /// What went wrong, a line each, for the test's output.
  std::vector<std::string> errors;
};

Score score(const Graph& graph, const std::vector<GoldDocument>& gold);

}  // namespace kgraph::test
