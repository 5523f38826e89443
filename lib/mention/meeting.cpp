// Meetings: a head noun ("congress"), what designates it to the left, and whose it is to the right.
#include <algorithm>
#include <array>

#include "context.hpp"

namespace kgraph::detail {

namespace {

/// A designation under construction.
struct Designation {
  TokenRange tokens;
  /// First token of the leftmost part that tells this meeting from others; end of tokens while there is none.
  std::uint32_t first_designator = 0;
  MeetingFacts facts;
  bool designated = false;
  /// "... of 81 Communist and Workers' Parties".
  bool of_parties = false;
};

bool is_year(const Context& context, std::uint32_t i) {
  return i < context.size() && kgraph::is_year(context.token(i));
}

std::uint16_t ordinal_of(const Context& context, std::uint32_t i) {
  const Token& token = context.token(i);
  if (has(token.shape, Shape::ordinal)) return token.number;
  if (!context.is(i, WordClass::ordinal)) return 0;
  // Roman numerals are capitals; "I" alone is a pronoun.
  const bool roman = has(token.shape, Shape::all_caps) || (token.span.size() == 1 && context.text(i) != "i");
  const bool word = token.span.size() > 4;
  return roman || word ? context.lexicon.word(token.word).number : std::uint16_t{0};
}

// The party mention that ends before `end`, as a position in found.mentions.
std::uint32_t party_before(const Context& context, std::uint32_t end) {
  const auto& mentions = context.found.mentions;
  const auto after =
      std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.tokens.end < end; });
  if (after == mentions.end() || after->tokens.end != end) return no_entry;
  return static_cast<std::uint32_t>(after - mentions.begin());
}

std::uint32_t party_at(const Context& context, std::uint32_t first) {
  const auto& mentions = context.found.mentions;
  const auto at =
      std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.tokens.first < first; });
  if (at == mentions.end() || at->tokens.first != first) return no_entry;
  return static_cast<std::uint32_t>(at - mentions.begin());
}

bool is_plural(std::string_view head) {
  return head.ends_with('s') && !head.ends_with("ss") && head != "talks" && head != "negotiations";
}

// Words that describe a meeting without telling which it is.
bool is_description(const Context& context, std::uint32_t i) {
  constexpr std::array<std::string_view, 12> words = {"plenary",       "consultative",  "enlarged", "expanded",
                                                      "extraordinary", "joint",         "special",  "regular",
                                                      "national",      "international", "world",    "party"};
  return std::find(words.begin(), words.end(), context.text(i)) != words.end();
}

class DesignationReader {
 public:
  DesignationReader(const Context& context, PhraseHit head) : context_(context), head_(head) {
    result_.tokens = head.tokens;
    result_.first_designator = head.tokens.end;
    result_.facts.kind = static_cast<MeetingKind>(head.phrase->detail);
    for (std::uint32_t i = head.tokens.first; i < head.tokens.end; ++i) note_organ(i);
  }

  Designation read() {
    while (take_left()) {
    }
    take_right();
    // What stands left of the first designator describes at most: "the CC presidium ...".
    if (result_.designated && result_.first_designator < head_.tokens.first) {
      result_.tokens.first = result_.first_designator;
    }
    read_date_after();
    if (result_.facts.year == 0 && result_.facts.month != 0) read_year_before();
    return result_;
  }

 private:
  void note_organ(std::uint32_t i) {
    if (context_.is_text(i, "party") || context_.is_text(i, "cc") || context_.is_text(i, "central")) {
      result_.facts.of_party = true;
    }
  }

  bool designate(std::uint32_t first) {
    result_.tokens.first = first;
    result_.first_designator = first;
    result_.designated = true;
    return true;
  }

  bool take_left() {
    const std::uint32_t end = result_.tokens.first;
    if (end <= context_.sentence_range(head_.tokens.first).first) return false;
    const std::uint32_t last = end - 1;
    if (context_.shape(last, Shape::possessive) && !context_.claimed(last)) return false;
    return take_party(end) || take_bracket(last) || take_number(last) || take_place(end) || take_words(end);
  }

  bool take_party(std::uint32_t end) {
    const std::uint32_t party = party_before(context_, end);
    if (party == no_entry) return false;
    result_.facts.party = party;
    return designate(context_.found.mentions[party].tokens.first);
  }

  // "(1964)" between month and head; "[Communist Party of the Soviet Union]" behind the acronym that it explains.
  bool take_bracket(std::uint32_t last) {
    if (context_.is_mark(last, ')') && last >= 2 && is_year(context_, last - 1) && context_.is_mark(last - 2, '(')) {
      result_.facts.year = context_.token(last - 1).number;
      return designate(last - 2);
    }
    if (!context_.is_mark(last, ']')) return false;
    const std::uint32_t inside = party_before(context_, last);
    if (inside == no_entry) return false;
    const std::uint32_t open = context_.found.mentions[inside].tokens.first;
    if (open == 0 || !context_.is_mark(open - 1, '[')) return false;
    result_.tokens.first = open - 1;
    return true;
  }

  bool take_number(std::uint32_t last) {
    if (const std::uint16_t ordinal = ordinal_of(context_, last)) {
      result_.facts.ordinal = ordinal;
      return designate(last);
    }
    if (context_.is(last, WordClass::month) && context_.shape(last, Shape::capitalized)) {
      result_.facts.month = static_cast<std::uint8_t>(context_.lexicon.word(context_.token(last).word).number);
      return designate(last);
    }
    if (is_year(context_, last)) {
      result_.facts.year = context_.token(last).number;
      return designate(last);
    }
    return false;
  }

  bool take_place(std::uint32_t end) {
    const PhraseHit place = context_.phrase_before(end, PhraseKind::place);
    if (place.phrase == nullptr || context_.claimed(place.tokens.first)) return false;
    result_.facts.place = place.phrase->entry;
    return designate(place.tokens.first);
  }

  bool take_words(std::uint32_t end) {
    const std::uint32_t last = end - 1;
    if (const PhraseHit organ = context_.phrase_before(end, PhraseKind::organ); organ.phrase != nullptr) {
      for (std::uint32_t i = organ.tokens.first; i < organ.tokens.end; ++i) note_organ(i);
      // An organ of a state or of the United Nations tells which meeting it is, one of a party does not.
      const bool proper = context_.shape(organ.tokens.first, Shape::capitalized);
      if (static_cast<OrganKind>(organ.phrase->detail) != OrganKind::party_organ && proper && result_.designated) {
        return designate(organ.tokens.first);
      }
      result_.tokens.first = organ.tokens.first;
      return true;
    }
    if (is_description(context_, last)) {
      note_organ(last);
      result_.tokens.first = last;
      return true;
    }
    // A place that the lexicon does not have: "Bandung Conference".
    const bool proper = context_.shape(last, Shape::capitalized) &&
                        context_.shape(head_.tokens.first, Shape::capitalized) && !context_.begins_sentence(last) &&
                        !context_.is(last, WordClass::common | WordClass::nationality) && !context_.claimed(last) &&
                        !context_.is(last, WordClass::family_name | WordClass::given_name);
    if (proper && context_.phrase_before(end, PhraseKind::title).phrase == nullptr && last + 1 == head_.tokens.first) {
      return designate(last);
    }
    return false;
  }

  // "of the Central Committee of the Korean Workers' Party", "of the CPSU", "(1964)".
  void take_right() {
    std::uint32_t i = result_.tokens.end;
    const std::uint32_t end = context_.sentence_range(i - 1).end;
    std::uint32_t taken = i;
    bool plural = false;
    while (i < end && i < result_.tokens.end + 16) {
      const std::uint32_t party = party_at(context_, i);
      const PhraseHit organ = context_.phrase_at(i, PhraseKind::organ);
      if (party != no_entry) {
        if (result_.facts.party == no_entry) result_.facts.party = party;
        i = taken = context_.found.mentions[party].tokens.end;
      } else if (organ.phrase != nullptr && i > result_.tokens.end) {
        result_.facts.of_party = true;
        i = taken = organ.tokens.end;
      } else if (context_.is_text(i, "parties") && context_.shape(i, Shape::capitalized)) {
        plural = true;
        taken = ++i;
      } else if (connects(i)) {
        ++i;
      } else {
        break;
      }
    }
    if (!context_.is_text(result_.tokens.end, "of")) taken = result_.tokens.end;
    result_.of_parties = plural && taken > result_.tokens.end && context_.shape(head_.tokens.first, Shape::capitalized);
    const bool party_named = taken > result_.tokens.end && result_.facts.party != no_entry;
    if (party_named || result_.of_parties) {
      if (!result_.designated) result_.first_designator = result_.tokens.first;
      result_.designated = true;
    }
    result_.tokens.end = taken;
    if (context_.is_mark(taken, '(') && is_year(context_, taken + 1) && context_.is_mark(taken + 2, ')')) {
      result_.facts.year = context_.token(taken + 1).number;
      result_.tokens.end = taken + 3;
    }
  }

  // What may stand between "of" and the party that it leads to.
  [[nodiscard]] bool connects(std::uint32_t i) const {
    constexpr std::array<std::string_view, 8> words = {"of",        "the",    "and",     "representatives",
                                                       "fraternal", "ruling", "various", "between"};
    const std::string_view text = context_.text(i);
    if (i == result_.tokens.end) return text == "of";
    return std::find(words.begin(), words.end(), text) != words.end() || context_.is(i, WordClass::party_kind) ||
           context_.shape(i, Shape::number);
  }

  // "... held in September 1961", "... in August 1956": outside the designation, but it dates it.
  void read_date_after() {
    std::uint32_t i = result_.tokens.end;
    constexpr std::uint32_t longest = 6;
    const std::uint32_t end = std::min(context_.sentence_range(result_.tokens.first).end, i + longest);
    constexpr std::array<std::string_view, 6> before_date = {"held", "in", "of", "on", "convened", ","};
    bool led = false;
    while (i < end) {
      if (std::find(before_date.begin(), before_date.end(), context_.text(i)) != before_date.end()) {
        led = true;
      } else if (led && context_.is(i, WordClass::month) && context_.shape(i, Shape::capitalized)) {
        if (result_.facts.month == 0) {
          result_.facts.month = static_cast<std::uint8_t>(context_.lexicon.word(context_.token(i).word).number);
        }
      } else if (led && is_year(context_, i)) {
        if (result_.facts.year == 0) result_.facts.year = context_.token(i).number;
        return;
      } else if (!led || !context_.shape(i, Shape::number)) {
        return;
      }
      ++i;
    }
  }

  // "In August 1966 it was printed, and the October conference ...": the year of the sentence; "of the same year": that
  // of the sentence before.
  void read_year_before() {
    const TokenRange sentence = context_.sentence_range(result_.tokens.first);
    std::uint32_t first = sentence.first;
    const std::uint32_t after = result_.tokens.end;
    const bool same_year = context_.is_text(after, "of") && context_.is_text(after + 2, "same");
    if (same_year && first > 0) first = context_.sentence_range(first - 1).first;
    for (std::uint32_t i = result_.tokens.first; i-- > first;) {
      if (!is_year(context_, i)) continue;
      result_.facts.year = context_.token(i).number;
      return;
    }
  }

  const Context& context_;
  PhraseHit head_;
  Designation result_;
};

bool indefinite(const Context& context, std::uint32_t first) {
  if (first == 0 || context.begins_sentence(first)) return false;
  for (const std::string_view word : {"a", "an", "each", "every", "any", "no", "another", "such"}) {
    if (context.is_text(first - 1, word)) return true;
  }
  return false;
}

// Everyday words for meetings name one only by a place, a party in front, or an ordinal: "Moscow meeting".
bool names_meeting(const Context& context, const Designation& d) {
  if (!d.designated || indefinite(context, d.tokens.first)) return false;
  const MeetingKind kind = d.facts.kind;
  if (kind == MeetingKind::congress) return true;
  if (kind == MeetingKind::plenum || kind == MeetingKind::conference || kind == MeetingKind::summit) return true;
  const bool from_left = d.first_designator < d.tokens.end && d.facts.month + d.facts.year + d.facts.ordinal != 0;
  return from_left || d.of_parties || d.facts.place != no_entry || d.facts.party != no_entry;
}

}  // namespace

void find_meetings(Context& context) {
  std::vector<std::pair<TokenRange, MeetingFacts>> named;
  for (std::uint32_t i = 0; i < context.size(); ++i) {
    if (!context.readable(i)) continue;
    const PhraseHit head = context.phrase_at(i, PhraseKind::meeting_head);
    if (head.phrase == nullptr) continue;
    const bool claimed = context.claimed(i) || context.claimed(head.tokens.end - 1);
    if (claimed || is_plural(context.text(head.tokens.end - 1))) {
      i = head.tokens.end - 1;
      continue;
    }
    const PhraseHit next = context.phrase_at(head.tokens.end, PhraseKind::meeting_head);
    if (next.phrase != nullptr) {  // "General Assembly session": the last noun is the head
      i = next.tokens.first - 1;
      continue;
    }
    const Designation designation = DesignationReader(context, head).read();
    if (names_meeting(context, designation)) named.emplace_back(designation.tokens, designation.facts);
    i = std::max(designation.tokens.end, head.tokens.end) - 1;
  }
  for (const auto& [tokens, facts] : named) {
    for (Mention& mention : context.found.mentions) {
      if (tokens.first <= mention.tokens.first && mention.tokens.end <= tokens.end) mention.nested = true;
    }
    const std::uint32_t at = context.add(EntityType::meeting, tokens);
    context.found.mentions[at].facts = static_cast<std::uint32_t>(context.found.meetings.size());
    context.found.meetings.push_back(facts);
    context.claim(tokens, EntityType::meeting);
  }
}

}  // namespace kgraph::detail
