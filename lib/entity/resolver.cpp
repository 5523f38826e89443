#include <algorithm>
#include <array>
#include <numeric>

#include <kgraph/base/utf8.hpp>
#include <kgraph/entity/entity.hpp>

#include "draft.hpp"

namespace kgraph {

namespace detail {

std::string spelling_of(const Document& document, const Mention& mention) {
  std::string text = squeeze(slice(document.bytes(), mention.span));
  if (mention.type == EntityType::person) std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
  return text;
}

void Draft::link(std::uint32_t d, std::uint32_t m, std::uint32_t entity, LinkReason reason, int rank) {
  links[d][m] = {entity, reason};
  const auto [spelling, fresh] =
      entities[entity].spellings.try_emplace(spelling_of(documents[d], mention(d, m)), rank, 0);
  spelling->second.first = std::min(spelling->second.first, rank);
  ++spelling->second.second;
}

namespace {

// The fullest spelling, of those the one met most.
std::string best_spelling(const DraftEntity& entity) {
  const std::string* best = nullptr;
  std::pair<int, int> best_rank;
  for (const auto& [spelling, counted] : entity.spellings) {
    const std::pair<int, int> rank = {counted.first, -counted.second};
    if (best == nullptr || rank < best_rank) {
      best = &spelling;
      best_rank = rank;
    }
  }
  return best == nullptr ? std::string() : *best;
}

// Entities get their names and ids; those that nothing was linked to are left out.
void finish(Draft& draft, Resolution& result) {
  std::vector<bool> used(draft.entities.size(), false);
  for (const auto& document : draft.links) {
    for (const Link& link : document) {
      if (link.entity != no_entity) used[link.entity] = true;
    }
  }
  std::vector<Entity> entities(draft.entities.size());
  std::map<std::string, int> taken;
  std::vector<std::uint32_t> order;
  for (std::uint32_t e = 0; e < draft.entities.size(); ++e) {
    if (!used[e]) continue;
    DraftEntity& entity = draft.entities[e];
    Entity& finished = entities[e];
    finished.type = entity.type;
    finished.name = entity.name.empty() ? best_spelling(entity) : entity.name;
    finished.party = entity.party;
    finished.date = entity.date;
    std::string short_id = entity.slug.empty() ? slug(finished.name) : entity.slug;
    if (short_id.empty()) short_id = "unnamed";
    finished.id = std::string(to_string(entity.type)) + ":" + short_id;
    const int count = ++taken[finished.id];
    if (count > 1) finished.id += "-" + std::to_string(count);
    for (const auto& [spelling, counted] : entity.spellings) {
      if (spelling != finished.name) finished.aliases.push_back(spelling);
    }
    order.push_back(e);
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return entities[a].id < entities[b].id; });
  std::vector<std::uint32_t> position(draft.entities.size(), no_entity);
  for (const std::uint32_t e : order) {
    position[e] = static_cast<std::uint32_t>(result.entities.size());
    result.entities.push_back(std::move(entities[e]));
  }
  const auto moved = [&](std::uint32_t e) { return e == no_entity ? no_entity : position[e]; };
  for (Entity& entity : result.entities) entity.party = moved(entity.party);
  for (const std::uint32_t meeting : draft.own_meetings) result.own_meetings.push_back(moved(meeting));
  result.links = std::move(draft.links);
  for (auto& document : result.links) {
    for (Link& link : document) link.entity = moved(link.entity);
  }
}

}  // namespace

}  // namespace detail

Resolution resolve(std::span<const Document> documents, std::span<const DocumentMentions> mentions,
                   const Lexicon& lexicon) {
  detail::Draft draft{documents, mentions, lexicon, {}, {}, {}, {}};
  draft.own_meetings.assign(documents.size(), no_entity);
  draft.order.resize(documents.size());
  std::iota(draft.order.begin(), draft.order.end(), 0U);
  std::sort(draft.order.begin(), draft.order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return documents[a].id < documents[b].id; });
  draft.links.reserve(documents.size());
  for (const DocumentMentions& found : mentions) draft.links.emplace_back(found.mentions.size());
  detail::resolve_persons(draft);
  detail::resolve_places(draft);
  detail::resolve_parties(draft);
  detail::resolve_meetings(draft);
  Resolution result;
  detail::finish(draft, result);
  return result;
}

std::string_view to_string(LinkReason reason) {
  constexpr std::array<std::string_view, 28> texts = {
      "full name",
      "usual spelling of a known actor",
      "initials and surname",
      "name completed by the editor in brackets",
      "respelling in brackets behind the name",
      "one letter from a name that nothing else is near to",
      "surname alone: its only bearer in the document",
      "surname alone: its bearer named last in the paragraph",
      "surname alone: its only bearer in the document's title",
      "surname alone: its only bearer in the corpus",
      "surname alone: no bearer is named in full",
      "listed name or acronym of the party",
      "country and kind of the party",
      "acronym before an organ of a party",
      "the only party of this kind in the document",
      "the speaker's party",
      "the party that the document is about",
      "the party named last before",
      "designation of the meeting",
      "the document's meeting of this number, month or party",
      "the corpus's meeting of this number or party",
      "a meeting of the speaker's party",
      "a meeting of the party named last before",
      "a meeting of the party that the document is about",
      "the meeting that the record is of",
      "the meeting of this kind named last before",
      "listed name of the place",
      "name of the place",
  };
  return texts.at(static_cast<std::size_t>(reason));
}

}  // namespace kgraph
