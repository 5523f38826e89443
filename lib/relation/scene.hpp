// The scene of a document: who speaks where, whom pronouns mean, which names stand in one list.
#pragma once

#include <string_view>
#include <vector>

#include <kgraph/relation/relation.hpp>

namespace kgraph::detail {

/// A mention that was linked, as statements see it.
struct Figure {
  TokenRange tokens;
  std::uint32_t entity = no_entity;
  EntityType type = EntityType::person;
  bool nominal = false;
};

using Entities = std::vector<std::uint32_t>;
using Words = std::span<const std::string_view>;

/// A person of an attendance list, with the party that the list's group represents (no_entity for none).
struct Introduction {
  std::uint32_t person = no_entity;
  std::uint32_t party = no_entity;
  std::uint32_t token = 0;
};

class Scene {
 public:
  Scene(const LinkedDocument& linked_document, std::span<const Entity> all_entities, const Lexicon& known);

  const LinkedDocument& linked;
  std::span<const Entity> entities;
  const Lexicon& lexicon;

  [[nodiscard]] const Document& document() const { return linked.document; }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return linked.document.tokens[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(linked.document.tokens.size()); }
  [[nodiscard]] bool shape(std::uint32_t i, Shape wanted) const { return i < size() && has(token(i).shape, wanted); }
  [[nodiscard]] std::string_view text(std::uint32_t i) const {
    return i < size() ? document().text_of(token(i), lexicon) : std::string_view();
  }
  [[nodiscard]] bool is_one_of(std::uint32_t i, Words words) const;
  [[nodiscard]] bool is_mark(std::uint32_t i, char mark) const {
    return shape(i, Shape::punctuation) && document().bytes()[token(i).span.start] == mark;
  }
  [[nodiscard]] bool speaks(std::uint32_t i) const {
    return i < size() && lexicon.is(token(i).word, WordClass::speech | WordClass::turn);
  }
  /// Tokens of the title phrase that begins here, its period included; 0 for none.
  [[nodiscard]] std::uint32_t title_length(std::uint32_t i) const;
  /// Tokens of the organ that is named here; 0 for none.
  [[nodiscard]] std::uint32_t organ_length(std::uint32_t i) const;

  /// All figures, sorted by their first token; and those that begin within a range of tokens.
  [[nodiscard]] const std::vector<Figure>& figures() const { return figures_; }
  [[nodiscard]] std::span<const Figure> figures_in(TokenRange tokens) const;
  /// The outermost figure that begins at, or covers, a token; nullptr where there is none.
  [[nodiscard]] const Figure* figure_at(std::uint32_t i) const;
  [[nodiscard]] const Figure* figure_over(std::uint32_t i) const;
  /// The figure at a token, or behind the titles, organs and articles that stand there.
  [[nodiscard]] const Figure* slot_at(std::uint32_t i) const;
  /// Everybody in the list that a figure stands in: "A, B, and C".
  [[nodiscard]] Entities group(const Figure& figure) const;

  [[nodiscard]] std::uint32_t sentence(std::uint32_t i) const { return sentence_[i]; }
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t i) const { return document().sentences[sentence_[i]].paragraph; }
  [[nodiscard]] TokenRange sentence_range(std::uint32_t i) const { return document().sentences[sentence_[i]].tokens; }
  [[nodiscard]] Span sentence_span(std::uint32_t i) const;
  [[nodiscard]] SectionKind section(std::uint32_t i) const { return document().paragraphs[paragraph(i)].section; }

  /// Who speaks at a token: the speaker of the turn, or whoever the paragraph reports; no_entity for none.
  [[nodiscard]] std::uint32_t speaker(std::uint32_t i) const { return speaker_[sentence_[i]]; }
  /// Who says "I" at a token: the speaker, else the author of a letter, telegram or journal.
  [[nodiscard]] std::uint32_t first_person(std::uint32_t i) const {
    return speaker(i) != no_entity ? speaker(i) : author_;
  }
  /// The meeting named last before a token, in its sentence or the one before; no_entity for none.
  [[nodiscard]] std::uint32_t last_meeting(std::uint32_t i) const;
  /// The party that a person was introduced with; no_entity where none was.
  [[nodiscard]] std::uint32_t party_of(std::uint32_t person) const;

  /// Whom the pronoun at a token means: the speaker, or the person or list named last.
  [[nodiscard]] Entities antecedent(std::uint32_t pronoun) const;
  /// The subject of the clause that a token stands in.
  [[nodiscard]] Entities subject(std::uint32_t i) const;

  /// Everybody whom a list introduces, in order.
  [[nodiscard]] const std::vector<Introduction>& introductions() const { return introductions_; }

 private:
  void collect_figures();
  void find_author();
  void find_speakers();
  void find_introductions();
  [[nodiscard]] bool leads_delegation(std::uint32_t i) const;
  [[nodiscard]] bool joined(const Figure& left, const Figure& right) const;
  [[nodiscard]] Entities relative_antecedent(std::uint32_t pronoun, std::uint32_t farthest) const;
  [[nodiscard]] bool is_object(const Figure& figure, std::uint32_t first) const;
  [[nodiscard]] bool introduces(std::uint32_t from, std::uint32_t first, bool& final_item) const;
  [[nodiscard]] std::uint32_t reported_speaker(TokenRange sentence) const;
  [[nodiscard]] bool speaks_in_general(TokenRange tokens) const;
  [[nodiscard]] Entities last_person(std::uint32_t before) const;
  [[nodiscard]] Entities last_list(std::uint32_t before) const;

  std::vector<Figure> figures_;
  /// For each token the position of the outermost figure over it.
  std::vector<std::uint32_t> over_;
  std::vector<std::uint32_t> sentence_;
  std::vector<std::uint32_t> speaker_;
  /// Sentences of turns, where "he" is somebody else than the speaker.
  std::vector<bool> direct_;
  std::uint32_t author_ = no_entity;
  std::vector<Introduction> introductions_;
};

/// The office before a name, its holder left out: "Soviet Ambassador to the DPRK" of "Soviet Ambassador to the DPRK
/// Cde. X"; empty where there is none.
TokenRange office_before(const Scene& scene, const Figure& person);

/// Relations from lists, turns, titles and designations.
void read_structure(const Scene& scene, DocumentStatements& out);
/// Relations from the wordings of data/lexicon/cues/relations.tsv.
void read_cues(const Scene& scene, DocumentStatements& out);
/// Titles and offices; those in a party also tell membership.
void read_roles(const Scene& scene, DocumentStatements& out);

/// The date of what stands at a token: of its sentence, else of the meeting (no_entity for none), else of the document.
StatementDate date_at(const Scene& scene, std::uint32_t token, std::uint32_t meeting);

/// Adds a statement with the sentence at `token` as evidence and its date. Nobody relates to himself.
void add_statement(const Scene& scene, DocumentStatements& out, std::string_view type, std::uint32_t source,
                   std::uint32_t target, std::uint32_t token, std::string_view rule);

}  // namespace kgraph::detail
