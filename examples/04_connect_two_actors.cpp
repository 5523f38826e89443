// Asks how two people are connected, and prints each step with the words of the document that show it.
//
// SHOWS: entity_named, ConnectionIndex, its options, paths and reachable, and quotation.
// READ FIRST: 03_read_graph_file.cpp
//
// usage: example_04_connect_two_actors GRAPH.kgraph
#include <iostream>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/find_entity.hpp>
#include <kgraph/graph/native_io.hpp>
#include <kgraph/graph/quotation.hpp>
#include <kgraph/measure/connections.hpp>

namespace {

void print(const kgraph::Graph& graph, const kgraph::Path& path) {
  std::cout << path.steps.size() << " steps, length " << path.length << '\n';
  for (const kgraph::Step& step : path.steps) {
    const bool backward = step.direction == kgraph::StepDirection::backward;
    std::cout << "  " << graph.entities[step.from].name << (backward ? " <- " : " -- ") << step.kind
              << (step.direction == kgraph::StepDirection::forward ? " -> " : " -- ") << graph.entities[step.to].name
              << '\n';
    if (!step.evidence) continue;
    const kgraph::GraphDocument& document = graph.documents[step.evidence->document];
    std::cout << "    " << document.title << ": \"" << kgraph::quotation(document, step.evidence->span) << "\"\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: " << argv[0] << " GRAPH.kgraph\n", 2;
  try {
    const kgraph::Graph graph = kgraph::read_native_file(argv[1]);
    // Names as people type them. One that several bear or nobody does is an error that lists candidates.
    const auto mikoyan = kgraph::entity_named(graph, "mikoyan");
    const auto yun = kgraph::entity_named(graph, "Konghum, Yun");

    // Made once, for any number of questions. Here people and meetings link, but parties do not.
    kgraph::ConnectionIndex index(graph, {.through = {kgraph::EntityType::person, kgraph::EntityType::meeting},
                                          .cooccurrence = kgraph::Window::sentence});
    for (const kgraph::Path& path : index.paths(mikoyan, yun, {.k = 2}).paths) print(graph, path);

    std::cout << "within two steps of " << graph.entities[yun].name << ":\n";
    for (const kgraph::Reached& reached : index.reachable(yun, 2)) {
      std::cout << "  " << reached.steps << ' ' << graph.entities[reached.entity].name << '\n';
    }
  } catch (const kgraph::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
