#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/extract.hpp>
#include <kgraph/graph/find_entity.hpp>
#include <kgraph/graph/native_io.hpp>
#include <kgraph/graph/quotation.hpp>
#include <kgraph/measure/connections.hpp>

namespace kgraph::test {

namespace {

namespace fs = std::filesystem;

/// Builds a graph from text in which names are marked "[Kim Il]", a paragraph a line, a sentence up to "|".
class GraphBuilder {
 public:
  std::uint32_t entity(const std::string& name, EntityType type = EntityType::person) {
    for (std::uint32_t e = 0; e < graph_.entities.size(); ++e) {
      if (graph_.entities[e].name == name) return e;
    }
    graph_.entities.push_back({std::string(to_string(type)) + ":" + name, type, name, {}});
    return static_cast<std::uint32_t>(graph_.entities.size() - 1);
  }

  std::uint32_t document(const std::string& id, std::string_view marked, std::optional<Date> date = {}) {
    GraphDocument document;
    document.id = id;
    document.file = id + ".txt";
    document.title = "Title of " + id;
    document.date = date;
    document.span.start = 1000;
    std::vector<GraphMention> mentions;
    GraphMention open;
    std::uint32_t paragraph = 0;
    std::uint32_t sentence = 0;
    for (const char c : marked) {
      const auto at = static_cast<std::uint32_t>(1000 + document.text.size());
      if (c == '[') {
        open = {.span = {at, at}, .paragraph = paragraph, .sentence = sentence};
      } else if (c == ']') {
        open.span.end = at;
        open.entity = entity(document.text.substr(open.span.start - 1000));
        mentions.push_back(open);
      } else if (c == '|') {
        ++sentence;
      } else {
        document.text += c;
        if (c == '\n') ++paragraph, ++sentence;
      }
    }
    document.span.end = static_cast<std::uint32_t>(1000 + document.text.size());
    graph_.documents.push_back(document);
    graph_.mentions.push_back(mentions);
    return static_cast<std::uint32_t>(graph_.documents.size() - 1);
  }

  void relation(const std::string& type, const std::string& source, const std::string& target,
                std::vector<Evidence> evidence) {
    graph_.relations.push_back({type, entity(source), entity(target), 0, std::move(evidence)});
  }

  [[nodiscard]] Graph graph() const {
    Graph sorted = graph_;
    sort_graph(sorted);
    return sorted;
  }

 private:
  Graph graph_;
};

Evidence stated(std::uint32_t document, Span span, std::optional<Date> since = {}, std::optional<Date> until = {}) {
  Evidence evidence;
  evidence.document = document;
  evidence.span = span;
  evidence.since = since;
  evidence.until = until;
  evidence.basis = since || until ? DateBasis::sentence : DateBasis::none;
  return evidence;
}

std::uint32_t index_of(const Graph& graph, std::string_view name) { return entity_named(graph, name); }

/// "A >attended> M <attended< B": how each step goes.
std::string text_of(const Graph& graph, const Path& path) {
  std::string text = graph.entities[path.entities.front()].name;
  for (const Step& step : path.steps) {
    const char* arrow = step.direction == StepDirection::forward    ? ">"
                        : step.direction == StepDirection::backward ? "<"
                                                                    : "-";
    text += " " + (arrow + step.kind + arrow) + " " + graph.entities[step.to].name;
  }
  return text;
}

std::vector<std::string> paths_of(const Graph& graph, std::string_view from, std::string_view to,
                                  const ConnectionOptions& options = {}) {
  std::vector<std::string> texts;
  for (const Path& path : shortest_paths(graph, index_of(graph, from), index_of(graph, to), options)) {
    texts.push_back(text_of(graph, path));
  }
  return texts;
}

std::string quoted(const Graph& graph, const Step& step) {
  REQUIRE(step.evidence.has_value());
  return std::string(quotation(graph.documents[step.evidence->document], step.evidence->span));
}

/// Ann and Bob attended the plenum; a paragraph names Ann and Bob, another one Bob and Cid.
Graph plenum_graph() {
  GraphBuilder b;
  b.entity("Plenum", EntityType::meeting);
  b.entity("Paris", EntityType::place);
  const auto d = b.document("a-record",
                            "[Ann] was at the [Plenum]. |So was [Bob].\n"
                            "Then [Ann] left. |Mr. [Bob] stayed in [Paris]. |It rained.\n",
                            Date{1956, 8, 30});
  b.document("b-letter", "[Bob] wrote to [Cid]. |He lives in [Paris].\n", Date{1957, 0, 0});
  b.document("c-note", "[Dan] alone.\n");
  b.relation("attended", "Ann", "Plenum", {stated(d, {1000, 1022})});
  b.relation("attended", "Bob", "Plenum", {stated(d, {1023, 1034}), stated(d, {1000, 1022}, Date{1956, 8, 1})});
  return b.graph();
}

}  // namespace

TEST_CASE("two steps of relations are shorter than one paragraph that names both") {
  const Graph graph = plenum_graph();
  CHECK(paths_of(graph, "Ann", "Bob") == std::vector<std::string>{"Ann >attended> Plenum <attended< Bob"});
  CHECK(paths_of(graph, "Ann", "Bob", {.query = {.k = 2}}) ==
        std::vector<std::string>{"Ann >attended> Plenum <attended< Bob", "Ann -cooccurrence- Bob"});
  const Path path = shortest_paths(graph, index_of(graph, "Ann"), index_of(graph, "Bob")).at(0);
  CHECK(path.length == 2);
  // The dated passage comes before the undated one, whose document has a later date.
  CHECK(path.steps[1].evidence->since == Date{1956, 8, 1});
  CHECK(path.steps[1].passages == 2);
  CHECK(path.steps[1].all_passages == 3);
}

TEST_CASE("a co-occurrence quotes from sentence to sentence") {
  const Graph graph = plenum_graph();
  const auto ann = index_of(graph, "Ann");
  const auto bob = index_of(graph, "Bob");
  const Step step = shortest_paths(graph, ann, bob, {.relations = {"met"}}).at(0).steps.at(0);
  CHECK(step.kind == cooccurrence_kind);
  CHECK(step.direction == StepDirection::mutual);
  CHECK(step.passages == 2);
  CHECK(quoted(graph, step) == "Ann was at the Plenum. So was Bob.");
  CHECK(step.evidence->since == Date{1956, 8, 30});
  CHECK(step.evidence->basis == DateBasis::document);
  const Step other =
      shortest_paths(graph, bob, index_of(graph, "Paris"), {.cooccurrence = Window::sentence}).at(0).steps.at(0);
  CHECK(quoted(graph, other) == "Mr. Bob stayed in Paris.");
}

TEST_CASE("without the text a quotation reaches from mention to mention") {
  Graph graph = plenum_graph();
  for (GraphDocument& document : graph.documents) document.text.clear();
  const auto path = shortest_paths(graph, index_of(graph, "Ann"), index_of(graph, "Bob"), {.relations = {"met"}}).at(0);
  CHECK(path.steps[0].evidence->span == Span{1000, 1033});
}

TEST_CASE("only entities of the chosen types link others") {
  const Graph graph = plenum_graph();
  CHECK(paths_of(graph, "Ann", "Cid") ==
        std::vector<std::string>{"Ann >attended> Plenum <attended< Bob -cooccurrence- Cid"});
  CHECK(paths_of(graph, "Ann", "Cid", {.through = {EntityType::person}}) ==
        std::vector<std::string>{"Ann -cooccurrence- Bob -cooccurrence- Cid"});
  CHECK(paths_of(graph, "Ann", "Cid", {.through = {EntityType::place}}) ==
        std::vector<std::string>{"Ann -cooccurrence- Paris -cooccurrence- Cid"});
  CHECK(paths_of(graph, "Ann", "Cid", {.through = {EntityType::party}}).empty());
  CHECK(paths_of(graph, "Paris", "Plenum", {.through = {}}).empty());
}

TEST_CASE("windows, relations, dates and avoided entities decide what connects") {
  const Graph graph = plenum_graph();
  CHECK(paths_of(graph, "Ann", "Cid", {.cooccurrence = std::nullopt}).empty());
  CHECK(paths_of(graph, "Ann", "Bob", {.cooccurrence = Window::sentence, .query = {.k = 9}}) ==
        std::vector<std::string>{"Ann >attended> Plenum <attended< Bob"});
  CHECK(paths_of(graph, "Ann", "Bob", {.relations = {"met"}, .cooccurrence = Window::document}) ==
        std::vector<std::string>{"Ann -cooccurrence- Bob"});
  const DateRange later = {.since = Date{1957, 1, 1}};
  CHECK(paths_of(graph, "Bob", "Cid", {.dates = later}) == std::vector<std::string>{"Bob -cooccurrence- Cid"});
  CHECK(paths_of(graph, "Ann", "Bob", {.dates = later}).empty());
  CHECK(paths_of(graph, "Ann", "Bob", {.query = {.avoid = {index_of(graph, "Plenum")}}}) ==
        std::vector<std::string>{"Ann -cooccurrence- Bob"});
}

TEST_CASE("a range of dates counts the passages that may lie in it") {
  GraphBuilder b;
  const auto d = b.document("a", "[Ann] [Bob] [Cid] [Dan] [Eve]\n", Date{1960, 0, 0});
  const auto undated = b.document("b", "nobody\n");
  b.relation("met", "Ann", "Bob",
             {stated(d, {1000, 1001}, Date{1950, 1, 0}), stated(d, {1001, 1002}, Date{1955, 0, 0})});
  b.relation("member_of", "Ann", "Cid", {stated(d, {1000, 1001}, {}, Date{1952, 0, 0})});
  b.relation("supports", "Ann", "Dan", {stated(d, {1000, 1001})});
  b.relation("supports", "Ann", "Eve", {stated(undated, {1000, 1001})});
  const Graph graph = b.graph();
  const auto names = [&](const DateRange& dates) {
    std::string text;
    for (const Reached& one :
         reachable(graph, index_of(graph, "Ann"), 1, {.cooccurrence = std::nullopt, .dates = dates})) {
      text += graph.entities[one.entity].name.substr(0, 1);
    }
    return text;
  };
  CHECK(names({}) == "BCDE");
  CHECK(names({.until = Date{1952, 0, 0}}) == "BC");
  CHECK(names({.since = Date{1953, 0, 0}}) == "BD");
  CHECK(names({.since = Date{1953, 0, 0}, .until = Date{1954, 0, 0}}).empty());
  const auto met = shortest_paths(graph, index_of(graph, "Ann"), index_of(graph, "Bob"),
                                  {.cooccurrence = std::nullopt, .dates = {.since = Date{1953, 0, 0}}});
  REQUIRE(met.size() == 1);
  CHECK(met[0].steps[0].evidence->span == Span{1001, 1002});
  CHECK(met[0].steps[0].passages == 1);
  CHECK(met[0].steps[0].direction == StepDirection::mutual);
}

TEST_CASE("inverse distance prefers what is often said") {
  GraphBuilder b;
  const auto d = b.document("a", "x\n");
  b.relation("met", "Ann", "Bob", {stated(d, {1000, 1001})});
  const std::vector<Evidence> four = {stated(d, {1000, 1001}), stated(d, {1001, 1002}), stated(d, {1002, 1003}),
                                      stated(d, {1003, 1004})};
  b.relation("met", "Ann", "Cid", four);
  b.relation("met", "Bob", "Cid", four);
  const Graph graph = b.graph();
  CHECK(paths_of(graph, "Ann", "Bob") == std::vector<std::string>{"Ann -met- Bob"});
  const auto inverse =
      shortest_paths(graph, index_of(graph, "Ann"), index_of(graph, "Bob"), {.distance = Distance::inverse});
  REQUIRE(inverse.size() == 1);
  CHECK(text_of(graph, inverse[0]) == "Ann -met- Cid -met- Bob");
  CHECK(inverse[0].length == 0.5);
}

TEST_CASE("all shortest connections, and the limit that cuts them") {
  GraphBuilder b;
  const auto d = b.document("a", "x\n");
  for (const char* middle : {"M1", "M2", "M3"}) {
    b.relation("met", "Ann", middle, {stated(d, {1000, 1001})});
    b.relation("met", middle, "Bob", {stated(d, {1000, 1001})});
  }
  const Graph graph = b.graph();
  CHECK(paths_of(graph, "Ann", "Bob", {.query = {.all = true}}) ==
        std::vector<std::string>{"Ann -met- M1 -met- Bob", "Ann -met- M2 -met- Bob", "Ann -met- M3 -met- Bob"});
  ConnectionIndex index(graph);
  CHECK(index.paths(index_of(graph, "Ann"), index_of(graph, "Bob"), {.all = true, .limit = 2}).cut);
  CHECK_FALSE(index.paths(index_of(graph, "Ann"), index_of(graph, "Bob"), {.all = true, .limit = 3}).cut);
}

TEST_CASE("who is reachable, and who is not") {
  const Graph graph = plenum_graph();
  const auto ann = index_of(graph, "Ann");
  const auto name = [&](const char* text) { return index_of(graph, text); };
  CHECK(reachable(graph, ann, 1) == std::vector<Reached>{{name("Plenum"), 1}, {name("Bob"), 1}});
  CHECK(reachable(graph, ann, 2) == std::vector<Reached>{{name("Plenum"), 1}, {name("Bob"), 1}, {name("Cid"), 2}});
  CHECK(reachable(graph, name("Dan"), 9).empty());
  CHECK(paths_of(graph, "Ann", "Dan").empty());
  ConnectionIndex index(graph);
  CHECK(index.reachable(ann).size() == 3);
  CHECK(index.reachable(ann, 9, {name("Bob")}) == std::vector<Reached>{{name("Plenum"), 1}});
}

TEST_CASE("a connection with oneself has no steps") {
  const Graph graph = plenum_graph();
  const auto paths = shortest_paths(graph, 0, 0);
  REQUIRE(paths.size() == 1);
  CHECK(paths[0].entities == std::vector<std::uint32_t>{0});
  CHECK(paths[0].steps.empty());
}

TEST_CASE("a relation without evidence connects while no dates are asked for") {
  GraphBuilder b;
  b.document("a", "x\n", Date{1956, 0, 0});
  b.relation("met", "Ann", "Bob", {});
  const Graph graph = b.graph();
  const auto paths = shortest_paths(graph, 0, 1);
  REQUIRE(paths.size() == 1);
  CHECK_FALSE(paths[0].steps[0].evidence.has_value());
  CHECK(shortest_paths(graph, 0, 1, {.dates = {.since = Date{1900, 0, 0}}}).empty());
}

TEST_CASE("an empty graph and questions that make no sense") {
  const Graph empty;
  CHECK(ConnectionIndex(empty).network().vertex_count() == 0);
  const Graph graph = plenum_graph();
  ConnectionIndex index(graph);
  CHECK_THROWS_AS(static_cast<void>(index.paths(0, 99)), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(index.paths(0, 1, {.k = 0})), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(index.paths(0, 1, {.all = true, .limit = 0})), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(index.paths(0, 1, {.avoid = {1}})), ArgumentError);
  CHECK_THROWS_AS(static_cast<void>(index.reachable(99)), ArgumentError);
  CHECK_THROWS_AS(ConnectionIndex(graph, {.cooccurrence = Window::tokens}), ArgumentError);
  CHECK_THROWS_AS(ConnectionIndex(graph, {.dates = {Date{1957, 0, 0}, Date{1956, 0, 0}}}), ArgumentError);
}

// --- Quotations ----------------------------------------------------------------------------------------------------

namespace {

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Cuts the quotation of every step out of its file by the offsets given, and compares; returns how many there were.
std::size_t check_quotations(const Graph& graph, const std::vector<Path>& paths) {
  std::size_t checked = 0;
  for (const Path& path : paths) {
    for (const Step& step : path.steps) {
      REQUIRE(step.evidence.has_value());
      const GraphDocument& document = graph.documents[step.evidence->document];
      const std::string file = bytes_of(document.file);
      const Span span = step.evidence->span;
      REQUIRE(span.end <= file.size());
      const std::string quoted(quotation(document, span));
      CHECK_FALSE(quoted.empty());
      CHECK(file.substr(span.start, span.size()) == quoted);
      ++checked;
      if (step.kind != cooccurrence_kind) continue;
      // The passage holds a mention of each, and no half word at its ends.
      for (const std::uint32_t entity : {step.from, step.to}) {
        bool named = false;
        for (const GraphMention& mention : graph.mentions[step.evidence->document]) {
          named = named || (mention.entity == entity && span.contains(mention.span));
        }
        CHECK_MESSAGE(named, graph.entities[entity].id << " is not in: " << quoted);
      }
    }
  }
  return checked;
}

}  // namespace

TEST_CASE("every quotation of the own corpus is in its file at the bytes given") {
  const std::vector<std::string> paths = {std::string(KGRAPH_SOURCE_DIR) + "/data/corpus"};
  const Graph graph = extract(paths, {}).graph;
  std::size_t checked = 0;
  for (const Window window : {Window::sentence, Window::paragraph}) {
    ConnectionIndex index(graph, {.cooccurrence = window});
    const std::uint32_t kim = index_of(graph, "Kim Il Sung");
    for (const Reached& other : index.reachable(kim, 3)) {
      checked += check_quotations(graph, index.paths(kim, other.entity, {.k = 2}).paths);
    }
  }
  CHECK(checked > 200);
}

TEST_CASE("Ri Sang-jo and Peng Dehuai are connected by quotations of the shared corpus") {
  const fs::path corpus = fs::path(KGRAPH_SOURCE_DIR).parent_path() / "shared" / "corpus";
  if (!fs::is_directory(corpus)) {
    MESSAGE("skipped: there is no folder " << corpus.string());
    return;
  }
  const Graph graph = extract(std::vector<std::string>{corpus.string()}, {}).graph;
  const auto found =
      shortest_paths(graph, index_of(graph, "Ri Sang-jo"), index_of(graph, "Peng Dehuai"), {.query = {.k = 5}});
  REQUIRE_FALSE(found.empty());
  CHECK(check_quotations(graph, found) >= 5);
}

}  // namespace kgraph::test
