// The rules of the house on includes, as a function of the sources: which #include runs against the flow?
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kgraph::architecture {

/// Source files by their path from the top of the project, as in "lib/graph/network.cpp", with their contents.
using Sources = std::map<std::string, std::string>;

/// Reads every .hpp and .cpp in include/ and lib/ under `root`.
[[nodiscard]] Sources read_sources(const std::filesystem::path& root);

/// One #include line of a file.
struct Include {
  std::size_t line = 0;  ///< from 1
  std::string target;    ///< what stands between the brackets or quotes
  bool quoted = false;
};

/// The #include lines of a source text, also those in branches of #if that no compiler here takes.
[[nodiscard]] std::vector<Include> includes_of(std::string_view text);

/// All breaches of the rules, each as "FILE:LINE: REASON", in the order of files and lines; none if all is well.
///
/// A room includes itself and the rooms before it in the flow, but for those that its row in CONTRIBUTING.md excludes.
/// The façade (files directly in include/kgraph and lib) includes every room. Nobody includes tools or tests. Headers
/// of Boost.Graph are for graph and measure. The library neither prints nor asks for the locale, and matches no text
/// with std::regex, which recurses once a character.
[[nodiscard]] std::vector<std::string> breaches(const Sources& sources);

}  // namespace kgraph::architecture
