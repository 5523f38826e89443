// Relations that a document's structure shows: lists, turns, titles, designations.
#include <algorithm>
#include <array>
#include <set>

#include "scene.hpp"

namespace kgraph::detail {

namespace {

constexpr std::array<std::string_view, 6> presence = {"present",      "attended",     "attending",
                                                      "participants", "participated", "attendance"};

bool is_person(const Figure* figure) { return figure != nullptr && figure->type == EntityType::person; }

bool tells_presence(const Scene& scene, TokenRange sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
    if (scene.is_one_of(i, presence)) return true;
    const bool took_part = (scene.text(i) == "took" || scene.text(i) == "taking") && scene.text(i + 1) == "part";
    if (took_part) return true;
  }
  return false;
}

// An attendance list: a sentence that tells presence and names several persons of the record's own meeting.
void read_attendance(const Scene& scene, DocumentStatements& out) {
  const std::uint32_t meeting = scene.linked.own_meeting;
  constexpr std::size_t fewest = 3;
  for (const Sentence& sentence : scene.document().sentences) {
    std::vector<const Figure*> persons;
    for (const Figure& figure : scene.figures_in(sentence.tokens)) {
      if (figure.type == EntityType::person) persons.push_back(&figure);
    }
    if (persons.size() < fewest || !tells_presence(scene, sentence.tokens)) continue;
    const SectionKind section = scene.document().paragraphs[sentence.paragraph].section;
    if (section != SectionKind::body) continue;
    for (const Figure* person : persons) {
      if (meeting != no_entity) {
        add_statement(scene, out, "attended", person->entity, meeting, person->tokens.first, "attendance list");
      }
    }
    for (const Introduction& introduction : scene.introductions()) {
      if (!sentence.tokens.contains(introduction.token)) continue;
      add_statement(scene, out, "member_of", introduction.person, introduction.party, introduction.token,
                    "party of a group in an attendance list");
    }
  }
}

// Lines under "Participants" or "Present": everybody whom a line names.
void read_roster(const Scene& scene, DocumentStatements& out) {
  const std::uint32_t meeting = scene.linked.own_meeting;
  if (meeting == no_entity) return;
  bool roster = false;
  constexpr std::uint32_t longest_line = 40;
  for (const Paragraph& paragraph : scene.document().paragraphs) {
    if (paragraph.tokens.empty() || paragraph.section != SectionKind::body) continue;
    const std::uint32_t first = paragraph.tokens.first;
    const bool head =
        (scene.text(first) == "participants" || scene.text(first) == "present") && paragraph.tokens.size() <= 4;
    if (head) {
      roster = true;
      continue;
    }
    if (!roster) continue;
    const bool prose = paragraph.tokens.size() > longest_line || scene.is_mark(paragraph.tokens.end - 1, '.');
    if (prose) return;
    for (const Figure& figure : scene.figures_in(paragraph.tokens)) {
      if (is_person(&figure)) {
        add_statement(scene, out, "attended", figure.entity, meeting, figure.tokens.first, "list of participants");
      }
    }
  }
}

void read_turns(const Scene& scene, DocumentStatements& out) {
  const std::uint32_t meeting = scene.linked.own_meeting;
  if (meeting == no_entity) return;
  const auto spoke = [&](std::uint32_t person, std::uint32_t token, std::string_view rule) {
    add_statement(scene, out, "spoke_at", person, meeting, token, rule);
    add_statement(scene, out, "attended", person, meeting, token, rule);
  };
  for (const Turn& turn : scene.document().turns) {
    const std::uint32_t who = scene.speaker(turn.speaker.first);
    if (who != no_entity) spoke(who, turn.speaker.first, "speaker turn");
  }
  // In a record with turns the narrator reports speeches too: "Cde. Nam Il said that ...".
  if (scene.document().turns.empty()) return;
  const std::uint32_t last = scene.document().turns.back().tokens.first;
  for (const Figure& figure : scene.figures()) {
    const std::uint32_t first = figure.tokens.first;
    if (figure.type != EntityType::person || first > last || scene.section(first) != SectionKind::body) continue;
    const bool honoured = first > 1 && scene.is_mark(first - 1, '.') && scene.title_length(first - 2) == 2;
    const bool own_words = scene.speaker(first) == no_entity || scene.speaker(first) == figure.entity;
    if (honoured && own_words && scene.speaks(figure.tokens.end)) spoke(figure.entity, first, "reported speech");
  }
}

// At a sitting of a party's own organ those speak who sit in it, but for guests, who are introduced as what they are.
void read_members(const Scene& scene, DocumentStatements& out) {
  const std::uint32_t meeting = scene.linked.own_meeting;
  if (meeting == no_entity || scene.entities[meeting].party == no_entity) return;
  const std::uint32_t party = scene.entities[meeting].party;
  std::set<std::uint32_t> introduced;
  for (const Introduction& introduction : scene.introductions()) introduced.insert(introduction.person);
  const std::vector<Statement> spoken = out.relations;
  for (const Statement& statement : spoken) {
    if (statement.type != "spoke_at" || statement.target != meeting || introduced.contains(statement.source)) continue;
    Statement member = statement;
    member.type = "member_of";
    member.target = party;
    member.rule = "speaker of a party's own organ";
    out.relations.push_back(std::move(member));
  }
}

struct Heading {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

std::vector<Heading> headings(const Scene& scene) {
  std::vector<Heading> result;
  for (const Paragraph& paragraph : scene.document().paragraphs) {
    if (paragraph.section == SectionKind::title && !paragraph.tokens.empty()) {
      result.push_back({paragraph.tokens.first, paragraph.tokens.end});
    }
  }
  return result;
}

// The first person or party after a word of a heading; its list where it has one.
const Figure* figure_after(const Scene& scene, Heading heading, std::string_view word, std::uint32_t from) {
  for (std::uint32_t i = from; i < heading.end; ++i) {
    if (scene.text(i) != word) continue;
    for (std::uint32_t k = i + 1; k < heading.end; ++k) {
      const Figure* figure = scene.figure_at(k);
      if (figure != nullptr && (figure->type == EntityType::person || figure->type == EntityType::party)) {
        // "to the DPRK Ambassador X": an office leads to its holder.
        const Figure* holder = scene.slot_at(k);
        return holder != nullptr ? holder : figure;
      }
    }
  }
  return nullptr;
}

bool heading_has(const Scene& scene, Heading heading, std::initializer_list<std::string_view> words) {
  for (std::uint32_t i = heading.first; i < heading.end; ++i) {
    if (std::find(words.begin(), words.end(), scene.text(i)) != words.end()) return true;
  }
  return false;
}

// "Record of a Conversation between A and B", "Memorandum of Conversation with A", "Telegram from A to B".
void read_headings(const Scene& scene, DocumentStatements& out) {
  for (const Heading heading : headings(scene)) {
    if (heading_has(scene, heading, {"conversation", "talk", "conversations", "talks"})) {
      std::vector<const Figure*> persons;
      for (const Figure& figure : scene.figures_in({heading.first, heading.end})) {
        if (figure.type == EntityType::person) persons.push_back(&figure);
      }
      for (std::size_t i = 0; i < persons.size(); ++i) {
        for (std::size_t k = i + 1; k < persons.size(); ++k) {
          add_statement(scene, out, "met", persons[i]->entity, persons[k]->entity, heading.first,
                        "title of a conversation");
        }
      }
    }
    if (heading_has(scene, heading, {"telegram", "letter", "cable", "message", "note", "memorandum", "cablegram"})) {
      const Figure* from = figure_after(scene, heading, "from", heading.first);
      const Figure* to = from != nullptr ? figure_after(scene, heading, "to", from->tokens.end) : nullptr;
      if (is_person(from) && to != nullptr) {
        add_statement(scene, out, "wrote_to", from->entity, to->entity, heading.first, "title of a letter");
      }
    }
  }
}

// Whose a meeting is stands in its designation, or follows from it: told once a document, where it is first named.
void read_meetings(const Scene& scene, DocumentStatements& out) {
  std::set<std::uint32_t> told;
  for (const Figure& figure : scene.figures()) {
    if (figure.type != EntityType::meeting) continue;
    const std::uint32_t party = scene.entities[figure.entity].party;
    if (party == no_entity || !told.insert(figure.entity).second) continue;
    add_statement(scene, out, "meeting_of", figure.entity, party, figure.tokens.first, "designation of the meeting");
  }
}

}  // namespace

void read_structure(const Scene& scene, DocumentStatements& out) {
  read_attendance(scene, out);
  read_roster(scene, out);
  read_turns(scene, out);
  read_members(scene, out);
  read_headings(scene, out);
  read_meetings(scene, out);
}

}  // namespace kgraph::detail
