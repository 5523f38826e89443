#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <kgraph/measure/degree.hpp>
#include <kgraph/measure/holes.hpp>

#include "triangles_detail.hpp"

namespace kgraph {
namespace {

using Values = std::vector<double>;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Strengths of ties and what they are measured by.
class Ties {
 public:
  Ties(const Network& network, bool weighted)
      : network_(network), weighted_(weighted), total_(weighted ? strength(network) : degree(network)) {}

  [[nodiscard]] double weight(std::uint32_t edge) const { return weighted_ ? network_.weight(edge) : 1.0; }
  /// The share of v's strength that this tie of v has.
  [[nodiscard]] double share(VertexId v, std::uint32_t edge) const { return weight(edge) / total_[v]; }
  /// For each vertex the strength of its strongest tie.
  [[nodiscard]] Values strongest() const {
    Values result(network_.vertex_count(), 0.0);
    for (VertexId v = 0; v < result.size(); ++v) {
      for (const Network::Arc& arc : network_.arcs(v)) result[v] = std::max(result[v], weight(arc.edge));
    }
    return result;
  }

 private:
  const Network& network_;
  bool weighted_;
  Values total_;
};

/// A tie as seen from v: two numbers an edge.
std::size_t arc_of(const Network& network, VertexId v, std::uint32_t edge) {
  return 2 * std::size_t{edge} + (network.edges()[edge].source == v ? 0 : 1);
}

}  // namespace

std::vector<double> constraint(const Network& network, const HolesOptions& options) {
  const Ties ties(network, options.weighted);
  // What leads from i to its neighbour j through a third who is tied with both: a triangle each.
  Values indirect(2 * network.edge_count(), 0.0);
  detail::for_each_triangle(network, [&](const detail::Triangle& triangle) {
    for (std::size_t a = 0; a < 3; ++a) {
      for (const std::size_t b : {(a + 1) % 3, (a + 2) % 3}) {
        const std::size_t c = 3 - a - b;
        const VertexId i = triangle.vertices[a];
        const VertexId q = triangle.vertices[c];
        indirect[arc_of(network, i, triangle.edges[c])] +=
            ties.share(i, triangle.edges[b]) * ties.share(q, triangle.edges[a]);
      }
    }
  });
  Values result(network.vertex_count(), undefined);
  for (VertexId v = 0; v < result.size(); ++v) {
    if (network.degree(v) == 0) continue;
    result[v] = 0;
    for (const Network::Arc& arc : network.arcs(v)) {
      const double investment = ties.share(v, arc.edge) + indirect[arc_of(network, v, arc.edge)];
      result[v] += investment * investment;
    }
  }
  return result;
}

std::vector<double> effective_size(const Network& network, const HolesOptions& options) {
  const Ties ties(network, options.weighted);
  const Values strongest = ties.strongest();
  Values redundancy(network.vertex_count(), 0.0);
  detail::for_each_triangle(network, [&](const detail::Triangle& triangle) {
    for (std::size_t a = 0; a < 3; ++a) {
      const VertexId i = triangle.vertices[a];
      const double tie = ties.weight(triangle.edges[a]);
      for (const std::size_t b : {(a + 1) % 3, (a + 2) % 3}) {
        // The neighbour b is redundant as far as the tie with the third, which lies across b, leads to b as well.
        redundancy[i] += ties.share(i, triangle.edges[b]) * (tie / strongest[triangle.vertices[b]]);
      }
    }
  });
  Values result(network.vertex_count(), undefined);
  for (VertexId v = 0; v < result.size(); ++v) {
    if (network.degree(v) > 0) result[v] = static_cast<double>(network.degree(v)) - redundancy[v];
  }
  return result;
}

}  // namespace kgraph
