// kgraph-centrality: who matters, by measures of the co-occurrence network.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include <fmt/format.h>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/affiliation.hpp>
#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/measure/registry.hpp>

#include "common/input.hpp"
#include "common/output.hpp"
#include "common/run_tool.hpp"
#include "common/table.hpp"

namespace {

using namespace kgraph;
using namespace kgraph::tools;

/// How many rows a table shows where --top does not say: what fits a screen.
constexpr std::uint32_t rows_for_readers = 20;

ToolDescription description() {
  OptionGroup output = output_options(true);
  output.options.push_back({"top", "N", "the first N only; 0 all (default: table 20, else all)"});
  const OptionGroup ranking = {"Ranking",
                               {{"measure,m", "LIST", "measures to show; the first one ranks"},
                                {"distance", "KIND", "a path counts its ties: unit (default); inverse: 1/w"},
                                {"normalized", "", "scale measures so that networks of any size compare"},
                                {"list-measures", "", "list the measures and exit"}}};
  return {"kgraph-centrality",
          "[OPTIONS] INPUT...",
          "Ranks the actors that documents or a graph file name together: by default people by\n"
          "betweenness, with degree, strength, documents and the party they are most seen with.",
          {ranking, network_options(), input_options(), output, general_options()},
          "kgraph-centrality --measure pagerank,degree --top 10 data/corpus"};
}

struct Request {
  std::vector<std::string> measures;
  MeasureOptions measure;
  CooccurrenceOptions network;
  Format format = Format::table;
  std::size_t top = 0;
};

/// Reads the command line as a whole before any work begins.
Request read_request(const Arguments& arguments) {
  Request request;
  request.measures = arguments.list("measure");
  if (request.measures.empty()) request.measures = {"betweenness", "degree", "strength"};
  for (const std::string& name : request.measures) {
    try {
      static_cast<void>(find_measure(name));
    } catch (const ArgumentError& error) {
      throw UsageError(error.what());
    }
    if (std::count(request.measures.begin(), request.measures.end(), name) > 1) {
      throw UsageError(fmt::format("the measure '{}' is given twice", name));
    }
  }
  request.measure.distance = static_cast<Distance>(arguments.choice("distance", {"unit", "inverse"}, 0));
  request.measure.normalized = arguments.has("normalized");
  request.measure.threads = arguments.integer("threads", 0, 0);
  request.network = read_network_options(arguments);
  request.format = read_format(arguments);
  request.top = arguments.integer("top", request.format == Format::table ? rows_for_readers : 0, 0);
  return request;
}

Table list_of_measures() {
  Table table = {{{"measure"}, {"description"}}, {}};
  for (const MeasureInfo& info : measures()) {
    table.rows.push_back({std::string(info.name), std::string(info.description)});
  }
  return table;
}

/// A value without the rounding errors in its last digits, so that equal actors share a rank.
double ranking_key(double value) { return std::strtod(fmt::format("{:.10g}", value).c_str(), nullptr); }

/// The vertices, highest value first; equal ones by id, values that are no number last.
std::vector<std::size_t> order_by(const std::vector<double>& keys) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (std::isnan(keys[a]) || std::isnan(keys[b])) return !std::isnan(keys[a]) && std::isnan(keys[b]);
    return keys[a] > keys[b];
  });
  return order;
}

std::vector<Column> columns(const Request& request) {
  const EntityTypes& types = request.network.types;
  const auto several = std::count_if(all_entity_types.begin(), all_entity_types.end(),
                                     [&](EntityType type) { return types.contains(type); }) > 1;
  std::vector<Column> result = {{"rank"}, {"id", "", false}, {"type", "", several}, {"name"}};
  for (const std::string& measure : request.measures) result.push_back({measure});
  result.push_back({"documents"});
  result.push_back({"party_id", "", false});
  result.push_back({"party", "party most seen with", types.contains(EntityType::person)});
  return result;
}

Table ranking(const Graph& graph, const CooccurrenceResult& result, const Request& request) {
  std::vector<std::vector<double>> values;
  for (const std::string& name : request.measures) values.push_back(compute(name, result.network, request.measure));
  std::vector<double> keys;
  for (const double value : values[0]) keys.push_back(ranking_key(value));
  const auto parties = most_seen_with(graph, EntityType::person, EntityType::party, request.network.dates);

  Table table = {columns(request), {}};
  const std::vector<std::size_t> order = order_by(keys);
  const std::size_t shown = request.top == 0 ? order.size() : std::min(request.top, order.size());
  std::int64_t rank = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t v = order[i];
    const std::uint32_t e = result.entity_of_vertex[v];
    const GraphEntity& entity = graph.entities[e];
    if (i == 0 || keys[v] != keys[order[i - 1]]) rank = static_cast<std::int64_t>(i) + 1;
    std::vector<Cell> row = {rank, entity.id, std::string(to_string(entity.type)), entity.name};
    for (const auto& measure : values) row.emplace_back(measure[v]);
    row.emplace_back(static_cast<std::int64_t>(result.documents_of_vertex[v]));
    row.emplace_back(parties[e] ? Cell(graph.entities[parties[e]->entity].id) : Cell());
    row.emplace_back(parties[e] ? Cell(graph.entities[parties[e]->entity].name) : Cell());
    table.rows.push_back(std::move(row));
  }
  if (shown < order.size()) table.footer = fmt::format("... and {} more; --top 0 shows all", order.size() - shown);
  return table;
}

int run(const Arguments& arguments, const Reporter& report) {
  const Request request = read_request(arguments);
  Output out(arguments);
  if (arguments.has("list-measures")) {
    out.write(render(list_of_measures(), request.format));
    out.finish();
    return ExitCode::done;
  }
  const Input input = read_input(arguments, report, false);
  const CooccurrenceResult result = cooccurrence(input.graph, request.network);
  report.note(fmt::format("{} vertices and {} ties from {} documents", result.network.vertex_count(),
                          result.network.edge_count(), result.documents));
  if (result.undated_documents > 0) {
    report.warning(fmt::format("left out by --since and --until for want of a date: {} of {} documents",
                               result.undated_documents, input.graph.documents.size()));
  }
  out.write(render(ranking(input.graph, result, request), request.format));
  out.finish();
  if (result.network.vertex_count() == 0) {
    report.error(fmt::format("nobody to rank: {} of {} documents are counted, and they name nobody of this type",
                             result.documents, input.graph.documents.size()));
    return ExitCode::failed;
  }
  return input.complete ? ExitCode::done : ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) { return run_tool(description(), run, argc, argv); }
