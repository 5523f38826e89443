#include <limits>

#include <kgraph/measure/components.hpp>

namespace kgraph {

Components connected_components(const Network& network) {
  constexpr std::uint32_t unlabelled = std::numeric_limits<std::uint32_t>::max();
  Components result;
  result.label.assign(network.vertex_count(), unlabelled);
  std::vector<VertexId> open;
  for (VertexId first = 0; first < network.vertex_count(); ++first) {
    if (result.label[first] != unlabelled) continue;
    const auto label = static_cast<std::uint32_t>(result.size.size());
    std::uint32_t size = 0;
    result.label[first] = label;
    open.push_back(first);
    while (!open.empty()) {
      const VertexId v = open.back();
      open.pop_back();
      ++size;
      for (const Network::Arc& arc : network.arcs(v)) {
        if (result.label[arc.target] != unlabelled) continue;
        result.label[arc.target] = label;
        open.push_back(arc.target);
      }
    }
    result.size.push_back(size);
  }
  return result;
}

}  // namespace kgraph
