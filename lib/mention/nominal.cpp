// Nominals: descriptions that a reader can resolve, "our Party", "the plenum", "this meeting", a record's own title.
#include <algorithm>
#include <array>
#include <optional>

#include "context.hpp"

namespace kgraph::detail {

namespace {

using Owner = PartyFacts::Owner;

struct Determiner {
  Owner owner = Owner::none;
  std::uint32_t end = 0;
  bool here = false;  ///< "this", "today's": what is going on now
};

std::optional<Determiner> determiner_at(const Context& context, std::uint32_t i) {
  const std::string_view word = context.text(i);
  Determiner found{Owner::none, i + 1, false};
  if (word == "the" || word == "that") found.owner = Owner::the;
  if (word == "our") found.owner = Owner::ours;
  if (word == "your") found.owner = Owner::yours;
  if (word == "this" || (word == "today" && context.shape(i, Shape::possessive))) {
    found.owner = Owner::the;
    found.here = true;
  }
  if (found.owner == Owner::none) return std::nullopt;
  if (context.is_text(found.end, "own") || context.is_text(found.end, "upcoming")) ++found.end;
  return found;
}

// The organs that stand for their party as a whole; departments and offices do not.
bool is_core_organ(const Context& context, std::uint32_t i) {
  constexpr std::array<std::string_view, 6> words = {"cc",        "central",     "presidium",
                                                     "politburo", "secretariat", "political"};
  return std::find(words.begin(), words.end(), context.text(i)) != words.end();
}

// Receptions, rounds and hearings are too many to be told apart by "the".
bool is_core_meeting(const Context& context, std::uint32_t head) {
  constexpr std::array<std::string_view, 7> words = {"congress", "plenum", "conference", "session",
                                                     "meeting",  "summit", "plenary"};
  return std::find(words.begin(), words.end(), context.text(head)) != words.end();
}

// "Party", "CC", "Central Committee", "Party CC", "CC presidium".
std::uint32_t skip_party_words(const Context& context, std::uint32_t i) {
  if (context.is_text(i, "party") && !context.claimed(i)) ++i;
  while (true) {
    const PhraseHit organ = context.phrase_at(i, PhraseKind::organ);
    if (organ.phrase == nullptr || context.claimed(i) || !is_core_organ(context, i)) return i;
    i = organ.tokens.end;
  }
}

// "the Politburo and CC of the Communist Party of Bulgaria": the party is named right behind.
bool names_its_party(const Context& context, std::uint32_t i) {
  if (context.is_text(i, "and")) {
    const PhraseHit organ = context.phrase_at(i + 1, PhraseKind::organ);
    if (organ.phrase != nullptr) i = organ.tokens.end;
  }
  if (!context.is_text(i, "of")) return false;
  const std::uint32_t at = context.is_text(i + 1, "the") ? i + 2 : i + 1;
  return at < context.size() && context.claimed(at, EntityType::party);
}

void add_meeting(Context& context, TokenRange tokens, MeetingFacts facts) {
  const std::uint32_t at = context.add(EntityType::meeting, tokens);
  context.found.mentions[at].nominal = true;
  context.found.mentions[at].facts = static_cast<std::uint32_t>(context.found.meetings.size());
  context.found.meetings.push_back(facts);
  context.claim(tokens, EntityType::meeting);
}

void add_party(Context& context, TokenRange tokens, Owner owner) {
  const std::uint32_t at = context.add(EntityType::party, tokens);
  context.found.mentions[at].nominal = true;
  context.found.mentions[at].facts = static_cast<std::uint32_t>(context.found.parties.size());
  PartyFacts facts;
  facts.owner = owner;
  context.found.parties.push_back(facts);
  context.claim(tokens, EntityType::party);
}

// Tries a nominal that begins with the determiner at `first`; returns the token after it, or first for none.
std::uint32_t nominal_at(Context& context, std::uint32_t first) {
  const auto determiner = determiner_at(context, first);
  if (!determiner) return first;
  const std::uint32_t end = context.sentence_range(first).end;
  std::uint32_t i = determiner->end;
  // The head of a meeting may follow words of a party: "the CC presidium meeting".
  for (std::uint32_t head = i; head < end && head <= i + 3 && !context.claimed(head); ++head) {
    const PhraseHit hit = context.phrase_at(head, PhraseKind::meeting_head);
    if (hit.phrase == nullptr || !is_core_meeting(context, hit.tokens.end - 1)) continue;
    if (head != i && skip_party_words(context, i) != head) break;
    MeetingFacts facts;
    facts.kind = static_cast<MeetingKind>(hit.phrase->detail);
    facts.own = determiner->here;
    facts.of_party = head != i;
    add_meeting(context, {first, hit.tokens.end}, facts);
    return hit.tokens.end;
  }
  const std::uint32_t party_end = skip_party_words(context, i);
  if (party_end == i || party_end > end || names_its_party(context, party_end)) return first;
  add_party(context, {first, party_end}, determiner->owner);
  return party_end;
}

// A list of participants makes a conversation a meeting.
bool has_roster(const Context& context) {
  for (const Paragraph& paragraph : context.document.paragraphs) {
    const bool short_line = !paragraph.tokens.empty() && paragraph.tokens.size() <= 4;
    if (!short_line) continue;
    const std::string_view head = context.text(paragraph.tokens.first);
    if (head == "participants" || head == "present") return true;
  }
  return false;
}

bool is_record_title(const Context& context, TokenRange title) {
  constexpr std::array<std::string_view, 7> records = {"record",       "minutes",  "protocol",  "transcript",
                                                       "stenographic", "verbatim", "memorandum"};
  // "36. Memorandum of Conversation": a number may stand before the title.
  for (std::uint32_t i = title.first; i < title.end && i < title.first + 3; ++i) {
    if (std::find(records.begin(), records.end(), context.text(i)) != records.end()) return true;
  }
  return false;
}

void add_own_title(Context& context, TokenRange title, MeetingKind kind) {
  MeetingFacts facts;
  facts.kind = kind;
  facts.own = true;
  const std::uint32_t at = context.add(EntityType::meeting, title);
  context.found.mentions[at].nominal = true;
  context.found.mentions[at].facts = static_cast<std::uint32_t>(context.found.meetings.size());
  context.found.meetings.push_back(facts);
}

// The title of a record of a meeting describes that meeting; a conversation or a letter is none, unless it lists who
// took part.
void find_own_title(Context& context) {
  const bool roster = has_roster(context);
  for (const Paragraph& paragraph : context.document.paragraphs) {
    const TokenRange title = paragraph.tokens;
    if (paragraph.section != SectionKind::title || title.empty()) continue;
    if (!roster && !is_record_title(context, title)) continue;
    bool sitting = false;
    for (std::uint32_t i = title.first; i < title.end; ++i) {
      sitting = sitting || context.is_text(i, "presidium") || context.is_text(i, "politburo");
    }
    for (std::uint32_t i = title.first; i < title.end; ++i) {
      const PhraseHit head = context.phrase_at(i, PhraseKind::meeting_head);
      if (head.phrase == nullptr) continue;
      if (context.claimed(i)) return;  // it has a name: "Record of the Third Congress ..."
      const auto kind = static_cast<MeetingKind>(head.phrase->detail);
      if (kind == MeetingKind::talks && !roster) return;
      return add_own_title(context, title, sitting ? MeetingKind::presidium : kind);
    }
    constexpr std::uint32_t shortest_title = 2;  // a lone date is none
    if (roster && title.size() > shortest_title && !context.is(title.first, WordClass::month))
      return add_own_title(context, title, MeetingKind::talks);
  }
}

}  // namespace

void find_nominals(Context& context) {
  find_own_title(context);
  for (std::uint32_t i = 0; i < context.size(); ++i) {
    if (!context.readable(i) || context.claimed(i)) continue;
    const std::uint32_t after = nominal_at(context, i);
    if (after > i) i = after - 1;
  }
}

}  // namespace kgraph::detail
