// Measures against Boost.Graph's own algorithms on the same network, in the same run: prints medians and their ratios.
//
//   bench_measures [--quick] [--raw] [options of Google Benchmark, such as --benchmark_filter=betweenness]
//
// The network looks like one of an archive: documents name 5 to 40 actors each, actors are as popular as words are
// (Zipf), and everybody in a document is tied to everybody else. --quick takes a smaller one, --raw prints every run.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/betweenness.hpp>
#include <kgraph/measure/closeness.hpp>
#include <kgraph/measure/components.hpp>
#include <kgraph/measure/cores.hpp>
#include <kgraph/measure/eigenvector.hpp>
#include <kgraph/measure/pagerank.hpp>

#include "boost_peers.hpp"

namespace {

using kgraph::Distance;
using kgraph::Network;
using kgraph::NetworkEdge;
using kgraph::VertexId;
using namespace kgraph::bench;

// --- The network ---------------------------------------------------------------------------------------------------

Network archive_network(std::size_t actors, std::size_t documents) {
  std::mt19937_64 random(19560830);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  Values cumulative(actors);
  double sum = 0;
  for (std::size_t rank = 0; rank < actors; ++rank) cumulative[rank] = sum += 1 / static_cast<double>(rank + 1);

  std::vector<NetworkEdge> edges;
  std::vector<VertexId> present;
  for (std::size_t d = 0; d < documents; ++d) {
    const std::size_t size = 5 + random() % 36;
    present.clear();
    while (present.size() < size) {
      const auto found = std::lower_bound(cumulative.begin(), cumulative.end(), uniform() * sum);
      const auto actor = static_cast<VertexId>(
          std::min<std::ptrdiff_t>(found - cumulative.begin(), static_cast<std::ptrdiff_t>(actors) - 1));
      if (std::find(present.begin(), present.end(), actor) == present.end()) present.push_back(actor);
    }
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = 0; j < i; ++j) edges.push_back({present[i], present[j], 1});
    }
  }
  return {actors, edges};
}

// --- The table -----------------------------------------------------------------------------------------------------

/// Collects the runs named "measure/contestant" and prints, for each measure, medians and their ratio to kgraph's.
class RatioReporter : public benchmark::BenchmarkReporter {
 public:
  explicit RatioReporter(std::string title) : title_(std::move(title)) {}

  bool ReportContext(const Context& /*context*/) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
      const std::string name = run.run_name.function_name;
      const std::size_t slash = name.find('/');
      const std::string measure = name.substr(0, slash);
      if (times_.count(measure) == 0) order_.push_back(measure);
      const std::string contestant = name.substr(slash + 1);
      // On a busy machine the time of the processor repeats far better; but it says nothing about two threads.
      const double seconds = contestant == "kgraph2" ? run.real_accumulated_time : run.cpu_accumulated_time;
      times_[measure][contestant].push_back(seconds / static_cast<double>(run.iterations) * 1e3);
    }
  }

  void Finalize() override {
    std::printf("%s; median milliseconds of CPU time (2 threads: wall); x = times kgraph's\n", title_.c_str());
    std::printf("%-22s %10s %10s %18s %18s\n", "measure", "kgraph", "2 threads", "Boost list", "Boost rows");
    for (const std::string& measure : order_) {
      const double own = median(measure, "kgraph");
      std::printf("%-22s %10s %10s %18s %18s\n", measure.c_str(), cell(own).c_str(),
                  cell(median(measure, "kgraph2")).c_str(), cell(median(measure, "list"), own).c_str(),
                  cell(median(measure, "rows"), own).c_str());
    }
  }

 private:
  [[nodiscard]] double median(const std::string& measure, const std::string& contestant) const {
    const auto& contestants = times_.at(measure);
    const auto found = contestants.find(contestant);
    if (found == contestants.end()) return NAN;
    Values sorted = found->second;
    std::sort(sorted.begin(), sorted.end());
    return (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
  }

  static std::string cell(double milliseconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", milliseconds);
    return std::isnan(milliseconds) ? "-" : text;
  }

  static std::string cell(double milliseconds, double own) {
    char text[48];
    std::snprintf(text, sizeof text, "%.3f %6.2fx", milliseconds, milliseconds / own);
    return std::isnan(milliseconds) ? "-" : text;
  }

  std::string title_;
  std::vector<std::string> order_;
  std::map<std::string, std::map<std::string, Values>> times_;
};

// --- The contest ---------------------------------------------------------------------------------------------------

class Contest {
 public:
  explicit Contest(int repetitions) : repetitions_(repetitions) {}

  /// Adds a contestant; one whose values differ from the first one's ends the program, for its time would mean nothing.
  template <typename Compute>
  void add(const std::string& measure, const std::string& contestant, Compute compute, double tolerance = 1e-9) {
    const auto run = [this, measure, tolerance, compute](benchmark::State& state) {
      Values values;
      for ([[maybe_unused]] auto _ : state) {
        values = compute();
        benchmark::DoNotOptimize(values.data());
      }
      const Values& expected = expected_.emplace(measure, values).first->second;
      for (std::size_t v = 0; v < values.size(); ++v) {
        if (std::abs(values[v] - expected[v]) <= tolerance * std::max(1.0, std::abs(expected[v]))) continue;
        std::fprintf(stderr, "%s: contestants disagree at vertex %zu: %.17g and %.17g\n", measure.c_str(), v,
                     expected[v], values[v]);
        std::exit(1);
      }
    };
    benchmark::RegisterBenchmark((measure + "/" + contestant).c_str(), run)
        ->Repetitions(repetitions_)
        ->MinTime(0.02)
        ->UseRealTime();
  }

 private:
  int repetitions_;
  std::map<std::string, Values> expected_;
};

void add_path_measures(Contest& contest, const Network& network, const List& list, const Rows& rows) {
  for (const Distance distance : kgraph::all_distances) {
    const std::string suffix(distance == Distance::unit ? " unit" : " inverse");
    for (const unsigned threads : {1U, 2U}) {
      const std::string name = threads == 1 ? "kgraph" : "kgraph2";
      contest.add("betweenness" + suffix, name, [&network, distance, threads] {
        return betweenness(network, {.distance = distance, .threads = threads});
      });
      contest.add("closeness" + suffix, name, [&network, distance, threads] {
        return closeness(network,
                         {.distance = distance, .scope = kgraph::ClosenessScope::component, .threads = threads});
      });
      contest.add("harmonic" + suffix, name, [&network, distance, threads] {
        return harmonic(network, {.distance = distance, .threads = threads});
      });
    }
    // Boost.Graph compares sums of lengths with ==, misses ties, and is off by some percent at some vertices.
    const double tolerance = distance == Distance::unit ? 1e-9 : 0.1;
    contest.add(
        "betweenness" + suffix, "list", [&list, distance] { return boost_betweenness(list, distance); }, tolerance);
    contest.add(
        "betweenness" + suffix, "rows", [&rows, distance] { return boost_betweenness(rows, distance); }, tolerance);
    contest.add("closeness" + suffix, "list", [&list, distance] { return boost_closeness(list, distance); });
    contest.add("closeness" + suffix, "rows", [&rows, distance] { return boost_closeness(rows, distance); });
    contest.add("harmonic" + suffix, "list", [&list, distance] { return boost_harmonic(list, distance); });
    contest.add("harmonic" + suffix, "rows", [&rows, distance] { return boost_harmonic(rows, distance); });
  }
}

void add_other_measures(Contest& contest, const Network& network, const List& list) {
  contest.add("pagerank", "kgraph", [&network] { return pagerank(network, {.weighted = false}); });
  contest.add("pagerank", "list", [&list] { return boost_pagerank(list); });
  contest.add("pagerank weighted", "kgraph", [&network] { return pagerank(network); });
  contest.add("eigenvector", "kgraph", [&network] { return eigenvector(network); });
  contest.add("cores", "kgraph", [&network] {
    const auto cores = core_numbers(network);
    return Values(cores.begin(), cores.end());
  });
  contest.add("cores", "list", [&list] { return boost_cores(list); });
  contest.add("components", "kgraph", [&network] {
    const auto components = connected_components(network);
    return Values(components.label.begin(), components.label.end());
  });
  contest.add("components", "list", [&list] { return boost_components(list); });
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

  const Network network = quick ? archive_network(500, 120) : archive_network(2000, 654);
  const List list = list_of(network);
  const Rows rows = rows_of(network);
  Contest contest(quick ? 3 : 5);
  add_path_measures(contest, network, list, rows);
  add_other_measures(contest, network, list);

  if (raw) {
    benchmark::RunSpecifiedBenchmarks();
    return 0;
  }
  RatioReporter reporter("archive of " + std::to_string(network.vertex_count()) + " actors, " +
                         std::to_string(network.edge_count()) + " ties");
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
