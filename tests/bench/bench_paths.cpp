// Questions about paths in a network of a million ties: searches from both ends against searches from one, ours and
// Boost.Graph's, in the same run. Prints the median time of a question and its ratio to kgraph's.
//
//   bench_paths [--quick] [--raw] [options of Google Benchmark, such as --benchmark_filter=unit]
//
// The network looks like one of an archive: documents name 5 to 40 actors each, actors are as popular as words are
// (Zipf), and everybody in a document is tied to everybody else. Questions are about random pairs who are tied to
// somebody. Searches from one end stop when they reach the other, but for our own Dijkstra, which knows no other end.
// --quick takes a smaller network, --raw prints every run.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <kgraph/graph/model.hpp>
#include <kgraph/graph/network.hpp>
#include <kgraph/measure/connections.hpp>
#include <kgraph/measure/paths.hpp>

#include "boost_peers.hpp"
#include "measure/csr_detail.hpp"
#include "measure/dijkstra_detail.hpp"

namespace {

using kgraph::Distance;
using kgraph::Network;
using kgraph::NetworkEdge;
using kgraph::VertexId;
using namespace kgraph::bench;

using Pairs = std::vector<std::pair<VertexId, VertexId>>;

// --- The network and the questions ---------------------------------------------------------------------------------

/// Whom each document names.
using Documents = std::vector<std::vector<VertexId>>;

/// Documents are added until there are so many pairs in them, some of them the same.
Documents archive(std::size_t actors, std::size_t pairs) {
  std::mt19937_64 random(19560830);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  Values cumulative(actors);
  double sum = 0;
  for (std::size_t rank = 0; rank < actors; ++rank) cumulative[rank] = sum += 1 / static_cast<double>(rank + 1);
  Documents documents;
  for (std::size_t named = 0; named < pairs;) {
    const std::size_t size = 5 + random() % 36;
    named += size * (size - 1) / 2;
    std::vector<VertexId>& present = documents.emplace_back();
    while (present.size() < size) {
      const auto found = std::lower_bound(cumulative.begin(), cumulative.end() - 1, uniform() * sum);
      const auto actor = static_cast<VertexId>(found - cumulative.begin());
      if (std::find(present.begin(), present.end(), actor) == present.end()) present.push_back(actor);
    }
  }
  return documents;
}

Network network_of(std::size_t actors, const Documents& documents) {
  std::vector<NetworkEdge> edges;
  for (const std::vector<VertexId>& present : documents) {
    for (std::size_t i = 0; i < present.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) edges.push_back({present[i], present[j], 1});
    }
  }
  return {actors, edges};
}

Pairs random_pairs(const Network& network, std::size_t count) {
  std::mt19937_64 random(1971);
  Pairs pairs;
  while (pairs.size() < count) {
    const auto from = static_cast<VertexId>(random() % network.vertex_count());
    const auto to = static_cast<VertexId>(random() % network.vertex_count());
    if (from != to && network.degree(from) > 0 && network.degree(to) > 0) pairs.emplace_back(from, to);
  }
  return pairs;
}

/// The same as a graph: a paragraph names all actors of a document, and every tenth tie is a relation as well.
kgraph::Graph graph_of(const Network& network, const Documents& documents) {
  kgraph::Graph graph;
  const auto padded = [](std::size_t number) {
    const std::string text = std::to_string(number);
    return std::string(8 - text.size(), '0') + text;
  };
  for (VertexId v = 0; v < network.vertex_count(); ++v) {
    graph.entities.push_back({"person:" + padded(v), kgraph::EntityType::person, "Person " + padded(v), {}});
  }
  for (const std::vector<VertexId>& present : documents) {
    graph.documents.emplace_back().id = padded(graph.documents.size());
    auto& mentions = graph.mentions.emplace_back();
    std::uint32_t at = 0;
    for (const VertexId v : present) {
      kgraph::GraphMention mention;
      mention.entity = v;
      mention.span = {at, at + 5};
      at += 10;
      mentions.push_back(mention);
    }
  }
  for (std::size_t e = 0; e < network.edge_count(); e += 10) {
    const NetworkEdge& edge = network.edges()[e];
    graph.relations.push_back({"met", edge.source, edge.target, 0, {kgraph::Evidence()}});
  }
  return graph;
}

// --- Searches from one end -----------------------------------------------------------------------------------------

double one_sided_bfs(const kgraph::detail::Csr& rows, VertexId from, VertexId to) {
  std::vector<std::int32_t> level(rows.vertex_count(), -1);
  std::vector<VertexId> order = {from};
  level[from] = 0;
  for (std::size_t i = 0; i < order.size() && level[to] < 0; ++i) {
    for (const VertexId w : rows.row(order[i])) {
      if (level[w] >= 0) continue;
      level[w] = level[order[i]] + 1;
      order.push_back(w);
    }
  }
  return level[to] < 0 ? HUGE_VAL : level[to];
}

struct Arrived {};

template <class Event>
struct StopAt : boost::base_visitor<StopAt<Event>> {
  using event_filter = Event;
  explicit StopAt(std::size_t target) : to(target) {}
  template <class Vertex, class Graph>
  void operator()(Vertex v, const Graph& /*graph*/) const {
    if (v == to) throw Arrived();
  }
  std::size_t to;
};

template <class Graph>
double boost_distance(const Graph& graph, std::size_t from, std::size_t to, Distance distance) {
  Values distances(num_vertices(graph), HUGE_VAL);
  const auto map = vertex_map(distances, graph);
  distances[from] = 0;
  try {
    if (distance == Distance::unit) {
      boost::breadth_first_search(
          graph, from,
          boost::visitor(boost::make_bfs_visitor(std::make_pair(boost::record_distances(map, boost::on_tree_edge()),
                                                                StopAt<boost::on_discover_vertex>(to)))));
    } else {
      boost::dijkstra_shortest_paths_no_color_map(
          graph, from,
          boost::weight_map(get(&Tie::length, graph))
              .distance_map(map)
              .distance_inf(HUGE_VAL)
              .visitor(boost::make_dijkstra_visitor(StopAt<boost::on_examine_vertex>(to))));
    }
  } catch (const Arrived&) {
    // The end is reached: its distance is known.
  }
  return distances[to];
}

// --- The table -----------------------------------------------------------------------------------------------------

/// Collects the runs named "question/contestant", each of all pairs, and prints medians for one pair.
class RatioReporter : public benchmark::BenchmarkReporter {
 public:
  RatioReporter(std::string title, std::size_t pairs) : title_(std::move(title)), pairs_(pairs) {}

  bool ReportContext(const Context& /*context*/) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
      const std::string name = run.run_name.function_name;
      if (times_.count(name) == 0) order_.push_back(name);
      times_[name].push_back(run.cpu_accumulated_time / static_cast<double>(run.iterations));
    }
  }

  void Finalize() override {
    std::printf("%s; median milliseconds of CPU time a question; x = times kgraph's\n", title_.c_str());
    for (const std::string& name : order_) {
      const std::size_t slash = name.find('/');
      const std::string own = name.substr(0, slash) + "/kgraph";
      const double ratio = times_.count(own) == 0 ? NAN : median(name) / median(own);
      std::printf("%-26s %-22s %10.4f %9.2fx\n", name.substr(0, slash).c_str(), name.substr(slash + 1).c_str(),
                  median(name) * 1e3 / static_cast<double>(pairs_), ratio);
    }
  }

 private:
  [[nodiscard]] double median(const std::string& name) const {
    Values sorted = times_.at(name);
    std::sort(sorted.begin(), sorted.end());
    return (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
  }

  std::string title_;
  std::size_t pairs_;
  std::vector<std::string> order_;
  std::map<std::string, Values> times_;
};

/// Registers contestants that must agree on the distance of every pair.
class Contest {
 public:
  using Question = std::function<double(VertexId, VertexId)>;

  Contest(const Pairs& pairs, int repetitions) : pairs_(pairs), repetitions_(repetitions) {}

  void add(const std::string& question, const std::string& contestant, Question answer) {
    const std::string name = question + "/" + contestant;
    benchmark::RegisterBenchmark(name.c_str(),
                                 [this, question, answer](benchmark::State& state) {
                                   Values distances(pairs_.size());
                                   for ([[maybe_unused]] auto _ : state) {
                                     for (std::size_t i = 0; i < pairs_.size(); ++i)
                                       distances[i] = answer(pairs_[i].first, pairs_[i].second);
                                   }
                                   const Values& expected = expected_.try_emplace(question, distances).first->second;
                                   for (std::size_t i = 0; i < pairs_.size(); ++i) {
                                     const bool same =
                                         distances[i] == expected[i] || std::abs(distances[i] / expected[i] - 1) < 1e-9;
                                     if (!same) state.SkipWithError("another distance than kgraph's");
                                   }
                                 })
        ->Unit(benchmark::kMillisecond)
        ->Repetitions(repetitions_)
        ->MinTime(0.01)
        ->UseRealTime();
  }

 private:
  const Pairs& pairs_;
  int repetitions_;
  std::map<std::string, Values> expected_;
};

double length_of(const std::optional<kgraph::NetworkPath>& path) { return path ? path->length : HUGE_VAL; }

void add_shortest(Contest& contest, const Network& network, const Rows& boost_rows, const List& boost_list) {
  static std::map<Distance, kgraph::PathFinder> finders;
  static const kgraph::detail::Csr unit_rows = kgraph::detail::unit_rows(network);
  static const kgraph::detail::Csr inverse_rows = kgraph::detail::inverse_rows(network);
  static kgraph::detail::Dijkstra dijkstra(inverse_rows);
  for (const Distance distance : kgraph::all_distances) {
    const bool unit = distance == Distance::unit;
    const std::string question = unit ? "shortest unit" : "shortest inverse";
    kgraph::PathFinder& finder = finders.try_emplace(distance, network, distance).first->second;
    contest.add(question, "kgraph", [&finder](VertexId a, VertexId b) { return length_of(finder.shortest(a, b)); });
    if (unit) {
      contest.add(question, "one end", [](VertexId a, VertexId b) { return one_sided_bfs(unit_rows, a, b); });
    } else {
      contest.add(question, "one end, to all", [](VertexId a, VertexId b) {
        dijkstra.run(a);
        return dijkstra.distance(b);
      });
    }
    contest.add(question, "Boost rows",
                [&boost_rows, distance](VertexId a, VertexId b) { return boost_distance(boost_rows, a, b, distance); });
    contest.add(question, "Boost list",
                [&boost_list, distance](VertexId a, VertexId b) { return boost_distance(boost_list, a, b, distance); });
    contest.add(unit ? "all shortest unit" : "all shortest inverse", "kgraph", [&finder](VertexId a, VertexId b) {
      const auto all = finder.all_shortest(a, b).paths;
      return all.empty() ? HUGE_VAL : all.front().length;
    });
    contest.add(unit ? "10 shortest unit" : "10 shortest inverse", "kgraph", [&finder](VertexId a, VertexId b) {
      const auto paths = finder.k_shortest(a, b, 10);
      return paths.empty() ? HUGE_VAL : paths.front().length;
    });
  }
}

/// What kgraph-paths asks: steps of relations and of shared paragraphs, each with its passage.
void add_connections(Contest& contest, const kgraph::Graph& graph) {
  static kgraph::ConnectionIndex all(graph);
  static kgraph::ConnectionIndex relations(graph, {.cooccurrence = std::nullopt});
  for (auto* index : {&all, &relations}) {
    contest.add(index == &all ? "connection" : "connection by relations", "kgraph", [index](VertexId a, VertexId b) {
      const auto paths = index->paths(a, b).paths;
      return paths.empty() ? HUGE_VAL : paths.front().length;
    });
  }
}

/// Takes an argument of ours out of argv.
bool take_flag(int& argc, char** argv, const char* flag) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], flag) != 0) continue;
    std::copy(argv + i + 1, argv + argc, argv + i);
    --argc;
    return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const bool quick = take_flag(argc, argv, "--quick");
  const bool raw = take_flag(argc, argv, "--raw");
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

  const std::size_t actors = quick ? 5000 : 50000;
  const Documents documents = archive(actors, quick ? 60000 : 1600000);
  const Network network = network_of(actors, documents);
  const Pairs pairs = random_pairs(network, quick ? 20 : 50);
  const kgraph::Graph graph = graph_of(network, documents);
  const Rows rows = rows_of(network);
  const List list = list_of(network);
  Contest contest(pairs, 5);
  add_shortest(contest, network, rows, list);
  add_connections(contest, graph);
  if (raw) {
    benchmark::RunSpecifiedBenchmarks();
    return 0;
  }
  RatioReporter reporter("archive of " + std::to_string(network.vertex_count()) + " actors, " +
                             std::to_string(network.edge_count()) + " ties",
                         pairs.size());
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
