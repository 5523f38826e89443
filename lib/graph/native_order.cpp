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
  return std::tie(a.type, a.source, a.target, a.evidence) < std::tie(b.type, b.source, b.target, b.evidence);
}

/// What write_native asks of the order is a little less than what sort_graph makes: ties may stand in any order.
bool mention_before(const GraphMention& a, const GraphMention& b) { return a.span < b.span; }

bool relation_before(const GraphRelation& a, const GraphRelation& b) {
  return std::tie(a.type, a.source, a.target) < std::tie(b.type, b.source, b.target);
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

}  // namespace

namespace detail {

void check_indices(const Graph& graph) {
  if (graph.mentions.size() > graph.documents.size()) fail("it has more lists of mentions than documents");
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
    for (const Evidence& evidence : relation.evidence) {
      if (evidence.document >= graph.documents.size() || evidence.span.end < evidence.span.start) {
        fail("the evidence of a relation '" + relation.type + "' points nowhere");
      }
    }
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
    fail("its relations are not sorted by type, source and target; call sort_graph first");
  }
}

}  // namespace detail

void sort_graph(Graph& graph) {
  graph.mentions.resize(std::max(graph.mentions.size(), graph.documents.size()));
  detail::check_indices(graph);
  for (GraphEntity& entity : graph.entities) std::sort(entity.aliases.begin(), entity.aliases.end());
  const std::vector<std::uint32_t> entity_at = sort_and_map(graph.entities, by_id<GraphEntity>);
  const std::vector<std::uint32_t> document_at = sort_and_map(graph.documents, by_id<GraphDocument>);
  const std::vector<std::uint32_t> reason_at = sort_and_map(graph.link_reasons, std::less<>());
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
    for (Evidence& evidence : relation.evidence) evidence.document = document_at[evidence.document];
    std::sort(relation.evidence.begin(), relation.evidence.end());
  }
  std::sort(graph.relations.begin(), graph.relations.end(), relation_less);
}

}  // namespace kgraph
