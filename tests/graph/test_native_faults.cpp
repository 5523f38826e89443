// The native graph file: what is no graph is refused with line, byte and remedy, and nothing crashes the reader.
#include <string>
#include <vector>

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
  const auto relation = [&](const std::string& fields) {
    return base + R"({"kind":"relation","type":"met","source":"person:a","target":"person:a",)" + fields + "}\n";
  };
  const auto passage = [&](const std::string& fields) {
    return relation(R"("evidence":[{"document":"d","start":0,"end":1,)" + fields + "}]");
  };
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
      {"sign out of range", relation(R"("sign":2)"), 4, at, "'sign' must be 1 (friendly), 0 or -1 (hostile)"},
      {"sign a text", relation(R"("sign":"+")"), 4, at, "'sign' must be 1"},
      {"count below nothing", relation(R"("count":-1)"), 4, at, "'count' must be a whole number"},
      {"evidence that is no list", relation(R"("evidence":{})"), 4, at, "'evidence' must be an array"},
      {"rule out of range", passage(R"("rule":1)"), 4, at, "'rule' is 1, but the header lists 1 rules"},
      {"rule a text", passage(R"("rule":"cue")"), 4, at, "'rule' must be a whole number"},
      {"since that is no date", passage(R"("since":"August")"), 4, at,
       "since \"August\" is none; expected YYYY, YYYY-MM or YYYY-MM-DD"},
      {"until before since", passage(R"("since":"1956-09","until":"1956-08")"), 4, at,
       "'until' must not come before 'since'"},
      {"unknown basis", passage(R"("since":"1956","basis":"rumour")"), 4, at,
       "expected none, sentence, meeting or document"},
      {"role of nobody", base + R"({"kind":"role","entity":"person:z","title":"premier"})", 4, at,
       "there is no entity \"person:z\""},
      {"role without title", base + R"({"kind":"role","entity":"person:a"})", 4, at, "'title' is missing"},
      {"role of an empty title", base + R"({"kind":"role","entity":"person:a","title":""})", 4, at,
       "'title' must not be empty"},
      {"rules a text", R"({"kind":"kgraph","version":1,"rules":"cue"})", 1, 0, "'rules' must be an array"},
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
