// Writer of the native graph file. JSON is written by hand: the order of the keys is part of the format, and a graph
// of a large corpus is hundreds of megabytes of mentions.
#include <array>
#include <charconv>
#include <ostream>

#include <simdjson.h>

#include <kgraph/base/error.hpp>
#include <kgraph/base/utf8.hpp>
#include <kgraph/graph/native_io.hpp>

#include "native_order.hpp"

namespace kgraph {

namespace {

/// Collects the output and hands it to the sink in chunks of about this many bytes.
constexpr std::size_t chunk_size = std::size_t{1} << 16;

class Writer {
 public:
  explicit Writer(const ByteSink& sink) : sink_(sink) { buffer_.reserve(2 * chunk_size); }

  Writer& raw(std::string_view text) {
    buffer_ += text;
    return *this;
  }

  Writer& number(std::uint64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    buffer_.append(digits.data(), end);
    return *this;
  }

  Writer& string(std::string_view text) {
    append_json_string(buffer_, text);
    return *this;
  }

  /// ,"key":"text"; nothing where the text is empty.
  Writer& optional_field(std::string_view key, std::string_view text) {
    if (text.empty()) return *this;
    return raw(",\"").raw(key).raw("\":").string(text);
  }

  Writer& strings(const std::vector<std::string>& list) {
    raw("[");
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) raw(",");
      string(list[i]);
    }
    return raw("]");
  }

  Writer& span(Span span) { return raw(",\"start\":").number(span.start).raw(",\"end\":").number(span.end); }

  void end_line() {
    buffer_ += '\n';
    flush_above(chunk_size);
  }

  void flush_above(std::size_t size) {
    if (buffer_.size() <= size) return;
    sink_(buffer_);
    buffer_.clear();
  }

 private:
  const ByteSink& sink_;
  std::string buffer_;
};

void write_entity(Writer& out, const GraphEntity& entity) {
  out.raw(R"({"kind":"entity","id":)").string(entity.id);
  out.raw(R"(,"type":")").raw(to_string(entity.type)).raw(R"(","name":)").string(entity.name);
  if (!entity.aliases.empty()) out.raw(R"(,"aliases":)").strings(entity.aliases);
  out.raw("}").end_line();
}

void write_document(Writer& out, const GraphDocument& document, bool with_text) {
  out.raw(R"({"kind":"document","id":)").string(document.id);
  out.raw(R"(,"file":)").string(document.file).optional_field("title", document.title);
  if (document.date) out.optional_field("date", document.date->iso());
  out.optional_field("source", document.source).optional_field("record_id", document.record_id);
  if (document.span != Span{}) out.span(document.span);
  if (with_text) out.optional_field("text", document.text);
  out.raw("}").end_line();
}

void write_mentions(Writer& out, const GraphDocument& document, const std::vector<GraphMention>& mentions) {
  if (mentions.empty()) return;
  out.raw(R"({"kind":"mentions","document":)").string(document.id);
  out.raw(R"(,"columns":["start","end","token","paragraph","sentence","nominal","entity","reason"],"rows":[)");
  bool first = true;
  for (const GraphMention& m : mentions) {
    out.raw(first ? "[" : ",[").number(m.span.start).raw(",").number(m.span.end).raw(",").number(m.token);
    out.raw(",").number(m.paragraph).raw(",").number(m.sentence).raw(m.nominal ? ",1," : ",0,").number(m.entity);
    if (m.reason == no_reason) {
      out.raw(",null]");
    } else {
      out.raw(",").number(m.reason).raw("]");
    }
    first = false;
    out.flush_above(chunk_size);
  }
  out.raw("]}").end_line();
}

void write_evidence(Writer& out, const Graph& graph, const std::vector<Evidence>& list) {
  out.raw(R"(,"evidence":[)");
  bool first = true;
  for (const Evidence& evidence : list) {
    out.raw(first ? R"({"document":)" : R"(,{"document":)").string(graph.documents[evidence.document].id);
    out.span(evidence.span);
    if (evidence.rule != no_reason) out.raw(R"(,"rule":)").number(evidence.rule);
    if (evidence.since) out.optional_field("since", evidence.since->iso());
    if (evidence.until) out.optional_field("until", evidence.until->iso());
    if (evidence.basis != DateBasis::none) out.optional_field("basis", to_string(evidence.basis));
    out.raw("}");
    out.flush_above(chunk_size);
    first = false;
  }
  out.raw("]");
}

void write_relation(Writer& out, const Graph& graph, const GraphRelation& relation) {
  out.raw(R"({"kind":"relation","type":)").string(relation.type);
  out.raw(R"(,"source":)").string(graph.entities[relation.source].id);
  out.raw(R"(,"target":)").string(graph.entities[relation.target].id);
  out.raw(R"(,"sign":)").raw(relation.sign < 0 ? "-1" : relation.sign > 0 ? "1" : "0");
  out.raw(R"(,"count":)").number(relation.evidence.size());
  write_evidence(out, graph, relation.evidence);
  out.raw("}").end_line();
}

void write_role(Writer& out, const Graph& graph, const GraphRole& role) {
  out.raw(R"({"kind":"role","entity":)").string(graph.entities[role.entity].id);
  out.raw(R"(,"title":)").string(role.title);
  write_evidence(out, graph, role.evidence);
  out.raw("}").end_line();
}

void append_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00", out += hex[byte >> 4U], out += hex[byte & 15U];
      return;
  }
}

void append_valid(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(text, done, i - done);
    append_escape(out, byte);
    done = i + 1;
  }
  out.append(text, done);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (simdjson::validate_utf8(text.data(), text.size())) {
    append_valid(out, text);
  } else {
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint c = decode_utf8(text, i);
      const bool invalid = c.value == 0xFFFD && c.bytes == 1;
      append_valid(out, invalid ? std::string_view("\xEF\xBF\xBD") : text.substr(i, c.bytes));
      i += c.bytes;
    }
  }
  out += '"';
}

void write_native(const Graph& graph, const ByteSink& sink, const NativeWriteOptions& options) {
  detail::check_indices(graph);
  detail::check_order(graph);
  Writer out(sink);
  out.raw(R"({"kind":"kgraph","version":)").number(native_version).raw(R"(,"closed":true,"reasons":)");
  out.strings(graph.link_reasons).raw(R"(,"rules":)").strings(graph.relation_rules).raw("}").end_line();
  for (const GraphEntity& entity : graph.entities) write_entity(out, entity);
  for (std::size_t d = 0; d < graph.documents.size(); ++d) {
    write_document(out, graph.documents[d], options.text);
    if (d < graph.mentions.size()) write_mentions(out, graph.documents[d], graph.mentions[d]);
  }
  for (const GraphRelation& relation : graph.relations) write_relation(out, graph, relation);
  for (const GraphRole& role : graph.roles) write_role(out, graph, role);
  out.raw(R"({"kind":"end"})").end_line();
  out.flush_above(0);
}

void write_native(const Graph& graph, std::ostream& out, const NativeWriteOptions& options) {
  write_native(
      graph,
      [&out](std::string_view bytes) {
        if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
          throw IoError("the graph could not be written; is the disk full?");
        }
      },
      options);
  if (!out.flush()) throw IoError("the graph could not be written; is the disk full?");
}

}  // namespace kgraph
