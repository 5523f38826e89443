// The native graph file: what is written is read, and everything else is refused with line, byte and remedy.
#include <algorithm>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "sample_graph.hpp"
#include <kgraph/base/error.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph {
namespace {

std::string written(const Graph& graph, const NativeWriteOptions& options = {}) {
  std::string bytes;
  write_native(
      graph, [&](std::string_view chunk) { bytes += chunk; }, options);
  return bytes;
}

const std::string header = R"({"kind":"kgraph","version":1,"reasons":["full name"]})"
                           "\n";
const std::string person = R"({"kind":"entity","id":"person:a","type":"person","name":"A"})"
                           "\n";
const std::string document = R"({"kind":"document","id":"d","file":"d.txt"})"
                             "\n";

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
  graph.entities.erase(graph.entities.begin() + 1, graph.entities.begin() + 2);
  graph.entities.resize(3);
  graph.mentions[0][0].entity = 2;
  graph.mentions[0][1].entity = 1;
  graph.mentions[0][1].reason = no_reason;
  graph.relations[0].source = 2;
  const std::string expected =
      R"jsonl({"kind":"kgraph","version":1,"closed":true,"reasons":["full name","surname: only bearer in the document"]}
{"kind":"entity","id":"meeting:august-plenum","type":"meeting","name":"August plenum"}
{"kind":"entity","id":"party:kwp","type":"party","name":"KWP","aliases":["Korean Workers' Party","Worker's \"Party\""]}
{"kind":"entity","id":"person:choe-chang-ik","type":"person","name":"Choe Chang-ik","aliases":["Ch’oe Ch’ang-ik","최창익"]}
{"kind":"document","id":"a-record","file":"docs/a record.txt","title":"Record of the \\ plenum\n(excerpt)","date":"1956-08-30","source":"RGANI, fond 5","record_id":"116178","start":100,"end":160}
{"kind":"mentions","document":"a-record","columns":["start","end","token","paragraph","sentence","nominal","entity","reason"],"rows":[[100,111,100,0,0,0,2,0],[116,129,116,0,0,0,1,null]]}
{"kind":"relation","type":"attended","source":"person:choe-chang-ik","target":"meeting:august-plenum","evidence":[{"document":"a-record","start":116,"end":129}]}
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
}

TEST_CASE("native file: sort_graph puts any order right and keeps what points to what") {
  Graph graph = test::sample_graph();
  std::reverse(graph.entities.begin(), graph.entities.end());
  std::reverse(graph.documents.begin(), graph.documents.end());
  std::reverse(graph.mentions.begin(), graph.mentions.end());
  std::reverse(graph.relations.begin(), graph.relations.end());
  std::reverse(graph.link_reasons.begin(), graph.link_reasons.end());
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
    std::reverse(relation.evidence.begin(), relation.evidence.end());
    for (auto& evidence : relation.evidence) evidence.document = 2 - evidence.document;
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

struct Fault {
  const char* what;
  std::string bytes;
  std::uint64_t line;
  std::uint64_t byte;
  const char* message;
};

TEST_CASE("native file: each fault is named with line, byte and what is expected") {
  const std::string base = header + person + document;
  const std::uint64_t at = base.size();
  const auto rows = [&](const std::string& columns, const std::string& cells) {
    return base + R"({"kind":"mentions","document":"d","columns":[)" + columns + R"(],"rows":[)" + cells + "]}\n";
  };
  const std::string mention_columns = R"("start","end","entity","reason")";
  const std::vector<Fault> faults = {
      {"empty file", "", 1, 0, "the graph is empty"},
      {"only blank lines", "\n\n", 3, 2, "the graph is empty"},
      {"a document in place of a graph", "Record of a meeting\n", 1, 0, "this is no graph file"},
      {"another kind of JSON", "{\"nodes\":[]}\n", 1, 0, "the field 'kind' is missing"},
      {"an array", header + "[1,2]\n", 2, header.size(), "must hold a JSON object"},
      {"no header", person, 1, 0, "first line must be the header"},
      {"newer version", R"({"kind":"kgraph","version":2})", 1, 0, "update kgraph"},
      {"version missing", R"({"kind":"kgraph"})", 1, 0, "'version' is missing"},
      {"version a text", R"({"kind":"kgraph","version":"1"})", 1, 0, "'version' must be a whole number"},
      {"unknown kind", base + R"({"kind":"edge"})", 4, at, "unknown kind \"edge\""},
      {"kind missing", base + R"({"id":"x"})", 4, at, "'kind' is missing"},
      {"comma missing", base + R"({"kind":"document" "id":"e"})", 4, at + 19, "',' or '}' is expected here"},
      {"quote missing", base + R"({"kind":"document)", 4, at + 17, "is the file cut off?"},
      {"brace missing", base + R"({"kind":"document")", 4, at + 18, "is the file cut off?"},
      {"raw control character", base + "{\"kind\":\"do\tc\"}", 4, at + 11, "must be written as an escape"},
      {"bad escape", base + R"({"kind":"\x"})", 4, at + 10, "a JSON escape"},
      {"not UTF-8", base + "{\"kind\":\"\xFF\"}", 4, at + 9, "not UTF-8"},
      {"leading zero", base + R"({"kind":01})", 4, at + 8, "leading zeros"},
      {"two objects a line", base + "{} {}", 4, at + 3, "one object a line"},
      {"deep nesting", base + "{\"kind\":" + std::string(5000, '['), 4, at + 1008, "nested too deeply"},
      {"entity without id", header + R"({"kind":"entity","type":"person","name":"A"})", 2, header.size(),
       "'id' is missing"},
      {"entity of unknown type", header + R"({"kind":"entity","id":"x","type":"ship","name":"A"})", 2, header.size(),
       "expected person, party, meeting or place"},
      {"entity twice", base + person, 4, at, "two entities of the id \"person:a\""},
      {"name a number", header + R"({"kind":"entity","id":"x","type":"person","name":7})", 2, header.size(),
       "'name' must be a text"},
      {"aliases a text", header + R"({"kind":"entity","id":"x","type":"person","name":"A","aliases":"B"})", 2,
       header.size(), "'aliases' must be an array"},
      {"document twice", base + document, 4, at, "two documents of the id \"d\""},
      {"document without file", base + R"({"kind":"document","id":"e"})", 4, at, "'file' is missing"},
      {"date that is none", base + R"({"kind":"document","id":"e","file":"e","date":"1956-02-30"})", 4, at,
       "expected YYYY, YYYY-MM or YYYY-MM-DD"},
      {"document with end alone", base + R"({"kind":"document","id":"e","file":"e","end":3})", 4, at,
       "'start' is missing"},
      {"mentions of no document", base + R"({"kind":"mentions","document":"x","columns":[],"rows":[]})", 4, at,
       "there is no document \"x\""},
      {"column missing", rows(R"("start","end")", ""), 4, at, "the column 'entity' is missing"},
      {"column twice", rows(R"("start","start")", ""), 4, at, "occurs twice"},
      {"entity out of range", rows(mention_columns, "[0,1,0,0],[0,1,1,0]"), 4, at,
       "row 2 of the mentions: 'entity' is 1, but 1 entity lines stand before"},
      {"reason out of range", rows(mention_columns, "[0,1,0,1]"), 4, at, "'reason' is 1, but the header lists 1"},
      {"end before start", rows(mention_columns, "[5,4,0,0]"), 4, at, "'end' must be greater than 'start'"},
      {"negative start", rows(mention_columns, "[-1,4,0,0]"), 4, at, "'start' must be a whole number"},
      {"start beyond 4 GiB", rows(mention_columns, "[4294967296,4294967297,0,0]"), 4, at,
       "'start' must be a whole number"},
      {"short row", rows(mention_columns, "[0,1,0]"), 4, at, "fewer cells than there are columns"},
      {"row that is no array", rows(mention_columns, "7"), 4, at, "it must be an array"},
      {"mentions twice", rows(mention_columns, "") + R"({"kind":"mentions","document":"d","columns":[],"rows":[]})", 5,
       rows(mention_columns, "").size(), "a second mentions line"},
      {"edge to an unknown id",
       base + R"({"kind":"relation","type":"met","source":"person:a","target":"person:z","evidence":[]})", 4, at,
       "there is no entity \"person:z\""},
      {"evidence in no document",
       base +
           R"({"kind":"relation","type":"met","source":"person:a","target":"person:a","evidence":[{"document":"x","start":0,"end":1}]})",
       4, at, "there is no document \"x\""},
      {"evidence that ends before it starts",
       base +
           R"({"kind":"relation","type":"met","source":"person:a","target":"person:a","evidence":[{"document":"d","start":2,"end":1}]})",
       4, at, "'end' must not be less than 'start'"},
      {"cut off at a line's end",
       R"({"kind":"kgraph","version":1,"closed":true})"
       "\n" +
           person,
       3, 44 + person.size(), "cut off: its closing line is missing"},
      {"two files joined", header + "{\"kind\":\"end\"}\n" + header, 3, header.size() + 15,
       "cannot be joined with cat"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.what);
    try {
      const Graph graph = read_native(fault.bytes, "g.kgraph");
      FAIL_CHECK("no fault was found");
    } catch (const FormatError& error) {
      CHECK(error.file() == "g.kgraph");
      CHECK(error.line() == fault.line);
      CHECK(error.byte() == fault.byte);
      CHECK_MESSAGE(std::string(error.what()).find(fault.message) != std::string::npos, error.what());
    }
  }
}

TEST_CASE("native file: every prefix of a file is refused, none is taken for a smaller graph") {
  const std::string bytes = written(test::sample_graph());
  // The whole file without its last line feed is complete.
  for (std::size_t size = 0; size + 1 < bytes.size(); ++size) {
    CHECK_THROWS_AS(static_cast<void>(read_native(bytes.substr(0, size), "cut.kgraph")), FormatError);
  }
}

TEST_CASE("native file: no changed byte crashes the reader") {
  const std::string bytes = written(test::sample_graph());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const char c : {'"', '9', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = c;
      try {
        static_cast<void>(read_native(changed, "changed.kgraph"));
      } catch (const FormatError&) {
      }
    }
  }
}

TEST_CASE("native file: a missing file is an IoError that names it") {
  CHECK_THROWS_WITH_AS(static_cast<void>(read_native_file("/no/such.kgraph")),
                       "cannot open the graph file '/no/such.kgraph'; check its name and your permission", IoError);
}

}  // namespace
}  // namespace kgraph
