// The order of a graph: sort_graph makes it, check_order (used by the writer) demands it.
#include "native_order.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/date_range.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph {

namespace {

/// Sorts `items` by `less` and returns for each old position the new one.
template <class Item, class Less>
std::vector<std::uint32_t> sort_and_map(std::vector<Item>& items, Less less) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return less(items[a], items[b]); });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  std::vector<std::uint32_t> new_position(items.size());
  for (const std::uint32_t old : order) {
    new_position[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(items[old]));
  }
  items = std::move(sorted);
  return new_position;
}

template <class Item>
bool by_id(const Item& a, const Item& b) {
  return a.id < b.id;
}

auto mention_key(const GraphMention& mention) {
  return std::tie(mention.span.start, mention.span.end, mention.entity, mention.token, mention.paragraph,
                  mention.sentence, mention.nominal, mention.reason);
}

bool mention_less(const GraphMention& a, const GraphMention& b) { return mention_key(a) < mention_key(b); }

bool relation_less(const GraphRelation& a, const GraphRelation& b) {
  return std::tie(a.type, a.source, a.target, a.sign, a.evidence) <
         std::tie(b.type, b.source, b.target, b.sign, b.evidence);
}

bool role_less(const GraphRole& a, const GraphRole& b) {
  return std::tie(a.entity, a.title, a.evidence) < std::tie(b.entity, b.title, b.evidence);
}

/// What write_native asks of the order is a little less than what sort_graph makes: ties may stand in any order.
bool mention_before(const GraphMention& a, const GraphMention& b) { return a.span < b.span; }

bool relation_before(const GraphRelation& a, const GraphRelation& b) {
  return std::tie(a.type, a.source, a.target, a.sign) < std::tie(b.type, b.source, b.target, b.sign);
}

bool role_before(const GraphRole& a, const GraphRole& b) {
  return std::tie(a.entity, a.title) < std::tie(b.entity, b.title);
}

bool evidence_before(const Evidence& a, const Evidence& b) {
  return std::tie(a.document, a.span) < std::tie(b.document, b.span);
}

[[noreturn]] void fail(const std::string& message) { throw ArgumentError("this graph cannot be written: " + message); }

template <class Item>
void check_ids(const std::vector<Item>& items, const std::string& what) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id.empty()) fail("a " + what + " has no id");
    if (i == 0 || items[i - 1].id < items[i].id) continue;
    if (items[i - 1].id == items[i].id) fail("two " + what + " lines share the id '" + items[i].id + "'");
    fail(what + " '" + items[i].id + "' stands after '" + items[i - 1].id + "'; call sort_graph first");
  }
}

bool reason_exists(const Graph& graph, const GraphMention& mention) {
  return mention.reason == no_reason || mention.reason < graph.link_reasons.size();
}

bool possible(const std::optional<Date>& date) { return !date || date->valid(); }

/// `what` is what the evidence states: "a relation 'met'".
void check_evidence(const Graph& graph, const std::vector<Evidence>& list, const std::string& what) {
  for (const Evidence& evidence : list) {
    if (evidence.document >= graph.documents.size() || evidence.span.end < evidence.span.start) {
      fail("the evidence of " + what + " points nowhere");
    }
    if (evidence.rule != no_reason && evidence.rule >= graph.relation_rules.size()) {
      fail("the evidence of " + what + " names a rule that does not exist");
    }
    if (!possible(evidence.since) || !possible(evidence.until))
      fail("the evidence of " + what + " has an impossible date");
    if (DateRange{evidence.since, evidence.until}.empty()) fail("the evidence of " + what + " ends before it begins");
  }
}

template <class Statement>
void check_evidence_order(const std::vector<Statement>& statements, const std::string& what) {
  for (const Statement& statement : statements) {
    if (!std::is_sorted(statement.evidence.begin(), statement.evidence.end(), evidence_before)) {
      fail("the evidence of a " + what + " is not sorted by document and span; call sort_graph first");
    }
  }
}

/// Rewrites the indices of a list of evidence and sorts it.
void move_evidence(std::vector<Evidence>& list, const std::vector<std::uint32_t>& document_at,
                   const std::vector<std::uint32_t>& rule_at) {
  for (Evidence& evidence : list) {
    evidence.document = document_at[evidence.document];
    if (evidence.rule != no_reason) evidence.rule = static_cast<std::uint16_t>(rule_at[evidence.rule]);
  }
  std::sort(list.begin(), list.end());
}

}  // namespace

namespace detail {

void check_indices(const Graph& graph) {
  if (graph.mentions.size() > graph.documents.size()) fail("it has more lists of mentions than documents");
  for (const GraphDocument& document : graph.documents) {
    if (!possible(document.date)) fail("the document '" + document.id + "' has an impossible date");
  }
  for (std::size_t d = 0; d < graph.mentions.size(); ++d) {
    for (const GraphMention& mention : graph.mentions[d]) {
      if (mention.entity >= graph.entities.size() || !reason_exists(graph, mention)) {
        fail("a mention in document '" + graph.documents[d].id + "' names an entity or a reason that does not exist");
      }
      if (mention.span.empty()) fail("a mention in document '" + graph.documents[d].id + "' has an empty span");
    }
  }
  for (const GraphRelation& relation : graph.relations) {
    if (relation.source >= graph.entities.size() || relation.target >= graph.entities.size()) {
      fail("a relation '" + relation.type + "' joins an entity that does not exist");
    }
    if (relation.sign < -1 || relation.sign > 1)
      fail("the sign of a relation '" + relation.type + "' is not 1, 0 or -1");
    check_evidence(graph, relation.evidence, "a relation '" + relation.type + "'");
  }
  for (const GraphRole& role : graph.roles) {
    if (role.entity >= graph.entities.size()) fail("a role '" + role.title + "' is that of nobody");
    if (role.title.empty()) fail("a role has no title");
    check_evidence(graph, role.evidence, "a role '" + role.title + "'");
  }
}

void check_order(const Graph& graph) {
  check_ids(graph.entities, "entity");
  check_ids(graph.documents, "document");
  for (std::size_t d = 0; d < graph.mentions.size(); ++d) {
    if (!std::is_sorted(graph.mentions[d].begin(), graph.mentions[d].end(), mention_before)) {
      fail("the mentions of '" + graph.documents[d].id + "' are not sorted by span; call sort_graph first");
    }
  }
  if (!std::is_sorted(graph.relations.begin(), graph.relations.end(), relation_before)) {
    fail("its relations are not sorted by type, source, target and sign; call sort_graph first");
  }
  if (!std::is_sorted(graph.roles.begin(), graph.roles.end(), role_before)) {
    fail("its roles are not sorted by entity and title; call sort_graph first");
  }
  check_evidence_order(graph.relations, "relation");
  check_evidence_order(graph.roles, "role");
}

}  // namespace detail

void sort_graph(Graph& graph) {
  graph.mentions.resize(std::max(graph.mentions.size(), graph.documents.size()));
  detail::check_indices(graph);
  for (GraphEntity& entity : graph.entities) std::sort(entity.aliases.begin(), entity.aliases.end());
  const std::vector<std::uint32_t> entity_at = sort_and_map(graph.entities, by_id<GraphEntity>);
  const std::vector<std::uint32_t> document_at = sort_and_map(graph.documents, by_id<GraphDocument>);
  const std::vector<std::uint32_t> reason_at = sort_and_map(graph.link_reasons, std::less<>());
  const std::vector<std::uint32_t> rule_at = sort_and_map(graph.relation_rules, std::less<>());
  std::vector<std::vector<GraphMention>> mentions(graph.documents.size());
  for (std::size_t d = 0; d < graph.mentions.size(); ++d) {
    std::vector<GraphMention>& list = mentions[document_at[d]] = std::move(graph.mentions[d]);
    for (GraphMention& mention : list) {
      mention.entity = entity_at[mention.entity];
      if (mention.reason != no_reason) mention.reason = static_cast<std::uint16_t>(reason_at[mention.reason]);
    }
    std::sort(list.begin(), list.end(), mention_less);
  }
  graph.mentions = std::move(mentions);
  for (GraphRelation& relation : graph.relations) {
    relation.source = entity_at[relation.source];
    relation.target = entity_at[relation.target];
    move_evidence(relation.evidence, document_at, rule_at);
  }
  std::sort(graph.relations.begin(), graph.relations.end(), relation_less);
  for (GraphRole& role : graph.roles) {
    role.entity = entity_at[role.entity];
    move_evidence(role.evidence, document_at, rule_at);
  }
  std::sort(graph.roles.begin(), graph.roles.end(), role_less);
}

}  // namespace kgraph
