#include <kgraph/measure/distance.hpp>

#include "brandes_detail.hpp"

namespace kgraph::detail {

UnitBrandes::UnitBrandes(const Csr& rows)
    : rows_(rows), state_(rows.vertex_count()), component_size_(rows.vertex_count(), 0) {
  order_.reserve(rows.vertex_count());
}

void UnitBrandes::add(VertexId source, std::vector<double>& scores) {
  count_paths(source);
  accumulate(scores);
  for (const VertexId v : order_) state_[v] = {};
}

void UnitBrandes::count_paths(VertexId source) {
  order_.clear();
  order_.push_back(source);
  state_[source] = {.level = 0, .value = 1};
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const State here = state_[order_[i]];
    // Once everybody has been reached, those of the last level have no successors to find: often half of all vertices.
    if (order_.size() == component_size_[source] && here.level == state_[order_.back()].level) break;
    const std::int32_t below = here.level + 1;
    for (const VertexId w : rows_.row(order_[i])) {
      State& there = state_[w];
      if (there.level < 0) {
        there.level = below;
        order_.push_back(w);
      }
      // An addition of 0 is cheaper than a branch that nobody can predict.
      there.value += there.level == below ? here.value : 0.0;
    }
  }
  if (component_size_[source] == 0) {
    for (const VertexId v : order_) component_size_[v] = order_.size();
  }
}

/// From the farthest vertex back: the dependency on v is the number of paths to v times the sum of
/// (1 + dependency) / number over the successors of v.
void UnitBrandes::accumulate(std::vector<double>& scores) {
  const std::int32_t last_level = state_[order_.back()].level;
  for (std::size_t i = order_.size(); i-- > 1;) {
    const VertexId v = order_[i];
    State& here = state_[v];
    double sum = 0;
    if (here.level != last_level) {
      const std::int32_t below = here.level + 1;
      for (const VertexId w : rows_.row(v)) {
        const State& there = state_[w];
        sum += there.level == below ? there.value : 0.0;
      }
    }
    scores[v] += here.value * sum;
    here.value = 1 / here.value + sum;
  }
}

void UnitBrandes::add_arcs(VertexId source, std::vector<double>& scores) {
  count_paths(source);
  for (std::size_t i = order_.size(); i-- > 0;) {
    const VertexId v = order_[i];
    State& here = state_[v];
    double sum = 0;
    for (std::size_t k = rows_.offsets[v], end = rows_.offsets[v + std::size_t{1}]; k < end; ++k) {
      const State& there = state_[rows_.targets[k]];
      if (there.level != here.level + 1) continue;
      scores[k] += here.value * there.value;
      sum += there.value;
    }
    here.value = 1 / here.value + sum;
  }
  for (const VertexId v : order_) state_[v] = {};
}

InverseBrandes::InverseBrandes(const Csr& rows)
    : rows_(rows),
      search_(rows),
      paths_(rows.vertex_count()),
      successors_(rows.vertex_count()),
      first_predecessor_(rows.vertex_count() + 1) {
  predecessors_.reserve(rows.targets.size() / 2);
}

/// Ties are settled only when all distances are known. Counting paths during the search instead would compare lengths
/// with distances that may still shrink by less than the tolerance, and the way back would then find other predecessors
/// than the way out. Here one test decides for both: v precedes w where v was settled before w and the path through v
/// is as long as the shortest one. The first condition keeps paths free of cycles even where a tie is so strong that
/// its length disappears in the tolerance.
template <typename Found>
void InverseBrandes::for_each_last_arc(std::size_t i, Found&& found) const {
  const VertexId w = search_.order()[i];
  const double bound = longest_tie_with(search_.distance(w));
  for (std::size_t k = rows_.offsets[w], end = rows_.offsets[w + std::size_t{1}]; k < end; ++k) {
    // Rows are sorted by length: no later tie can end a path this short.
    if (rows_.lengths[k] > bound) break;
    const VertexId v = rows_.targets[k];
    if (search_.distance(v) + rows_.lengths[k] <= bound && search_.rank(v) < i) found(k);
  }
}

void InverseBrandes::add(VertexId source, std::vector<double>& scores) {
  search_.run(source);
  count_paths();
  accumulate(scores);
}

void InverseBrandes::add_arcs(VertexId source, std::vector<double>& scores) {
  search_.run(source);
  count_paths();
  const auto order = search_.order();
  for (const VertexId v : order) successors_[v] = 0;
  for (std::size_t i = order.size(); i-- > 1;) {
    const VertexId w = order[i];
    const double share = 1 / paths_[w] + successors_[w];
    for_each_last_arc(i, [&](std::size_t k) {
      const VertexId v = rows_.targets[k];
      scores[k] += paths_[v] * share;
      successors_[v] += share;
    });
  }
}

void InverseBrandes::count_paths() {
  const auto order = search_.order();
  predecessors_.clear();
  first_predecessor_[0] = 0;
  paths_[order[0]] = 1;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const VertexId w = order[i];
    first_predecessor_[i] = predecessors_.size();
    double paths = 0;
    for_each_last_arc(i, [&](std::size_t k) {
      const VertexId v = rows_.targets[k];
      paths += paths_[v];
      predecessors_.push_back(v);
    });
    paths_[w] = paths;
  }
  first_predecessor_[order.size()] = predecessors_.size();
}

void InverseBrandes::accumulate(std::vector<double>& scores) {
  const auto order = search_.order();
  for (const VertexId v : order) successors_[v] = 0;
  for (std::size_t i = order.size(); i-- > 1;) {
    const VertexId w = order[i];
    const double sum = successors_[w];
    scores[w] += paths_[w] * sum;
    const double share = 1 / paths_[w] + sum;
    for (std::size_t k = first_predecessor_[i]; k < first_predecessor_[i + 1]; ++k) {
      successors_[predecessors_[k]] += share;
    }
  }
}

}  // namespace kgraph::detail
