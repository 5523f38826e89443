// Reader of the native graph file: one JSON object a line, each checked before it is believed.
#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <optional>
#include <unordered_map>

#include <simdjson.h>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/date_range.hpp>
#include <kgraph/graph/native_io.hpp>

#include "json_fault.hpp"
#include "native_fields.hpp"
#include "native_order.hpp"

namespace kgraph {

namespace {

using detail::in_quotes;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::uint64_t max_u32 = std::numeric_limits<std::uint32_t>::max();

/// The columns of a mentions line that are understood, and where each stands in a row (or nowhere).
enum Column : std::size_t { start, end, token, paragraph, sentence, nominal, entity, reason, column_count };
constexpr std::array<std::string_view, column_count> column_names = {"start",    "end",     "token",  "paragraph",
                                                                     "sentence", "nominal", "entity", "reason"};
using ColumnPositions = std::array<std::optional<std::size_t>, column_count>;

class Reader {
 public:
  explicit Reader(const std::string& file) : line_(file) {}

  Graph read(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = bytes.substr(0, 3) == byte_order_mark ? 3 : 0;
    while (at < bytes.size()) {
      const std::size_t end_of_line = std::min(bytes.find('\n', at), bytes.size());
      line_.next_line(at);
      read_line(bytes.substr(at, end_of_line - at), bytes.size() - end_of_line);
      at = end_of_line + 1;
    }
    finish(bytes.size());
    return std::move(graph_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { line_.fail(message); }

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
    dispatch(fields, line_.text(fields, "kind"));
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
    line_.fail_at(fault.byte, message);
  }

  void dispatch(const object& fields, std::string_view kind) {
    if (!seen_header_) return read_header(fields, kind);
    if (seen_end_) fail("a line after the closing line; graph files cannot be joined with cat: extract them together");
    if (kind == "entity") return read_entity(fields);
    if (kind == "document") return read_document(fields);
    if (kind == "mentions") return read_mentions(fields);
    if (kind == "relation") return read_relation(fields);
    if (kind == "role") return read_role(fields);
    if (kind == "end") {
      seen_end_ = true;
      return;
    }
    fail("unknown kind " + in_quotes(kind) + "; expected entity, document, mentions, relation, role or end");
  }

  void read_header(const object& fields, std::string_view kind) {
    if (kind != "kgraph") {
      fail(R"(the first line must be the header {"kind":"kgraph","version":1}, but its kind is )" + in_quotes(kind));
    }
    const std::uint64_t version = line_.number(line_.required(fields, "version"), "version");
    if (version == 0 || version > native_version) {
      fail("version " + std::to_string(version) + " of the format; this kgraph reads version " +
           std::to_string(native_version) + ": update kgraph, or extract the documents again");
    }
    element closed;
    if (!fields["closed"].get(closed)) closed_ = line_.flag(closed, "closed");
    graph_.link_reasons = line_.optional_texts(fields, "reasons");
    graph_.relation_rules = line_.optional_texts(fields, "rules");
    if (graph_.link_reasons.size() >= no_reason) fail("more than 65534 reasons");
    if (graph_.relation_rules.size() >= no_reason) fail("more than 65534 rules");
    seen_header_ = true;
  }

  void read_entity(const object& fields) {
    GraphEntity& entity = graph_.entities.emplace_back();
    entity.id = line_.text(fields, "id");
    const std::string_view type = line_.text(fields, "type");
    const auto known = parse_entity_type(type);
    if (!known) fail("unknown entity type " + in_quotes(type) + "; expected person, party, meeting or place");
    entity.type = *known;
    entity.name = line_.text(fields, "name");
    entity.aliases = line_.optional_texts(fields, "aliases");
    add_id(entities_, entity.id, graph_.entities.size(), "entities");
  }

  void read_document(const object& fields) {
    GraphDocument& document = graph_.documents.emplace_back();
    document.id = line_.text(fields, "id");
    document.file = line_.text(fields, "file");
    document.title = line_.optional_text(fields, "title");
    document.date = line_.optional_date(fields, "date");
    document.source = line_.optional_text(fields, "source");
    document.record_id = line_.optional_text(fields, "record_id");
    element unused;
    if (!fields["start"].get(unused) || !fields["end"].get(unused)) document.span = line_.span(fields);
    document.text = line_.optional_text(fields, "text");
    add_id(documents_, document.id, graph_.documents.size(), "documents");
    graph_.mentions.emplace_back();
    has_mentions_.push_back(false);
  }

  void read_mentions(const object& fields) {
    const std::uint32_t document = find(documents_, line_.text(fields, "document"), "document");
    if (has_mentions_[document])
      fail("a second mentions line for document " + in_quotes(line_.text(fields, "document")));
    has_mentions_[document] = true;
    const ColumnPositions columns = read_columns(line_.list(fields, "columns"));
    const array rows = line_.list(fields, "rows");
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
    relation.type = line_.text(fields, "type");
    relation.source = find(entities_, line_.text(fields, "source"), "entity");
    relation.target = find(entities_, line_.text(fields, "target"), "entity");
    if (const auto sign = detail::LineFields::optional(fields, "sign")) relation.sign = read_sign(*sign);
    // A hand that adds or removes a passage need not count them: the count is there for readers of the file alone.
    if (const auto count = detail::LineFields::optional(fields, "count"))
      static_cast<void>(line_.number(*count, "count"));
    relation.evidence = read_evidence(fields);
  }

  void read_role(const object& fields) {
    GraphRole& role = graph_.roles.emplace_back();
    role.entity = find(entities_, line_.text(fields, "entity"), "entity");
    role.title = line_.text(fields, "title");
    role.evidence = read_evidence(fields);
  }

  int read_sign(const element& value) const {
    std::int64_t sign = 0;
    if (value.get(sign) || sign < -1 || sign > 1) fail("'sign' must be 1 (friendly), 0 or -1 (hostile)");
    return static_cast<int>(sign);
  }

  std::vector<Evidence> read_evidence(const object& fields) const {
    std::vector<Evidence> result;
    element given;
    if (fields["evidence"].get(given)) return result;
    for (const element item : line_.list(fields, "evidence")) {
      object one;
      if (item.get(one)) fail("each item of 'evidence' must be an object with document, start and end");
      result.push_back(read_passage(one));
    }
    return result;
  }

  Evidence read_passage(const object& fields) const {
    Evidence evidence;
    evidence.document = find(documents_, line_.text(fields, "document"), "document");
    evidence.span = line_.span(fields);
    if (const auto rule = detail::LineFields::optional(fields, "rule")) {
      const std::uint32_t index = line_.number(*rule, "rule");
      if (index >= graph_.relation_rules.size()) {
        fail("'rule' is " + std::to_string(index) + ", but the header lists " +
             std::to_string(graph_.relation_rules.size()) + " rules, counted from 0");
      }
      evidence.rule = static_cast<std::uint16_t>(index);
    }
    evidence.since = line_.optional_date(fields, "since");
    evidence.until = line_.optional_date(fields, "until");
    if (DateRange{evidence.since, evidence.until}.empty()) fail("'until' must not come before 'since'");
    if (const std::string_view basis = line_.optional_text(fields, "basis"); !basis.empty()) {
      const auto known = parse_date_basis(basis);
      if (!known) fail("unknown basis " + in_quotes(basis) + "; expected none, sentence, meeting or document");
      evidence.basis = *known;
    }
    return evidence;
  }

  void finish(std::size_t size) {
    line_.next_line(size);
    if (!seen_header_) fail("the graph is empty; did the command that should have written it fail?");
    if (closed_ && !seen_end_)
      fail("the file is cut off: its closing line is missing. Write it again with kgraph-extract");
    sort_graph(graph_);
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

  detail::LineFields line_;
  simdjson::dom::parser parser_;
  Graph graph_;
  Ids entities_;
  Ids documents_;
  std::vector<bool> has_mentions_;
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
