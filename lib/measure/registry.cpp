#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <string>

#include <kgraph/base/error.hpp>
#include <kgraph/measure/betweenness.hpp>
#include <kgraph/measure/clustering.hpp>
#include <kgraph/measure/cores.hpp>
#include <kgraph/measure/degree.hpp>
#include <kgraph/measure/eigenvector.hpp>
#include <kgraph/measure/holes.hpp>
#include <kgraph/measure/katz.hpp>
#include <kgraph/measure/pagerank.hpp>
#include <kgraph/measure/registry.hpp>

namespace kgraph {
namespace {

using Values = std::vector<double>;
using Compute = Values (*)(const Network&, const MeasureOptions&);

constexpr std::array infos = {
    MeasureInfo{"degree", "number of neighbours", false, true},
    MeasureInfo{"strength", "sum of the weights of all ties", false, false},
    MeasureInfo{"betweenness", "share of the shortest paths between others that pass through", true, true},
    MeasureInfo{"closeness", "inverse of the mean distance to those who can be reached", true, false},
    MeasureInfo{"harmonic", "sum of the inverse distances to all others", true, true},
    MeasureInfo{"eigenvector", "tied to actors who are themselves central", false, false},
    MeasureInfo{"pagerank", "where a random walker along the ties is found", false, false},
    MeasureInfo{"katz", "number of chains of ties that lead there, long ones counting less", false, false},
    MeasureInfo{"core", "largest k such that the actor is in a group with k ties each", false, false},
    MeasureInfo{"clustering", "share of the pairs of neighbours that are tied with each other", false, false},
    MeasureInfo{"constraint", "how much the ties lead to the same few others; low for brokers", false, false},
    MeasureInfo{"effective_size", "number of neighbours that others do not make redundant", false, false},
};

/// In the order of `infos`.
constexpr std::array<Compute, infos.size()> computations = {
    [](const Network& network, const MeasureOptions& options) {
      return degree(network, {.normalized = options.normalized});
    },
    [](const Network& network, const MeasureOptions&) { return strength(network); },
    [](const Network& network, const MeasureOptions& options) {
      return betweenness(network,
                         {.distance = options.distance, .normalized = options.normalized, .threads = options.threads});
    },
    [](const Network& network, const MeasureOptions& options) {
      return closeness(network, {.distance = options.distance, .scope = options.scope, .threads = options.threads});
    },
    [](const Network& network, const MeasureOptions& options) {
      return harmonic(network,
                      {.distance = options.distance, .normalized = options.normalized, .threads = options.threads});
    },
    [](const Network& network, const MeasureOptions& options) {
      return eigenvector(network, {.weighted = options.weighted});
    },
    [](const Network& network, const MeasureOptions& options) {
      return pagerank(network, {.damping = options.damping, .weighted = options.weighted});
    },
    [](const Network& network, const MeasureOptions& options) {
      return katz(network, {.alpha = options.alpha, .weighted = options.weighted});
    },
    [](const Network& network, const MeasureOptions&) {
      const std::vector<std::uint32_t> cores = core_numbers(network);
      return Values(cores.begin(), cores.end());
    },
    [](const Network& network, const MeasureOptions& options) {
      return clustering(network, {.form = options.clustering});
    },
    [](const Network& network, const MeasureOptions& options) {
      return constraint(network, {.weighted = options.weighted});
    },
    [](const Network& network, const MeasureOptions& options) {
      return effective_size(network, {.weighted = options.weighted});
    },
};

/// The number of insertions, deletions and replacements of a character that turn `a` into `b` (Levenshtein 1966).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (const char letter : a) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (letter == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

/// The measure that `name` was probably meant to be: one that it is the beginning of, or the one with the fewest
/// differences if at most a third of the letters are wrong; beyond that a guess would puzzle more than it helps.
const MeasureInfo* nearest_measure(std::string_view name) {
  const MeasureInfo* nearest = nullptr;
  std::size_t least = 0;
  for (const MeasureInfo& info : infos) {
    if (name.size() > 2 && info.name.starts_with(name)) return &info;
    const std::size_t distance = edit_distance(name, info.name);
    if (distance > std::max<std::size_t>(1, info.name.size() / 3)) continue;
    if (nearest == nullptr || distance < least) {
      nearest = &info;
      least = distance;
    }
  }
  return nearest;
}

[[noreturn]] void throw_unknown(std::string_view name) {
  std::string message = "unknown measure \"" + std::string(name) + "\"";
  if (const MeasureInfo* nearest = nearest_measure(name)) {
    throw ArgumentError(message + "; did you mean \"" + std::string(nearest->name) + "\"?");
  }
  for (const MeasureInfo& info : infos) {
    message += (&info == infos.data() ? "; known are " : ", ") + std::string(info.name);
  }
  throw ArgumentError(message);
}

}  // namespace

std::span<const MeasureInfo> measures() { return infos; }

const MeasureInfo& find_measure(std::string_view name) {
  const auto found =
      std::find_if(infos.begin(), infos.end(), [&](const MeasureInfo& info) { return info.name == name; });
  if (found == infos.end()) throw_unknown(name);
  return *found;
}

std::vector<double> compute(std::string_view name, const Network& network, const MeasureOptions& options) {
  const std::ptrdiff_t index = &find_measure(name) - infos.data();
  return computations[static_cast<std::size_t>(index)](network, options);
}

}  // namespace kgraph
