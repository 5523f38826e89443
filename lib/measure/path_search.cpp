#include <utility>

#include <kgraph/base/error.hpp>

#include "path_search_detail.hpp"

namespace kgraph::detail {

/// The vertices waiting in a breadth-first search: they come in the order of their distances.
class PathSearch::Levels {
 public:
  explicit Levels(const PathSearch& search) : search_(search) {}
  [[nodiscard]] bool empty() const { return head_ == entries_.size(); }
  [[nodiscard]] double key() const { return entries_[head_].key; }
  /// The ties that wait to be followed: a hub is worth many others.
  [[nodiscard]] std::size_t work() const { return work_; }
  void push(Entry entry) {
    entries_.push_back(entry);
    work_ += search_.rows_.degree(entry.vertex);
  }
  VertexId pop() {
    const VertexId v = entries_[head_++].vertex;
    work_ -= search_.rows_.degree(v);
    return v;
  }
  void drop_outdated(Side /*side*/) {}

 private:
  const PathSearch& search_;
  std::vector<Entry> entries_;
  std::size_t head_ = 0;
  std::size_t work_ = 0;
};

/// The vertices waiting in Dijkstra's algorithm. One that is found at a smaller distance is pushed again.
class PathSearch::Heap {
 public:
  explicit Heap(const PathSearch& search) : search_(search) {}
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] double key() const { return entries_.front().key; }
  [[nodiscard]] std::size_t work() const { return entries_.size(); }
  void push(Entry entry) {
    entries_.push_back(entry);
    std::push_heap(entries_.begin(), entries_.end(), later);
  }
  VertexId pop() {
    std::pop_heap(entries_.begin(), entries_.end(), later);
    const VertexId v = entries_.back().vertex;
    entries_.pop_back();
    return v;
  }
  void drop_outdated(Side side) {
    while (!empty() && key() > search_.distance(side, entries_.front().vertex)) pop();
  }

 private:
  static bool later(const Entry& a, const Entry& b) { return a.key > b.key; }

  const PathSearch& search_;
  std::vector<Entry> entries_;
};

PathSearch::PathSearch(const Network& network, Distance distance)
    : rows_(unit_rows(network)),
      unit_(distance == Distance::unit),
      labels_(network.vertex_count()),
      avoided_(network.vertex_count(), 0),
      removed_(network.vertex_count(), 0),
      no_second_(network.vertex_count(), 0) {
  if (unit_) return;
  // Rows stay sorted by target: paths are visited in that order.
  rows_.lengths.reserve(rows_.targets.size());
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    for (const Network::Arc& arc : network.arcs(v)) rows_.lengths.push_back(inverse_length(network, v, arc));
  }
}

void PathSearch::avoid(const std::vector<VertexId>& vertices) {
  std::fill(avoided_.begin(), avoided_.end(), std::uint8_t{0});
  for (const VertexId v : vertices) avoided_[v] = 1;
}

void PathSearch::next_search() {
  if (++search_ != 0) return;
  // After 2^32 searches the numbers begin anew, and old ones must not be taken for current.
  std::fill(labels_.begin(), labels_.end(), std::array<Label, 2>{});
  std::fill(removed_.begin(), removed_.end(), 0U);
  std::fill(no_second_.begin(), no_second_.end(), 0U);
  search_ = 1;
}

bool PathSearch::open(Side side, VertexId v, VertexId w) const {
  if (removed_[w] == search_) return false;
  if (side == 0 && v == ends_[0] && no_second_[w] == search_) return false;
  if (side == 1 && w == ends_[0] && no_second_[v] == search_) return false;
  return avoided_[w] == 0 || w == ends_[0] || w == ends_[1];
}

bool PathSearch::run(VertexId from, VertexId to, const Detour& detour) {
  next_search();
  ends_ = {from, to};
  for (const VertexId v : detour.removed) removed_[v] = search_;
  for (const VertexId v : detour.no_second) no_second_[v] = search_;
  shortest_ = unreached;
  meeting_.clear();
  for (auto& vertices : settled_) vertices.clear();
  if (unit_) {
    std::array<Levels, 2> queues = {Levels(*this), Levels(*this)};
    meet(queues);
  } else {
    std::array<Heap, 2> queues = {Heap(*this), Heap(*this)};
    meet(queues);
  }
  if (meeting_.empty()) return false;
  complete();
  return true;
}

/// Labels vertices from both ends. Let v lie on a shortest path. Once the next keys of both sides add up to more than
/// its length, one side has settled v. So on every shortest path the first vertex that the first side did not settle is
/// labelled by both: by the first since its predecessor is settled, by the other since it is settled there. With unit
/// lengths a sum equal to the shortest length suffices: what it leaves unsettled are vertices in the middle, whose
/// neighbours on both sides are settled.
template <class Queue>
void PathSearch::meet(std::array<Queue, 2>& queues) {
  for (const Side side : {Side{0}, Side{1}}) {
    labels_[ends_[side]][side] = {0, search_};
    queues[side].push({0, ends_[side]});
  }
  while (!queues[0].empty() && !queues[1].empty()) {
    const double reach = queues[0].key() + queues[1].key();
    if (unit_ ? reach >= shortest_ : reach > longest_tie_with(shortest_)) break;
    const Side side = queues[0].work() <= queues[1].work() ? 0 : 1;
    const double key = queues[side].key();
    do {
      expand(queues, side, queues[side].pop());
      queues[side].drop_outdated(side);
    } while (!queues[side].empty() && queues[side].key() == key);
  }
  const double limit = longest_tie_with(shortest_);
  std::sort(meeting_.begin(), meeting_.end());
  meeting_.erase(std::unique(meeting_.begin(), meeting_.end()), meeting_.end());
  std::erase_if(meeting_, [&](VertexId v) { return distance(0, v) + distance(1, v) > limit; });
}

template <class Queue>
void PathSearch::expand(std::array<Queue, 2>& queues, Side side, VertexId v) {
  const Side other = 1 - side;
  settled_[side].push_back(v);
  const double base = labels_[v][side].distance;
  const double reach = queues[other].key();
  for (std::size_t i = rows_.offsets[v], end = rows_.offsets[v + std::size_t{1}]; i < end; ++i) {
    const VertexId w = rows_.targets[i];
    const double found = base + length(i);
    if (found >= distance(side, w) || !open(side, v, w)) continue;
    labels_[w][side] = {found, search_};
    const double total = found + distance(other, w);
    if (total <= longest_tie_with(shortest_) && total < unreached) {
      shortest_ = std::min(shortest_, total);
      meeting_.push_back(w);
    }
    // What the other side has not reached cannot be nearer to its end than that side has come.
    const bool useful = unit_ ? found + reach < shortest_ : found + reach <= longest_tie_with(shortest_);
    if (useful && w != ends_[other]) queues[side].push({found, w});
  }
}

/// Calls use(arc, w) for the arcs of v, by target; those to vertices other than the candidates (sorted) may be left
/// out. A hub has many more neighbours than a search has met vertices.
template <class Use>
void PathSearch::for_each_arc(VertexId v, const std::vector<VertexId>& candidates, Use&& use) const {
  constexpr std::size_t cost_of_finding = 8;
  const auto row = rows_.row(v);
  if (candidates.size() * cost_of_finding > row.size()) {
    for (std::size_t i = 0; i < row.size(); ++i) use(rows_.offsets[v] + i, row[i]);
    return;
  }
  auto from = row.begin();
  for (const VertexId w : candidates) {
    from = std::lower_bound(from, row.end(), w);
    if (from == row.end()) return;
    if (*from == w) use(rows_.offsets[v] + static_cast<std::size_t>(from - row.begin()), w);
  }
}

/// Carries the distances from the path's end on from where the searches met towards its beginning, along shortest paths
/// alone. Then each vertex of each shortest path has a label of side 1 that is its distance.
void PathSearch::complete() {
  const double limit = longest_tie_with(shortest_);
  for (auto& vertices : settled_) std::sort(vertices.begin(), vertices.end());
  followers_ = settled_[1];
  followers_.insert(followers_.end(), meeting_.begin(), meeting_.end());
  followers_.push_back(ends_[1]);
  Heap queue(*this);
  for (const VertexId v : meeting_) queue.push({distance(1, v), v});
  for (; !queue.empty(); queue.drop_outdated(1)) {
    const VertexId v = queue.pop();
    if (v == ends_[0]) continue;
    const double base = labels_[v][1].distance;
    // A vertex in front of the meeting was settled by the first side.
    for_each_arc(v, settled_[0], [&](std::size_t arc, VertexId w) {
      const double found = base + length(arc);
      if (distance(0, w) + found > limit || found >= distance(1, w) || !open(1, v, w)) return;
      labels_[w][1] = {found, search_};
      followers_.push_back(w);
      queue.push({found, w});
    });
  }
  std::sort(followers_.begin(), followers_.end());
  followers_.erase(std::unique(followers_.begin(), followers_.end()), followers_.end());
}

void PathSearch::visit_paths(const std::function<bool(const std::vector<VertexId>&)>& visit) const {
  struct Place {
    double length;
    /// Every step so far came nearer to the end, so that no vertex can have come twice.
    bool straight;
    /// Where in `next` the vertices begin that are still to follow; the last one is the next.
    std::size_t first_next;
  };
  const double limit = longest_tie_with(shortest_);
  std::vector<VertexId> path;
  std::vector<Place> places;
  std::vector<std::pair<VertexId, double>> next;
  const auto enter = [&](VertexId v, double covered, bool straight) {
    path.push_back(v);
    places.push_back({covered, straight, next.size()});
    if (v == ends_[1]) return;
    // The labels lead to the end without a detour, so that nearly every vertex taken here is on a path.
    for_each_arc(v, followers_, [&](std::size_t arc, VertexId w) {
      const double sum = covered + length(arc);
      if (sum + distance(1, w) > limit || (v == ends_[0] && no_second_[w] == search_)) return;
      next.emplace_back(w, sum);
    });
    std::reverse(next.begin() + static_cast<std::ptrdiff_t>(places.back().first_next), next.end());
  };
  enter(ends_[0], 0, true);
  while (!path.empty()) {
    const VertexId v = path.back();
    if (v == ends_[1] && !visit(path)) return;
    if (next.size() == places.back().first_next) {
      path.pop_back();
      places.pop_back();
      continue;
    }
    const auto [w, covered] = next.back();
    next.pop_back();
    // Ties far shorter than the tolerance may lead in a circle without making a path any longer.
    const bool straight = places.back().straight && distance(1, w) < distance(1, v);
    if (!straight && std::find(path.begin(), path.end(), w) != path.end()) continue;
    enter(w, covered, straight);
  }
}

std::vector<VertexSteps> PathSearch::within(VertexId from, std::uint32_t steps) {
  next_search();
  std::vector<VertexSteps> order = {{from, 0}};
  labels_[from][0] = {0, search_};
  for (std::size_t i = 0; i < order.size() && order[i].steps < steps; ++i) {
    const auto [v, level] = order[i];
    if (avoided_[v] != 0 && v != from) continue;
    for (const VertexId w : rows_.row(v)) {
      if (labels_[w][0].search == search_) continue;
      labels_[w][0] = {0, search_};
      order.push_back({w, level + 1});
    }
  }
  order.erase(order.begin());
  std::sort(order.begin(), order.end(), [](const VertexSteps& a, const VertexSteps& b) {
    return std::pair(a.steps, a.vertex) < std::pair(b.steps, b.vertex);
  });
  return order;
}

double PathSearch::length_of(const std::vector<VertexId>& path) const {
  double sum = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const auto row = rows_.row(path[i - 1]);
    const auto found = std::lower_bound(row.begin(), row.end(), path[i]);
    sum += length(rows_.offsets[path[i - 1]] + static_cast<std::size_t>(found - row.begin()));
  }
  return sum;
}

}  // namespace kgraph::detail
