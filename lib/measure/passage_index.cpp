#include <algorithm>
#include <tuple>

#include <kgraph/base/relation_type.hpp>

#include "passage_detail.hpp"
#include "passage_index_detail.hpp"

namespace kgraph::detail {

namespace {

/// Whether what a passage states may have held on some day of the range. An interval without an end goes on.
bool overlaps(const Evidence& evidence, const DateRange& range) {
  const std::optional<Date>& end = evidence.until ? evidence.until : evidence.since;
  if (range.since && end && end->last_day() < range.since->first_day()) return false;
  return !range.until || !evidence.since || evidence.since->first_day() <= range.until->last_day();
}

}  // namespace

PassageIndex::PassageIndex(const Graph& graph, const ConnectionOptions& options) : graph_(graph), options_(options) {
  index_relations();
  if (options.cooccurrence) index_mentions();
}

bool PassageIndex::counts(const Evidence& evidence) const {
  if (options_.dates.open()) return true;
  if (evidence.since || evidence.until) return overlaps(evidence, options_.dates);
  return options_.dates.may_contain(graph_.documents[evidence.document].date);
}

void PassageIndex::index_relations() {
  const auto& types = options_.relations;
  for (std::size_t r = 0; r < graph_.relations.size(); ++r) {
    const GraphRelation& relation = graph_.relations[r];
    if (relation.source == relation.target) continue;
    if (!types.empty() && std::find(types.begin(), types.end(), relation.type) == types.end()) continue;
    auto passages = static_cast<std::uint32_t>(std::count_if(relation.evidence.begin(), relation.evidence.end(),
                                                             [&](const Evidence& e) { return counts(e); }));
    // A relation that somebody put into a graph file without evidence holds, but nobody knows when.
    if (relation.evidence.empty() && options_.dates.open()) passages = 1;
    if (passages == 0) continue;
    const auto [low, high] = std::minmax(relation.source, relation.target);
    related_.push_back({low, high, static_cast<std::uint32_t>(r), passages});
  }
  std::sort(related_.begin(), related_.end(), [](const Related& a, const Related& b) {
    return std::tie(a.low, a.high, a.relation) < std::tie(b.low, b.high, b.relation);
  });
}

void PassageIndex::index_mentions() {
  first_place_.assign(graph_.entities.size() + 1, 0);
  const auto for_each_mention = [&](auto&& visit) {
    for (std::uint32_t d = 0; d < graph_.mentions.size(); ++d) {
      if (!options_.dates.may_contain(graph_.documents[d].date)) continue;
      for (std::uint32_t m = 0; m < graph_.mentions[d].size(); ++m) visit(graph_.mentions[d][m].entity, Place{d, m});
    }
  };
  for_each_mention([&](std::uint32_t entity, Place) { ++first_place_[entity + std::size_t{1}]; });
  for (std::size_t e = 1; e < first_place_.size(); ++e) first_place_[e] += first_place_[e - 1];
  places_.resize(first_place_.back());
  std::vector<std::size_t> next(first_place_.begin(), first_place_.end() - 1);
  for_each_mention([&](std::uint32_t entity, Place place) { places_[next[entity]++] = place; });
}

std::vector<NetworkEdge> PassageIndex::relation_ties() const {
  std::vector<NetworkEdge> ties;
  ties.reserve(related_.size());
  for (const Related& one : related_) ties.push_back({one.low, one.high, static_cast<double>(one.passages)});
  return ties;
}

/// Earlier dates first, undated passages last, then the order of documents and bytes.
bool PassageIndex::before(const Evidence& a, const Evidence& b) const {
  const auto key = [&](const Evidence& evidence) {
    std::optional<Date> date = evidence.since ? evidence.since : evidence.until;
    if (!date) date = graph_.documents[evidence.document].date;
    return std::tuple(!date, date ? date->first_day() : Date(), evidence.document, evidence.span);
  };
  return key(a) < key(b);
}

std::optional<Evidence> PassageIndex::best_evidence(const GraphRelation& relation) const {
  std::optional<Evidence> best;
  for (const Evidence& evidence : relation.evidence) {
    if (counts(evidence) && (!best || before(evidence, *best))) best = evidence;
  }
  return best;
}

std::span<const PassageIndex::Related> PassageIndex::related(std::uint32_t a, std::uint32_t b) const {
  const auto ends = [](const Related& one) { return std::pair(one.low, one.high); };
  const std::pair<std::uint32_t, std::uint32_t> key = std::minmax(a, b);
  const auto first = std::lower_bound(related_.begin(), related_.end(), key,
                                      [&](const Related& one, const auto& k) { return ends(one) < k; });
  auto last = first;
  while (last != related_.end() && ends(*last) == key) ++last;
  return {first, last};
}

Step PassageIndex::step(std::uint32_t from, std::uint32_t to) const {
  Step step = {.from = from, .to = to};
  const std::span<const Related> relations = related(from, to);
  const GraphRelation* best = nullptr;
  for (const Related& one : relations) {
    const GraphRelation& relation = graph_.relations[one.relation];
    step.all_passages += one.passages;
    const std::optional<Evidence> evidence = best_evidence(relation);
    const bool better = evidence && (!step.evidence || before(*evidence, *step.evidence));
    if (best != nullptr && !better) continue;
    best = &relation;
    step.evidence = evidence;
    step.passages = one.passages;
  }
  Shared together;
  if (options_.cooccurrence) together = shared(from, to);
  step.all_passages += together.windows;
  if (best == nullptr) {
    step.kind = cooccurrence_kind;
    step.evidence = together.evidence;
    step.passages = together.windows;
    return step;
  }
  step.kind = best->type;
  if (!relation_type(best->type).symmetric) {
    step.direction = best->source == from ? StepDirection::forward : StepDirection::backward;
  }
  return step;
}

std::uint32_t PassageIndex::unit_of(const GraphMention& mention) const {
  switch (*options_.cooccurrence) {
    case Window::paragraph:
      return mention.paragraph;
    case Window::sentence:
      return mention.sentence;
    case Window::document:
    case Window::tokens:
      return 0;
  }
  return 0;
}

std::span<const PassageIndex::Place> PassageIndex::places(std::uint32_t entity) const {
  return {places_.data() + first_place_[entity], places_.data() + first_place_[entity + std::size_t{1}]};
}

PassageIndex::Shared PassageIndex::shared(std::uint32_t a, std::uint32_t b) const {
  Shared result;
  const auto rest_of_document = [](std::span<const Place> places) {
    std::size_t n = 0;
    while (n < places.size() && places[n].document == places[0].document) ++n;
    return n;
  };
  std::span<const Place> left = places(a);
  std::span<const Place> right = places(b);
  while (!left.empty() && !right.empty()) {
    const std::size_t l = rest_of_document(left);
    const std::size_t r = rest_of_document(right);
    const std::uint32_t document = left[0].document;
    const std::uint32_t other = right[0].document;
    if (document == other) add_document(left.first(l), right.first(r), result);
    if (document <= other) left = left.subspan(l);
    if (other <= document) right = right.subspan(r);
  }
  return result;
}

/// Counts the windows of one document that name both, and quotes the first of them where the document is the best so
/// far.
void PassageIndex::add_document(std::span<const Place> a, std::span<const Place> b, Shared& shared) const {
  const std::uint32_t document = a[0].document;
  const std::vector<GraphMention>& mentions = graph_.mentions[document];
  const auto unit = [&](const Place& place) { return unit_of(mentions[place.mention]); };
  struct Pair {
    std::uint32_t unit, gap, first, last;
    auto operator<=>(const Pair&) const = default;
  };
  std::vector<Pair> nearest;
  // Between two mentions that are nearest to each other, neither entity is named: only neighbours in order matter.
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t first = std::min(a[i].mention, b[j].mention);
    const std::uint32_t last = std::max(a[i].mention, b[j].mention);
    if (unit(a[i]) == unit(b[j])) {
      nearest.push_back({unit(a[i]), mentions[last].span.start - mentions[first].span.start, first, last});
    }
    ++(a[i].mention < b[j].mention ? i : j);
  }
  if (nearest.empty()) return;
  std::sort(nearest.begin(), nearest.end());
  const Pair best = nearest.front();
  const auto same_unit = [](const Pair& x, const Pair& y) { return x.unit == y.unit; };
  shared.windows += static_cast<std::size_t>(std::unique(nearest.begin(), nearest.end(), same_unit) - nearest.begin());
  Evidence evidence;
  evidence.document = document;
  evidence.since = graph_.documents[document].date;
  evidence.basis = evidence.since ? DateBasis::document : DateBasis::none;
  if (shared.evidence && !before(evidence, *shared.evidence)) return;
  evidence.span = passage(graph_.documents[document], mentions, best.first, best.last);
  shared.evidence = evidence;
}

}  // namespace kgraph::detail
