// Parties: names of the lexicon, acronyms, and patterns of nationality, kind and "Party".
#include <algorithm>

#include "context.hpp"

namespace kgraph::detail {

namespace {

struct PartyMatch {
  TokenRange tokens;
  std::uint32_t entry = no_entry;
  PartyFacts facts;
};

void sort_kinds(PartyFacts& facts) {
  std::sort(facts.kinds.begin(), facts.kinds.end());
  facts.kinds.erase(std::unique(facts.kinds.begin(), facts.kinds.end()), facts.kinds.end());
}

// The country that stands at `i` as a name ("PRC") or adjective ("North Korean"); moves `i` behind it.
std::uint32_t country_at(const Context& context, std::uint32_t& i) {
  PhraseHit hit = context.phrase_at(i, PhraseKind::nationality);
  const PhraseHit place = context.phrase_at(i, PhraseKind::place);
  if (hit.phrase == nullptr || place.tokens.size() > hit.tokens.size()) hit = place;
  if (hit.phrase == nullptr || !context.shape(i, Shape::capitalized)) return no_entry;
  i = hit.tokens.end;
  return hit.phrase->entry;
}

std::uint32_t skip_kinds(const Context& context, std::uint32_t i, PartyFacts& facts) {
  while (context.is(i, WordClass::party_kind) && context.shape(i, Shape::capitalized)) {
    facts.kinds.push_back(context.token(i).word);
    ++i;
  }
  return i;
}

// "of Bulgaria", "of the Soviet Union" at `i`; moves `i` behind it.
bool of_country(const Context& context, std::uint32_t& i, PartyFacts& facts) {
  if (!context.is_text(i, "of")) return false;
  std::uint32_t at = i + 1;
  if (context.is_text(at, "the")) ++at;
  const std::uint32_t place = country_at(context, at);
  if (place == no_entry) return false;
  facts.place = place;
  i = at;
  return true;
}

bool indefinite_before(const Context& context, std::uint32_t i) {
  if (i == 0 || context.begins_sentence(i)) return false;
  for (const std::string_view word : {"a", "an", "each", "every", "any", "no", "another", "such", "new"}) {
    if (context.is_text(i - 1, word)) return true;
  }
  return false;
}

// "Bulgarian Party", "PRC Communist Party", "Communist Party of Bulgaria", "Party of Labor of Albania", "Workers'
// Party".
PartyMatch pattern_at(const Context& context, std::uint32_t first) {
  PartyMatch match;
  if (!context.shape(first, Shape::capitalized)) return match;
  std::uint32_t i = first;
  match.facts.place = country_at(context, i);
  i = skip_kinds(context, i, match.facts);
  const bool named = match.facts.place != no_entry || !match.facts.kinds.empty();
  if (!context.is_text(i, "party")) return match;
  if (!context.shape(i, Shape::capitalized) && match.facts.kinds.empty()) return match;
  ++i;
  if (!named) {
    // "Party of Labor of Albania": the kind follows.
    if (!context.is_text(i, "of")) return match;
    const std::uint32_t kinds = skip_kinds(context, i + 1, match.facts);
    if (kinds == i + 1) return match;
    i = kinds;
  }
  if (match.facts.place == no_entry) {
    const bool placed = of_country(context, i, match.facts);
    const bool proper = context.shape(i - 1, Shape::capitalized);
    if (!placed && (!proper || match.facts.kinds.empty() || indefinite_before(context, first))) return match;
  }
  match.tokens = {first, i};
  sort_kinds(match.facts);
  return match;
}

// "CP of Cuba".
PartyMatch short_pattern_at(const Context& context, std::uint32_t first) {
  PartyMatch match;
  if (!context.is_text(first, "cp") || !context.shape(first, Shape::all_caps)) return match;
  std::uint32_t i = first + 1;
  if (!of_country(context, i, match.facts)) return match;
  const WordId communist = context.lexicon.find("communist");
  if (communist != no_word) match.facts.kinds.push_back(communist);
  match.tokens = {first, i};
  return match;
}

// An acronym that nobody listed, before an organ that only parties have: "SED CC", "XYZ Politburo".
PartyMatch acronym_at(const Context& context, std::uint32_t first) {
  PartyMatch match;
  const Token& token = context.token(first);
  const bool acronym = has(token.shape, Shape::all_caps) && token.span.size() >= 2 && token.span.size() <= 6;
  if (!acronym || has(token.shape, Shape::hyphenated)) return match;
  for (const PhraseKind kind : {PhraseKind::place, PhraseKind::organ, PhraseKind::title, PhraseKind::nationality}) {
    if (context.phrase_at(first, kind).phrase != nullptr) return match;
  }
  const PhraseHit organ = context.phrase_at(first + 1, PhraseKind::organ);
  if (organ.phrase == nullptr || static_cast<OrganKind>(organ.phrase->detail) != OrganKind::party_organ) return match;
  const bool central = context.is_text(first + 1, "cc") || context.is_text(first + 1, "central") ||
                       context.is_text(first + 1, "politburo");
  // In a heading of capitals every word looks like an acronym.
  if (!central || (first > 0 && context.shape(first - 1, Shape::all_caps))) return match;
  match.tokens = {first, first + 1};
  match.facts.acronym = std::string(context.text(first));
  return match;
}

PartyMatch match_at(const Context& context, std::uint32_t first) {
  PartyMatch best = pattern_at(context, first);
  const PhraseHit hit = context.phrase_at(first, PhraseKind::party);
  if (hit.phrase != nullptr && hit.tokens.size() >= best.tokens.size()) {
    // "Democratic Party" is a kind as well as a listed name: the context decides first.
    const bool bare = best.tokens == hit.tokens && best.facts.place == no_entry;
    if (!bare) best = {};
    best.tokens = hit.tokens;
    best.entry = hit.phrase->entry;
  }
  if (best.tokens.empty()) best = short_pattern_at(context, first);
  if (best.tokens.empty()) best = acronym_at(context, first);
  return best;
}

}  // namespace

void find_parties(Context& context) {
  for (std::uint32_t i = 0; i < context.size(); ++i) {
    if (!context.readable(i)) continue;
    PartyMatch match = match_at(context, i);
    if (match.tokens.empty()) continue;
    const std::uint32_t at = context.add(EntityType::party, match.tokens);
    context.found.mentions[at].entry = match.entry;
    context.found.mentions[at].facts = static_cast<std::uint32_t>(context.found.parties.size());
    context.found.parties.push_back(std::move(match.facts));
    context.claim(match.tokens, EntityType::party);
    i = match.tokens.end - 1;
  }
}

}  // namespace kgraph::detail
