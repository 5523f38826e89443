#include "tables.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <kgraph/base/error.hpp>
#include <kgraph/base/utf8.hpp>

#include "builtin_tables.hpp"

namespace kgraph::detail {

namespace {

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot read the lexicon table " + path.string() + "; check its name and permissions");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> tables_below(const std::filesystem::path& folder) {
  std::error_code failed;
  std::vector<std::filesystem::path> found;
  for (std::filesystem::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
       it.increment(failed)) {
    if (it->is_regular_file() && it->path().extension() == ".tsv") found.push_back(it->path());
  }
  if (failed) {
    throw IoError("cannot read the lexicon folder " + folder.string() + ": " + failed.message() +
                  "; --lexicon takes a folder of .tsv tables");
  }
  if (found.empty()) {
    throw ArgumentError("the lexicon folder " + folder.string() +
                        " holds no .tsv table; name its tables as data/lexicon does, e.g. places.tsv");
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<TableRow> rows_of(const Table& table) {
  std::vector<TableRow> rows;
  const std::string_view content = table.content;
  std::size_t start = 0;
  std::uint64_t number = 0;
  while (start < content.size()) {
    const std::size_t end = std::min(content.find('\n', start), content.size());
    std::string_view line = content.substr(start, end - start);
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') {
      TableRow row;
      row.line = number;
      row.byte = start;
      std::size_t field = 0;
      while (field <= line.size()) {
        const std::size_t tab = std::min(line.find('\t', field), line.size());
        row.fields.push_back(trim(line.substr(field, tab - field)));
        field = tab + 1;
      }
      rows.push_back(std::move(row));
    }
    start = end + 1;
  }
  return rows;
}

std::vector<Table> collect_tables(const LexiconOptions& options) {
  std::vector<Table> added;
  std::set<std::string> names;
  for (const std::filesystem::path& folder : options.folders) {
    for (const std::filesystem::path& path : tables_below(folder)) {
      Table table{std::filesystem::relative(path, folder).generic_string(), path.string(), read_whole(path)};
      if (const auto bad = find_invalid_utf8(table.content)) {
        throw FormatError(table.origin, 1, *bad, "not UTF-8; save the table as UTF-8");
      }
      names.insert(table.name);
      added.push_back(std::move(table));
    }
  }
  std::vector<Table> tables;
  for (const BuiltinTable& builtin : builtin_tables()) {
    if (options.replace && names.contains(std::string(builtin.name))) continue;
    tables.push_back(
        {std::string(builtin.name), "built-in " + std::string(builtin.name), std::string(builtin.content)});
  }
  std::move(added.begin(), added.end(), std::back_inserter(tables));
  std::stable_sort(tables.begin(), tables.end(), [](const Table& a, const Table& b) { return a.name < b.name; });
  return tables;
}

}  // namespace kgraph::detail
