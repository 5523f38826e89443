// The reference values that networkx, igraph and graph-tool agree on: the folder reference of the shared material.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <simdjson.h>

#include <kgraph/graph/network.hpp>

namespace kgraph::test {

/// One file of reference values.
class Reference {
 public:
  explicit Reference(const std::filesystem::path& file) : root_(parser_.load(file.string())) {}

  [[nodiscard]] std::string name() const { return std::string(std::string_view(root_["graph"])); }

  [[nodiscard]] Network network() const {
    std::vector<std::string> names;
    for (const std::string_view node : simdjson::dom::array(root_["nodes"])) names.emplace_back(node);
    std::vector<NetworkEdge> edges;
    for (const simdjson::dom::array edge : simdjson::dom::array(root_["edges"])) {
      edges.push_back({static_cast<VertexId>(std::uint64_t(edge.at(0))),
                       static_cast<VertexId>(std::uint64_t(edge.at(1))), double(edge.at(2))});
    }
    const std::size_t n = names.size();
    return {n, edges, std::move(names)};
  }

  /// One value a vertex; NaN where none is defined.
  [[nodiscard]] std::vector<double> values(std::string_view key) const {
    std::vector<double> result;
    for (const simdjson::dom::element value : simdjson::dom::array(root_["values"][key])) {
      result.push_back(value.is_null() ? std::nan("") : double(value));
    }
    return result;
  }

  /// One value an edge of network(), in its order rather than the file's.
  [[nodiscard]] std::vector<double> edge_values(std::string_view key) const {
    std::map<std::pair<std::uint64_t, std::uint64_t>, double> sorted;
    const std::vector<double> unsorted = values(key);
    std::size_t i = 0;
    for (const simdjson::dom::array edge : simdjson::dom::array(root_["edges"])) {
      sorted[std::minmax(std::uint64_t(edge.at(0)), std::uint64_t(edge.at(1)))] = unsorted.at(i++);
    }
    std::vector<double> result;
    for (const auto& [ends, value] : sorted) result.push_back(value);
    return result;
  }

  /// A value of the network as a whole.
  [[nodiscard]] double number(std::string_view key) const {
    const simdjson::dom::element value = root_["values"][key];
    return value.is_array() ? double(value.at(0)) : double(value);
  }

 private:
  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
};

/// $KGRAPH_SHARED_DIR/reference, or ../shared/reference beside the source tree; nothing where it is missing.
inline std::optional<std::filesystem::path> reference_folder() {
  const char* shared = std::getenv("KGRAPH_SHARED_DIR");
  const std::filesystem::path folder =
      (shared != nullptr ? std::filesystem::path(shared) : std::filesystem::path(KGRAPH_SOURCE_DIR) / ".." / "shared") /
      "reference";
  if (std::filesystem::is_directory(folder)) return folder;
  return std::nullopt;
}

/// Calls check(reference, network) for each reference network, or says that the test is skipped.
template <typename Check>
void for_each_reference(Check&& check) {
  const auto folder = reference_folder();
  if (!folder) {
    MESSAGE("skipped: no reference values; set KGRAPH_SHARED_DIR to the folder that holds reference/");
    return;
  }
  for (const char* file : {"karate.json", "lesmis.json", "rand60.json"}) {
    const Reference reference(*folder / file);
    CAPTURE(file);
    check(reference, reference.network());
  }
}

}  // namespace kgraph::test
