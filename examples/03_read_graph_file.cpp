// Reads a graph file and prints who is related to whom, with the words of the document that say so.
//
// SHOWS: read_native_file, the plain data of a Graph, evidence and quotation, and the typed graph of Boost.Graph.
// READ FIRST: 01_rank_actors.cpp. NEXT: 04_connect_two_actors.cpp
//
// usage: example_03_read_graph_file GRAPH.kgraph
#include <iostream>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/native_io.hpp>
#include <kgraph/graph/quotation.hpp>
#include <kgraph/graph/view.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: " << argv[0] << " GRAPH.kgraph\n", 2;
  try {
    const kgraph::Graph graph = kgraph::read_native_file(argv[1]);
    for (const kgraph::GraphRelation& relation : graph.relations) {
      std::cout << graph.entities[relation.source].name << ' ' << relation.type << ' '
                << graph.entities[relation.target].name << '\n';
      for (const kgraph::Evidence& evidence : relation.evidence) {
        const kgraph::GraphDocument& document = graph.documents[evidence.document];
        std::cout << "  " << document.title << ", bytes " << evidence.span.start << " to " << evidence.span.end
                  << ": \"" << kgraph::quotation(document, evidence.span) << "\"\n";
      }
    }

    // The same as a Boost.Graph multigraph, whose vertices and edges carry entities and relations.
    const kgraph::GraphView view = kgraph::make_view(graph);
    for (const auto v : boost::make_iterator_range(boost::vertices(view))) {
      if (boost::in_degree(v, view) > 0) {
        std::cout << view[v].name << " is what " << boost::in_degree(v, view) << " relations point to\n";
      }
    }
  } catch (const kgraph::FormatError& error) {
    // The message names file, line and byte; they can be asked for as well: error.line(), error.byte().
    std::cerr << error.what() << '\n';
    return 1;
  } catch (const kgraph::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
