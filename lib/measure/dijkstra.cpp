#include <algorithm>

#include "dijkstra_detail.hpp"

namespace kgraph::detail {
namespace {

constexpr std::size_t arity = 4;

}  // namespace

Dijkstra::Dijkstra(const Csr& rows)
    : rows_(rows),
      distance_(rows.vertex_count(), unreached),
      place_(rows.vertex_count(), 0),
      component_size_(rows.vertex_count(), 0) {
  order_.reserve(rows.vertex_count());
}

void Dijkstra::run(VertexId source) {
  for (const VertexId v : order_) distance_[v] = unreached;
  order_.clear();
  distance_[source] = 0;
  heap_.push_back({0, source});
  longest_useful_ = unreached;
  std::size_t measured_at = component_size_[source];
  while (!heap_.empty()) {
    const VertexId v = pop();
    place_[v] = static_cast<std::uint32_t>(order_.size());
    order_.push_back(v);
    // Once everybody has been reached, a path longer than all those in the heap is of no use. Looking for the longest
    // whenever the heap has shrunk by a quarter costs O(V) in all.
    if (order_.size() + heap_.size() == component_size_[source] && heap_.size() <= measured_at) {
      longest_useful_ = 0;
      for (const Entry& entry : heap_) longest_useful_ = std::max(longest_useful_, entry.key);
      measured_at = heap_.size() - heap_.size() / 4;
    }
    relax(v);
  }
  if (component_size_[source] == 0) {
    for (const VertexId v : order_) component_size_[v] = order_.size();
  }
}

/// Offers everybody a path through v. A settled vertex never takes it: its distance is at most that of v.
void Dijkstra::relax(VertexId v) {
  const double base = distance_[v];
  for (std::size_t i = rows_.offsets[v], end = rows_.offsets[v + std::size_t{1}]; i < end; ++i) {
    const VertexId w = rows_.targets[i];
    const double length = base + rows_.lengths[i];
    // Rows are sorted by length: what follows is longer still.
    if (length >= longest_useful_) break;
    if (length >= distance_[w]) continue;
    std::size_t hole = place_[w];
    if (distance_[w] == unreached) {
      hole = heap_.size();
      heap_.push_back({});
    }
    distance_[w] = length;
    sift_up(hole, {length, w});
  }
}

VertexId Dijkstra::pop() {
  const VertexId top = heap_.front().vertex;
  const Entry last = heap_.back();
  heap_.pop_back();
  if (!heap_.empty()) sift_down(0, last);
  return top;
}

void Dijkstra::sift_up(std::size_t hole, Entry entry) {
  while (hole > 0) {
    const std::size_t parent = (hole - 1) / arity;
    if (heap_[parent].key <= entry.key) break;
    put(hole, heap_[parent]);
    hole = parent;
  }
  put(hole, entry);
}

void Dijkstra::sift_down(std::size_t hole, Entry entry) {
  for (;;) {
    const std::size_t first = hole * arity + 1;
    if (first >= heap_.size()) break;
    const std::size_t end = std::min(first + arity, heap_.size());
    std::size_t best = first;
    for (std::size_t child = first + 1; child < end; ++child) {
      if (heap_[child].key < heap_[best].key) best = child;
    }
    if (heap_[best].key >= entry.key) break;
    put(hole, heap_[best]);
    hole = best;
  }
  put(hole, entry);
}

}  // namespace kgraph::detail
