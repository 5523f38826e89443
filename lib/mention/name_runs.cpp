#include "name_runs.hpp"

#include <algorithm>
#include <array>

namespace kgraph::detail {

namespace {

constexpr std::uint32_t longest_western = 5;
constexpr std::size_t longest_syllable = 5;

// "Leninism", "Titoists": words made from names are none.
bool is_doctrine(std::string_view word) {
  constexpr std::array<std::string_view, 5> endings = {"ism", "isms", "ist", "ists", "ization"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  });
}

bool is_single_title(const Context& context, std::uint32_t i) {
  const PhraseHit hit = context.phrase_at(i, PhraseKind::title);
  return hit.phrase != nullptr;
}

bool names_persons(const Context& context, std::uint32_t i) {
  return context.is(i, WordClass::family_name | WordClass::given_name);
}

bool is_heading_surname(const Context& context, std::uint32_t i) {
  constexpr std::uint32_t shortest = 4;
  if (context.token(i).span.size() < shortest || !follows_heading_word(context, i)) return false;
  return !context.is(i, WordClass::common) || names_persons(context, i);
}

// A capital acronym is no name, but surnames are set in capitals in rosters and beside other names.
bool is_acronym(const Context& context, std::uint32_t i) {
  if (!context.shape(i, Shape::all_caps) || context.shape(i, Shape::initial)) return false;
  if (context.shape(i, Shape::hyphenated) || is_heading_surname(context, i)) return false;
  const bool led = i > 0 && (context.is_mark(i - 1, '.') || context.shape(i - 1, Shape::initial));
  if (led || context.phrase_before(i, PhraseKind::title).phrase != nullptr) return context.token(i).span.size() < 3;
  const bool capital_line = (i > 0 && context.shape(i - 1, Shape::all_caps) && !names_persons(context, i - 1)) ||
                            (context.shape(i + 1, Shape::all_caps) && !names_persons(context, i + 1));
  return capital_line || !names_persons(context, i) || context.token(i).span.size() < 2;
}

// Nothing but white space between the tokens: names do not run over punctuation or line ends.
bool adjacent(const Context& context, std::uint32_t left) {
  const std::uint32_t right = left + 1;
  return right < context.size() && context.sentence(left) == context.sentence(right) &&
         has(context.token(right).shape, Shape::space_before) && !has(context.token(left).shape, Shape::possessive);
}

// Takes "[Rongzhen]" behind "Nie": an editor's completion. Returns the token after the bracket, or `at`.
std::uint32_t skip_completion(const Context& context, std::uint32_t first, std::uint32_t at) {
  if (!context.is_mark(at, '[') || at - first != 1 || context.shape(first, Shape::possessive)) return at;
  std::uint32_t i = at + 1;
  while (i < context.size() && i <= at + 3 && may_name(context, i)) ++i;
  const bool complete = i > at + 1 && context.is_mark(i, ']');
  const bool respelled = context.token(at + 1).word == context.token(first).word;
  return complete && !respelled ? i + 1 : at;
}

// "Li" may be a family name, "L.I." is none.
bool is_family_first(const Context& context, std::uint32_t i) {
  return context.is(i, WordClass::family_first) && !context.shape(i, Shape::initial);
}

bool is_syllable(const Context& context, std::uint32_t i) {
  return context.text(i).size() <= longest_syllable && !context.shape(i, Shape::hyphenated) &&
         !context.shape(i, Shape::initial);
}

// Syllables of given names look like everyday words ("Sung", "Chin", "Man"): behind a family name they are none.
bool is_given_syllable(const Context& context, std::uint32_t first, std::uint32_t i) {
  if (!is_family_first(context, first) || i - first > 2 || !is_syllable(context, i)) return false;
  if (!context.shape(i, Shape::capitalized) || context.shape(i, Shape::all_caps) || context.claimed(i)) return false;
  if (context.is(first, WordClass::ambiguous_name) || context.is(i, WordClass::month)) return false;
  for (const PhraseKind kind : {PhraseKind::organ, PhraseKind::title, PhraseKind::meeting_head, PhraseKind::place}) {
    if (context.phrase_at(i, kind).phrase != nullptr) return false;
  }
  return context.text(i).size() > 1;
}

// The end of the run of name words that begins at `first`.
std::uint32_t run_end(const Context& context, std::uint32_t first) {
  std::uint32_t end = first + 1;
  while (end < context.size() && end - first < longest_western + 2) {
    if (!adjacent(context, end - 1)) break;
    if (may_name(context, end) || is_given_syllable(context, first, end)) {
      ++end;
    } else if (context.is(end, WordClass::particle) && adjacent(context, end) && may_name(context, end + 1)) {
      end += 2;
    } else {
      break;
    }
  }
  return end;
}

// How many tokens a name with the family name first takes: "Kim Il Sung", "Ri Sang-jo", "Mao Zedong".
std::uint32_t family_first_length(const Context& context, TokenRange run) {
  if (run.size() < 2) return run.size();
  const bool short_given = is_syllable(context, run.first + 1);
  if (run.size() == 2 || !short_given || !is_syllable(context, run.first + 2)) return 2;
  // "Kim Il" and another Kim behind it are two men.
  if (context.is(run.first + 2, WordClass::family_first) && run.size() == 4) return 2;
  return 3;
}

bool puts_family_first(const Context& context, TokenRange run) {
  if (!is_family_first(context, run.first)) return false;
  if (run.size() == 1) return true;
  if (!context.shape(run.first + 1, Shape::capitalized)) return false;  // "Van de Graaff"
  // "Lee Harvey Oswald", "Chester Ronning": a Western given name, or initials behind a family name, say otherwise.
  const bool western = context.is(run.first, WordClass::given_name) &&
                       context.is(run.end - 1, WordClass::family_name) &&
                       !context.is(run.end - 1, WordClass::family_first);
  return !western && !context.shape(run.first + 1, Shape::initial);
}

// Initials at the end belong to what follows, a lone initial is no name.
void trim_initials(const Context& context, TokenRange& run) {
  while (!run.empty() && context.shape(run.end - 1, Shape::initial)) --run.end;
}

// In a sentence's first word a capital means nothing: "So Pak left" begins with a conjunction, "So Hwi-bok left" does
// not, for nothing but given names has that hyphen.
void trim_everyday_start(const Context& context, TokenRange& run) {
  if (context.shape(run.first, Shape::initial)) return;
  if (!context.is(run.first, WordClass::common) || !context.begins_sentence(run.first)) return;
  if (run.size() > 1 && context.shape(run.first + 1, Shape::hyphenated)) return;
  if (run.size() > 1 || context.is(run.first, WordClass::ambiguous_name)) ++run.first;
}

NameRun run_at(const Context& context, std::uint32_t first) {
  NameRun run;
  run.tokens = {first, run_end(context, first)};
  trim_everyday_start(context, run.tokens);
  trim_initials(context, run.tokens);
  if (run.tokens.empty()) return run;
  run.family_first = puts_family_first(context, run.tokens);
  if (run.family_first) run.tokens.end = run.tokens.first + family_first_length(context, run.tokens);
  const std::uint32_t completed = skip_completion(context, run.tokens.first, run.tokens.end);
  if (completed != run.tokens.end) run.tokens.end = completed;
  const PhraseHit actor = context.phrase_at(run.tokens.first, PhraseKind::actor);
  if (actor.phrase != nullptr && actor.tokens.size() >= run.tokens.size()) {
    run.actor = actor.phrase->entry;
    run.tokens.end = actor.tokens.end;
  }
  return run;
}

std::string letters_of(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (c != '-' && c != '\'' && c != '.') out.push_back(c);
  }
  return out;
}

}  // namespace

bool follows_heading_word(const Context& context, std::uint32_t i) {
  if (context.document.paragraphs[context.paragraph(i)].section != SectionKind::title) return false;
  constexpr std::array<std::string_view, 5> words = {"between", "from", "to", "with", "by"};
  const std::uint32_t first = context.sentence_range(i).first;
  for (std::uint32_t k = i; k-- > first;) {
    if (std::find(words.begin(), words.end(), context.text(k)) != words.end()) return true;
    // Behind the first name of a list: commas, "and", other capitals.
    const bool list = context.is_mark(k, ',') || context.is_text(k, "and") || context.shape(k, Shape::capitalized);
    const bool everyday = context.is(k, WordClass::common) && !context.is_text(k, "and") && !names_persons(context, k);
    if (!list || everyday) return false;
  }
  return false;
}

bool may_name(const Context& context, std::uint32_t i) {
  if (!context.shape(i, Shape::capitalized) || context.claimed(i) || !context.readable(i)) return false;
  if (context.shape(i, Shape::initial)) {
    return context.phrase_at(i, PhraseKind::place).phrase == nullptr || !context.shape(i, Shape::all_caps);
  }
  if (is_acronym(context, i)) return false;
  const bool everyday = context.is(i, WordClass::common);
  const bool shouted = everyday && context.shape(i, Shape::all_caps) && !is_heading_surname(context, i);
  const bool named = names_persons(context, i) && !shouted;
  if (everyday && !named) return false;
  if (context.is(i, WordClass::nationality | WordClass::month) && !named) return false;
  if (context.is(i, WordClass::party_kind) && !named) return false;
  if (context.is_text(i, "party") || context.is_text(i, "parties")) return false;
  if (is_single_title(context, i) && !named) return false;
  if (context.phrase_at(i, PhraseKind::organ).phrase != nullptr && !named) return false;
  if (context.phrase_at(i, PhraseKind::publication).phrase != nullptr) return false;
  const PhraseHit place = context.phrase_at(i, PhraseKind::place);
  if (place.phrase != nullptr && !named && !place.phrase->ambiguous) return false;
  return !is_doctrine(context.text(i));
}

std::vector<NameRun> find_name_runs(const Context& context) {
  std::vector<NameRun> runs;
  for (std::uint32_t i = 0; i < context.size(); ++i) {
    if (!may_name(context, i)) continue;
    NameRun run = run_at(context, i);
    if (run.tokens.empty()) continue;
    const std::uint32_t first = run.tokens.first;
    const bool bracketed = first > 0 && context.is_mark(first - 1, '[') && context.is_mark(run.tokens.end, ']');
    run.respelling = bracketed && !runs.empty() && runs.back().tokens.end + 1 == first && run.tokens.size() > 1;
    runs.push_back(run);
    i = run.tokens.end - 1;
  }
  return runs;
}

PersonName parse_name(const Context& context, const NameRun& run) {
  PersonName name;
  name.family_first = run.family_first;
  std::vector<std::string> words;
  for (std::uint32_t i = run.tokens.first; i < run.tokens.end; ++i) {
    if (context.shape(i, Shape::punctuation)) continue;
    if (context.shape(i, Shape::initial)) {
      for (const char c : letters_of(context.text(i))) words.emplace_back(1, c);
    } else {
      words.push_back(letters_of(context.text(i)));
    }
  }
  if (words.empty()) return name;
  if (run.family_first) {
    name.surname = words.front();
    std::string given;
    for (std::size_t i = 1; i < words.size(); ++i) given += words[i];
    if (!given.empty()) name.given.push_back(std::move(given));
    return name;
  }
  name.surname = std::move(words.back());
  words.pop_back();
  name.given = std::move(words);
  return name;
}

}  // namespace kgraph::detail
