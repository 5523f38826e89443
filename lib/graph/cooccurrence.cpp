#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <utility>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/cooccurrence.hpp>

namespace kgraph {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A mention as a window sees it: the unit of text it stands in (or its token), and the vertex it names.
struct Placed {
  std::uint32_t unit = 0;
  std::uint32_t vertex = 0;
};

bool unit_less(const Placed& a, const Placed& b) { return a.unit < b.unit; }

/// Windows as sorted lists of different vertices in one array, each with what it adds to its pairs.
struct Windows {
  std::vector<std::uint32_t> members;
  std::vector<std::size_t> offsets = {0};
  std::vector<double> weights;

  /// Makes a window of what was appended to `members` since the last one. Fewer than two vertices join nobody.
  void close(CooccurrenceWeight weight) {
    const auto begin = members.begin() + static_cast<std::ptrdiff_t>(offsets.back());
    std::sort(begin, members.end());
    members.erase(std::unique(begin, members.end()), members.end());
    const std::size_t k = members.size() - offsets.back();
    if (k < 2) {
      members.resize(offsets.back());
      return;
    }
    offsets.push_back(members.size());
    weights.push_back(weight == CooccurrenceWeight::newman ? 1.0 / static_cast<double>(k - 1) : 1.0);
  }

  void add_pair(std::uint32_t a, std::uint32_t b, double weight) {
    members.insert(members.end(), {std::min(a, b), std::max(a, b)});
    offsets.push_back(members.size());
    weights.push_back(weight);
  }
};

/// The windows of n tokens. A list holds the different vertices met so far, walking from the document's end to its
/// start, the one named last in front: the vertices within reach of a mention are the list's first ones, so that a
/// mention costs as much as it has different neighbours, however often these are named.
class TokenWindows {
 public:
  TokenWindows(std::size_t vertices, const CooccurrenceOptions& options)
      : options_(options),
        next_(vertices + 1, none),
        previous_(vertices + 1, none),
        token_(vertices, 0),
        head_(static_cast<std::uint32_t>(vertices)) {
    next_[head_] = previous_[head_] = head_;
  }

  void add_document(std::vector<Placed>& mentions, Windows& windows) {
    std::stable_sort(mentions.begin(), mentions.end(), unit_less);
    for (std::size_t i = mentions.size(); i-- > 0;) open_window(mentions[i], windows);
    while (next_[head_] != head_) unlink(next_[head_]);
  }

 private:
  void open_window(const Placed& mention, Windows& windows) {
    near_.clear();
    for (std::uint32_t v = next_[head_]; v != head_ && token_[v] - mention.unit <= options_.tokens; v = next_[v]) {
      if (v != mention.vertex) near_.push_back(v);
    }
    const bool newman = options_.weight == CooccurrenceWeight::newman;
    const double weight = newman && !near_.empty() ? 1.0 / static_cast<double>(near_.size()) : 1.0;
    for (const std::uint32_t v : near_) windows.add_pair(mention.vertex, v, weight);
    if (next_[mention.vertex] != none) unlink(mention.vertex);
    link_in_front(mention.vertex);
    token_[mention.vertex] = mention.unit;
  }

  void link_in_front(std::uint32_t v) {
    next_[v] = next_[head_];
    previous_[v] = head_;
    previous_[next_[v]] = v;
    next_[head_] = v;
  }

  void unlink(std::uint32_t v) {
    next_[previous_[v]] = next_[v];
    previous_[next_[v]] = previous_[v];
    next_[v] = none;
  }

  const CooccurrenceOptions& options_;
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> previous_;
  std::vector<std::uint32_t> token_;
  std::vector<std::uint32_t> near_;
  std::uint32_t head_ = 0;
};

std::uint32_t unit_of(const GraphMention& mention, Window window) {
  switch (window) {
    case Window::document:
      return 0;
    case Window::paragraph:
      return mention.paragraph;
    case Window::sentence:
      return mention.sentence;
    case Window::tokens:
      return mention.token;
  }
  return 0;
}

void check(const CooccurrenceOptions& options) {
  if (options.window == Window::tokens && options.tokens == 0) {
    throw ArgumentError("a window of 0 tokens holds nothing; give at least 1");
  }
  if (options.types.empty()) throw ArgumentError("no entity type is chosen; give at least one, such as person");
  if (!std::isfinite(options.min_weight)) throw ArgumentError("the minimum weight must be a finite number");
  if (options.dates.empty()) throw ArgumentError("the range of dates ends before it begins");
}

/// Chooses documents and vertices: fills the result but for the network, and returns the vertex of each entity.
std::vector<std::uint32_t> choose_vertices(const Graph& graph, const CooccurrenceOptions& options,
                                           std::vector<std::uint32_t>& documents, CooccurrenceResult& result) {
  std::vector<std::uint32_t> last_document(graph.entities.size(), none);
  std::vector<std::uint32_t> naming(graph.entities.size(), 0);
  for (std::size_t d = 0; d < graph.mentions.size(); ++d) {
    const auto& date = graph.documents[d].date;
    if (!date && !options.dates.open()) ++result.undated_documents;
    if (!options.dates.may_contain(date)) continue;
    documents.push_back(static_cast<std::uint32_t>(d));
    for (const GraphMention& mention : graph.mentions[d]) {
      if (!options.types.contains(graph.entities[mention.entity].type)) continue;
      if (std::exchange(last_document[mention.entity], static_cast<std::uint32_t>(d)) != d) ++naming[mention.entity];
    }
  }
  result.documents = documents.size();
  std::vector<std::uint32_t> vertex_of(graph.entities.size(), none);
  for (std::size_t e = 0; e < graph.entities.size(); ++e) {
    if (naming[e] == 0) continue;
    vertex_of[e] = static_cast<std::uint32_t>(result.entity_of_vertex.size());
    result.entity_of_vertex.push_back(static_cast<std::uint32_t>(e));
    result.documents_of_vertex.push_back(naming[e]);
  }
  return vertex_of;
}

Windows make_windows(const Graph& graph, const CooccurrenceOptions& options,
                     const std::vector<std::uint32_t>& documents, const std::vector<std::uint32_t>& vertex_of,
                     std::size_t vertices) {
  Windows windows;
  TokenWindows token_windows(vertices, options);
  std::vector<Placed> placed;
  for (const std::uint32_t d : documents) {
    placed.clear();
    for (const GraphMention& mention : graph.mentions[d]) {
      const std::uint32_t vertex = vertex_of[mention.entity];
      if (vertex != none) placed.push_back({unit_of(mention, options.window), vertex});
    }
    if (options.window == Window::tokens) {
      token_windows.add_document(placed, windows);
      continue;
    }
    std::stable_sort(placed.begin(), placed.end(), unit_less);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      windows.members.push_back(placed[i].vertex);
      if (i + 1 == placed.size() || placed[i + 1].unit != placed[i].unit) windows.close(options.weight);
    }
  }
  return windows;
}

/// Adds up the pairs of all windows, one vertex at a time over the windows that hold it: neither sorting nor hashing,
/// and always in the order of the documents.
std::vector<NetworkEdge> add_up(const Windows& windows, std::size_t vertices, double min_weight) {
  std::vector<std::size_t> first(vertices + 1, 0);
  for (const std::uint32_t v : windows.members) ++first[v + 1];
  for (std::size_t v = 0; v < vertices; ++v) first[v + 1] += first[v];
  // For each vertex its windows, and where in `members` the vertices after it begin there.
  std::vector<std::pair<std::size_t, std::size_t>> places(windows.members.size());
  std::vector<std::size_t> fill(first.begin(), first.end() - 1);
  for (std::size_t w = 0; w < windows.weights.size(); ++w) {
    for (std::size_t i = windows.offsets[w]; i < windows.offsets[w + 1]; ++i) {
      places[fill[windows.members[i]]++] = {w, i + 1};
    }
  }
  std::vector<NetworkEdge> edges;
  std::vector<double> sum(vertices, 0.0);
  std::vector<std::uint32_t> touched;
  for (std::size_t v = 0; v < vertices; ++v) {
    touched.clear();
    for (std::size_t p = first[v]; p < first[v + 1]; ++p) {
      const auto [w, from] = places[p];
      for (std::size_t i = from; i < windows.offsets[w + 1]; ++i) {
        const std::uint32_t u = windows.members[i];
        if (sum[u] == 0.0) touched.push_back(u);
        sum[u] += windows.weights[w];
      }
    }
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t u : touched) {
      const double weight = std::exchange(sum[u], 0.0);
      if (weight >= min_weight) edges.push_back({static_cast<VertexId>(v), u, weight});
    }
  }
  return edges;
}

}  // namespace

CooccurrenceResult cooccurrence(const Graph& graph, const CooccurrenceOptions& options) {
  check(options);
  CooccurrenceResult result;
  std::vector<std::uint32_t> documents;
  const std::vector<std::uint32_t> vertex_of = choose_vertices(graph, options, documents, result);
  const std::size_t vertices = result.entity_of_vertex.size();
  const Windows windows = make_windows(graph, options, documents, vertex_of, vertices);
  const std::vector<NetworkEdge> edges = add_up(windows, vertices, options.min_weight);
  std::vector<std::string> names;
  std::vector<std::string> ids;
  for (const std::uint32_t e : result.entity_of_vertex) {
    names.push_back(graph.entities[e].name);
    ids.push_back(graph.entities[e].id);
  }
  result.network = Network(vertices, edges, std::move(names), std::move(ids));
  return result;
}

}  // namespace kgraph
