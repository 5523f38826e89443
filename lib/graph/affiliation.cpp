#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/affiliation.hpp>

namespace kgraph {

namespace {

/// Two entities that share a sentence or a paragraph, with how often they do.
struct Pair {
  std::uint32_t of = 0;
  std::uint32_t with = 0;
  std::uint32_t sentences = 0;
  std::uint32_t paragraphs = 0;
};

bool same(const Pair& a, const Pair& b) { return a.of == b.of && a.with == b.with; }

struct Placed {
  std::uint32_t unit = 0;
  std::uint32_t entity = 0;
  friend auto operator<=>(const Placed&, const Placed&) = default;
};

/// The entities of one type that a document names, by unit of its text, each once a unit.
std::vector<Placed> place(const Graph& graph, std::size_t document, EntityType type,
                          std::uint32_t GraphMention::*unit) {
  std::vector<Placed> placed;
  for (const GraphMention& mention : graph.mentions[document]) {
    if (graph.entities[mention.entity].type == type) placed.push_back({mention.*unit, mention.entity});
  }
  std::sort(placed.begin(), placed.end());
  placed.erase(std::unique(placed.begin(), placed.end()), placed.end());
  return placed;
}

/// Appends a pair with `count` 1 for every unit that names both.
void append_shared(const std::vector<Placed>& of, const std::vector<Placed>& with, std::uint32_t Pair::*count,
                   std::vector<Pair>& pairs) {
  auto first = with.begin();
  for (const Placed& a : of) {
    while (first != with.end() && first->unit < a.unit) ++first;
    for (auto b = first; b != with.end() && b->unit == a.unit; ++b) {
      if (a.entity == b->entity) continue;
      Pair& pair = pairs.emplace_back(Pair{a.entity, b->entity});
      pair.*count = 1;
    }
  }
}

/// Sorts by (of, with) and adds up what belongs to one pair.
void add_up(std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return std::tie(a.of, a.with) < std::tie(b.of, b.with); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (kept > 0 && same(pairs[kept - 1], pairs[i])) {
      pairs[kept - 1].sentences += pairs[i].sentences;
      pairs[kept - 1].paragraphs += pairs[i].paragraphs;
    } else {
      pairs[kept++] = pairs[i];
    }
  }
  pairs.resize(kept);
}

}  // namespace

std::vector<std::optional<Affiliation>> most_seen_with(const Graph& graph, EntityType of, EntityType with,
                                                       const DateRange& dates) {
  if (dates.empty()) throw ArgumentError("the range of dates ends before it begins");
  std::vector<Pair> pairs;
  for (std::size_t d = 0; d < graph.mentions.size(); ++d) {
    if (!dates.may_contain(graph.documents[d].date)) continue;
    for (const auto& [unit, count] : {std::pair{&GraphMention::sentence, &Pair::sentences},
                                      std::pair{&GraphMention::paragraph, &Pair::paragraphs}}) {
      append_shared(place(graph, d, of, unit), place(graph, d, with, unit), count, pairs);
    }
  }
  add_up(pairs);
  std::vector<std::optional<Affiliation>> result(graph.entities.size());
  // In the order of (of, with): a later companion must be strictly better, so that the smaller id wins a tie.
  for (const Pair& pair : pairs) {
    std::optional<Affiliation>& best = result[pair.of];
    if (best && std::tie(best->sentences, best->paragraphs) >= std::tie(pair.sentences, pair.paragraphs)) continue;
    best = Affiliation{pair.with, pair.sentences, pair.paragraphs};
  }
  return result;
}

}  // namespace kgraph
