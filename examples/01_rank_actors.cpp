// Ranks the people of a folder of documents: documents in, ranking out, all through the library.
//
// SHOWS: extract, a sink for diagnostics, cooccurrence, betweenness, most_seen_with.
// READ FIRST: the README. NEXT: 02_boost_graph_on_network.cpp
//
// usage: example_01_rank_actors FOLDER
#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

#include <kgraph/base/error.hpp>
#include <kgraph/extract.hpp>
#include <kgraph/graph/affiliation.hpp>
#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/measure/betweenness.hpp>

int main(int argc, char** argv) {
  const std::vector<std::string> paths(argv + 1, argv + argc);
  try {
    // The library never prints: what it has to say comes to a function of ours.
    const auto complain = [](const kgraph::Diagnostic& d) { std::cerr << d.file << ": " << d.message << '\n'; };
    const kgraph::Graph graph = kgraph::extract(paths, {.keep_text = false}, complain).graph;

    // People are tied as often as a paragraph names both.
    const auto together = kgraph::cooccurrence(graph, {.window = kgraph::Window::paragraph});
    const kgraph::Network& network = together.network;
    const std::vector<double> score = kgraph::betweenness(network);
    const auto party = kgraph::most_seen_with(graph);

    std::vector<kgraph::VertexId> order(network.vertex_count());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return score[a] > score[b]; });
    for (const kgraph::VertexId v : order) {
      std::cout << network.name(v) << ": betweenness " << score[v] << ", tied to " << network.degree(v);
      // Vertices count the people of the network, entities everything in the graph.
      if (const auto& seen = party[together.entity_of_vertex[v]]) {
        std::cout << ", seen most with " << graph.entities[seen->entity].name;
      }
      std::cout << '\n';
    }
  } catch (const kgraph::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
