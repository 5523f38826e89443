// Reader of the native graph file: one JSON object a line, each checked before it is believed.
#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <optional>
#include <unordered_map>

#include <simdjson.h>

#include "json_fault.hpp"
#include "native_order.hpp"
#include <kgraph/base/error.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::uint64_t max_u32 = std::numeric_limits<std::uint32_t>::max();

std::string in_quotes(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

/// The columns of a mentions line that are understood, and where each stands in a row (or nowhere).
enum Column : std::size_t { start, end, token, paragraph, sentence, nominal, entity, reason, column_count };
constexpr std::array<std::string_view, column_count> column_names = {"start",    "end",     "token",  "paragraph",
                                                                     "sentence", "nominal", "entity", "reason"};
using ColumnPositions = std::array<std::optional<std::size_t>, column_count>;

class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  Graph read(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = bytes.substr(0, 3) == byte_order_mark ? 3 : 0;
    while (at < bytes.size()) {
      const std::size_t end_of_line = std::min(bytes.find('\n', at), bytes.size());
      ++line_;
      line_start_ = at;
      read_line(bytes.substr(at, end_of_line - at), bytes.size() - end_of_line);
      at = end_of_line + 1;
    }
    finish(bytes.size());
    return std::move(graph_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw FormatError(file_, line_, line_start_, message); }

  void read_line(std::string_view line, std::size_t readable_after) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    element parsed;
    // The parser reads up to SIMDJSON_PADDING bytes past the line: into the next ones, or, at the end, into a copy.
    const bool copy = readable_after < simdjson::SIMDJSON_PADDING;
    const auto error = parser_.parse(line.data(), line.size(), copy).get(parsed);
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error == simdjson::CAPACITY) fail("the line is longer than 4 GiB");
    if (error) fail_in_line(line);
    object fields;
    if (parsed.get(fields)) fail("each line must hold a JSON object { ... }");
    dispatch(fields, text(fields, "kind"));
  }

  [[noreturn]] void fail_in_line(std::string_view line) const {
    const detail::JsonFault fault = detail::find_json_fault(line);
    std::string message = fault.message;
    if (seen_header_ && fault.byte >= line.size())
      message += "; is the file cut off? Write it again with kgraph-extract";
    if (!seen_header_) {
      fail(
          "this is no graph file, which would begin with {\"kind\":\"kgraph\"; kgraph-extract writes one from "
          "documents");
    }
    throw FormatError(file_, line_, line_start_ + fault.byte, message);
  }

  void dispatch(const object& fields, std::string_view kind) {
    if (!seen_header_) return read_header(fields, kind);
    if (seen_end_) fail("a line after the closing line; graph files cannot be joined with cat: extract them together");
    if (kind == "entity") return read_entity(fields);
    if (kind == "document") return read_document(fields);
    if (kind == "mentions") return read_mentions(fields);
    if (kind == "relation") return read_relation(fields);
    if (kind == "end") {
      seen_end_ = true;
      return;
    }
    fail("unknown kind " + in_quotes(kind) + "; expected entity, document, mentions, relation or end");
  }

  void read_header(const object& fields, std::string_view kind) {
    if (kind != "kgraph") {
      fail(R"(the first line must be the header {"kind":"kgraph","version":1}, but its kind is )" + in_quotes(kind));
    }
    const std::uint64_t version = number(required(fields, "version"), "version");
    if (version == 0 || version > native_version) {
      fail("version " + std::to_string(version) + " of the format; this kgraph reads version " +
           std::to_string(native_version) + ": update kgraph, or extract the documents again");
    }
    element closed;
    if (!fields["closed"].get(closed)) closed_ = flag(closed, "closed");
    graph_.link_reasons = texts(fields, "reasons");
    if (graph_.link_reasons.size() >= no_reason) fail("more than 65534 reasons");
    seen_header_ = true;
  }

  void read_entity(const object& fields) {
    GraphEntity& entity = graph_.entities.emplace_back();
    entity.id = text(fields, "id");
    const std::string_view type = text(fields, "type");
    const auto known = parse_entity_type(type);
    if (!known) fail("unknown entity type " + in_quotes(type) + "; expected person, party, meeting or place");
    entity.type = *known;
    entity.name = text(fields, "name");
    entity.aliases = texts(fields, "aliases");
    add_id(entities_, entity.id, graph_.entities.size(), "entities");
  }

  void read_document(const object& fields) {
    GraphDocument& document = graph_.documents.emplace_back();
    document.id = text(fields, "id");
    document.file = text(fields, "file");
    document.title = optional_text(fields, "title");
    if (const std::string_view date = optional_text(fields, "date"); !date.empty()) {
      document.date = Date::parse_iso(date);
      if (!document.date) fail("date " + in_quotes(date) + " is none; expected YYYY, YYYY-MM or YYYY-MM-DD");
    }
    document.source = optional_text(fields, "source");
    document.record_id = optional_text(fields, "record_id");
    element unused;
    if (!fields["start"].get(unused) || !fields["end"].get(unused)) document.span = span(fields);
    document.text = optional_text(fields, "text");
    add_id(documents_, document.id, graph_.documents.size(), "documents");
    graph_.mentions.emplace_back();
    has_mentions_.push_back(false);
  }

  void read_mentions(const object& fields) {
    const std::uint32_t document = find(documents_, text(fields, "document"), "document");
    if (has_mentions_[document]) fail("a second mentions line for document " + in_quotes(text(fields, "document")));
    has_mentions_[document] = true;
    const ColumnPositions columns = read_columns(list(fields, "columns"));
    const array rows = list(fields, "rows");
    std::vector<GraphMention>& mentions = graph_.mentions[document];
    mentions.reserve(rows.size());
    for (const element row : rows) {
      row_ = mentions.size() + 1;
      mentions.push_back(read_row(row, columns));
    }
  }

  ColumnPositions read_columns(const array& names) const {
    ColumnPositions positions;
    std::size_t position = 0;
    for (const element name : names) {
      std::string_view column;
      if (name.get(column)) fail("the names of 'columns' must be texts");
      const auto known = std::find(column_names.begin(), column_names.end(), column);
      if (known != column_names.end()) {
        auto& slot = positions[static_cast<std::size_t>(known - column_names.begin())];
        if (slot) fail("the column " + in_quotes(column) + " occurs twice");
        slot = position;
      }
      ++position;
    }
    for (const Column needed : {Column::start, Column::end, Column::entity}) {
      if (!positions[needed]) fail("the column '" + std::string(column_names[needed]) + "' is missing");
    }
    return positions;
  }

  GraphMention read_row(const element& row, const ColumnPositions& columns) const {
    array cells;
    if (row.get(cells)) fail_in_row("it must be an array");
    std::array<std::uint64_t, column_count> values{};
    values[Column::reason] = no_reason;
    std::size_t position = 0;
    std::size_t found = 0;
    for (const element cell : cells) {
      for (std::size_t column = 0; column < column_count; ++column) {
        if (columns[column] != position) continue;
        ++found;
        if (column == Column::reason && cell.is_null()) break;
        if (cell.get(values[column]) || values[column] > max_u32) {
          fail_in_row("'" + std::string(column_names[column]) + "' must be a whole number from 0 to 4294967295");
        }
      }
      ++position;
    }
    if (found < static_cast<std::size_t>(std::count_if(
                    columns.begin(), columns.end(), [](auto c) { return !!c; }))) {
      fail_in_row("it has fewer cells than there are columns");
    }
    return checked_mention(values);
  }

  GraphMention checked_mention(const std::array<std::uint64_t, column_count>& values) const {
    if (values[Column::end] <= values[Column::start]) fail_in_row("'end' must be greater than 'start'");
    if (values[Column::entity] >= graph_.entities.size()) {
      fail_in_row("'entity' is " + std::to_string(values[Column::entity]) + ", but " +
                  std::to_string(graph_.entities.size()) + " entity lines stand before, counted from 0");
    }
    if (values[Column::reason] != no_reason && values[Column::reason] >= graph_.link_reasons.size()) {
      fail_in_row("'reason' is " + std::to_string(values[Column::reason]) + ", but the header lists " +
                  std::to_string(graph_.link_reasons.size()) + " reasons, counted from 0");
    }
    const auto small = [&](Column column) { return static_cast<std::uint32_t>(values[column]); };
    return {.span = {small(Column::start), small(Column::end)},
            .token = small(Column::token),
            .paragraph = small(Column::paragraph),
            .sentence = small(Column::sentence),
            .nominal = values[Column::nominal] != 0,
            .entity = small(Column::entity),
            .reason = static_cast<std::uint16_t>(values[Column::reason])};
  }

  [[noreturn]] void fail_in_row(const std::string& message) const {
    fail("row " + std::to_string(row_) + " of the mentions: " + message);
  }

  void read_relation(const object& fields) {
    GraphRelation& relation = graph_.relations.emplace_back();
    relation.type = text(fields, "type");
    relation.source = find(entities_, text(fields, "source"), "entity");
    relation.target = find(entities_, text(fields, "target"), "entity");
    element given;
    if (fields["evidence"].get(given)) return;
    for (const element item : list(fields, "evidence")) {
      object evidence;
      if (item.get(evidence)) fail("each item of 'evidence' must be an object with document, start and end");
      relation.evidence.push_back({find(documents_, text(evidence, "document"), "document"), span(evidence)});
    }
  }

  void finish(std::size_t size) {
    line_ += 1;
    line_start_ = size;
    if (!seen_header_) fail("the graph is empty; did the command that should have written it fail?");
    if (closed_ && !seen_end_)
      fail("the file is cut off: its closing line is missing. Write it again with kgraph-extract");
    sort_graph(graph_);
  }

  // --- fields ---

  element required(const object& fields, std::string_view key) const {
    element value;
    if (fields[key].get(value)) fail("the field '" + std::string(key) + "' is missing");
    return value;
  }

  std::string_view text(const object& fields, std::string_view key) const {
    std::string_view value;
    if (required(fields, key).get(value)) fail("'" + std::string(key) + "' must be a text");
    if (value.empty() && key != "name") fail("'" + std::string(key) + "' must not be empty");
    return value;
  }

  std::string_view optional_text(const object& fields, std::string_view key) const {
    element value;
    if (fields[key].get(value) || value.is_null()) return {};
    std::string_view result;
    if (value.get(result)) fail("'" + std::string(key) + "' must be a text");
    return result;
  }

  array list(const object& fields, std::string_view key) const {
    array value;
    if (required(fields, key).get(value)) fail("'" + std::string(key) + "' must be an array [ ... ]");
    return value;
  }

  std::vector<std::string> texts(const object& fields, std::string_view key) const {
    std::vector<std::string> result;
    element given;
    if (fields[key].get(given)) return result;
    for (const element item : list(fields, key)) {
      std::string_view value;
      if (item.get(value)) fail("'" + std::string(key) + "' must hold nothing but texts");
      result.emplace_back(value);
    }
    return result;
  }

  std::uint64_t number(const element& value, std::string_view key) const {
    std::uint64_t result = 0;
    if (value.get(result) || result > max_u32) {
      fail("'" + std::string(key) + "' must be a whole number from 0 to 4294967295");
    }
    return result;
  }

  bool flag(const element& value, std::string_view key) const {
    bool result = false;
    if (value.get(result)) fail("'" + std::string(key) + "' must be true or false");
    return result;
  }

  Span span(const object& fields) const {
    const Span result = {static_cast<std::uint32_t>(number(required(fields, "start"), "start")),
                         static_cast<std::uint32_t>(number(required(fields, "end"), "end"))};
    if (result.end < result.start) fail("'end' must not be less than 'start'");
    return result;
  }

  // --- ids ---

  using Ids = std::unordered_map<std::string, std::uint32_t>;

  void add_id(Ids& ids, const std::string& id, std::size_t count, const char* what) const {
    if (!ids.emplace(id, static_cast<std::uint32_t>(count - 1)).second)
      fail("two " + std::string(what) + " of the id " + in_quotes(id));
  }

  std::uint32_t find(const Ids& ids, std::string_view id, const char* what) const {
    const auto found = ids.find(std::string(id));
    if (found == ids.end()) {
      fail("there is no " + std::string(what) + " " + in_quotes(id) + "; its line must stand before this one");
    }
    return found->second;
  }

  const std::string& file_;
  simdjson::dom::parser parser_;
  Graph graph_;
  Ids entities_;
  Ids documents_;
  std::vector<bool> has_mentions_;
  std::uint64_t line_ = 0;
  std::uint64_t line_start_ = 0;
  std::size_t row_ = 0;
  bool seen_header_ = false;
  bool seen_end_ = false;
  bool closed_ = false;
};

}  // namespace

Graph read_native(std::string_view bytes, const std::string& file) { return Reader(file).read(bytes); }

Graph read_native_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open the graph file '" + path.string() + "'; check its name and your permission");
  std::string bytes;
  std::array<char, std::size_t{1} << 16> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) throw IoError("cannot read the graph file '" + path.string() + "'");
  return read_native(bytes, path.string());
}

}  // namespace kgraph
