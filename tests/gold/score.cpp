#include "score.hpp"

#include <algorithm>
#include <set>

#include <simdjson.h>

namespace kgraph::test {

namespace {

std::string text(simdjson::dom::element element) { return std::string(std::string_view(element)); }

/// A mention of the graph, with what it stands for.
struct Found {
  Span span;
  EntityType type = EntityType::person;
  bool nominal = false;
  std::uint32_t entity = 0;
};

std::vector<Found> mentions_of(const Graph& graph, const std::string& file) {
  std::vector<Found> found;
  for (std::size_t d = 0; d < graph.documents.size(); ++d) {
    if (std::filesystem::path(graph.documents[d].file).filename() != file) continue;
    for (const GraphMention& mention : graph.mentions[d]) {
      found.push_back({mention.span, graph.entities[mention.entity].type, mention.nominal, mention.entity});
    }
  }
  return found;
}

/// Pairs gold mentions with those found: equal spans first, then (where allowed) overlapping ones.
struct Matching {
  std::vector<std::pair<const Found*, const GoldMention*>> pairs;
  std::vector<const Found*> extra;
  std::vector<const GoldMention*> missed;
};

Matching match(const std::vector<const GoldMention*>& gold, const std::vector<const Found*>& found, bool exact) {
  Matching result;
  std::set<const GoldMention*> used;
  std::vector<const Found*> rest;
  const auto pair_up = [&](const std::vector<const Found*>& candidates, auto fits) {
    std::vector<const Found*> left;
    for (const Found* candidate : candidates) {
      const auto hit = std::find_if(gold.begin(), gold.end(),
                                    [&](const GoldMention* g) { return !used.contains(g) && fits(*candidate, *g); });
      if (hit == gold.end()) {
        left.push_back(candidate);
      } else {
        used.insert(*hit);
        result.pairs.emplace_back(candidate, *hit);
      }
    }
    return left;
  };
  rest = pair_up(found, [](const Found& f, const GoldMention& g) { return f.span == g.span; });
  if (!exact) rest = pair_up(rest, [](const Found& f, const GoldMention& g) { return f.span.overlaps(g.span); });
  result.extra = std::move(rest);
  std::copy_if(gold.begin(), gold.end(), std::back_inserter(result.missed),
               [&](const GoldMention* g) { return !used.contains(g); });
  return result;
}

/// Gathers figures over all documents.
class Scorer {
 public:
  Scorer(const Graph& graph, const std::vector<GoldDocument>& gold) : graph_(graph), gold_(gold) {}

  Score run() {
    for (const GoldDocument& document : gold_) {
      found_[document.file] = mentions_of(graph_, document.file);
      for (const EntityType type : all_entity_types) score_mentions(document, type);
    }
    score_entities();
    for (const GoldDocument& document : gold_) score_relations(document);
    return std::move(score_);
  }

 private:
  void score_mentions(const GoldDocument& document, EntityType type);
  void score_entities();
  void score_relations(const GoldDocument& document);
  [[nodiscard]] std::string gold_entity(std::uint32_t entity) const;

  const Graph& graph_;
  const std::vector<GoldDocument>& gold_;
  Score score_;
  std::map<std::string, std::vector<Found>> found_;
  std::vector<std::pair<std::uint32_t, std::string>> links_;
  int unlinked_extra_ = 0;
  int unlinked_missed_ = 0;
  std::map<std::uint32_t, std::map<std::string, int>> stands_for_;
};

void Scorer::score_mentions(const GoldDocument& document, EntityType type) {
  std::vector<const GoldMention*> required;
  std::vector<const GoldMention*> optional;
  for (const GoldMention& mention : document.mentions) {
    if (mention.type == type) (mention.optional ? optional : required).push_back(&mention);
  }
  std::vector<const Found*> names;
  std::vector<const Found*> nominals;
  for (const Found& found : found_[document.file]) {
    if (found.type == type) (found.nominal ? nominals : names).push_back(&found);
  }
  const Matching needed = match(required, names, type != EntityType::meeting);
  const Matching excused = match(optional, needed.extra, false);
  const Matching described = match(excused.missed, nominals, false);
  Counts& counts = score_.mentions[type];
  counts.right += static_cast<int>(needed.pairs.size());
  counts.extra += static_cast<int>(excused.extra.size());
  counts.missed += static_cast<int>(needed.missed.size());
  for (const Matching* matching : {&needed, &excused, &described}) {
    for (const auto& [found, gold] : matching->pairs) ++stands_for_[found->entity][gold->entity];
  }
  if (type == EntityType::person || type == EntityType::party) {
    for (const auto& [found, gold] : needed.pairs) links_.emplace_back(found->entity, gold->entity);
    unlinked_extra_ += static_cast<int>(excused.extra.size());
    unlinked_missed_ += static_cast<int>(needed.missed.size());
  }
  const std::string kind(to_string(type));
  for (const Found* found : excused.extra) {
    score_.errors.push_back("extra " + kind + " " + document.file + ":" + std::to_string(found->span.start) + " " +
                            graph_.entities[found->entity].name);
  }
  for (const GoldMention* gold : needed.missed) {
    score_.errors.push_back("missed " + kind + " " + document.file + ":" + std::to_string(gold->span.start) + " " +
                            gold->entity);
  }
}

void Scorer::score_entities() {
  std::map<std::uint32_t, int> system;
  std::map<std::string, int> gold;
  std::map<std::pair<std::uint32_t, std::string>, int> both;
  for (const auto& link : links_) {
    ++system[link.first];
    ++gold[link.second];
    ++both[link];
  }
  double precision = 0;
  double recall = 0;
  for (const auto& link : links_) {
    precision += static_cast<double>(both[link]) / system[link.first];
    recall += static_cast<double>(both[link]) / gold[link.second];
  }
  const auto count = static_cast<double>(links_.size());
  precision /= count + unlinked_extra_;
  recall /= count + unlinked_missed_;
  score_.entities = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

std::string Scorer::gold_entity(std::uint32_t entity) const {
  const auto known = stands_for_.find(entity);
  if (known == stands_for_.end()) return "?" + graph_.entities[entity].id;
  return std::max_element(known->second.begin(), known->second.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

void Scorer::score_relations(const GoldDocument& document) {
  using Statement = std::array<std::string, 3>;
  const auto statement = [](const std::string& type, std::string a, std::string b) {
    if (type == "met" && b < a) std::swap(a, b);
    return Statement{type, std::move(a), std::move(b)};
  };
  std::set<Statement> wanted;
  for (const GoldRelation& relation : document.relations) {
    wanted.insert(statement(relation.type, relation.source, relation.target));
  }
  std::set<Statement> got;
  for (const GraphRelation& relation : graph_.relations) {
    const bool here = std::any_of(relation.evidence.begin(), relation.evidence.end(), [&](const Evidence& evidence) {
      return std::filesystem::path(graph_.documents[evidence.document].file).filename() == document.file;
    });
    if (here) got.insert(statement(relation.type, gold_entity(relation.source), gold_entity(relation.target)));
  }
  const auto count = [&](const Statement& s, int Counts::*field) {
    ++(score_.relations[s[0]].*field);
    ++(score_.relations["all"].*field);
  };
  for (const Statement& s : wanted) count(s, got.contains(s) ? &Counts::right : &Counts::missed);
  for (const Statement& s : got) {
    if (!wanted.contains(s)) count(s, &Counts::extra);
  }
}

}  // namespace

double Counts::precision() const { return right == 0 ? 0 : static_cast<double>(right) / (right + extra); }

double Counts::f1() const { return right == 0 ? 0 : 2.0 * right / (2.0 * right + extra + missed); }

std::vector<GoldDocument> read_gold(const std::filesystem::path& folder) {
  std::vector<GoldDocument> gold;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.load(entry.path().string());
    GoldDocument document;
    document.file = text(root["document"]);
    for (const simdjson::dom::element item : simdjson::dom::array(root["mentions"])) {
      GoldMention mention;
      mention.span = {static_cast<std::uint32_t>(std::uint64_t(item["start"])),
                      static_cast<std::uint32_t>(std::uint64_t(item["end"]))};
      mention.type = parse_entity_type(text(item["type"])).value();
      mention.entity = text(item["entity"]);
      const bool apparatus = item["role"].error() == simdjson::SUCCESS;
      mention.optional = text(item["kind"]) == "nominal" || bool(item["nested"]) || apparatus;
      document.mentions.push_back(mention);
    }
    for (const simdjson::dom::element item : simdjson::dom::array(root["relations"])) {
      document.relations.push_back({text(item["type"]), text(item["source"]), text(item["target"])});
    }
    gold.push_back(std::move(document));
  }
  std::sort(gold.begin(), gold.end(), [](const GoldDocument& a, const GoldDocument& b) { return a.file < b.file; });
  return gold;
}

Score score(const Graph& graph, const std::vector<GoldDocument>& gold) { return Scorer(graph, gold).run(); }

}  // namespace kgraph::test
