// kgraph-info: what a graph holds, and why it holds it.
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/input.hpp"
#include "common/output.hpp"
#include "common/run_tool.hpp"
#include "common/table.hpp"
#include "info/explain.hpp"
#include "info/lists.hpp"
#include <kgraph/base/error.hpp>
#include <kgraph/base/utf8.hpp>

namespace {

using namespace kgraph;
using namespace kgraph::tools;

/// How many candidates an unknown id brings up.
constexpr std::size_t most_candidates = 10;

ToolDescription description() {
  const OptionGroup questions = {"Question (a summary where none is asked)",
                                 {{"documents", "", "list the documents"},
                                  {"entities", "", "list the people, parties, meetings and places"},
                                  {"relations", "", "list the relations, each with date and quotation"},
                                  {"type", "LIST", "with --entities: person, party ...; --relations: met ..."},
                                  {"explain", "ID", "one entity: names, links, relations, with quotations"}}};
  return {"kgraph-info",
          "[OPTIONS] INPUT...",
          "Says what documents or a graph file hold.",
          {questions, input_options(), output_options(true), general_options()},
          "kgraph-info --explain person:kim-il-sung data/corpus"};
}

/// The entity of this id; UsageError is not it: the graph, not the command line, decides which ids there are.
std::uint32_t find_entity(const Graph& graph, const std::string& id) {
  std::vector<std::string> ids;
  std::vector<std::string> alike;
  const std::string key = slug(id);
  for (std::uint32_t e = 0; e < graph.entities.size(); ++e) {
    const GraphEntity& entity = graph.entities[e];
    if (entity.id == id) return e;
    ids.push_back(entity.id);
    bool match = (!key.empty() && entity.id.find(key) != std::string::npos) ||
                 fold(entity.name).find(fold(id)) != std::string::npos;
    for (const std::string& alias : entity.aliases) match = match || fold(alias).find(fold(id)) != std::string::npos;
    if (match && alike.size() < most_candidates) alike.push_back(fmt::format("  {}  {}", entity.id, entity.name));
  }
  if (alike.empty()) {
    throw Error(fmt::format("there is no entity '{}'{}; --entities lists them", id, did_you_mean(id, ids)));
  }
  throw Error(fmt::format("there is no entity '{}'; give one of these ids:\n{}", id, fmt::join(alike, "\n")));
}

/// --type of --relations: names of relations. One that the graph does not have is a mistake unless kgraph knows it.
std::set<std::string> read_relation_types(const Arguments& arguments, const Graph& graph) {
  std::set<std::string> known = {"attended", "criticizes",   "expelled_from", "meeting_of", "member_of",
                                 "met",      "removed_from", "spoke_at",      "supports",   "wrote_to"};
  for (const GraphRelation& relation : graph.relations) known.insert(relation.type);
  std::set<std::string> types;
  for (const std::string& type : arguments.list("type")) {
    if (known.count(type) == 0) {
      throw UsageError(fmt::format("unknown relation '{}'{}; choose from {}", type,
                                   did_you_mean(type, {known.begin(), known.end()}), fmt::join(known, ", ")));
    }
    types.insert(type);
  }
  return types;
}

std::string explain_all(const Graph& graph, const std::vector<std::string>& ids, Format format) {
  Passages passages(graph);
  std::vector<Explanation> explanations;
  explanations.reserve(ids.size());
  for (const std::string& id : ids) explanations.push_back(explain(graph, find_entity(graph, id), passages));
  return render(graph, explanations, passages, format);
}

int run(const Arguments& arguments, const Reporter& report) {
  const Format format = read_format(arguments);
  const std::vector<std::string> ids = arguments.texts("explain");
  const bool entities = arguments.has("entities");
  const bool relations = arguments.has("relations");
  const int questions =
      (ids.empty() ? 0 : 1) + (arguments.has("documents") ? 1 : 0) + (entities ? 1 : 0) + (relations ? 1 : 0);
  if (questions > 1) throw UsageError("--documents, --entities, --relations and --explain exclude each other");
  if (arguments.has("type") && !entities && !relations) throw UsageError("--type goes with --entities or --relations");
  EntityTypes types = {EntityType::person, EntityType::party, EntityType::meeting, EntityType::place};
  if (entities) types = read_types(arguments, types);
  Output out(arguments);
  // The text is needed for the quotations alone.
  const Input input = read_input(arguments, report, !ids.empty() || relations);
  const Graph& graph = input.graph;
  std::string bytes;
  if (!ids.empty()) {
    bytes = explain_all(graph, ids, format);
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
