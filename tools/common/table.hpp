// Tables as every tool prints them: aligned for readers, CSV and JSON for programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "options.hpp"

namespace kgraph::tools {

enum class Format : std::uint8_t { table, csv, json };

/// --format.
[[nodiscard]] Format read_format(const Arguments& arguments);

/// Nothing, a text, a whole number or a number.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct Column {
  /// Header in CSV and key in JSON; part of the interface.
  std::string name;
  /// Header for readers; the name where empty.
  std::string title = {};
  /// False: in CSV and JSON alone.
  bool for_readers = true;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  /// A line below the table for readers, such as how many rows were left out.
  std::string footer = {};
};

/// Table: columns aligned by display width, numbers to the right and rounded to what a reader can use, control
/// characters replaced. CSV: RFC 4180 with a header and line feeds. JSON: an array of one object a row. Numbers in CSV
/// and JSON read back to the same bits; what is not a number is empty or null.
[[nodiscard]] std::string render(const Table& table, Format format);

/// `text` for a terminal: control characters become U+FFFD (line feeds and tabs a blank), invisible format characters
/// such as changes of writing direction are dropped, bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// Columns that a terminal takes for printable text.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace kgraph::tools
