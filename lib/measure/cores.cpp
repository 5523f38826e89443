#include <algorithm>
#include <utility>

#include <kgraph/measure/cores.hpp>

namespace kgraph {

std::vector<std::uint32_t> core_numbers(const Network& network) {
  const std::size_t n = network.vertex_count();
  std::vector<std::uint32_t> degree(n);
  std::uint32_t largest = 0;
  for (VertexId v = 0; v < n; ++v) {
    degree[v] = static_cast<std::uint32_t>(network.degree(v));
    largest = std::max(largest, degree[v]);
  }

  // The vertices sorted by degree, bucket after bucket; start[d] is where the bucket of degree d begins.
  std::vector<std::size_t> start(largest + std::size_t{2}, 0);
  for (const std::uint32_t d : degree) ++start[d + std::size_t{1}];
  for (std::size_t d = 1; d < start.size(); ++d) start[d] += start[d - 1];
  std::vector<VertexId> order(n);
  std::vector<std::size_t> position(n);
  {
    std::vector<std::size_t> cursor = start;
    for (VertexId v = 0; v < n; ++v) {
      position[v] = cursor[degree[v]]++;
      order[position[v]] = v;
    }
  }

  // Removing the vertices in this order lowers the degree of those that stay. One that loses a neighbour swaps places
  // with the first of its bucket, and the bucket's start moves past it: that puts it into the bucket below.
  for (std::size_t i = 0; i < n; ++i) {
    const VertexId v = order[i];
    for (const Network::Arc& arc : network.arcs(v)) {
      const VertexId w = arc.target;
      if (degree[w] <= degree[v]) continue;
      const std::size_t front = start[degree[w]]++;
      const VertexId first = order[front];
      std::swap(order[front], order[position[w]]);
      std::swap(position[first], position[w]);
      --degree[w];
    }
  }
  return degree;
}

}  // namespace kgraph
