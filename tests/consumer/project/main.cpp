// Writes a graph of three actors, reads it back, and says who stands at the centre of their network.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/graph/native_io.hpp>
#include <kgraph/graph/network.hpp>

int main() {
  kgraph::Graph graph;
  for (const char* const name : {"Kim Il Sung", "Mikoyan", "Peng Dehuai"}) {
    graph.entities.push_back({.id = std::string("person:") + name, .name = name});
  }
  std::string file;
  kgraph::write_native(graph, [&file](std::string_view bytes) { file += bytes; });
  const kgraph::Graph copy = kgraph::read_native(file, "memory");

  std::vector<std::string> names;
  for (const kgraph::GraphEntity& entity : copy.entities) names.push_back(entity.name);
  const std::vector<kgraph::NetworkEdge> ties = {{0, 1, 2.0}, {1, 2, 1.0}};
  const kgraph::Network network(names.size(), ties, names);

  kgraph::VertexId centre = 0;
  for (kgraph::VertexId v = 1; v < network.vertex_count(); ++v) {
    if (network.degree(v) > network.degree(centre)) centre = v;
  }
  std::printf("%zu actors, %zu ties; %s stands at the centre\n", network.vertex_count(), network.edge_count(),
              network.name(centre).c_str());
}
