#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "architecture/include_flow.hpp"

namespace kgraph::architecture {

namespace {

using Lines = std::vector<std::string>;

// The breaches of one file of the library that includes `line`, in a project with one header in each of some rooms.
Lines breaches_of(const std::string& file, const std::string& line) {
  Sources sources = {{"include/kgraph/base/span.hpp", ""},      {"include/kgraph/lexicon/lexicon.hpp", ""},
                     {"include/kgraph/text/document.hpp", ""},  {"include/kgraph/mention/mention.hpp", ""},
                     {"include/kgraph/entity/entity.hpp", ""},  {"include/kgraph/graph/network.hpp", ""},
                     {"include/kgraph/measure/degree.hpp", ""}, {"include/kgraph/export/dot.hpp", ""},
                     {"include/kgraph/extract.hpp", ""},        {"lib/text/scanner.hpp", ""},
                     {"lib/lexicon/builtin_tables.hpp", ""},    {"lib/base/utf8_detail.hpp", ""}};
  sources[file] = line + "\n";
  return breaches(sources);
}

}  // namespace

TEST_CASE("every include of the library goes with the flow") {
  const Sources sources = read_sources(KGRAPH_SOURCE_DIR);
  REQUIRE(sources.size() > 5);
  for (const std::string& breach : breaches(sources)) FAIL_CHECK(breach);
}

TEST_CASE("a project with one include against the flow is caught") {
  const Sources sources = read_sources(KGRAPH_SOURCE_DIR "/tests/architecture/fixture");
  CHECK(sources.size() == 4);
  CHECK(breaches(sources) == Lines{"lib/text/sentences.cpp:5: against the flow: text comes before graph"});
}

TEST_CASE("a room may include itself and the rooms before it") {
  CHECK(breaches_of("lib/graph/a.cpp", "#include <kgraph/graph/network.hpp>").empty());
  CHECK(breaches_of("lib/graph/a.cpp", "#include <kgraph/entity/entity.hpp>").empty());
  CHECK(breaches_of("lib/text/a.cpp", "#include \"scanner.hpp\"").empty());
  CHECK(breaches_of("lib/mention/a.cpp", "#include \"text/scanner.hpp\"").empty());
  CHECK(breaches_of("lib/mention/a.cpp", "#include \"../base/utf8_detail.hpp\"").empty());
}

TEST_CASE("an include of a later room is a breach in every spelling") {
  CHECK(breaches_of("lib/base/a.cpp", "#include <kgraph/text/document.hpp>").size() == 1);
  CHECK(breaches_of("include/kgraph/base/a.hpp", "#include <kgraph/text/document.hpp>").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "  #  include\t\"kgraph/text/document.hpp\"").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include \"text/scanner.hpp\"").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include \"../text/scanner.hpp\"").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include \"builtin_tables.hpp\"").size() == 1);
  CHECK(breaches_of("lib/measure/a.cpp", "#include <kgraph/export/dot.hpp>") ==
        Lines{"lib/measure/a.cpp:1: against the flow: measure comes before export"});
}

TEST_CASE("some earlier rooms are closed to later ones") {
  CHECK(breaches_of("lib/graph/a.cpp", "#include <kgraph/text/document.hpp>") ==
        Lines{"lib/graph/a.cpp:1: room graph must not touch text"});
  CHECK(breaches_of("lib/graph/a.cpp", "#include <kgraph/lexicon/lexicon.hpp>").size() == 1);
  CHECK(breaches_of("lib/measure/a.cpp", "#include <kgraph/entity/entity.hpp>").size() == 1);
  CHECK(breaches_of("lib/measure/a.cpp", "#include <kgraph/mention/mention.hpp>").size() == 1);
  CHECK(breaches_of("lib/export/a.cpp", "#include <kgraph/text/document.hpp>").size() == 1);
}

TEST_CASE("the façade may include every room, and no room the façade") {
  CHECK(breaches_of("include/kgraph/kgraph.hpp", "#include <kgraph/export/dot.hpp>").empty());
  CHECK(breaches_of("lib/extract.cpp", "#include \"text/scanner.hpp\"").empty());
  CHECK(breaches_of("lib/export/a.cpp", "#include <kgraph/extract.hpp>").size() == 1);
}

TEST_CASE("the library includes neither tools nor tests") {
  CHECK(breaches_of("lib/graph/a.cpp", "#include \"../../tools/common/options.hpp\"").size() == 1);
  CHECK(breaches_of("lib/extract.cpp", "#include \"../tests/common.hpp\"").size() == 1);
}

TEST_CASE("headers of Boost.Graph are for graph and measure") {
  const std::string line = "#include <boost/graph/adjacency_list.hpp>";
  CHECK(breaches_of("lib/graph/a.cpp", line).empty());
  CHECK(breaches_of("include/kgraph/measure/a.hpp", line).empty());
  CHECK(breaches_of("lib/export/a.cpp", line).size() == 1);
  CHECK(breaches_of("lib/entity/a.cpp", line).size() == 1);
  CHECK(breaches_of("lib/extract.cpp", line).size() == 1);
}

TEST_CASE("headers that the library has no use for are breaches") {
  CHECK(breaches_of("lib/base/a.cpp", "#include <string>").empty());
  CHECK(breaches_of("lib/base/a.cpp", "#include <iostream>").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include <regex>").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include <boost/program_options.hpp>").size() == 1);
}

TEST_CASE("unknown rooms and missing files are breaches") {
  CHECK(breaches_of("lib/attic/a.cpp", "#include <kgraph/base/span.hpp>").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include \"nowhere.hpp\"").size() == 1);
  CHECK(breaches_of("lib/base/a.cpp", "#include <kgraph/nowhere.hpp>").size() == 1);
}

}  // namespace kgraph::architecture
