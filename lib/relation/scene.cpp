#include "scene.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <kgraph/text/phrases.hpp>

namespace kgraph::detail {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::uint32_t longest_introduction = 14;

bool contains(const Entities& entities, std::uint32_t entity) {
  return std::find(entities.begin(), entities.end(), entity) != entities.end();
}

}  // namespace

Scene::Scene(const LinkedDocument& linked_document, std::span<const Entity> all_entities, const Lexicon& known)
    : linked(linked_document), entities(all_entities), lexicon(known) {
  sentence_.assign(size(), 0);
  for (std::uint32_t s = 0; s < document().sentences.size(); ++s) {
    const TokenRange tokens = document().sentences[s].tokens;
    for (std::uint32_t i = tokens.first; i < tokens.end; ++i) sentence_[i] = s;
  }
  collect_figures();
  find_introductions();
  find_author();
  find_speakers();
}

bool Scene::is_one_of(std::uint32_t i, Words words) const {
  return std::find(words.begin(), words.end(), text(i)) != words.end();
}

std::uint32_t Scene::title_length(std::uint32_t i) const {
  if (i >= size()) return 0;
  const std::uint32_t end = sentence_range(i).end;
  const std::uint32_t length = phrase_length(document(), lexicon, i, end, PhraseKind::title);
  return length > 0 && is_mark(i + length, '.') && i + length + 1 < end ? length + 1 : length;
}

std::uint32_t Scene::organ_length(std::uint32_t i) const {
  return i < size() ? phrase_length(document(), lexicon, i, sentence_range(i).end, PhraseKind::organ) : 0;
}

void Scene::collect_figures() {
  over_.assign(size(), none);
  const auto& mentions = linked.mentions.mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    if (linked.links[m].entity == no_entity) continue;
    figures_.push_back({mentions[m].tokens, linked.links[m].entity, mentions[m].type, mentions[m].nominal});
    const auto position = static_cast<std::uint32_t>(figures_.size() - 1);
    // Mentions come longest first; a record's title is a mention of its meeting, but does not hide whom it names.
    const bool whole_title = mentions[m].nominal && section(mentions[m].tokens.first) == SectionKind::title;
    for (std::uint32_t i = mentions[m].tokens.first; i < mentions[m].tokens.end && !whole_title; ++i) {
      if (over_[i] == none) over_[i] = position;
    }
  }
}

std::span<const Figure> Scene::figures_in(TokenRange tokens) const {
  const auto before = [](const Figure& figure, std::uint32_t token) { return figure.tokens.first < token; };
  const auto first = std::lower_bound(figures_.begin(), figures_.end(), tokens.first, before);
  const auto end = std::lower_bound(first, figures_.end(), tokens.end, before);
  return {first, end};
}

const Figure* Scene::figure_over(std::uint32_t i) const {
  return i < size() && over_[i] != none ? &figures_[over_[i]] : nullptr;
}

const Figure* Scene::figure_at(std::uint32_t i) const {
  const Figure* figure = figure_over(i);
  return figure != nullptr && figure->tokens.first == i ? figure : nullptr;
}

const Figure* Scene::slot_at(std::uint32_t i) const {
  if (i >= size()) return nullptr;
  const std::uint32_t end = sentence_range(i).end;
  constexpr std::uint32_t longest_lead = 8;
  for (const std::uint32_t first = i; i < end && i <= first + longest_lead;) {
    if (const Figure* figure = figure_at(i)) {
      // "the DPRK Ambassador X", "the CPSU CC Secretary X": what designates the office is skipped.
      std::uint32_t after = figure->tokens.end;
      while (organ_length(after) > 0 && title_length(after) == 0) after += organ_length(after);
      const bool leads = figure->type != EntityType::person && !figure->nominal && title_length(after) > 0;
      if (!leads) return figure;
      i = after;
      continue;
    }
    const std::uint32_t title = title_length(i);
    const bool skipped = text(i) == "the" || is_mark(i, '[') || text(i) == "comrade" ||
                         lexicon.is(token(i).word, WordClass::nationality);
    if (title == 0 && !skipped) return nullptr;
    i += std::max<std::uint32_t>(title, 1);
  }
  return nullptr;
}

Span Scene::sentence_span(std::uint32_t i) const {
  const TokenRange range = sentence_range(i);
  return {token(range.first).span.start, token(range.end - 1).span.end};
}

// "the delegation of the CPSU, Cde. X": a party behind "of".
bool Scene::leads_delegation(std::uint32_t i) const {
  const std::uint32_t of = i > 0 && text(i - 1) == "the" ? i - 2 : i - 1;
  return i > 1 && text(of) == "of";
}

// Two names of one list: between them stand commas, "and", titles, an editor's "[inserted by hand:", or the delegation
// that the second one leads.
bool Scene::joined(const Figure& left, const Figure& right) const {
  if (left.type != right.type || left.tokens.end > right.tokens.first) return false;
  if (sentence_[left.tokens.first] != sentence_[right.tokens.first]) return false;
  constexpr std::array<std::string_view, 8> company = {"the",  "of",   "delegation", "leader",
                                                       "head", "both", "or",         "inserted"};
  bool separated = false;
  for (std::uint32_t i = left.tokens.end; i < right.tokens.first;) {
    const Figure* between = figure_at(i);
    const std::uint32_t title = title_length(i);
    if (is_mark(i, ',') || text(i) == "and") {
      separated = true;
      ++i;
    } else if (between != nullptr && between->type == EntityType::party && leads_delegation(i)) {
      i = between->tokens.end;
    } else if (title > 0) {
      i += title;
    } else if (is_mark(i, '[') || is_one_of(i, company) || text(i) == "by" || text(i) == "hand" || is_mark(i, ':')) {
      ++i;
    } else {
      return false;
    }
  }
  return separated;
}

Entities Scene::group(const Figure& figure) const {
  const auto neighbour = [&](std::size_t from, int step) {
    std::size_t k = from;
    do {
      k = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(k) + step);
    } while (k < figures_.size() && figures_[k].type != figure.type);
    return k;  // wraps to a large number before the first
  };
  const auto at = static_cast<std::size_t>(&figure - figures_.data());
  // A list that goes on for pages is a roster, whose readers look at its lines.
  constexpr std::size_t longest_list = 64;
  std::vector<std::size_t> members = {at};
  for (std::size_t k = neighbour(at, -1);
       members.size() < longest_list && k < figures_.size() && joined(figures_[k], figures_[members.front()]);
       k = neighbour(k, -1)) {
    members.insert(members.begin(), k);
  }
  for (std::size_t k = neighbour(at, 1);
       members.size() < longest_list && k < figures_.size() && joined(figures_[members.back()], figures_[k]);
       k = neighbour(k, 1)) {
    members.push_back(k);
  }
  Entities result;
  for (const std::size_t k : members) {
    if (!contains(result, figures_[k].entity)) result.push_back(figures_[k].entity);
  }
  return result;
}

// Only titles, organs, capitals and commas stand between a party (or the name before) and a name.
bool Scene::introduces(std::uint32_t from, std::uint32_t first, bool& final_item) const {
  if (first < from || first - from > longest_introduction) return false;
  for (std::uint32_t i = from; i < first;) {
    const std::uint32_t phrase = std::max(title_length(i), organ_length(i));
    const bool mark = is_mark(i, ',') || is_mark(i, '.') || is_mark(i, '[') || is_mark(i, ']');
    const bool connects = text(i) == "and" || text(i) == "of" || text(i) == "the" || text(i) == "to";
    final_item = final_item || text(i) == "and";
    if (!mark && !connects && phrase == 0 && !shape(i, Shape::capitalized)) return false;
    i += std::max<std::uint32_t>(phrase, 1);
  }
  return true;
}

// "members of the KWP CC presidium, Cdes. A, B, and C, representatives of the CPSU CC D and E, Ambassador F": a party
// speaks for the list behind it, up to the name after its "and".
void Scene::find_introductions() {
  std::uint32_t party = no_entity;
  std::uint32_t from = 0;
  bool closing = false;
  for (const Figure& figure : figures_) {
    const std::uint32_t first = figure.tokens.first;
    if (from > 0 && sentence_[from - 1] != sentence_[first]) party = no_entity;
    if (figure.type == EntityType::party && !figure.nominal) {
      party = figure.entity;
      from = figure.tokens.end;
      closing = false;
      continue;
    }
    if (figure.type != EntityType::person || party == no_entity || first < from) continue;
    bool final_item = false;
    if (closing || !introduces(from, first, final_item)) {
      party = no_entity;
      continue;
    }
    introductions_.push_back({figure.entity, party, first});
    from = figure.tokens.end;
    closing = final_item;
  }
}

std::uint32_t Scene::party_of(std::uint32_t person) const {
  std::map<std::uint32_t, int> counts;
  for (const Introduction& introduction : introductions_) {
    if (introduction.person == person) ++counts[introduction.party];
  }
  std::uint32_t best = no_entity;
  int most = 0;
  for (const auto& [party, count] : counts) {
    if (count > most) {
      best = party;
      most = count;
    }
  }
  return best;
}

// "Opening the meeting, Cde. Kim Il Sung said that", "Cde. X, again taking the floor, said", "Pak says that".
std::uint32_t Scene::reported_speaker(TokenRange sentence) const {
  constexpr std::uint32_t longest_lead = 8;
  constexpr std::uint32_t longest_insertion = 8;
  std::uint32_t i = sentence.first;
  bool comma = true;  // the name opens the sentence, or follows the comma of a participle
  while (i < sentence.end && i < sentence.first + longest_lead && figure_at(i) == nullptr) {
    const std::uint32_t title = title_length(i);
    if (title == 0) comma = is_mark(i, ',');
    i += std::max<std::uint32_t>(title, 1);
  }
  const Figure* figure = figure_at(i);
  if (figure == nullptr || figure->type != EntityType::person || !comma) return no_entity;
  std::uint32_t after = figure->tokens.end;
  if (text(after) == "then" || text(after) == "also") ++after;
  if (is_mark(after, ',')) {
    const std::uint32_t first = after + 1;
    while (after < sentence.end && after < first + longest_insertion && (after < first || !is_mark(after, ',')))
      ++after;
    ++after;
  }
  // "X spoke correctly" judges a speech and reports none.
  const bool judges = text(after) == "spoke" || text(after) == "speaks";
  return after < sentence.end && speaks(after) && !judges ? figure->entity : no_entity;
}

// "Telegram from A. Mikoyan to ...", "Journal of Ambassador X", "Statement by X": whose "I" it is.
void Scene::find_author() {
  constexpr std::array<std::string_view, 12> genres = {"telegram", "letter",    "journal", "diary",
                                                       "cable",    "statement", "report",  "note",
                                                       "message",  "cablegram", "speech",  "memoir"};
  for (const Paragraph& paragraph : document().paragraphs) {
    if (paragraph.section != SectionKind::title) continue;
    bool genre = false;
    for (std::uint32_t i = paragraph.tokens.first; i < paragraph.tokens.end; ++i) {
      genre = genre || is_one_of(i, genres);
      const bool leads = text(i) == "from" || text(i) == "of" || text(i) == "by";
      if (!genre || !leads) continue;
      for (std::uint32_t k = i + 1; k < paragraph.tokens.end && text(k) != "from" && !shape(k, Shape::number); ++k) {
        const Figure* figure = figure_at(k);
        const bool addressee = text(k) == "to" && k > i + 1 && title_length(k - 1) == 0;
        if (addressee) break;
        if (figure != nullptr && figure->type == EntityType::person) {
          author_ = figure->entity;
          return;
        }
      }
    }
  }
}

std::uint32_t Scene::last_meeting(std::uint32_t i) const {
  const std::uint32_t before = sentence_[i] == 0 ? 0 : sentence_[i] - 1;
  const auto near = figures_in({document().sentences[before].tokens.first, i});
  for (std::size_t k = near.size(); k-- > 0;) {
    if (near[k].type == EntityType::meeting) return near[k].entity;
  }
  return no_entity;
}

void Scene::find_speakers() {
  speaker_.assign(document().sentences.size(), no_entity);
  direct_.assign(document().sentences.size(), false);
  for (const Turn& turn : document().turns) {
    std::uint32_t who = no_entity;
    for (std::uint32_t i = turn.speaker.first; i < turn.speaker.end && who == no_entity; ++i) {
      const Figure* figure = figure_at(i);
      if (figure != nullptr && figure->type == EntityType::person) who = figure->entity;
    }
    for (std::uint32_t i = turn.tokens.first; i < turn.tokens.end; ++i) {
      speaker_[sentence_[i]] = who;
      direct_[sentence_[i]] = true;
    }
  }
  // A paragraph that opens with reported speech is that speaker's to its end.
  for (const Paragraph& paragraph : document().paragraphs) {
    if (paragraph.section != SectionKind::body || paragraph.tokens.empty()) continue;
    const bool head = std::any_of(document().turns.begin(), document().turns.end(),
                                  [&](const Turn& turn) { return turn.tokens.first == paragraph.tokens.first; });
    const std::uint32_t who = head ? no_entity : reported_speaker(sentence_range(paragraph.tokens.first));
    if (who == no_entity) continue;
    for (std::uint32_t i = paragraph.tokens.first; i < paragraph.tokens.end; ++i) {
      speaker_[sentence_[i]] = who;
      direct_[sentence_[i]] = false;
    }
  }
}

}  // namespace kgraph::detail
