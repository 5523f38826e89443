// kgraph-extract: documents in, graph file out.
#include <fmt/format.h>

#include <kgraph/graph/native_io.hpp>

#include "common/input.hpp"
#include "common/output.hpp"
#include "common/run_tool.hpp"

namespace {

using namespace kgraph;
using namespace kgraph::tools;

ToolDescription description() {
  OptionGroup output = output_options(false);
  output.options.push_back({"no-text", "", "leave the documents' text out of the graph"});
  return {"kgraph-extract",
          "[OPTIONS] INPUT...",
          "Reads documents and writes the graph of who and what they name, with evidence.",
          {output, input_options(), general_options()},
          "kgraph-extract data/corpus -o corpus.kgraph"};
}

int run(const Arguments& arguments, const Reporter& report) {
  const bool text = !arguments.has("no-text");
  Output out(arguments);
  const Input input = read_input(arguments, report, text);
  write_native(input.graph, [&](std::string_view bytes) { out.write(bytes); }, {.text = text});
  out.finish();
  report.note(fmt::format("{} entities in {} documents", input.graph.entities.size(), input.graph.documents.size()));
  return input.complete ? ExitCode::done : ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) { return run_tool(description(), run, argc, argv); }
