#include "explain.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <kgraph/base/relation_type.hpp>

namespace kgraph::tools {

namespace {

using SpellingCounts = std::map<std::pair<bool, std::string>, std::size_t>;

void gather_spellings(const GraphEntity& entity, SpellingCounts counts, std::vector<Spelling>& spellings) {
  counts.try_emplace({false, entity.name}, 0);
  for (const std::string& alias : entity.aliases) {
    if (!counts.contains({true, alias})) counts.try_emplace({false, alias}, 0);
  }
  for (const auto& [spelling, count] : counts) spellings.push_back({spelling.second, spelling.first, count});
  std::stable_sort(spellings.begin(), spellings.end(), [&](const Spelling& a, const Spelling& b) {
    const bool a_other = a.text != entity.name;
    const bool b_other = b.text != entity.name;
    return std::tie(a.nominal, a_other, b.count) < std::tie(b.nominal, b_other, a.count);
  });
}

void gather_mentions(const Graph& graph, Passages& passages, Explanation& result) {
  SpellingCounts counts;
  std::map<std::string, std::vector<MentionPlace>> by_reason;
  for (std::uint32_t d = 0; d < graph.mentions.size(); ++d) {
    bool named = false;
    for (const GraphMention& mention : graph.mentions[d]) {
      if (mention.entity != result.entity) continue;
      named = true;
      ++result.mentions;
      const bool has_reason = mention.reason != no_reason;
      by_reason[has_reason ? graph.link_reasons[mention.reason] : std::string()].push_back({d, &mention});
      if (const auto words = passages.quote(d, mention.span)) {
        ++counts[{mention.nominal, on_one_line(*words)}];
      } else {
        result.all_quoted = false;
      }
    }
    if (named) ++result.documents;
  }
  gather_spellings(graph.entities[result.entity], std::move(counts), result.spellings);
  for (auto& [reason, mentions] : by_reason) result.links.push_back({reason, std::move(mentions)});
  std::stable_sort(result.links.begin(), result.links.end(),
                   [](const LinkGroup& a, const LinkGroup& b) { return a.mentions.size() > b.mentions.size(); });
}

void gather_connections(const Graph& graph, Explanation& result) {
  for (const GraphRelation& relation : graph.relations) {
    if (relation.source != result.entity && relation.target != result.entity) continue;
    const bool outgoing = relation.source == result.entity;
    const Direction direction = relation_type(relation.type).symmetric ? Direction::symmetric
                                : outgoing                             ? Direction::outgoing
                                                                       : Direction::incoming;
    result.connections.push_back({&relation, direction, outgoing ? relation.target : relation.source});
  }
  std::stable_sort(result.connections.begin(), result.connections.end(), [](const Connection& a, const Connection& b) {
    return std::tie(a.relation->type, a.direction, a.other) < std::tie(b.relation->type, b.direction, b.other);
  });
}

}  // namespace

std::string_view to_string(Direction direction) {
  switch (direction) {
    case Direction::outgoing:
      return "outgoing";
    case Direction::incoming:
      return "incoming";
    case Direction::symmetric:
      return "symmetric";
  }
  return {};
}

Explanation explain(const Graph& graph, std::uint32_t entity, Passages& passages) {
  Explanation result;
  result.entity = entity;
  gather_mentions(graph, passages, result);
  for (const GraphRole& role : graph.roles) {
    if (role.entity == entity) result.roles.push_back(&role);
  }
  gather_connections(graph, result);
  return result;
}

}  // namespace kgraph::tools
