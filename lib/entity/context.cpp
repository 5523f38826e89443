// What the document says around a mention: who speaks, who represents which party, whose record it is.
#include <algorithm>

#include "draft.hpp"

namespace kgraph::detail {

namespace {

const Turn* turn_at(const Document& document, std::uint32_t token) {
  const std::vector<Turn>& turns = document.turns;
  const auto after =
      std::partition_point(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.tokens.end <= token; });
  return after != turns.end() && after->tokens.contains(token) ? &*after : nullptr;
}

// The person that is named inside a range of tokens.
std::uint32_t person_within(const Draft& draft, std::uint32_t d, TokenRange tokens) {
  const auto& mentions = draft.mentions[d].mentions;
  const auto first = std::partition_point(mentions.begin(), mentions.end(),
                                          [&](const Mention& m) { return m.tokens.first < tokens.first; });
  for (auto m = first; m != mentions.end() && m->tokens.first < tokens.end; ++m) {
    if (m->type == EntityType::person && m->tokens.end <= tokens.end) {
      return draft.links[d][static_cast<std::size_t>(m - mentions.begin())].entity;
    }
  }
  return no_entity;
}

// True where only titles, organs, commas and the like stand between a party and a person: an introduction.
bool introduces(const Document& document, const Lexicon& lexicon, std::uint32_t from, std::uint32_t to) {
  constexpr std::uint32_t longest = 24;
  if (to < from || to - from > longest) return false;
  for (std::uint32_t i = from; i < to; ++i) {
    const Token& token = document.tokens[i];
    if (has(token.shape, Shape::punctuation)) {
      const char mark = document.bytes()[token.span.start];
      if (mark != ',' && mark != '.' && mark != ']' && mark != '[') return false;
      continue;
    }
    if (has(token.shape, Shape::capitalized)) continue;
    const std::string_view text = document.text_of(token, lexicon);
    const bool connects =
        text == "of" || text == "the" || text == "and" || text == "to" || text == "in" || text == "by";
    bool titled = false;
    for (const Phrase& phrase : lexicon.phrases(token.word)) {
      titled = titled || phrase.kind == PhraseKind::title || phrase.kind == PhraseKind::organ;
    }
    if (!connects && !titled) return false;
  }
  return true;
}

}  // namespace

std::uint32_t speaker_at(const Draft& draft, std::uint32_t d, std::uint32_t token) {
  const Turn* turn = turn_at(draft.documents[d], token);
  return turn == nullptr ? no_entity : person_within(draft, d, turn->speaker);
}

std::uint32_t start_of_speech(const Draft& draft, std::uint32_t d, std::uint32_t token) {
  const Turn* turn = turn_at(draft.documents[d], token);
  return turn == nullptr ? 0xFFFFFFFF : turn->tokens.first;
}

std::map<std::uint32_t, std::uint32_t> affiliations(const Draft& draft, std::uint32_t d) {
  std::map<std::uint32_t, std::map<std::uint32_t, int>> counts;
  std::uint32_t party = no_entity;
  std::uint32_t from = 0;
  std::uint32_t sentence = 0;
  const auto& mentions = draft.mentions[d].mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    const std::uint32_t entity = draft.links[d][m].entity;
    if (mention.sentence != sentence) party = no_entity;
    sentence = mention.sentence;
    if (mention.type == EntityType::party && !mention.nominal && entity != no_entity) {
      party = entity;
      from = mention.tokens.end;
    } else if (mention.type == EntityType::person && party != no_entity && entity != no_entity) {
      if (introduces(draft.documents[d], draft.lexicon, from, mention.tokens.first)) {
        ++counts[entity][party];
        from = mention.tokens.end;
      } else {
        party = no_entity;
      }
    }
  }
  std::map<std::uint32_t, std::uint32_t> result;
  for (const auto& [person, parties] : counts) {
    const auto most = std::max_element(parties.begin(), parties.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    result[person] = most->first;
  }
  return result;
}

std::uint32_t host_party(const Draft& draft, std::uint32_t d) {
  constexpr int weight_of_title = 3;
  std::map<std::uint32_t, int> counts;
  const auto& mentions = draft.mentions[d].mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    const std::uint32_t entity = draft.links[d][m].entity;
    if (mention.type != EntityType::party || mention.nominal || entity == no_entity) continue;
    const bool title = draft.documents[d].paragraphs[mention.paragraph].section == SectionKind::title;
    counts[entity] += title ? weight_of_title : 1;
  }
  std::uint32_t host = no_entity;
  int most = 0;
  for (const auto& [party, count] : counts) {
    if (count > most) {
      host = party;
      most = count;
    }
  }
  return host;
}

}  // namespace kgraph::detail
