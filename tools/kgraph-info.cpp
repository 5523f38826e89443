// kgraph-info: what a graph holds, and why it holds it.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "common/input.hpp"
#include "common/output.hpp"
#include "common/run_tool.hpp"
#include "common/table.hpp"
#include <kgraph/base/error.hpp>
#include <kgraph/base/utf8.hpp>
#include <kgraph/graph/quotation.hpp>

namespace {

using namespace kgraph;
using namespace kgraph::tools;

/// How many candidates an unknown id brings up.
constexpr std::size_t most_candidates = 10;

ToolDescription description() {
  const OptionGroup questions = {"Question (a summary where none is asked)",
                                 {{"documents", "", "list the documents"},
                                  {"entities", "", "list the people, parties, meetings and places"},
                                  {"type", "LIST", "with --entities: person, party, meeting, place"},
                                  {"explain", "ID", "one entity: its names, and each mention with its reason"}}};
  return {"kgraph-info",
          "[OPTIONS] INPUT...",
          "Says what documents or a graph file hold.",
          {questions, input_options(), output_options(true), general_options()},
          "kgraph-info --explain person:kim-il-sung data/corpus"};
}

std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

Table summary(const Graph& graph) {
  Table table = {{{"item"}, {"value"}}, {}};
  const auto add = [&](const std::string& item, Cell value) { table.rows.push_back({item, std::move(value)}); };
  std::optional<Date> first;
  std::optional<Date> last;
  std::size_t undated = 0;
  bool text = false;
  for (const GraphDocument& document : graph.documents) {
    text = text || !document.text.empty();
    if (!document.date) {
      ++undated;
      continue;
    }
    if (!first || document.date->first_day() < first->first_day()) first = document.date;
    if (!last || last->last_day() < document.date->last_day()) last = document.date;
  }
  add("documents", count(graph.documents.size()));
  add("undated documents", count(undated));
  add("first date", first ? Cell(first->iso()) : Cell());
  add("last date", last ? Cell(last->iso()) : Cell());
  add("text kept", std::string(text ? "yes" : "no"));
  for (const EntityType type : all_entity_types) {
    add(fmt::format("entities: {}", to_string(type)),
        count(static_cast<std::size_t>(std::count_if(graph.entities.begin(), graph.entities.end(),
                                                     [&](const GraphEntity& e) { return e.type == type; }))));
  }
  std::size_t names = 0;
  std::size_t descriptions = 0;
  for (const auto& mentions : graph.mentions) {
    for (const GraphMention& mention : mentions) ++(mention.nominal ? descriptions : names);
  }
  add("mentions: name", count(names));
  add("mentions: description", count(descriptions));
  std::map<std::string, std::size_t> relations;
  for (const GraphRelation& relation : graph.relations) ++relations[relation.type];
  add("relations", count(graph.relations.size()));
  for (const auto& [type, number] : relations) add("relations: " + type, count(number));
  return table;
}

Table list_of_documents(const Graph& graph) {
  Table table = {{{"id"},
                  {"date"},
                  {"mentions"},
                  {"people"},
                  {"file", "", false},
                  {"source", "", false},
                  {"record_id", "", false},
                  {"title"}},
                 {}};
  for (std::size_t d = 0; d < graph.documents.size(); ++d) {
    const GraphDocument& document = graph.documents[d];
    std::set<std::uint32_t> people;
    for (const GraphMention& mention : graph.mentions[d]) {
      if (graph.entities[mention.entity].type == EntityType::person) people.insert(mention.entity);
    }
    table.rows.push_back({document.id, document.date ? Cell(document.date->iso()) : Cell(),
                          count(graph.mentions[d].size()), count(people.size()), document.file, document.source,
                          document.record_id, document.title});
  }
  return table;
}

Table list_of_entities(const Graph& graph, const EntityTypes& types) {
  std::vector<std::size_t> mentions(graph.entities.size(), 0);
  std::vector<std::set<std::size_t>> documents(graph.entities.size());
  for (std::size_t d = 0; d < graph.documents.size(); ++d) {
    for (const GraphMention& mention : graph.mentions[d]) {
      ++mentions[mention.entity];
      documents[mention.entity].insert(d);
    }
  }
  Table table = {{{"id"}, {"type", "", false}, {"name"}, {"mentions"}, {"documents"}, {"aliases", "other names"}}, {}};
  for (std::size_t e = 0; e < graph.entities.size(); ++e) {
    const GraphEntity& entity = graph.entities[e];
    if (!types.contains(entity.type)) continue;
    table.rows.push_back({entity.id, std::string(to_string(entity.type)), entity.name, count(mentions[e]),
                          count(documents[e].size()), fmt::format("{}", fmt::join(entity.aliases, "; "))});
  }
  return table;
}

/// The entity of this id; UsageError is not it: the graph, not the command line, decides which ids there are.
std::size_t find_entity(const Graph& graph, const std::string& id) {
  std::vector<std::string> ids;
  std::vector<std::string> alike;
  const std::string key = slug(id);
  for (std::size_t e = 0; e < graph.entities.size(); ++e) {
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

Table links_of(const Graph& graph, std::size_t entity) {
  Table table = {{{"document"}, {"start"}, {"end"}, {"spelling", "as"}, {"nominal", "", false}, {"reason", "because"}},
                 {}};
  for (std::size_t d = 0; d < graph.documents.size(); ++d) {
    for (const GraphMention& m : graph.mentions[d]) {
      if (m.entity != entity) continue;
      const std::string spelling(quotation(graph.documents[d], m.span));
      const Cell reason = m.reason == no_reason ? Cell() : Cell(graph.link_reasons[m.reason]);
      table.rows.push_back({graph.documents[d].id, std::int64_t{m.span.start}, std::int64_t{m.span.end},
                            spelling.empty() ? Cell() : Cell(spelling), std::int64_t{m.nominal ? 1 : 0}, reason});
    }
  }
  return table;
}

Table relations_of(const Graph& graph, std::size_t entity) {
  Table table = {{{"relation"}, {"source"}, {"target"}, {"evidence", "passages"}}, {}};
  for (const GraphRelation& relation : graph.relations) {
    if (relation.source != entity && relation.target != entity) continue;
    table.rows.push_back({relation.type, graph.entities[relation.source].id, graph.entities[relation.target].id,
                          count(relation.evidence.size())});
  }
  return table;
}

std::string explain(const Graph& graph, const std::string& id, Format format) {
  const std::size_t e = find_entity(graph, id);
  const Table links = links_of(graph, e);
  if (format != Format::table) return render(links, format);
  const GraphEntity& entity = graph.entities[e];
  std::set<Cell> documents;
  for (const auto& row : links.rows) documents.insert(row[0]);
  std::string out = fmt::format("{}: {}\n", entity.id, printable(entity.name));
  if (!entity.aliases.empty())
    out += fmt::format("also: {}\n", printable(fmt::format("{}", fmt::join(entity.aliases, "; "))));
  out += fmt::format("mentions: {} in {} documents\n", links.rows.size(), documents.size());
  if (!links.rows.empty()) out += "\n" + render(links, format);
  const Table relations = relations_of(graph, e);
  if (!relations.rows.empty()) out += "\n" + render(relations, format);
  return out;
}

int run(const Arguments& arguments, const Reporter& report) {
  const Format format = read_format(arguments);
  const auto id = arguments.text("explain");
  const EntityTypes types =
      read_types(arguments, {EntityType::person, EntityType::party, EntityType::meeting, EntityType::place});
  const int questions = (id ? 1 : 0) + (arguments.has("documents") ? 1 : 0) + (arguments.has("entities") ? 1 : 0);
  if (questions > 1) throw UsageError("--documents, --entities and --explain exclude each other");
  if (arguments.has("type") && !arguments.has("entities")) throw UsageError("--type goes with --entities");
  Output out(arguments);
  // The text is needed for the spellings alone.
  const Input input = read_input(arguments, report, true);
  std::string bytes;
  if (id) {
    bytes = explain(input.graph, *id, format);
  } else if (arguments.has("documents")) {
    bytes = render(list_of_documents(input.graph), format);
  } else if (arguments.has("entities")) {
    bytes = render(list_of_entities(input.graph, types), format);
  } else {
    bytes = render(summary(input.graph), format);
  }
  out.write(bytes);
  out.finish();
  return input.complete ? ExitCode::done : ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) { return run_tool(description(), run, argc, argv); }
