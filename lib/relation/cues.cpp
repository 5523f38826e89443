// Relations in so many words: the patterns of data/lexicon/cues/relations.tsv, matched over tokens and figures.
#include <algorithm>
#include <array>

#include "scene.hpp"

namespace kgraph::detail {

namespace {

constexpr std::uint32_t longest_gap = 8;
constexpr std::uint32_t longest_reach = 18;
constexpr std::uint32_t modality_reach = 6;

constexpr std::array<std::string_view, 14> negations = {"not",    "never",   "no",     "none",    "nobody",
                                                        "nor",    "neither", "cannot", "without", "nothing",
                                                        "hardly", "didn't",  "don't",  "nowhere"};
constexpr std::array<std::string_view, 10> modals = {"would", "could", "might", "may",  "should",
                                                     "shall", "must",  "ought", "will", "to"};
constexpr std::array<std::string_view, 16> wishes = {
    "asked",     "asks",   "ask",   "asking", "demanded", "demands", "proposed",  "proposes",
    "suggested", "wanted", "wants", "wished", "hoped",    "hopes",   "requested", "insisted"};
constexpr std::array<std::string_view, 5> conditions = {"if", "unless", "whether", "supposing", "lest"};
constexpr std::array<std::string_view, 4> own_side = {"we", "our", "my", "i"};
constexpr std::array<std::string_view, 6> pronouns = {"him", "her", "he", "she", "his", "my"};
constexpr std::array<std::string_view, 3> plural_pronouns = {"them", "they", "their"};

bool is_about_membership(const std::string& relation) {
  return relation == "member_of" || relation == "expelled_from" || relation == "removed_from";
}

bool fits(const Scene& scene, std::uint32_t entity, const std::string& relation, bool source) {
  const EntityType type = scene.entities[entity].type;
  if (source) return type == EntityType::person;
  if (relation == "attended" || relation == "spoke_at") return type == EntityType::meeting;
  if (is_about_membership(relation)) return type == EntityType::party;
  if (relation == "met") return type == EntityType::person;
  return type == EntityType::person || type == EntityType::party;
}

/// One attempt to match a cue around its anchor.
class CueMatch {
 public:
  CueMatch(const Scene& scene, const Cue& cue, std::uint32_t anchor)
      : scene_(scene), cue_(cue), anchor_(anchor), sentence_(scene.sentence_range(anchor)) {}

  bool run() {
    first_ = anchor_;
    return match_right(cue_.anchor + 1, anchor_ + 1) && match_left(cue_.anchor, anchor_);
  }

  /// The first token that the pattern took.
  [[nodiscard]] std::uint32_t first() const { return first_; }
  /// The target is an organ of a party: "the CC", "the KWP Central Committee".
  [[nodiscard]] bool names_organ() const {
    constexpr std::array<std::string_view, 4> organs = {"cc", "central", "presidium", "politburo"};
    for (std::uint32_t i = target_.first; i < target_.end + 1; ++i) {
      if (inside(i) && scene_.is_one_of(i, organs)) return true;
    }
    return false;
  }
  [[nodiscard]] const Entities& sources() const { return sources_; }
  [[nodiscard]] const Entities& targets() const { return targets_; }

 private:
  [[nodiscard]] bool inside(std::uint32_t i) const { return sentence_.contains(i); }

  [[nodiscard]] bool is_word(const CueElement& element, std::uint32_t i) const {
    return inside(i) &&
           std::find(element.words.begin(), element.words.end(), scene_.token(i).word) != element.words.end();
  }

  // What a gap may pass over: no person, no negation, no end of a clause.
  [[nodiscard]] bool may_pass(std::uint32_t i) const {
    if (!inside(i) || scene_.is_mark(i, ';') || scene_.is_mark(i, ':') || scene_.is_one_of(i, negations)) return false;
    const Figure* figure = scene_.figure_over(i);
    return figure == nullptr || figure->type != EntityType::person;
  }

  [[nodiscard]] Entities fill(const CueElement& element, const Figure& figure) const {
    const bool source = element.kind == CueElement::Kind::source;
    Entities members = scene_.group(figure);
    std::erase_if(members, [&](std::uint32_t e) { return !fits(scene_, e, cue_.relation, source); });
    return members;
  }

  [[nodiscard]] Entities fill_pronoun(const CueElement& element, std::uint32_t i) const {
    // "them" may be decisions as well as people, but what is put out of a party is people.
    const bool plural = is_about_membership(cue_.relation) && inside(i) && scene_.is_one_of(i, plural_pronouns);
    if (!inside(i) || (!plural && !scene_.is_one_of(i, pronouns))) return {};
    Entities members = scene_.antecedent(i);
    const bool source = element.kind == CueElement::Kind::source;
    std::erase_if(members, [&](std::uint32_t e) { return !fits(scene_, e, cue_.relation, source); });
    return members;
  }

  bool take(const CueElement& element, Entities members) {
    if (members.empty()) return false;
    (element.kind == CueElement::Kind::source ? sources_ : targets_) = std::move(members);
    return true;
  }

  // Each call goes on to the next element of the pattern, so the depth is that of the longest pattern.
  // NOLINTBEGIN(misc-no-recursion)

  // Passes over up to `longest` words to where the rest matches; a mention counts as one.
  bool pass_right(std::size_t e, std::uint32_t i, std::uint32_t longest) {
    for (std::uint32_t passed = 0; passed <= longest; ++passed) {
      if (match_right(e + 1, i)) return true;
      if (!may_pass(i)) return false;
      const Figure* figure = scene_.figure_at(i);
      i = figure != nullptr ? figure->tokens.end : i + 1;
    }
    return false;
  }

  bool match_right(std::size_t e, std::uint32_t i) {
    if (e == cue_.elements.size()) return true;
    const CueElement& element = cue_.elements[e];
    switch (element.kind) {
      case CueElement::Kind::word:
        return is_word(element, i) && match_right(e + 1, i + 1);
      case CueElement::Kind::start:
        return false;
      case CueElement::Kind::says:
        return inside(i) && scene_.speaks(i) && match_right(e + 1, i + 1);
      case CueElement::Kind::maybe:
        return (is_word(element, i) && match_right(e + 1, i + 1)) || match_right(e + 1, i);
      case CueElement::Kind::gap:
        return pass_right(e, i, longest_gap);
      case CueElement::Kind::reach:
        return pass_right(e, i, longest_reach);
      default:
        break;
    }
    if (!inside(i)) return false;
    if (const Figure* figure = scene_.slot_at(i)) {
      if (element.kind == CueElement::Kind::target) target_ = figure->tokens;
      return take(element, fill(element, *figure)) && match_right(e + 1, figure->tokens.end);
    }
    return take(element, fill_pronoun(element, i)) && match_right(e + 1, i + 1);
  }

  // Matches elements [0, e) so that they end before token i.
  bool match_left(std::size_t e, std::uint32_t i) {
    if (e > 0 && cue_.elements[e - 1].kind == CueElement::Kind::start)
      return i == sentence_.first && match_left(e - 1, i);
    if (e == 0) {
      first_ = i;
      return true;
    }
    if (i <= sentence_.first) return e == 1 && cue_.elements[0].kind == CueElement::Kind::maybe && match_left(0, i);
    const CueElement& element = cue_.elements[e - 1];
    const std::uint32_t last = i - 1;
    switch (element.kind) {
      case CueElement::Kind::word:
        return is_word(element, last) && match_left(e - 1, last);
      case CueElement::Kind::says:
        return scene_.speaks(last) && match_left(e - 1, last);
      case CueElement::Kind::maybe:
        return (is_word(element, last) && match_left(e - 1, last)) || match_left(e - 1, i);
      case CueElement::Kind::gap:
      case CueElement::Kind::reach:
        for (std::uint32_t k = i; k + longest_gap >= i && k > sentence_.first; --k) {
          if (match_left(e - 1, k)) return true;
          if (!may_pass(k - 1)) return false;
        }
        return false;
      default:
        break;
    }
    const Figure* figure = scene_.figure_over(last);
    if (figure != nullptr && figure->tokens.end == i) {
      return take(element, fill(element, *figure)) && match_left(e - 1, figure->tokens.first);
    }
    return take(element, fill_pronoun(element, last)) && match_left(e - 1, last);
  }

  // NOLINTEND(misc-no-recursion)

  const Scene& scene_;
  const Cue& cue_;
  std::uint32_t anchor_;
  TokenRange sentence_;
  std::uint32_t first_ = 0;
  TokenRange target_;
  Entities sources_;
  Entities targets_;
};

// Where the clause that leads to a token begins; sentences without end are looked at near the token only.
std::uint32_t clause_start(const Scene& scene, std::uint32_t i) {
  constexpr std::uint32_t farthest = 60;
  const std::uint32_t sentence = scene.sentence_range(i).first;
  const std::uint32_t first = i > sentence + farthest ? i - farthest : sentence;
  while (i > first && !scene.is_mark(i - 1, ';') && !scene.is_mark(i - 1, ':')) --i;
  return i;
}

// "asked for it and criticized X": behind "and" somebody does another thing.
bool joins_clauses(const Scene& scene, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    const bool between_names = scene.figure_over(i + 1) != nullptr || scene.title_length(i + 1) > 0;
    if ((scene.text(i) == "and" || scene.text(i) == "but") && !between_names) return true;
    // "wants to report what he said": a clause of its own.
    constexpr std::array<std::string_view, 5> subjects = {"he", "she", "they", "i", "we"};
    const bool relative = scene.text(i) == "that" || scene.text(i) == "which" || scene.text(i) == "what";
    if (relative && scene.is_one_of(i + 1, subjects)) return true;
  }
  return false;
}

// Not negated, wished, asked or conditional: nothing before the cue takes its assertion back.
bool is_asserted(const Scene& scene, std::uint32_t cue) {
  const std::uint32_t start = clause_start(scene, cue);
  for (std::uint32_t i = start; i < cue; ++i) {
    const bool near = i + modality_reach >= cue;
    const bool same_clause = std::none_of(&scene.token(i), &scene.token(cue), [&](const Token& token) {
      return has(token.shape, Shape::punctuation) && scene.document().bytes()[token.span.start] == ',';
    });
    if (scene.is_one_of(i, conditions)) return false;
    if (near && same_clause && scene.is_one_of(i, negations)) return false;
    const bool wished = scene.is_one_of(i, wishes) && !joins_clauses(scene, i, cue);
    if (wished && same_clause) return false;
    if (near && same_clause && scene.is_one_of(i, modals) && i + 4 >= cue) {
      // "to" counts only as the mark of an infinitive.
      if (scene.text(i) != "to" || i + 1 == cue) return false;
    }
  }
  // A question asserts nothing.
  const std::uint32_t end = scene.sentence_range(cue).end;
  return !scene.is_mark(end - 1, '?');
}

bool speaks_for_own_side(const Scene& scene, std::uint32_t cue) {
  for (std::uint32_t i = clause_start(scene, cue); i < cue; ++i) {
    if (scene.is_one_of(i, own_side)) return true;
  }
  return false;
}

// "The CCP and the CPSU support X", said by one who represents the CCP.
bool speaks_for_party(const Scene& scene, std::uint32_t cue) {
  const std::uint32_t speaker = scene.speaker(cue);
  const std::uint32_t party = speaker == no_entity ? no_entity : scene.party_of(speaker);
  if (party == no_entity) return false;
  constexpr std::uint32_t near = 6;
  for (const Figure& figure : scene.figures_in(scene.sentence_range(cue))) {
    if (figure.tokens.end > cue || figure.tokens.end + near < cue || figure.type != EntityType::party) continue;
    const Entities members = scene.group(figure);
    if (std::find(members.begin(), members.end(), party) != members.end()) return true;
  }
  return false;
}

Entities sources_of(const Scene& scene, const Cue& cue, const CueMatch& match) {
  if (!match.sources().empty()) return match.sources();
  Entities sources;
  if (cue.source == Cue::Source::subject) sources = scene.subject(match.first());
  const bool implied = sources.empty() && !is_about_membership(cue.relation) &&
                       (speaks_for_own_side(scene, match.first()) || speaks_for_party(scene, match.first()));
  const bool own = cue.source == Cue::Source::speaker || implied;
  if (own) sources = {scene.first_person(match.first())};
  std::erase_if(sources, [&](std::uint32_t e) { return e == no_entity || !fits(scene, e, cue.relation, true); });
  return sources;
}

Entities targets_of(const Scene& scene, const Cue& cue, const CueMatch& match) {
  if (!match.targets().empty()) return match.targets();
  const bool has_slot = std::any_of(cue.elements.begin(), cue.elements.end(),
                                    [](const CueElement& e) { return e.kind == CueElement::Kind::target; });
  if (has_slot) return {};
  if (cue.relation == "met") return match.sources();  // "A and B discussed it"
  if (is_about_membership(cue.relation)) {
    // "we were led by {source}", "{source}, who was expelled": of the speaker's party, where the meeting is its own.
    const std::uint32_t speaker = scene.speaker(match.first());
    const std::uint32_t party = speaker == no_entity ? no_entity : scene.party_of(speaker);
    return party == no_entity ? Entities{} : Entities{party};
  }
  if (cue.relation == "attended" || cue.relation == "spoke_at") {
    const std::uint32_t meeting = scene.last_meeting(match.first());  // "said there", "gave the report"
    return meeting == no_entity ? Entities{} : Entities{meeting};
  }
  Entities targets = scene.subject(match.first());
  std::erase_if(targets, [&](std::uint32_t e) { return !fits(scene, e, cue.relation, false); });
  return targets;
}

void state(const Scene& scene, const Cue& cue, const CueMatch& match, DocumentStatements& out) {
  if (!is_asserted(scene, match.first())) return;
  const std::uint32_t token = match.first();
  const std::string rule = "wording: " + cue.label;
  for (const std::uint32_t source : sources_of(scene, cue, match)) {
    for (const std::uint32_t target : targets_of(scene, cue, match)) {
      add_statement(scene, out, cue.relation, source, target, token, rule);
      // Who speaks somewhere is there; who is put out of a party was in it.
      if (cue.relation == "expelled_from" && match.names_organ()) {
        add_statement(scene, out, "removed_from", source, target, token, rule);
      }
      if (cue.relation == "spoke_at") add_statement(scene, out, "attended", source, target, token, rule);
      if (cue.relation == "expelled_from" || cue.relation == "removed_from") {
        add_statement(scene, out, "member_of", source, target, token, rule);
      }
    }
  }
}

}  // namespace

void read_cues(const Scene& scene, DocumentStatements& out) {
  for (const Sentence& sentence : scene.document().sentences) {
    if (scene.document().paragraphs[sentence.paragraph].section != SectionKind::body) continue;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.end; ++i) {
      for (const std::uint32_t c : scene.lexicon.cues_of(scene.token(i).word)) {
        CueMatch match(scene, scene.lexicon.cues()[c], i);
        if (match.run()) state(scene, scene.lexicon.cues()[c], match, out);
      }
    }
  }
}

}  // namespace kgraph::detail
