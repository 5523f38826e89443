// Persons: candidates are accepted for a reason that stands beside them, then for what the document says elsewhere.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "context.hpp"
#include "name_runs.hpp"

namespace kgraph::detail {

namespace {

constexpr std::uint32_t longest_office = 9;

bool is_article(const Context& context, std::uint32_t i) {
  return context.is_text(i, "the") || context.is_text(i, "a") || context.is_text(i, "an");
}

class PersonFinder {
 public:
  explicit PersonFinder(Context& context) : context_(context), runs_(find_name_runs(context)) {}

  void find() {
    for (NameRun& run : runs_) run.accepted = has_reason(run);
    // What one reason shows, lists and repetitions carry further.
    accept_lists();
    accept_known_surnames();
    accept_lists();
    for (const NameRun& run : runs_) {
      if (run.accepted) add(run);
    }
  }

 private:
  [[nodiscard]] bool has_reason(const NameRun& run) const;
  [[nodiscard]] bool is_titled(std::uint32_t first) const;
  [[nodiscard]] bool follows_office(std::uint32_t first) const;
  [[nodiscard]] bool is_speaker(const NameRun& run) const;
  [[nodiscard]] bool is_full_name(const NameRun& run) const;
  [[nodiscard]] bool is_unknown_name(const NameRun& run) const;
  [[nodiscard]] bool is_lone_surname(const NameRun& run) const;
  [[nodiscard]] bool is_everyday_surname(std::uint32_t first) const;
  [[nodiscard]] bool in_roster(const NameRun& run) const;
  [[nodiscard]] bool is_heading_name(const NameRun& run) const;
  [[nodiscard]] bool is_described(const NameRun& run) const;
  [[nodiscard]] bool stands_for_thing(const NameRun& run) const;
  void accept_lists();
  void accept_known_surnames();
  void add(const NameRun& run);

  Context& context_;
  std::vector<NameRun> runs_;
};

// "Cde. X", "Ambassador X", "Politburo member X", "Messrs. X and Y" (Y by its list).
bool PersonFinder::is_titled(std::uint32_t first) const {
  std::uint32_t before = first;
  if (before > 0 && context_.is_mark(before - 1, '.') && context_.is(before - 2, WordClass::abbreviation)) --before;
  if (before == 0 || context_.sentence(before - 1) != context_.sentence(first)) return false;
  const PhraseHit title = context_.phrase_before(before, PhraseKind::title);
  return title.phrase != nullptr && !has(context_.token(before - 1).shape, Shape::possessive);
}

// "Ambassador to the DPRK X", "Secretary of Commerce X", "representatives of the CPSU CC X".
bool PersonFinder::follows_office(std::uint32_t first) const {
  const std::uint32_t start = context_.sentence_range(first).first;
  if (first == start || is_article(context_, first - 1)) return false;
  const std::uint32_t last = first - 1;
  const PhraseHit organ = context_.phrase_before(first, PhraseKind::organ);
  const bool domain = context_.claimed(last) || organ.phrase != nullptr ||
                      context_.phrase_before(first, PhraseKind::place).phrase != nullptr ||
                      (context_.shape(last, Shape::capitalized) && context_.is(last, WordClass::common));
  if (!domain || context_.shape(last, Shape::possessive)) return false;
  for (std::uint32_t i = first; i > start && i + longest_office > first; --i) {
    if (context_.phrase_before(i, PhraseKind::title).phrase != nullptr) return true;
    const std::uint32_t word = i - 1;
    const bool connects = context_.is_text(word, "of") || context_.is_text(word, "to") ||
                          context_.is_text(word, "in") || context_.is_text(word, "for") ||
                          context_.is_text(word, "and") || is_article(context_, word);
    if (!connects && !context_.shape(word, Shape::capitalized)) return false;
  }
  return false;
}

bool PersonFinder::is_speaker(const NameRun& run) const {
  return std::any_of(context_.document.turns.begin(), context_.document.turns.end(), [&](const Turn& turn) {
    return turn.speaker.first <= run.tokens.first && run.tokens.end <= turn.speaker.end;
  });
}

// Two words or more that look like a name by themselves.
bool PersonFinder::is_full_name(const NameRun& run) const {
  const std::uint32_t first = run.tokens.first;
  if (run.tokens.size() < 2) return false;
  if (run.family_first) return true;
  bool initial = false;
  for (std::uint32_t i = first; i + 1 < run.tokens.end; ++i) initial = initial || context_.shape(i, Shape::initial);
  if (initial) return true;
  const bool given = context_.is(first, WordClass::given_name);
  const bool everyday =
      context_.is(first, WordClass::ambiguous_name | WordClass::common) && context_.begins_sentence(first);
  return given && !everyday;
}

// Two to four words nobody knows, where a name may stand: not behind an article, not before "Foundation".
bool PersonFinder::is_unknown_name(const NameRun& run) const {
  const std::uint32_t first = run.tokens.first;
  if (run.tokens.size() < 2 || run.tokens.size() > 4) return false;
  for (std::uint32_t i = first; i < run.tokens.end; ++i) {
    if (context_.shape(i, Shape::all_caps)) return false;
    if (context_.phrase_at(i, PhraseKind::place).phrase != nullptr) return false;
  }
  return first == 0 || !is_article(context_, first - 1);
}

bool PersonFinder::is_everyday_surname(std::uint32_t first) const {
  return context_.is(first, WordClass::ambiguous_name | WordClass::common) ||
         (first > 0 && is_article(context_, first - 1));
}

// One word with a family name's ending or a surname that only surnames are, inside a sentence.
bool PersonFinder::is_lone_surname(const NameRun& run) const {
  const std::uint32_t first = run.tokens.first;
  if (run.tokens.size() != 1 || context_.shape(first, Shape::all_caps)) return false;
  if (is_everyday_surname(first)) return false;
  if (run.family_first) return !context_.shape(run.tokens.end, Shape::capitalized);
  if (context_.begins_sentence(first)) {
    // The capital tells nothing here, but who speaks is a person.
    return context_.is(first + 1, WordClass::speech);
  }
  const bool known = context_.is(first, WordClass::family_name);
  const bool ending = context_.text(first).size() >= 5 && context_.lexicon.has_name_ending(context_.text(first));
  const bool speaks = context_.is(first + 1, WordClass::speech) && !context_.shape(first, Shape::hyphenated);
  return known || ending || speaks;
}

// "Hager, a member of the Politburo": what follows the name is an office.
bool PersonFinder::is_described(const NameRun& run) const {
  const std::uint32_t after = run.tokens.end;
  if (!context_.is_mark(after, ',') || context_.begins_sentence(run.tokens.first)) return false;
  const std::uint32_t office = is_article(context_, after + 1) ? after + 2 : after + 1;
  if (office >= context_.size() || context_.sentence(office) != context_.sentence(run.tokens.first)) return false;
  return context_.phrase_at(office, PhraseKind::title).phrase != nullptr;
}

// A line of a list of participants: it begins with the name.
bool PersonFinder::in_roster(const NameRun& run) const {
  const std::uint32_t here = context_.paragraph(run.tokens.first);
  if (context_.document.paragraphs[here].tokens.first != run.tokens.first || run.tokens.size() < 2) return false;
  constexpr std::uint32_t longest_roster = 40;
  for (std::uint32_t p = here; p > 0 && here - p < longest_roster; --p) {
    const TokenRange above = context_.document.paragraphs[p - 1].tokens;
    const std::string_view head = above.empty() ? std::string_view() : context_.text(above.first);
    if ((head == "participants" || head == "present") && above.size() <= 4) return true;
    if (above.size() > 20) return false;
  }
  return false;
}

// "RECORD OF CONVERSATION BETWEEN McMAHON, GREEN AND HOLDRIDGE": the title says whom.
bool PersonFinder::is_heading_name(const NameRun& run) const {
  const std::uint32_t first = run.tokens.first;
  const bool free = context_.phrase_at(first, PhraseKind::place).phrase == nullptr &&
                    context_.phrase_at(first, PhraseKind::organ).phrase == nullptr;
  return free && !context_.is(first, WordClass::nationality) && follows_heading_word(context_, first);
}

// "Kim Il Sung University", "Leon Levy Foundation": named after somebody, but no person.
bool PersonFinder::stands_for_thing(const NameRun& run) const {
  const std::uint32_t after = run.tokens.end;
  if (after >= context_.size() || context_.sentence(after) != context_.sentence(run.tokens.first)) return false;
  // "[Jan]uary": the editor completed a word.
  if (context_.is_mark(after, ']') && context_.shape(after + 1, Shape::word) &&
      !context_.shape(after + 1, Shape::space_before)) {
    return true;
  }
  if (context_.shape(after - 1, Shape::possessive)) return false;
  constexpr std::array<std::string_view, 22> things = {
      "foundation", "university", "institute",   "academy", "street", "square",     "avenue",  "library",
      "museum",     "prize",      "award",       "company", "works",  "factory",    "airport", "hospital",
      "doctrine",   "plan",       "corporation", "island",  "river",  "accelerator"};
  const bool capital = context_.shape(after, Shape::capitalized) || context_.is_text(after, "accelerator");
  return capital && std::find(things.begin(), things.end(), context_.text(after)) != things.end();
}

bool PersonFinder::has_reason(const NameRun& run) const {
  if (stands_for_thing(run)) return false;
  const std::uint32_t first = run.tokens.first;
  if (run.actor != no_entry || is_titled(first) || run.respelling) return true;
  if (is_speaker(run) || is_full_name(run) || in_roster(run)) return true;
  if (is_heading_name(run)) return true;
  const bool place = context_.phrase_at(first, PhraseKind::place).phrase != nullptr;
  return !place && (follows_office(first) || is_described(run) || is_unknown_name(run) || is_lone_surname(run));
}

// "Mikoyan, Mukhitdinov, and Ponomarev": who stands in a list between persons is one.
void PersonFinder::accept_lists() {
  const auto joined = [&](const NameRun& left, const NameRun& right) {
    std::uint32_t i = left.tokens.end;
    bool separated = false;
    while (i < right.tokens.first && (context_.is_mark(i, ',') || context_.is_text(i, "and"))) {
      separated = true;
      ++i;
    }
    return separated && i == right.tokens.first && context_.sentence(left.tokens.first) == context_.sentence(i);
  };
  const auto fits = [&](const NameRun& run) {
    const std::uint32_t first = run.tokens.first;
    return !stands_for_thing(run) && context_.phrase_at(first, PhraseKind::place).phrase == nullptr &&
           !context_.is(first, WordClass::common) && !context_.shape(first, Shape::all_caps);
  };
  for (std::size_t i = 1; i < runs_.size(); ++i) {
    if (runs_[i - 1].accepted && !runs_[i].accepted && fits(runs_[i]))
      runs_[i].accepted = joined(runs_[i - 1], runs_[i]);
  }
  for (std::size_t i = runs_.size(); i-- > 1;) {
    if (runs_[i].accepted && !runs_[i - 1].accepted && fits(runs_[i - 1])) {
      runs_[i - 1].accepted = joined(runs_[i - 1], runs_[i]);
    }
  }
}

// A surname alone, once its bearer has been named: "Choe and Kim say ...".
void PersonFinder::accept_known_surnames() {
  std::set<std::string, std::less<>> surnames;
  for (const NameRun& run : runs_) {
    if (run.accepted) surnames.insert(parse_name(context_, run).surname);
  }
  for (NameRun& run : runs_) {
    const std::uint32_t first = run.tokens.first;
    if (run.accepted || run.tokens.size() != 1 || stands_for_thing(run)) continue;
    if (!surnames.contains(parse_name(context_, run).surname)) continue;
    const bool everyday = context_.is(first, WordClass::common | WordClass::ambiguous_name);
    const bool place = context_.phrase_at(first, PhraseKind::place).phrase != nullptr;
    const bool article = first > 0 && is_article(context_, first - 1);
    const bool speaks = context_.is(first + 1, WordClass::speech);
    if (place || article) continue;
    run.accepted = speaks || !everyday || (!context_.begins_sentence(first) && !context_.is(first, WordClass::common));
  }
}

void PersonFinder::add(const NameRun& run) {
  const std::uint32_t at = context_.add(EntityType::person, run.tokens);
  Mention& mention = context_.found.mentions[at];
  mention.entry = run.actor;
  mention.respelling = run.respelling;
  mention.facts = static_cast<std::uint32_t>(context_.found.names.size());
  context_.found.names.push_back(parse_name(context_, run));
  context_.claim(run.tokens, EntityType::person);
}

}  // namespace

void find_persons(Context& context) { PersonFinder(context).find(); }

}  // namespace kgraph::detail
