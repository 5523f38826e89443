// kgraph-info: what a graph holds, and why it holds it.
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <kgraph/base/error.hpp>
#include <kgraph/base/relation_type.hpp>
#include <kgraph/graph/find_entity.hpp>

#include "common/input.hpp"
#include "common/output.hpp"
#include "common/run_tool.hpp"
#include "common/table.hpp"
#include "info/explain.hpp"
#include "info/lists.hpp"

namespace {

using namespace kgraph;
using namespace kgraph::tools;

ToolDescription description() {
  const OptionGroup questions = {"Question (a summary where none is asked)",
                                 {{"documents", "", "list the documents"},
                                  {"entities", "", "list the people, parties, meetings and places"},
                                  {"relations", "", "list the relations, each with date and quotation"},
                                  {"type", "LIST", "with --entities: person, party ...; --relations: met ..."},
                                  {"explain", "NAME", "one entity, by name or id: links, relations, quotations"}}};
  return {"kgraph-info",
          "[OPTIONS] INPUT...",
          "Says what documents or a graph file hold.",
          {questions, input_options(), output_options(true), general_options()},
          "kgraph-info --explain 'Ri Sang-jo' data/corpus"};
}

/// --type of --relations: names of relations. One that the graph does not have is a mistake unless kgraph knows it.
std::set<std::string> read_relation_types(const Arguments& arguments, const Graph& graph) {
  std::set<std::string> known;
  for (const RelationType& type : relation_types) known.emplace(type.name);
  for (const GraphRelation& relation : graph.relations) known.insert(relation.type);
  std::set<std::string> types;
  for (const std::string& type : arguments.list("type")) {
    if (!known.contains(type)) {
      throw UsageError(fmt::format("unknown relation '{}'{}; choose from {}", type,
                                   did_you_mean(type, {known.begin(), known.end()}), fmt::join(known, ", ")));
    }
    types.insert(type);
  }
  return types;
}

/// The entity that `name` means; a misspelt id brings up the id that it was probably meant to be.
std::uint32_t entity_called(const Graph& graph, const std::string& name) {
  try {
    return entity_named(graph, name);
  } catch (const EntityNameError& error) {
    if (!error.match().candidates.empty()) throw;
    std::vector<std::string> ids;
    ids.reserve(graph.entities.size());
    for (const GraphEntity& entity : graph.entities) ids.push_back(entity.id);
    throw Error(fmt::format("{}{}; --entities lists all", error.what(), did_you_mean(name, ids)));
  }
}

std::string explain_all(const Graph& graph, const std::vector<std::string>& names, Format format) {
  Passages passages(graph);
  std::vector<Explanation> explanations;
  explanations.reserve(names.size());
  for (const std::string& name : names) explanations.push_back(explain(graph, entity_called(graph, name), passages));
  return render(graph, explanations, passages, format);
}

int run(const Arguments& arguments, const Reporter& report) {
  const Format format = read_format(arguments);
  const std::vector<std::string> explained = arguments.texts("explain");
  const bool entities = arguments.has("entities");
  const bool relations = arguments.has("relations");
  const int questions =
      (explained.empty() ? 0 : 1) + (arguments.has("documents") ? 1 : 0) + (entities ? 1 : 0) + (relations ? 1 : 0);
  if (questions > 1) throw UsageError("--documents, --entities, --relations and --explain exclude each other");
  if (arguments.has("type") && !entities && !relations) throw UsageError("--type goes with --entities or --relations");
  EntityTypes types = {EntityType::person, EntityType::party, EntityType::meeting, EntityType::place};
  if (entities) types = read_types(arguments, types);
  Output out(arguments);
  const Input input = read_input(arguments, report, true);
  const Graph& graph = input.graph;
  std::string bytes;
  if (!explained.empty()) {
    bytes = explain_all(graph, explained, format);
  } else if (arguments.has("documents")) {
    bytes = render(list_of_documents(graph), format);
  } else if (entities) {
    bytes = render(list_of_entities(graph, types), format);
  } else if (relations) {
    bytes = render(list_of_relations(graph, read_relation_types(arguments, graph), format), format);
  } else {
    bytes = render(summary(graph), format);
  }
  out.write(bytes);
  out.finish();
  return input.complete ? ExitCode::done : ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) { return run_tool(description(), run, argc, argv); }
