// Titles and offices: "Ambassador to the DPRK Ivanov", "Kim Il, Deputy Chairman of the Party CC".
#include <algorithm>
#include <array>

#include <kgraph/base/utf8.hpp>

#include "scene.hpp"

namespace kgraph::detail {

namespace {

constexpr std::uint32_t longest_office = 20;

/// Small words that join the parts of an office and cannot end it.
constexpr std::array<std::string_view, 9> joints = {"of", "to", "in", "for", "and", "the", "at", "on", "with"};

bool is_honorific(const Scene& scene, std::uint32_t i) {
  for (const Phrase& phrase : scene.lexicon.phrases(scene.token(i).word)) {
    if (phrase.kind == PhraseKind::title && static_cast<TitleKind>(phrase.detail) == TitleKind::honorific) return true;
  }
  return false;
}

// What may stand inside an office: places, parties, organs, and the small words that join them.
bool belongs(const Scene& scene, std::uint32_t i) {
  const Figure* figure = scene.figure_over(i);
  if (figure != nullptr) return figure->type == EntityType::party || figure->type == EntityType::place;
  return scene.is_one_of(i, joints) || scene.shape(i, Shape::capitalized) || scene.title_length(i) > 0;
}

// Drops what cannot end an office: a joint, a comma.
TokenRange trimmed(const Scene& scene, TokenRange office) {
  while (office.end > office.first && scene.is_one_of(office.end - 1, joints)) --office.end;
  return office;
}

// Behind the name: "X, Head of the Department of ...", "X, a member of the SED CC Politburo, ...".
TokenRange office_after(const Scene& scene, const Figure& person) {
  std::uint32_t i = person.tokens.end;
  if (!scene.is_mark(i, ',')) return {};
  ++i;
  if (scene.text(i) == "the" || scene.text(i) == "a" || scene.text(i) == "then") ++i;
  if (i >= scene.size() || scene.sentence(i) != scene.sentence(person.tokens.first)) return {};
  std::uint32_t start = i;
  // "DPRK ambassador in Moscow": a country or party may lead.
  if (const Figure* lead = scene.figure_at(i); lead != nullptr && lead->type != EntityType::person)
    start = lead->tokens.end;
  while (start < scene.size() && start < i + 4 && scene.title_length(start) == 0 && belongs(scene, start)) ++start;
  const std::uint32_t title = scene.title_length(start);
  // "X, representatives of ...": the plural opens the next group of a list.
  const bool plural = title > 0 && scene.text(start + title - 1).ends_with('s');
  if (title == 0 || plural || is_honorific(scene, start)) return {};
  std::uint32_t end = start + title;
  const std::uint32_t limit = std::min(scene.sentence_range(i).end, i + longest_office);
  while (end < limit && !scene.shape(end, Shape::punctuation) && belongs(scene, end)) ++end;
  // "A, Ambassador to the DPRK B": the office is the next one's.
  const Figure* next = scene.slot_at(end);
  if (scene.text(i) == "and" || (next != nullptr && next->type == EntityType::person)) return {};
  return trimmed(scene, {i, end});
}

bool is_plural(const Scene& scene, TokenRange office) {
  constexpr std::array<std::string_view, 6> plurals = {"representatives", "members",   "delegates",
                                                       "secretaries",     "ministers", "leaders"};
  for (std::uint32_t i = office.first; i < office.end; ++i) {
    if (scene.is_one_of(i, plurals)) return true;
  }
  return false;
}

void add_role(const Scene& scene, const Figure& person, TokenRange office, DocumentStatements& out) {
  if (office.end <= office.first) return;
  const Span span = {scene.token(office.first).span.start, scene.token(office.end - 1).span.end};
  RoleStatement role;
  role.person = person.entity;
  role.title = squeeze(slice(scene.document().bytes(), span));
  role.evidence = scene.sentence_span(office.first);
  role.date = date_at(scene, office.first, scene.linked.own_meeting);
  // An office in a party, or in an organ of one, is membership; to represent a state at one is not.
  for (std::uint32_t i = office.first; i < office.end; ++i) {
    const Figure* figure = scene.figure_at(i);
    if (figure == nullptr || figure->type != EntityType::party) continue;
    add_statement(scene, out, "member_of", person.entity, figure->entity, office.first, "office in the party");
  }
  // "representatives of the CPSU CC A, B and C" is an office of none of them alone.
  if (!is_plural(scene, office)) out.roles.push_back(std::move(role));
}

}  // namespace

// Before the name: "Soviet Ambassador to the DPRK X", "DPRK Vice Premier X".
TokenRange office_before(const Scene& scene, const Figure& person) {
  const TokenRange sentence = scene.sentence_range(person.tokens.first);
  std::uint32_t end = person.tokens.first;
  while (end > sentence.first + 1 && scene.is_mark(end - 1, '.') && is_honorific(scene, end - 2)) end -= 2;
  while (end > sentence.first && is_honorific(scene, end - 1)) --end;
  std::uint32_t first = end;
  bool office = false;
  while (first > sentence.first && end - first < longest_office) {
    const std::uint32_t i = first - 1;
    const Figure* figure = scene.figure_over(i);
    if (scene.shape(i, Shape::punctuation) || !belongs(scene, i) || scene.text(i) == "and" || scene.text(i) == "with")
      break;
    if (figure != nullptr && figure->nominal) break;
    first = i;
    office = office || (scene.title_length(i) > 0 && !is_honorific(scene, i));
  }
  if (!office) return {};
  // It begins with the title, or with the nationality, country or party before it.
  while (first < end) {
    const Figure* figure = scene.figure_at(first);
    const bool leads = scene.title_length(first) > 0 ||
                       scene.lexicon.is(scene.token(first).word, WordClass::nationality) ||
                       (figure != nullptr && scene.shape(first, Shape::capitalized));
    if (leads) break;
    ++first;
  }
  return trimmed(scene, {first, end});
}

void read_roles(const Scene& scene, DocumentStatements& out) {
  for (const Figure& figure : scene.figures()) {
    if (figure.type != EntityType::person || figure.nominal) continue;
    add_role(scene, figure, office_before(scene, figure), out);
    add_role(scene, figure, office_after(scene, figure), out);
  }
}

}  // namespace kgraph::detail
