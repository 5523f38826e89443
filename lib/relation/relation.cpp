#include <algorithm>
#include <tuple>

#include <kgraph/base/relation_type.hpp>
#include <kgraph/relation/relation.hpp>

#include "scene.hpp"

namespace kgraph {

namespace detail {

void add_statement(const Scene& scene, DocumentStatements& out, std::string_view type, std::uint32_t source,
                   std::uint32_t target, std::uint32_t token, std::string_view rule) {
  if (source == no_entity || target == no_entity || source == target) return;
  const bool symmetric = relation_type(type).symmetric;
  const std::uint32_t meeting = scene.entities[target].type == EntityType::meeting ? target : scene.linked.own_meeting;
  Statement statement;
  statement.type = type;
  statement.source = symmetric ? std::min(source, target) : source;
  statement.target = symmetric ? std::max(source, target) : target;
  statement.evidence = scene.sentence_span(token);
  statement.rule = rule;
  statement.date = date_at(scene, token, meeting);
  out.relations.push_back(std::move(statement));
}

}  // namespace detail

DocumentStatements find_statements(const LinkedDocument& document, std::span<const Entity> entities,
                                   const Lexicon& lexicon) {
  DocumentStatements out;
  const detail::Scene scene(document, entities, lexicon);
  detail::read_structure(scene, out);
  detail::read_cues(scene, out);
  detail::read_roles(scene, out);
  // One sentence states a relation once, by the rule that comes first.
  const auto key = [](const Statement& s) { return std::tie(s.type, s.source, s.target, s.evidence); };
  std::stable_sort(out.relations.begin(), out.relations.end(),
                   [&](const Statement& a, const Statement& b) { return key(a) < key(b); });
  out.relations.erase(std::unique(out.relations.begin(), out.relations.end(),
                                  [&](const Statement& a, const Statement& b) { return key(a) == key(b); }),
                      out.relations.end());
  return out;
}

}  // namespace kgraph
