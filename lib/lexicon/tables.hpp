// Tables of tab-separated facts: reading them, from the library itself and from folders.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/lexicon/lexicon.hpp>

namespace kgraph::detail {

/// A row and where it stands, for error messages.
struct TableRow {
  std::vector<std::string_view> fields;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
};

struct Table {
  /// Path below the lexicon folder, e.g. "places.tsv".
  std::string name;
  /// The file, or "built-in NAME".
  std::string origin;
  std::string content;
};

/// The rows of a table that are neither empty nor comments (#).
std::vector<TableRow> rows_of(const Table& table);

/// All tables of `options`: built-in ones, then those of each folder, sorted by name and order of folders.
std::vector<Table> collect_tables(const LexiconOptions& options);

}  // namespace kgraph::detail
