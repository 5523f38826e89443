// The native graph file: what is written is read, in the bytes and the order that are documented.
#include <algorithm>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/native_io.hpp>

#include "native_bytes.hpp"
#include "sample_graph.hpp"

namespace kgraph {
namespace {

using test::document;
using test::header;
using test::person;
using test::written;

TEST_CASE("native file: reading what was written gives equal data") {
  const Graph graph = test::sample_graph();
  const std::string bytes = written(graph);
  CHECK(read_native(bytes, "sample.kgraph") == graph);
  CHECK(written(read_native(bytes, "sample.kgraph")) == bytes);
}

TEST_CASE("native file: the bytes are as documented") {
  Graph graph = test::sample_graph();
  graph.documents.resize(1);
  graph.mentions.resize(1);
  graph.mentions[0].resize(2);
  graph.relations.resize(1);
  graph.roles.resize(1);
  graph.entities.erase(graph.entities.begin() + 1, graph.entities.begin() + 2);
  graph.entities.resize(3);
  graph.mentions[0][0].entity = 2;
  graph.mentions[0][1].entity = 1;
  graph.mentions[0][1].reason = no_reason;
  graph.relations[0].source = 2;
  graph.relations[0].sign = -1;
  graph.roles[0].entity = 2;
  graph.roles[0].evidence[0].document = 0;
  const std::string expected =
      R"jsonl({"kind":"kgraph","version":1,"closed":true,"reasons":["full name","surname: only bearer in the document"],"rules":["attendance list","cue: supports"]}
{"kind":"entity","id":"meeting:august-plenum","type":"meeting","name":"August plenum"}
{"kind":"entity","id":"party:kwp","type":"party","name":"KWP","aliases":["Korean Workers' Party","Worker's \"Party\""]}
{"kind":"entity","id":"person:choe-chang-ik","type":"person","name":"Choe Chang-ik","aliases":["Ch’oe Ch’ang-ik","최창익"]}
{"kind":"document","id":"a-record","file":"docs/a record.txt","title":"Record of the \\ plenum\n(excerpt)","date":"1956-08-30","source":"RGANI, fond 5","record_id":"116178","start":100,"end":160}
{"kind":"mentions","document":"a-record","columns":["start","end","token","paragraph","sentence","nominal","entity","reason"],"rows":[[100,111,100,0,0,0,2,0],[116,129,116,0,0,0,1,null]]}
{"kind":"relation","type":"attended","source":"person:choe-chang-ik","target":"meeting:august-plenum","sign":-1,"count":1,"evidence":[{"document":"a-record","start":116,"end":129,"rule":0,"since":"1956-08-30","until":"1956-08-31","basis":"meeting"}]}
{"kind":"role","entity":"person:choe-chang-ik","title":"member of the \"Presidium\"","evidence":[{"document":"a-record","start":0,"end":9,"until":"1956-08"}]}
{"kind":"end"}
)jsonl";
  CHECK(written(graph, {.text = false}) == expected);
}

TEST_CASE("native file: an empty graph is a file too") {
  CHECK(read_native(written(Graph{}), "empty.kgraph") == Graph{});
}

TEST_CASE("native file: a large graph passes through in chunks") {
  Graph graph;
  graph.entities = {{"person:a", EntityType::person, "A", {}}};
  graph.documents.resize(1);
  graph.documents[0].id = "d";
  graph.documents[0].file = "d.txt";
  graph.mentions.resize(1);
  for (std::uint32_t i = 0; i < 100000; ++i) graph.mentions[0].push_back(test::mention(i, i + 1, 0, i, i));
  std::size_t chunks = 0;
  std::string bytes;
  write_native(graph, [&](std::string_view chunk) {
    ++chunks;
    bytes += chunk;
  });
  CHECK(chunks > 10);
  CHECK(read_native(bytes, "large.kgraph") == graph);
}

TEST_CASE("native file: the stream writer reports a full disk") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(write_native(Graph{}, out), IoError);
}

TEST_CASE("native file: the writer refuses what the reader would refuse") {
  const Graph good = test::sample_graph();
  Graph graph = good;
  std::swap(graph.entities[0], graph.entities[1]);
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  graph.documents[1].id = graph.documents[0].id;
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  std::swap(graph.mentions[0][0], graph.mentions[0][1]);
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  graph.mentions[0][0].entity = 6;
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  graph.mentions[0][0].reason = 2;
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  graph.relations[0].evidence[0].document = 3;
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  std::swap(graph.relations[0], graph.relations[2]);
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  std::swap(graph.relations[1].evidence[0], graph.relations[1].evidence[1]);
  CHECK_THROWS_AS(written(graph), ArgumentError);
  graph = good;
  std::swap(graph.roles[0], graph.roles[1]);
  CHECK_THROWS_AS(written(graph), ArgumentError);
}

TEST_CASE("native file: the writer refuses relations and roles that the reader would refuse") {
  const std::vector<void (*)(Graph&)> faults = {
      [](Graph& graph) { graph.relations[0].sign = 2; },
      [](Graph& graph) { graph.relations[0].evidence[0].rule = 2; },
      [](Graph& graph) {
        graph.relations[0].evidence[0].since = Date{1956, 2, 30};
      },
      [](Graph& graph) {
        graph.relations[0].evidence[0].until = Date{1956, 8, 29};
      },
      [](Graph& graph) { graph.roles[0].entity = 6; },
      [](Graph& graph) { graph.roles[0].title.clear(); },
      [](Graph& graph) {
        graph.roles[0].evidence[0].span = {2, 1};
      },
      [](Graph& graph) {
        graph.documents[0].date = Date{1956, 13, 0};
      },
  };
  for (std::size_t i = 0; i < faults.size(); ++i) {
    CAPTURE(i);
    Graph graph = test::sample_graph();
    faults[i](graph);
    CHECK_THROWS_AS(written(graph), ArgumentError);
  }
}

TEST_CASE("native file: sort_graph puts any order right and keeps what points to what") {
  Graph graph = test::sample_graph();
  std::reverse(graph.entities.begin(), graph.entities.end());
  std::reverse(graph.documents.begin(), graph.documents.end());
  std::reverse(graph.mentions.begin(), graph.mentions.end());
  std::reverse(graph.relations.begin(), graph.relations.end());
  std::reverse(graph.link_reasons.begin(), graph.link_reasons.end());
  std::reverse(graph.relation_rules.begin(), graph.relation_rules.end());
  std::reverse(graph.roles.begin(), graph.roles.end());
  const auto reverse_evidence = [](std::vector<Evidence>& list) {
    std::reverse(list.begin(), list.end());
    for (auto& evidence : list) {
      evidence.document = 2 - evidence.document;
      if (evidence.rule != no_reason) evidence.rule = static_cast<std::uint16_t>(1 - evidence.rule);
    }
  };
  for (auto& list : graph.mentions) {
    std::reverse(list.begin(), list.end());
    for (auto& mention : list) {
      mention.entity = 5 - mention.entity;
      if (mention.reason != no_reason) mention.reason = static_cast<std::uint16_t>(1 - mention.reason);
    }
  }
  for (auto& relation : graph.relations) {
    relation.source = 5 - relation.source;
    relation.target = 5 - relation.target;
    reverse_evidence(relation.evidence);
  }
  for (auto& role : graph.roles) {
    role.entity = 5 - role.entity;
    reverse_evidence(role.evidence);
  }
  sort_graph(graph);
  CHECK(graph == test::sample_graph());
}

TEST_CASE("native file: bytes that are not UTF-8 are replaced, so that the file is always readable") {
  Graph graph;
  graph.documents.resize(1);
  graph.documents[0].id = "d";
  graph.documents[0].file = "caf\xE9/\xF0\x9F\x98\x80\xED\xA0\x80.txt";
  const Graph read = read_native(written(graph), "bytes.kgraph");
  CHECK(read.documents[0].file == "caf\xEF\xBF\xBD/\xF0\x9F\x98\x80\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.txt");
}

TEST_CASE("native file: the reader takes any order of columns, unknown ones, and the least a file may hold") {
  const std::string minimal = R"({"kind":"kgraph","version":1})"
                              "\n" +
                              person + document;
  const Graph least =
      read_native(minimal + R"({"kind":"mentions","document":"d","columns":["start","end","entity"],"rows":[[3,4,0]]})",
                  "m.kgraph");
  REQUIRE(least.mentions[0].size() == 1);
  GraphMention expected;
  expected.span = {3, 4};
  CHECK(least.mentions[0][0] == expected);
  const Graph other = read_native(
      "\xEF\xBB\xBF" + minimal + "\r\n" +
          R"({"columns":["entity","colour","nominal","end","start","sentence"],"kind":"mentions","rows":[[0,{"x":[1]},1,9,8,2],[0,"red",0,4,3,1]],"later":{},"document":"d"})",
      "m.kgraph");
  REQUIRE(other.mentions[0].size() == 2);
  CHECK(other.mentions[0][0].span == Span{3, 4});
  CHECK(other.mentions[0][1].nominal);
  CHECK(other.mentions[0][1].sentence == 2);
}

TEST_CASE("native file: unsorted entities are sorted and mentions follow them") {
  const Graph graph = read_native(
      header + R"({"kind":"entity","id":"person:b","type":"person","name":"B"})" + "\n" + person + document +
          R"({"kind":"mentions","document":"d","columns":["start","end","entity","reason"],"rows":[[3,4,0,0]]})",
      "m.kgraph");
  CHECK(graph.entities[0].id == "person:a");
  CHECK(graph.mentions[0][0].entity == 1);
}

TEST_CASE("native file: relations of older files, and of hands that do not count, are read") {
  const Graph graph = read_native(
      header + person + document +
          R"({"kind":"relation","type":"met","source":"person:a","target":"person:a"})"
          "\n"
          R"({"kind":"relation","type":"praised","source":"person:a","target":"person:a","sign":1,"count":7,"evidence":[{"end":2,"start":1,"document":"d","rule":null,"until":"1957","page":3}]})"
          "\n"
          R"({"kind":"role","entity":"person:a","title":"premier"})",
      "m.kgraph");
  REQUIRE(graph.relations.size() == 2);
  CHECK(graph.relations[0] == GraphRelation{"met", 0, 0, 0, {}});
  Evidence expected = {0, {1, 2}};
  expected.until = Date{1957, 0, 0};
  CHECK(graph.relations[1] == GraphRelation{"praised", 0, 0, 1, {expected}});
  REQUIRE(graph.roles.size() == 1);
  CHECK(graph.roles[0] == GraphRole{0, "premier", {}});
  CHECK(read_native(written(graph), "m.kgraph") == graph);
}

}  // namespace
}  // namespace kgraph
