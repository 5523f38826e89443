// kgraph-paths: how two actors are connected, each step with its quotation; or who is near one.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include <kgraph/base/error.hpp>
#include <kgraph/base/relation_type.hpp>
#include <kgraph/graph/find_entity.hpp>
#include <kgraph/measure/connections.hpp>

#include "common/input.hpp"
#include "common/output.hpp"
#include "common/run_tool.hpp"
#include "common/table.hpp"
#include "paths/render.hpp"

namespace {

using namespace kgraph;
using namespace kgraph::tools;

/// How many members of a component a message names.
constexpr std::size_t most_members = 8;

ToolDescription description() {
  const OptionGroup question = {"Question",
                                {{"shortest,k", "N", "the N shortest paths (default: 1)"},
                                 {"all", "", "all paths as short as the shortest"},
                                 {"from", "NAME", "instead of FROM and TO: list who can be reached from NAME"},
                                 {"within", "N", "with --from: in at most N steps (default: 2)"}}};
  const OptionGroup steps = {"Steps",
                             {{"through", "LIST", "what may link: person,party,meeting (default), place"},
                              {"relation", "LIST", "relations that link, such as attended,met (default: all)"},
                              {"cooccurrence", "SIZE", "named in one sentence, paragraph (default), document; or none"},
                              {"distance", "KIND", "unit: 1 a step, 2.5 without relation (default); inverse: 1/w"},
                              {"avoid", "NAME", "no path through NAME (repeatable)"},
                              {"since", "DATE", "passages from DATE on: 1956, 1956-08 or 1956-08-30"},
                              {"until", "DATE", "passages up to DATE"}}};
  OptionGroup output = output_options(false);
  output.options.insert(output.options.begin(), {"format,f", "FORMAT", "table (the default), json or dot"});
  return {"kgraph-paths",
          "[OPTIONS] FROM TO INPUT...",
          "Says how two actors are connected: the shortest chain of relations and shared passages,\n"
          "each step with date, document and quotation. Names as people type them, or ids.",
          {question, steps, input_options(), output, general_options()},
          "kgraph-paths -k 3 \"Ri Sang-jo\" mikoyan data/corpus"};
}

enum class PathsFormat : std::uint8_t { table, json, dot };

struct Request {
  /// One name with --from, else two.
  std::vector<std::string> names;
  bool list = false;
  std::uint32_t within = 0;
  std::vector<std::string> avoid;
  ConnectionOptions options;
  PathsFormat format = PathsFormat::table;
};

void read_question(const Arguments& arguments, Request& request) {
  if (const auto from = arguments.text("from")) {
    request.list = true;
    request.names = {*from};
    for (const char* other : {"shortest", "all", "distance"}) {
      if (arguments.has(other)) throw UsageError(fmt::format("--{} has no meaning with --from", other));
    }
    if (request.format == PathsFormat::dot)
      throw UsageError("--format dot draws paths; with --from choose table or json");
  } else {
    if (arguments.has("within")) throw UsageError("--within goes with --from NAME");
    if (arguments.inputs().size() < 2) throw UsageError("give two names, FROM and TO, and then the input");
    request.names = {arguments.inputs()[0], arguments.inputs()[1]};
  }
  request.within = arguments.integer("within", 2, 1);
}

/// Reads the command line as a whole before any work begins.
Request read_request(const Arguments& arguments) {
  Request request;
  request.format = static_cast<PathsFormat>(arguments.choice("format", {"table", "json", "dot"}, 0));
  read_question(arguments, request);
  PathQuery& query = request.options.query;
  if (arguments.has("all") && arguments.has("shortest")) throw UsageError("--all and -k exclude each other");
  query.all = arguments.has("all");
  query.k = arguments.integer("shortest", 1, 1);
  const std::vector<std::string> types = arguments.list("through");
  if (!types.empty()) request.options.through = {};
  for (const std::string& name : types) {
    const auto type = parse_entity_type(name);
    if (!type) throw UsageError(fmt::format("unknown type '{}'; choose from person, party, meeting, place", name));
    request.options.through.insert(*type);
  }
  request.options.relations = arguments.list("relation");
  // In the order of Window; the last one is no window.
  const std::size_t window = arguments.choice("cooccurrence", {"document", "paragraph", "sentence", "none"}, 1);
  request.options.cooccurrence = window == 3 ? std::nullopt : std::optional(static_cast<Window>(window));
  request.options.distance = static_cast<Distance>(arguments.choice("distance", {"unit", "inverse"}, 0));
  request.options.dates = read_dates(arguments);
  request.avoid = arguments.texts("avoid");
  return request;
}

/// The arguments that reading the input takes, without FROM and TO.
Arguments input_arguments(const Arguments& arguments, std::size_t names) {
  std::vector<std::string> words = {"kgraph-paths"};
  for (const Option& option : input_options().options) {
    const std::string flag = fmt::format("--{}", option.name);
    if (*option.value == '\0' && arguments.has(option.name)) words.push_back(flag);
    for (const std::string& value : arguments.texts(option.name)) words.push_back(flag + "=" + value);
  }
  words.emplace_back("--");
  words.insert(words.end(), arguments.inputs().begin() + static_cast<std::ptrdiff_t>(names), arguments.inputs().end());
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse_arguments(description(), static_cast<int>(argv.size()), argv.data());
}

void check_relations(const Graph& graph, const std::vector<std::string>& names) {
  std::set<std::string> known;
  for (const RelationType& type : relation_types) known.emplace(type.name);
  for (const GraphRelation& relation : graph.relations) known.insert(relation.type);
  for (const std::string& name : names) {
    if (known.count(name) > 0) continue;
    const std::vector<std::string> list(known.begin(), known.end());
    throw UsageError(
        fmt::format("unknown relation '{}'{}; choose from {}", name, did_you_mean(name, list), fmt::join(list, ", ")));
  }
}

Side side_of(ConnectionIndex& index, std::uint32_t entity, const std::vector<std::uint32_t>& avoid) {
  const std::vector<Reached> others = index.reachable(entity, std::numeric_limits<std::uint32_t>::max(), avoid);
  Side side = {.entity = entity, .size = others.size() + 1};
  for (std::size_t i = 0; i < std::min(others.size(), most_members); ++i) side.members.push_back(others[i].entity);
  return side;
}

Table list_of_reached(const Graph& graph, const std::vector<Reached>& reached) {
  Table table = {{{"steps"}, {"id"}, {"type", "", false}, {"name"}}, {}};
  for (const Reached& one : reached) {
    const GraphEntity& entity = graph.entities[one.entity];
    table.rows.push_back({std::int64_t{one.steps}, entity.id, std::string(to_string(entity.type)), entity.name});
  }
  return table;
}

bool list_reached(const Graph& graph, ConnectionIndex& index, const Request& request, Output& out,
                  const Reporter& report) {
  const std::uint32_t from = entity_named(graph, request.names[0]);
  const std::vector<Reached> reached = index.reachable(from, request.within, request.options.query.avoid);
  out.write(
      render(list_of_reached(graph, reached), request.format == PathsFormat::json ? Format::json : Format::table));
  if (reached.empty()) report.error(fmt::format("nobody is connected with {}", graph.entities[from].name));
  return !reached.empty();
}

bool connect(const Graph& graph, ConnectionIndex& index, const Request& request, Output& out, const Reporter& report) {
  Answer answer = {.graph = graph,
                   .from = entity_named(graph, request.names[0]),
                   .to = entity_named(graph, request.names[1]),
                   .options = request.options};
  if (answer.from == answer.to) {
    throw Error(fmt::format("'{}' and '{}' are the same, {}", request.names[0], request.names[1],
                            graph.entities[answer.from].id));
  }
  const PathQuery& query = request.options.query;
  answer.connections = index.paths(answer.from, answer.to, query);
  const bool found = !answer.connections.paths.empty();
  if (!found) {
    answer.sides = {side_of(index, answer.from, query.avoid), side_of(index, answer.to, query.avoid)};
    const auto name = [&](std::uint32_t e) { return graph.entities[e].name; };
    std::string message = fmt::format("{} and {} are not connected", name(answer.from), name(answer.to));
    for (const Side& side : answer.sides) {
      message += fmt::format("\n  {} is connected with {}", name(side.entity), describe(graph, side));
    }
    report.error(message);
  }
  switch (request.format) {
    case PathsFormat::table:
      out.write(render_for_readers(answer));
      break;
    case PathsFormat::json:
      out.write(render_json(answer));
      break;
    case PathsFormat::dot:
      out.write(render_dot(answer));
      break;
  }
  return found;
}

int run(const Arguments& arguments, const Reporter& report) {
  Request request = read_request(arguments);
  Output out(arguments);
  const Input input = read_input(input_arguments(arguments, request.list ? 0 : 2), report, true);
  check_relations(input.graph, request.options.relations);
  for (const std::string& name : request.avoid) {
    request.options.query.avoid.push_back(entity_named(input.graph, name));
  }
  ConnectionIndex index(input.graph, request.options);
  report.note(fmt::format("{} ties among {} entities", index.network().edge_count(), index.network().vertex_count()));
  if (index.undated_documents() > 0) {
    report.warning(fmt::format("left out by --since and --until for want of a date: {} of {} documents",
                               index.undated_documents(), input.graph.documents.size()));
  }
  const bool found = request.list ? list_reached(input.graph, index, request, out, report)
                                  : connect(input.graph, index, request, out, report);
  out.finish();
  return found && input.complete ? ExitCode::done : ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) { return run_tool(description(), run, argc, argv); }
