// The measures by name, as tools list and run them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <kgraph/graph/network.hpp>
#include <kgraph/measure/closeness.hpp>
#include <kgraph/measure/clustering.hpp>
#include <kgraph/measure/distance.hpp>

namespace kgraph {

/// What a tool says about a measure.
struct MeasureInfo {
  std::string_view name;
  /// One line without a full stop.
  std::string_view description;
  /// Whether MeasureOptions::distance changes it.
  bool uses_distance = false;
  /// Whether MeasureOptions::normalized changes it.
  bool has_normalized = false;
};

/// The options of all measures together; a measure ignores those that it has no use for.
struct MeasureOptions {
  Distance distance = Distance::unit;
  bool normalized = false;
  /// eigenvector, pagerank, katz, constraint, effective_size: use the strength of ties.
  bool weighted = true;
  /// closeness.
  ClosenessScope scope = ClosenessScope::wasserman_faust;
  /// pagerank.
  double damping = 0.85;
  /// katz; nothing: as in KatzOptions.
  std::optional<double> alpha = std::nullopt;
  /// clustering.
  ClusteringForm clustering = ClusteringForm::unweighted;
  /// 0 = all cores. The values are the same bits for any number.
  unsigned threads = 1;
};

/// All measures, in the order in which a reader should meet them.
[[nodiscard]] std::span<const MeasureInfo> measures();

/// The measure of this name; throws ArgumentError with the nearest name ("did you mean ...?") or all of them.
[[nodiscard]] const MeasureInfo& find_measure(std::string_view name);

/// Computes the measure of this name: one value a vertex, NaN where the measure defines none. Throws as find_measure()
/// and as the measure itself.
[[nodiscard]] std::vector<double> compute(std::string_view name, const Network& network,
                                          const MeasureOptions& options = {});

}  // namespace kgraph
