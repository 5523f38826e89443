#include "lists.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "../common/passages.hpp"

namespace kgraph::tools {

namespace {

/// Columns of a quotation in a table for readers.
constexpr std::size_t quotation_columns = 80;

std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

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
  add("roles", count(graph.roles.size()));
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

namespace {

/// What the passages of a relation say together about when it held.
struct Dating {
  std::optional<Date> since;
  std::optional<Date> until;
  /// The passage with the earliest date, the first of all where none has one; null where there is no passage.
  const Evidence* earliest = nullptr;
};

Dating dating_of(const std::vector<Evidence>& passages) {
  Dating result;
  for (const Evidence& passage : passages) {
    const std::optional<Date> first = passage.since ? passage.since : passage.until;
    const std::optional<Date> last = passage.until ? passage.until : passage.since;
    if (result.earliest == nullptr) result.earliest = &passage;
    if (!first) continue;
    if (!result.since || first->first_day() < result.since->first_day()) {
      result.since = first;
      result.earliest = &passage;
    }
    if (!result.until || result.until->last_day() < last->last_day()) result.until = last;
  }
  if (result.until == result.since) result.until.reset();
  return result;
}

Cell date_cell(const std::optional<Date>& date) { return date ? Cell(date->iso()) : Cell(); }

}  // namespace

Table list_of_relations(const Graph& graph, const std::set<std::string>& types, Format format) {
  Table table = {{{"type"},
                  {"source"},
                  {"source_name", "", false},
                  {"target"},
                  {"target_name", "", false},
                  {"sign"},
                  {"since"},
                  {"until"},
                  {"basis", "by"},
                  {"count", "passages"},
                  {"document"},
                  {"quotation"}},
                 {}};
  Passages passages(graph);
  for (const GraphRelation& relation : graph.relations) {
    if (!types.empty() && !types.contains(relation.type)) continue;
    const Dating dating = dating_of(relation.evidence);
    Cell basis;
    Cell document;
    Cell quotation;
    if (const Evidence* first = dating.earliest) {
      if (first->basis != DateBasis::none) basis = std::string(to_string(first->basis));
      document = graph.documents[first->document].id;
      if (const auto words = passages.quote(first->document, first->span)) {
        quotation = format == Format::table ? quoted(*words, quotation_columns) : *words;
      }
    }
    const GraphEntity& source = graph.entities[relation.source];
    const GraphEntity& target = graph.entities[relation.target];
    table.rows.push_back({relation.type, source.id, source.name, target.id, target.name, std::int64_t{relation.sign},
                          date_cell(dating.since), date_cell(dating.until), basis, count(relation.evidence.size()),
                          document, quotation});
  }
  return table;
}

}  // namespace kgraph::tools
