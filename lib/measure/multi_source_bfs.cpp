#include <algorithm>

#include "multi_source_bfs_detail.hpp"

namespace kgraph::detail {

MultiSourceBfs::MultiSourceBfs(const Csr& rows)
    : rows_(rows), seen_(rows.vertex_count()), frontier_(rows.vertex_count()), next_(rows.vertex_count()) {
  active_.reserve(rows.vertex_count());
  touched_.reserve(rows.vertex_count());
}

void MultiSourceBfs::start(VertexId begin, VertexId end) {
  std::fill(seen_.begin(), seen_.end(), SourceSet{});
  all_ = {};
  active_.clear();
  for (VertexId v = begin; v < end; ++v) {
    all_.insert(v - begin);
    seen_[v].insert(v - begin);
    frontier_[v] = seen_[v];
    active_.push_back(v);
  }
}

void MultiSourceBfs::advance() {
  std::size_t active_arcs = 0;
  for (const VertexId v : active_) active_arcs += rows_.degree(v);
  // Pulling reads the rows of all unfinished vertices, pushing those of the active ones only, at several times the
  // price an arc: it pays while few are active, as at the start and on long thin networks.
  touched_.clear();
  if (active_arcs > rows_.targets.size() / 8) {
    pull();
  } else {
    push();
  }
  for (const VertexId v : active_) frontier_[v] = {};
  std::swap(frontier_, next_);
  std::swap(active_, touched_);
}

void MultiSourceBfs::pull() {
  for (VertexId v = 0; v < rows_.vertex_count(); ++v) {
    if (seen_[v] == all_) continue;
    SourceSet gathered;
    for (const VertexId w : rows_.row(v)) gathered.insert(frontier_[w]);
    settle(v, gathered);
  }
}

void MultiSourceBfs::push() {
  std::vector<VertexId> candidates;
  for (const VertexId v : active_) {
    for (const VertexId w : rows_.row(v)) {
      if (next_[w].empty()) candidates.push_back(w);
      next_[w].insert(frontier_[v]);
    }
  }
  for (const VertexId w : candidates) settle(w, next_[w]);
}

void MultiSourceBfs::settle(VertexId v, const SourceSet& gathered) {
  const SourceSet fresh = gathered.without(seen_[v]);
  next_[v] = fresh;
  if (fresh.empty()) return;
  seen_[v].insert(fresh);
  touched_.push_back(v);
}

}  // namespace kgraph::detail
