// Whom pronouns and clauses mean: the speaker, the person named last, the subject.
#include <algorithm>
#include <array>

#include "scene.hpp"

namespace kgraph::detail {

namespace {

constexpr std::uint32_t farthest_subject = 30;

constexpr std::array<std::string_view, 14> prepositions = {
    "with", "of", "to", "against", "by", "for", "from", "about", "between", "under", "through", "toward", "upon", "on"};
constexpr std::array<std::string_view, 6> first_persons = {"i", "we", "us", "my", "our", "me"};
constexpr std::array<std::string_view, 5> third_person = {"he", "she", "him", "her", "his"};
constexpr std::array<std::string_view, 7> subordinators = {"that",    "when",     "while",  "where",
                                                           "because", "although", "whereas"};
constexpr std::array<std::string_view, 3> plural_person = {"they", "them", "their"};

}  // namespace

// "a CC member", "anyone": the pronoun behind it means nobody in particular.
bool Scene::speaks_in_general(TokenRange tokens) const {
  constexpr std::array<std::string_view, 6> anybody = {"anyone",   "anybody", "everyone",
                                                       "somebody", "someone", "whoever"};
  constexpr std::array<std::string_view, 6> persons = {"member", "person", "man", "official", "worker", "communist"};
  constexpr std::array<std::string_view, 5> articles = {"a", "an", "any", "every", "each"};
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    if (is_one_of(i, anybody)) return true;
    const bool general = is_one_of(i, articles) && (is_one_of(i + 1, persons) || is_one_of(i + 2, persons));
    if (general) return true;
  }
  return false;
}

// The person that "he" before a token means: named last, at most two sentences ago, those with another "he" not
// counted.
Entities Scene::last_person(std::uint32_t before) const {
  constexpr int patience = 2;
  int waited = -1;  // the sentence of the pronoun itself does not count
  std::uint32_t end = before;
  for (std::uint32_t s = sentence_[before] + 1; s-- > 0 && waited <= patience;) {
    const TokenRange tokens = document().sentences[s].tokens;
    if (document().paragraphs[document().sentences[s].paragraph].section != SectionKind::body) break;
    bool pronoun = false;
    for (std::uint32_t i = end; i-- > tokens.first;) {
      const Figure* figure = figure_over(i);
      pronoun = pronoun || is_one_of(i, third_person);
      if (figure == nullptr || figure->type != EntityType::person) continue;
      const bool own = direct_[sentence_[before]] && figure->entity == speaker(before);
      if (!own && group(*figure).size() == 1) return {figure->entity};
      i = figure->tokens.first;
    }
    if (speaks_in_general({tokens.first, end})) break;
    if (!pronoun) ++waited;
    end = tokens.first;
    if (end == 0) break;
    end = document().sentences[s].tokens.first;
  }
  return {};
}

// The list that "they" before a token means: of its sentence or the one before.
Entities Scene::last_list(std::uint32_t before) const {
  for (std::size_t k = figures_.size(); k-- > 0;) {
    const Figure& figure = figures_[k];
    if (figure.tokens.first >= before || figure.type != EntityType::person) continue;
    if (sentence_[figure.tokens.first] + 1 < sentence_[before]) break;
    Entities members = group(figure);
    if (members.size() > 1) return members;
  }
  return {};
}

Entities Scene::antecedent(std::uint32_t pronoun) const {
  if (is_one_of(pronoun, first_persons)) {
    const std::uint32_t who = first_person(pronoun);
    return who == no_entity ? Entities{} : Entities{who};
  }
  return is_one_of(pronoun, plural_person) ? last_list(pronoun) : last_person(pronoun);
}

// "X, who ...", "X, ambassador in Moscow, who ...", "X and the others who ...".
Entities Scene::relative_antecedent(std::uint32_t pronoun, std::uint32_t farthest) const {
  const bool apposition = pronoun > 0 && is_mark(pronoun - 1, ',');
  for (std::uint32_t before = pronoun; before-- > farthest;) {
    const Figure* named = figure_over(before);
    if (named != nullptr && named->type == EntityType::person) {
      const bool direct =
          named->tokens.end == pronoun || is_mark(named->tokens.end, ',') || text(named->tokens.end) == "and";
      return direct ? group(*named) : Entities{};
    }
    const bool others = text(before) == "others" || text(before) == "the" || text(before) == "and";
    if (!apposition && !is_mark(before, ',') && !others) break;
  }
  return {};
}

// Behind a preposition or a verb of speaking a name is no subject: "with X", "told Cde. X".
bool Scene::is_object(const Figure& figure, std::uint32_t first) const {
  std::uint32_t lead = figure.tokens.first;
  if (const TokenRange office = office_before(*this, figure); !office.empty()) lead = office.first;
  while (lead > first && (title_length(lead - 1) > 0 || is_mark(lead - 1, '.') || text(lead - 1) == "the")) --lead;
  return lead > first && (is_one_of(lead - 1, prepositions) || lexicon.is(token(lead - 1).word, WordClass::speech));
}

Entities Scene::subject(std::uint32_t i) const {
  const std::uint32_t first = sentence_range(i).first;
  const std::uint32_t farthest = i > first + farthest_subject ? i - farthest_subject : first;
  for (std::uint32_t k = i; k-- > farthest;) {
    if (const Figure* figure = figure_over(k)) {
      k = std::max(figure->tokens.first, farthest);
      if (figure->type == EntityType::person && !is_object(*figure, first)) return group(*figure);
      continue;
    }
    if (is_one_of(k, first_persons) || is_one_of(k, third_person) || is_one_of(k, plural_person)) {
      const bool governed = k > first && is_one_of(k - 1, prepositions);
      constexpr std::array<std::string_view, 9> dependent = {"his", "their", "her",  "my", "our",
                                                             "us",  "him",   "them", "me"};
      if (!governed && !is_one_of(k, dependent)) return antecedent(k);
    }
    if (text(k) == "who" || text(k) == "whom") return relative_antecedent(k, farthest);
    // Behind "that" or "when" a clause of its own begins, whose subject would have been met.
    if (is_mark(k, ';') || is_mark(k, ':') || is_one_of(k, subordinators)) return {};
  }
  return {};
}

}  // namespace kgraph::detail
