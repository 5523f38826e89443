// Persons: equal full names are one person throughout the corpus; everything less needs a reason of its own.
#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "draft.hpp"
#include "names.hpp"

namespace kgraph::detail {

namespace {

constexpr std::size_t shortest_misprint = 8;

/// A name as it is written with more than a surname, wherever in the corpus.
struct NameNode {
  PersonName name;
  std::string key;
  std::uint32_t actor = no_entry;
  LinkReason reason = LinkReason::full_name;
  /// Documents that write it so, with how often.
  std::map<std::uint32_t, int> documents;
};

class PersonResolver {
 public:
  explicit PersonResolver(Draft& draft) : draft_(draft) {}

  void resolve() {
    collect();
    join_actors();
    join_respellings();
    join_initials();
    join_misprints();
    make_entities();
    link_surnames();
  }

 private:
  [[nodiscard]] const PersonName& name(std::uint32_t d, std::uint32_t m) const {
    return draft_.mentions[d].names[draft_.mention(d, m).facts];
  }
  template <typename Visit>
  void each_person(Visit visit) const {
    for (const std::uint32_t d : draft_.order) {
      for (std::uint32_t m = 0; m < draft_.mentions[d].mentions.size(); ++m) {
        if (draft_.mention(d, m).type == EntityType::person) visit(d, m);
      }
    }
  }
  std::uint32_t node(const PersonName& person);
  std::uint32_t root(std::uint32_t n);
  bool join(std::uint32_t a, std::uint32_t b);

  void collect();
  void join_actors();
  void join_respellings();
  void join_initials();
  void join_misprints();
  void try_misprint(std::uint32_t a, std::uint32_t b);
  void make_entities();
  void link_surnames();
  void index_bearers(std::uint32_t d);
  std::optional<Link> bearer_in_document(std::uint32_t d, std::uint32_t m);
  std::uint32_t bearer_in_corpus(const std::string& surname);

  Draft& draft_;
  std::vector<NameNode> nodes_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::map<std::string, std::vector<std::uint32_t>> by_surname_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> actor_of_root_;
  std::vector<std::vector<std::uint32_t>> node_of_mention_;
  std::vector<std::uint32_t> entity_of_node_;
  std::map<std::uint32_t, std::uint32_t> entity_of_actor_;
  struct Bearer {
    std::uint32_t mention = 0;
    std::uint32_t entity = no_entity;
  };
  /// Of the document at hand.
  std::unordered_map<std::string, std::vector<Bearer>> bearers_;
};

std::uint32_t PersonResolver::node(const PersonName& person) {
  std::string key = name_key(person);
  const auto [known, fresh] = by_key_.try_emplace(key, static_cast<std::uint32_t>(nodes_.size()));
  if (fresh) {
    nodes_.push_back({person, std::move(key), no_entry, LinkReason::full_name, {}});
    parent_.push_back(known->second);
    actor_of_root_.push_back(no_entry);
    by_surname_[person.surname].push_back(known->second);
  }
  return known->second;
}

std::uint32_t PersonResolver::root(std::uint32_t n) {
  while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
  return n;
}

// Two different known actors are never joined, whatever else speaks for it.
bool PersonResolver::join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return true;
  if (actor_of_root_[a] != no_entry && actor_of_root_[b] != no_entry && actor_of_root_[a] != actor_of_root_[b])
    return false;
  const std::uint32_t first = std::min(a, b);
  const std::uint32_t second = std::max(a, b);
  parent_[second] = first;
  if (actor_of_root_[first] == no_entry) actor_of_root_[first] = actor_of_root_[second];
  return true;
}

void PersonResolver::collect() {
  node_of_mention_.resize(draft_.documents.size());
  for (std::uint32_t d = 0; d < draft_.documents.size(); ++d) {
    node_of_mention_[d].assign(draft_.mentions[d].mentions.size(), no_entity);
  }
  each_person([&](std::uint32_t d, std::uint32_t m) {
    const PersonName& person = name(d, m);
    if (person.given.empty()) return;
    const std::uint32_t n = node(person);
    node_of_mention_[d][m] = n;
    ++nodes_[n].documents[d];
    if (draft_.mention(d, m).entry != no_entry) nodes_[n].actor = actor_of_root_[n] = draft_.mention(d, m).entry;
    if (has_initials_only(person)) nodes_[n].reason = LinkReason::initials;
  });
}

void PersonResolver::join_actors() {
  std::map<std::uint32_t, std::uint32_t> first;
  for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
    if (nodes_[n].actor == no_entry) continue;
    nodes_[n].reason = LinkReason::known_actor;
    const auto [known, fresh] = first.try_emplace(nodes_[n].actor, n);
    if (!fresh) join(n, known->second);
  }
  // The usual spelling of an actor takes part even where no document has it: "A. Mikoyan" finds "Anastas Mikoyan".
  std::set<std::uint32_t> met;
  each_person([&](std::uint32_t d, std::uint32_t m) {
    if (draft_.mention(d, m).entry != no_entry) met.insert(draft_.mention(d, m).entry);
  });
  for (const std::uint32_t actor : met) {
    const PersonName person = name_of(draft_.lexicon.actors()[actor].name, draft_.lexicon);
    if (person.given.empty()) continue;
    const std::uint32_t n = node(person);
    if (actor_of_root_[root(n)] == no_entry) actor_of_root_[root(n)] = actor;
    if (const auto known = first.find(actor); known != first.end()) join(n, known->second);
  }
}

// "Pak Jeong-ae [Pak Jong Ae]": the editor says that it is one person.
void PersonResolver::join_respellings() {
  for (const std::uint32_t d : draft_.order) {
    std::uint32_t previous = no_entity;
    for (std::uint32_t m = 0; m < draft_.mentions[d].mentions.size(); ++m) {
      if (draft_.mention(d, m).type != EntityType::person) continue;
      const std::uint32_t n = node_of_mention_[d][m];
      if (draft_.mention(d, m).respelling && n != no_entity && previous != no_entity && root(n) != root(previous)) {
        if (join(n, previous)) nodes_[n].reason = LinkReason::respelling;
      }
      previous = n;
    }
  }
}

// "A. Mikoyan" and "Anastas Mikoyan", "Charles Bohlen" and "Charles E. Bohlen", where only one person fits.
void PersonResolver::join_initials() {
  for (const auto& [surname, bearers] : by_surname_) {
    for (const std::uint32_t n : bearers) {
      std::set<std::uint32_t> fitting;
      std::size_t longer = no_entity;
      for (const std::uint32_t other : bearers) {
        if (other == n || !names_agree(nodes_[n].name, nodes_[other].name)) continue;
        // The shorter form looks for the longer one, initials for names.
        const bool initials = has_initials_only(nodes_[n].name) && !has_initials_only(nodes_[other].name);
        const bool shorter = nodes_[n].name.given.size() < nodes_[other].name.given.size();
        if (!initials && !shorter) continue;
        fitting.insert(root(other));
        longer = other;
      }
      if (fitting.size() == 1) join(n, static_cast<std::uint32_t>(longer));
    }
  }
}

// "Pak Ui-won" for "Pak Ui-wan": one letter in a long name. Candidates share the name without one letter.
void PersonResolver::join_misprints() {
  std::map<std::string, std::vector<std::uint32_t>> without_letter;
  for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
    const std::string& key = nodes_[n].key;
    if (!nodes_[n].name.family_first || key.size() <= shortest_misprint) continue;
    without_letter[key].push_back(n);
    for (std::size_t i = 1; i < key.size(); ++i) {  // the first letter of a name is hardly ever misprinted
      if (key[i] == '|') continue;
      std::vector<std::uint32_t>& bucket = without_letter[key.substr(0, i) + key.substr(i + 1)];
      if (bucket.empty() || bucket.back() != n) bucket.push_back(n);
    }
  }
  std::map<std::uint32_t, std::set<std::uint32_t>> neighbours;
  for (const auto& [key, bucket] : without_letter) {
    for (const std::uint32_t a : bucket) {
      for (const std::uint32_t b : bucket) {
        if (a != b && one_letter_apart(nodes_[a].key, nodes_[b].key)) neighbours[a].insert(b);
      }
    }
  }
  for (const auto& [a, near] : neighbours) {
    if (near.size() == 1 && neighbours[*near.begin()].size() == 1 && a < *near.begin()) try_misprint(a, *near.begin());
  }
}

// Whoever is written both ways several times in one document is rather two people.
void PersonResolver::try_misprint(std::uint32_t a, std::uint32_t b) {
  for (const auto& [document, count] : nodes_[a].documents) {
    const auto there = nodes_[b].documents.find(document);
    if (there != nodes_[b].documents.end() && std::min(count, there->second) > 1) return;
  }
  const auto total = [&](std::uint32_t n) {
    return std::accumulate(nodes_[n].documents.begin(), nodes_[n].documents.end(), 0,
                           [](int sum, const auto& entry) { return sum + entry.second; });
  };
  const std::uint32_t rare = total(a) < total(b) ? a : b;
  if (root(a) != root(b) && join(a, b)) nodes_[rare].reason = LinkReason::misprint;
}

void PersonResolver::make_entities() {
  entity_of_node_.assign(nodes_.size(), no_entity);
  std::vector<std::uint32_t> entity_of_root(nodes_.size(), no_entity);
  for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
    const std::uint32_t r = root(n);
    if (entity_of_root[r] == no_entity) {
      const std::uint32_t actor = actor_of_root_[r];
      entity_of_root[r] = draft_.add(EntityType::person);
      if (actor != no_entry) {
        DraftEntity& entity = draft_.entities.back();
        entity.slug = draft_.lexicon.actors()[actor].id;
        entity.name = draft_.lexicon.actors()[actor].name;
        entity_of_actor_.emplace(actor, entity_of_root[r]);
      }
    }
    entity_of_node_[n] = entity_of_root[r];
  }
  each_person([&](std::uint32_t d, std::uint32_t m) {
    const std::uint32_t n = node_of_mention_[d][m];
    if (n == no_entity) return;
    const Mention& mention = draft_.mention(d, m);
    const bool completed = draft_.documents[d].bytes()[mention.span.end - 1] == ']';
    const LinkReason reason = completed ? LinkReason::completion : nodes_[n].reason;
    draft_.link(d, m, entity_of_node_[n], reason, has_initials_only(nodes_[n].name) ? 1 : 0);
  });
}

// Who bears which surname in a document, in the order of mentions.
void PersonResolver::index_bearers(std::uint32_t d) {
  bearers_.clear();
  for (std::uint32_t m = 0; m < draft_.mentions[d].mentions.size(); ++m) {
    const std::uint32_t n = node_of_mention_[d][m];
    if (n != no_entity) bearers_[nodes_[n].name.surname].push_back({m, entity_of_node_[n]});
  }
}

// The only bearer of a surname in the document; of several, the one named last in the same paragraph, else in the
// title.
std::optional<Link> PersonResolver::bearer_in_document(std::uint32_t d, std::uint32_t m) {
  const auto known = bearers_.find(name(d, m).surname);
  if (known == bearers_.end()) return std::nullopt;
  const std::vector<Bearer>& all = known->second;
  const bool alone =
      std::all_of(all.begin(), all.end(), [&](const Bearer& b) { return b.entity == all.front().entity; });
  if (alone) return Link{all.front().entity, LinkReason::surname_in_document};
  const auto after = std::partition_point(all.begin(), all.end(), [&](const Bearer& b) { return b.mention < m; });
  if (after != all.begin()) {
    const Bearer& before = *std::prev(after);
    const bool same_paragraph = draft_.mention(d, before.mention).paragraph == draft_.mention(d, m).paragraph;
    if (same_paragraph) return Link{before.entity, LinkReason::surname_in_paragraph};
  }
  std::set<std::uint32_t> in_title;
  for (const Bearer& bearer : all) {
    const Paragraph& paragraph = draft_.documents[d].paragraphs[draft_.mention(d, bearer.mention).paragraph];
    if (paragraph.section == SectionKind::body) break;  // titles stand before the text
    if (paragraph.section == SectionKind::title) in_title.insert(bearer.entity);
  }
  if (in_title.size() == 1) return Link{*in_title.begin(), LinkReason::surname_in_title};
  return std::nullopt;
}

std::uint32_t PersonResolver::bearer_in_corpus(const std::string& surname) {
  std::set<std::uint32_t> bearers;
  const auto known = by_surname_.find(surname);
  if (known == by_surname_.end()) return no_entity;
  for (const std::uint32_t n : known->second) bearers.insert(entity_of_node_[n]);
  return bearers.size() == 1 ? *bearers.begin() : no_entity;
}

void PersonResolver::link_surnames() {
  std::map<std::string, std::uint32_t> alone;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> alone_in_document;
  std::uint32_t indexed = no_entity;
  each_person([&](std::uint32_t d, std::uint32_t m) {
    if (node_of_mention_[d][m] != no_entity) return;
    if (indexed != d) index_bearers(indexed = d);
    const PersonName& person = name(d, m);
    if (const auto bearer = bearer_in_document(d, m)) return draft_.link(d, m, bearer->entity, bearer->reason, 2);
    const std::uint32_t actor = draft_.mention(d, m).entry;
    if (actor != no_entry) {
      const auto [known, fresh] = entity_of_actor_.try_emplace(actor, no_entity);
      if (fresh) {
        const LexiconActor& entry = draft_.lexicon.actors()[actor];
        known->second = draft_.add(EntityType::person, entry.id, entry.name);
      }
      return draft_.link(d, m, known->second, LinkReason::known_actor, 2);
    }
    // Half of Korea is called Kim, Ri or Pak: there a surname alone says nothing outside its document.
    if (person.family_first) {
      const auto [known, fresh] = alone_in_document.try_emplace({d, person.surname}, no_entity);
      if (fresh) known->second = draft_.add(EntityType::person, person.surname + "-" + draft_.documents[d].id);
      return draft_.link(d, m, known->second, LinkReason::surname_alone, 2);
    }
    const std::uint32_t bearer = bearer_in_corpus(person.surname);
    if (bearer != no_entity) return draft_.link(d, m, bearer, LinkReason::surname_in_corpus, 2);
    const auto [known, fresh] = alone.try_emplace(person.surname, no_entity);
    if (fresh) known->second = draft_.add(EntityType::person);
    draft_.link(d, m, known->second, LinkReason::surname_alone, 2);
  });
}

}  // namespace

void resolve_persons(Draft& draft) { PersonResolver(draft).resolve(); }

}  // namespace kgraph::detail
