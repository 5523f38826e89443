#include "table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <utf8proc.h>

#include <kgraph/base/utf8.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph::tools {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Zero-width joiner and non-joiner: invisible, but part of how some scripts are written.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

/// Digits after the point for a column of numbers: none where all are whole, else enough for four digits of the
/// largest.
int decimals(const Table& table, std::size_t column) {
  double largest = 0.0;
  bool whole = true;
  for (const auto& row : table.rows) {
    const double* value = std::get_if<double>(&row[column]);
    if (value == nullptr || !std::isfinite(*value)) continue;
    largest = std::max(largest, std::abs(*value));
    whole = whole && *value == std::floor(*value);
  }
  if (whole) return 0;
  return std::clamp(3 - static_cast<int>(std::floor(std::log10(largest))), 1, 8);
}

std::string for_reader(const Cell& cell, int digits) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text->empty() ? "-" : printable(*text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* number = std::get_if<double>(&cell)) {
    return std::isnan(*number) ? "-" : fmt::format("{:.{}f}", *number, digits);
  }
  return "-";
}

std::string render_for_readers(const Table& table) {
  // Columns of text, each padded to its widest cell.
  std::vector<std::vector<std::string>> columns;
  std::vector<bool> right;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    if (!column.for_readers) continue;
    std::vector<std::string>& cells = columns.emplace_back();
    cells.push_back(printable(column.title.empty() ? column.name : column.title));
    const int digits = decimals(table, c);
    for (const auto& row : table.rows) cells.push_back(for_reader(row[c], digits));
    right.push_back(
        std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return is_number(row[c]); }));
  }
  std::vector<std::size_t> widths;
  for (const auto& cells : columns) {
    std::size_t width = 0;
    for (const std::string& cell : cells) width = std::max(width, display_width(cell));
    widths.push_back(width);
  }
  std::string out;
  for (std::size_t r = 0; r <= table.rows.size(); ++r) {
    std::string line;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::string& cell = columns[c][r];
      const std::string padding(widths[c] - display_width(cell), ' ');
      line += (c > 0 ? "  " : "") + (right[c] ? padding + cell : cell + padding);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  if (!table.footer.empty()) out += table.footer + "\n";
  return out;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

std::string for_csv(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return csv_field(*text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* number = std::get_if<double>(&cell)) return std::isfinite(*number) ? fmt::format("{}", *number) : "";
  return "";
}

std::string render_csv(const Table& table) {
  std::string out;
  for (std::size_t c = 0; c < table.columns.size(); ++c) out += (c > 0 ? "," : "") + csv_field(table.columns[c].name);
  out += "\n";
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) out += (c > 0 ? "," : "") + for_csv(row[c]);
    out += "\n";
  }
  return out;
}

void append_json(std::string& out, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return append_json_string(out, *text);
  const std::string number = is_number(cell) ? for_csv(cell) : "";
  out += number.empty() ? "null" : number;
}

std::string render_json(const Table& table) {
  std::string out = "[";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += r > 0 ? ",\n{" : "\n{";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (c > 0) out += ",";
      append_json_string(out, table.columns[c].name);
      out += ":";
      append_json(out, table.rows[r][c]);
    }
    out += "}";
  }
  return out + "\n]\n";
}

}  // namespace

Format read_format(const Arguments& arguments) {
  return static_cast<Format>(arguments.choice("format", {"table", "csv", "json"}, 0));
}

std::string render(const Table& table, Format format) {
  switch (format) {
    case Format::table:
      return render_for_readers(table);
    case Format::csv:
      return render_csv(table);
    case Format::json:
      return render_json(table);
  }
  return {};
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c.value));
    const bool invalid = c.value == 0xFFFD && c.bytes == 1;
    if (c.value == '\n' || c.value == '\t' || c.value == '\r' || category == UTF8PROC_CATEGORY_ZL ||
        category == UTF8PROC_CATEGORY_ZP) {
      out += ' ';
    } else if (invalid || category == UTF8PROC_CATEGORY_CC) {
      out += replacement;
    } else if (category != UTF8PROC_CATEGORY_CF || is_joiner(c.value)) {
      out += text.substr(i, c.bytes);
    }
    i += c.bytes;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value))));
    i += c.bytes;
  }
  return width;
}

}  // namespace kgraph::tools
