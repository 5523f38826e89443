#include <algorithm>
#include <cmath>
#include <tuple>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/distance.hpp>

#include "csr_detail.hpp"

namespace kgraph::detail {

Csr unit_rows(const Network& network) {
  Csr rows;
  rows.offsets.reserve(network.vertex_count() + 1);
  rows.targets.reserve(2 * network.edge_count());
  rows.offsets.push_back(0);
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    for (const Network::Arc& arc : network.arcs(v)) rows.targets.push_back(arc.target);
    rows.offsets.push_back(rows.targets.size());
  }
  return rows;
}

double inverse_length(const Network& network, VertexId v, const Network::Arc& arc) {
  const double length = tie_length(network.weight(arc.edge), Distance::inverse);
  if (std::isfinite(length)) return length;
  throw ArgumentError("distance inverse: the tie of vertices " + std::to_string(v) + " and " +
                      std::to_string(arc.target) + " is too weak to have a length");
}

Csr inverse_rows(const Network& network) {
  Csr rows = unit_rows(network);
  rows.lengths.resize(rows.targets.size());
  std::vector<std::pair<double, VertexId>> row;
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    row.clear();
    for (const Network::Arc& arc : network.arcs(v)) {
      row.emplace_back(inverse_length(network, v, arc), arc.target);
    }
    std::sort(row.begin(), row.end());
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::tie(rows.lengths[rows.offsets[v] + i], rows.targets[rows.offsets[v] + i]) = row[i];
    }
  }
  return rows;
}

}  // namespace kgraph::detail
