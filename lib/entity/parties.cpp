// Parties: by the lexicon's entry or their country and kind; bare kinds and "our Party" by their context.
#include <algorithm>
#include <optional>

#include "draft.hpp"

namespace kgraph::detail {

namespace {

class PartyResolver {
 public:
  explicit PartyResolver(Draft& draft) : draft_(draft) {}

  void resolve() {
    for (const std::uint32_t d : draft_.order) {
      for (const std::uint32_t m : parties_of(d, false)) link_named(d, m);
    }
    for (const std::uint32_t d : draft_.order) link_bare_kinds(d);
    for (const std::uint32_t d : draft_.order) link_nominals(d);
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t> parties_of(std::uint32_t d, bool nominal) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t m = 0; m < draft_.mentions[d].mentions.size(); ++m) {
      const Mention& mention = draft_.mention(d, m);
      if (mention.type == EntityType::party && mention.nominal == nominal) result.push_back(m);
    }
    return result;
  }
  [[nodiscard]] const PartyFacts& facts(std::uint32_t d, std::uint32_t m) const {
    return draft_.mentions[d].parties[draft_.mention(d, m).facts];
  }

  std::uint32_t listed(std::uint32_t entry);
  [[nodiscard]] std::uint32_t matching_entry(const PartyFacts& wanted) const;
  /// What the name itself says which party it is, without the context.
  [[nodiscard]] bool speaks_for_itself(std::uint32_t d, std::uint32_t m) const {
    const PartyFacts& said = facts(d, m);
    return said.place != no_entry || (draft_.mention(d, m).entry != no_entry && said.kinds.empty());
  }
  [[nodiscard]] bool has_kinds(std::uint32_t entity, const std::vector<WordId>& kinds) const;
  void link_named(std::uint32_t d, std::uint32_t m);
  void link_bare_kinds(std::uint32_t d);
  void link_bare(std::uint32_t d, std::uint32_t m,
                 const std::map<std::uint32_t, std::vector<std::uint32_t>>& mentions_of,
                 const std::map<std::uint32_t, std::uint32_t>& members);
  void link_nominals(std::uint32_t d);
  [[nodiscard]] std::optional<Link> owner_of(std::uint32_t d, std::uint32_t m,
                                             const std::map<std::uint32_t, std::uint32_t>& members,
                                             std::uint32_t host) const;

  Draft& draft_;
  std::map<std::uint32_t, std::uint32_t> entity_of_entry_;
  std::map<std::uint32_t, std::vector<WordId>> kinds_of_entity_;
  std::map<std::pair<std::uint32_t, std::vector<WordId>>, std::uint32_t> by_pattern_;
  std::map<std::string, std::uint32_t> by_acronym_;
};

std::uint32_t PartyResolver::listed(std::uint32_t entry) {
  const auto [known, fresh] = entity_of_entry_.try_emplace(entry, no_entity);
  if (fresh) {
    const LexiconParty& party = draft_.lexicon.parties()[entry];
    known->second = draft_.add(EntityType::party, party.id, party.name);
    draft_.entities.back().acronym = party.acronym;
    kinds_of_entity_[known->second] = party.kinds;
  }
  return known->second;
}

// The first party of the country that has all the kinds: tables list a country's ruling party first.
std::uint32_t PartyResolver::matching_entry(const PartyFacts& wanted) const {
  const std::vector<LexiconParty>& parties = draft_.lexicon.parties();
  for (std::uint32_t entry = 0; entry < parties.size(); ++entry) {
    if (parties[entry].place != wanted.place) continue;
    if (std::includes(parties[entry].kinds.begin(), parties[entry].kinds.end(), wanted.kinds.begin(),
                      wanted.kinds.end())) {
      return entry;
    }
  }
  return no_entry;
}

bool PartyResolver::has_kinds(std::uint32_t entity, const std::vector<WordId>& kinds) const {
  const auto known = kinds_of_entity_.find(entity);
  return known != kinds_of_entity_.end() &&
         std::includes(known->second.begin(), known->second.end(), kinds.begin(), kinds.end());
}

void PartyResolver::link_named(std::uint32_t d, std::uint32_t m) {
  const Mention& mention = draft_.mention(d, m);
  const PartyFacts& wanted = facts(d, m);
  if (mention.entry != no_entry && wanted.kinds.empty()) {
    return draft_.link(d, m, listed(mention.entry), LinkReason::listed_party);
  }
  if (!wanted.acronym.empty()) {
    const auto [known, fresh] = by_acronym_.try_emplace(wanted.acronym, no_entity);
    if (fresh) known->second = draft_.add(EntityType::party);
    return draft_.link(d, m, known->second, LinkReason::party_acronym);
  }
  if (wanted.place == no_entry) return;  // a bare kind: its context decides
  const std::uint32_t entry = matching_entry(wanted);
  if (entry != no_entry) return draft_.link(d, m, listed(entry), LinkReason::party_pattern);
  const auto [known, fresh] = by_pattern_.try_emplace({wanted.place, wanted.kinds}, no_entity);
  if (fresh) {
    known->second = draft_.add(EntityType::party);
    kinds_of_entity_[known->second] = wanted.kinds;
  }
  draft_.link(d, m, known->second, LinkReason::party_pattern);
}

// "the Workers' Party": the party of that kind in the document; of several the speaker's, else the one named last.
void PartyResolver::link_bare_kinds(std::uint32_t d) {
  const std::vector<std::uint32_t> named = parties_of(d, false);
  std::vector<std::uint32_t> certain;
  std::vector<std::uint32_t> bare;
  for (const std::uint32_t m : named) (speaks_for_itself(d, m) ? certain : bare).push_back(m);
  std::erase_if(bare, [&](std::uint32_t m) { return draft_.links[d][m].entity != no_entity; });
  if (bare.empty()) return;
  // Each party's first mention is enough to know which fit, its last one before a bare kind to know which is nearest.
  std::map<std::uint32_t, std::vector<std::uint32_t>> mentions_of;
  for (const std::uint32_t m : certain) mentions_of[draft_.links[d][m].entity].push_back(m);
  const auto members = affiliations(draft_, d);
  for (const std::uint32_t m : bare) link_bare(d, m, mentions_of, members);
}

void PartyResolver::link_bare(std::uint32_t d, std::uint32_t m,
                              const std::map<std::uint32_t, std::vector<std::uint32_t>>& mentions_of,
                              const std::map<std::uint32_t, std::uint32_t>& members) {
  std::set<std::uint32_t> fitting;
  std::uint32_t nearest = no_entity;
  std::uint32_t before = no_entity;
  for (const auto& [entity, mentions] : mentions_of) {
    if (!has_kinds(entity, facts(d, m).kinds)) continue;
    fitting.insert(entity);
    const auto after = std::lower_bound(mentions.begin(), mentions.end(), m);
    if (after == mentions.begin()) continue;
    if (before == no_entity || *std::prev(after) > nearest) {
      nearest = *std::prev(after);
      before = entity;
    }
  }
  if (fitting.size() == 1) return draft_.link(d, m, *fitting.begin(), LinkReason::party_in_document);
  const auto speaker = members.find(speaker_at(draft_, d, draft_.mention(d, m).tokens.first));
  if (speaker != members.end() && (fitting.contains(speaker->second) || fitting.empty())) {
    return draft_.link(d, m, speaker->second, LinkReason::speakers_party);
  }
  if (before != no_entity) return draft_.link(d, m, before, LinkReason::party_before);
  const std::uint32_t entry = draft_.mention(d, m).entry;
  if (entry != no_entry) draft_.link(d, m, listed(entry), LinkReason::listed_party);
}

std::optional<Link> PartyResolver::owner_of(std::uint32_t d, std::uint32_t m,
                                            const std::map<std::uint32_t, std::uint32_t>& members,
                                            std::uint32_t host) const {
  const Mention& mention = draft_.mention(d, m);
  const PartyFacts::Owner owner = facts(d, m).owner;
  const auto speaker = members.find(speaker_at(draft_, d, mention.tokens.first));
  if (owner == PartyFacts::Owner::ours) {
    if (speaker == members.end()) return std::nullopt;
    return Link{speaker->second, LinkReason::speakers_party};
  }
  if (owner == PartyFacts::Owner::the) {
    // The party named last in the same paragraph or speech, unless only inside the name of a meeting.
    const std::uint32_t first = start_of_speech(draft_, d, mention.tokens.first);
    for (std::uint32_t other = m; other-- > 0;) {
      const Mention& earlier = draft_.mention(d, other);
      if (earlier.paragraph != mention.paragraph && earlier.tokens.first < first) break;
      if (earlier.type != EntityType::party || earlier.nominal || earlier.nested) continue;
      if (draft_.links[d][other].entity != no_entity)
        return Link{draft_.links[d][other].entity, LinkReason::party_before};
    }
  }
  if (host == no_entity) return std::nullopt;
  return Link{host, LinkReason::host_party};
}

void PartyResolver::link_nominals(std::uint32_t d) {
  const std::vector<std::uint32_t> nominals = parties_of(d, true);
  if (nominals.empty()) return;
  const auto members = affiliations(draft_, d);
  const std::uint32_t host = host_party(draft_, d);
  for (const std::uint32_t m : nominals) {
    if (const auto link = owner_of(d, m, members, host)) draft_.links[d][m] = *link;
  }
}

}  // namespace

void resolve_parties(Draft& draft) { PartyResolver(draft).resolve(); }

}  // namespace kgraph::detail
