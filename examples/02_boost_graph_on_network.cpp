// Runs algorithms of Boost.Graph on a co-occurrence network: its components, and the backbone of its strongest ties.
//
// SHOWS: a Network is a Boost.Graph graph once network_bgl.hpp is included; a weight is a strength, and algorithms that
// look for the smallest sum take inverse_weight_map.
// READ FIRST: 01_rank_actors.cpp. NEXT: 03_read_graph_file.cpp
//
// usage: example_02_boost_graph_on_network GRAPH.kgraph
#include <iostream>
#include <iterator>
#include <vector>

#include <boost/graph/connected_components.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/graph/native_io.hpp>
#include <kgraph/graph/network_bgl.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: " << argv[0] << " GRAPH.kgraph\n", 2;
  try {
    const kgraph::Graph graph = kgraph::read_native_file(argv[1]);
    const kgraph::Network network = kgraph::cooccurrence(graph, {.window = kgraph::Window::sentence}).network;

    std::vector<int> component(num_vertices(network));
    const int count = boost::connected_components(
        network, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, network)));
    std::cout << network.vertex_count() << " people, " << network.edge_count() << " ties, " << count << " components\n";

    // The spanning tree of the shortest ties, each 1 / strength long, is made of the strongest ones.
    std::vector<kgraph::NetworkEdgeDescriptor> tree;
    boost::kruskal_minimum_spanning_tree(network, std::back_inserter(tree),
                                         boost::weight_map(kgraph::inverse_weight_map(network)));
    for (const auto& edge : tree) {
      std::cout << network.name(source(edge, network)) << " -- " << network.name(target(edge, network)) << "  "
                << network.weight(edge.index) << '\n';
    }
  } catch (const kgraph::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
