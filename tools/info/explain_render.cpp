// How --explain is printed.
#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <kgraph/graph/native_io.hpp>

#include "explain.hpp"

namespace kgraph::tools {

namespace {

/// How much is printed for readers; JSON holds everything.
constexpr std::size_t most_passages = 3;
constexpr std::size_t quotation_columns = 600;

std::string number_of(std::size_t n, const char* what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

// ---------------------------------------------------------------------------------------------------- for readers

std::string date_of(const Evidence& evidence) {
  std::string date = "undated";
  if (evidence.since) date = evidence.since->iso();
  if (evidence.until) date = (evidence.since ? date + " to " : "until ") + evidence.until->iso();
  switch (evidence.basis) {
    case DateBasis::none:
      return date;
    case DateBasis::sentence:
      return date + " (as the sentence says)";
    case DateBasis::meeting:
      return date + " (date of the meeting)";
    case DateBasis::document:
      return date + " (date of the document)";
  }
  return date;
}

class ReaderPage {
 public:
  ReaderPage(const Graph& graph, Passages& passages) : graph_(graph), passages_(passages) {}

  std::string print(const Explanation& explanation) {
    const GraphEntity& entity = graph_.entities[explanation.entity];
    out_ = wrapped(fmt::format("{}: {}", entity.id, on_one_line(entity.name)), 0);
    out_ += fmt::format("{} in {}\n", number_of(explanation.mentions, "mention"),
                        number_of(explanation.documents, "document"));
    print_spellings(explanation);
    print_roles(explanation);
    print_links(explanation);
    print_connections(explanation);
    return std::move(out_);
  }

 private:
  void heading(const std::string& text) { out_ += "\n" + text + "\n"; }

  void print_spellings(const Explanation& explanation) {
    heading("Names");
    const bool counted = explanation.all_quoted;
    if (!counted) out_ += "  (not counted: the graph holds no text, and some file is not there)\n";
    for (const Spelling& spelling : explanation.spellings) {
      const std::string number = counted ? fmt::format("{:>5}  ", spelling.count) : "  ";
      out_ += fmt::format("{}{}{}\n", number, on_one_line(spelling.text), spelling.nominal ? "  (description)" : "");
    }
  }

  void print_place(std::uint32_t document, Span span) {
    const GraphDocument& from = graph_.documents[document];
    const std::string title = from.title.empty() || from.title == from.id ? "" : on_one_line(from.title) + ", ";
    out_ += wrapped(fmt::format("{}{}, bytes {}-{}", title, from.id, span.start, span.end), 6);
  }

  void print_quotation(std::uint32_t document, const std::optional<std::string>& words, std::size_t indent) {
    const std::string missing = fmt::format("(no quotation: the graph holds no text, and the file {} is not there)",
                                            on_one_line(graph_.documents[document].file));
    out_ += wrapped(words ? quoted(*words, quotation_columns) : missing, indent);
  }

  void print_evidence(const std::vector<Evidence>& list) {
    for (std::size_t i = 0; i < std::min(list.size(), most_passages); ++i) {
      const Evidence& evidence = list[i];
      const std::string rule =
          evidence.rule == no_reason ? "" : "; rule: " + on_one_line(graph_.relation_rules[evidence.rule]);
      out_ += wrapped(date_of(evidence) + rule, 4);
      print_place(evidence.document, evidence.span);
      print_quotation(evidence.document, passages_.quote(evidence.document, evidence.span), 6);
    }
    if (list.size() > most_passages) {
      out_ +=
          fmt::format("    and {} (--format json lists all)\n", number_of(list.size() - most_passages, "more passage"));
    }
  }

  void print_roles(const Explanation& explanation) {
    if (explanation.roles.empty()) return;
    heading("Titles and offices");
    for (const GraphRole* role : explanation.roles) {
      out_ += wrapped(fmt::format("{}: {}", on_one_line(role->title), number_of(role->evidence.size(), "passage")), 2);
      print_evidence(role->evidence);
    }
  }

  void print_links(const Explanation& explanation) {
    if (explanation.links.empty()) return;
    heading("Why these mentions are taken for this entity");
    for (const LinkGroup& group : explanation.links) {
      const std::string reason = group.reason.empty() ? "no reason recorded" : on_one_line(group.reason);
      out_ += fmt::format("{:>5}  {}\n", group.mentions.size(), reason);
      const MentionPlace& example = group.mentions.front();
      print_quotation(example.document, passages_.in_context(example.document, example.mention->span), 7);
      out_ += wrapped(fmt::format("{}, bytes {}-{}", graph_.documents[example.document].id, example.mention->span.start,
                                  example.mention->span.end),
                      7);
    }
  }

  void print_connections(const Explanation& explanation) {
    const Connection* last = nullptr;
    for (const Connection& connection : explanation.connections) {
      const std::string& type = connection.relation->type;
      if (last == nullptr || last->relation->type != type || last->direction != connection.direction) {
        heading(fmt::format("{} ({})", type, to_string(connection.direction)));
      }
      last = &connection;
      const GraphEntity& other = graph_.entities[connection.other];
      const int sign = connection.relation->sign;
      out_ += wrapped(fmt::format("{} ({}): {}{}", on_one_line(other.name), other.id,
                                  sign > 0   ? "friendly, "
                                  : sign < 0 ? "hostile, "
                                             : "",
                                  number_of(connection.relation->evidence.size(), "passage")),
                      2);
      print_evidence(connection.relation->evidence);
    }
  }

  const Graph& graph_;
  Passages& passages_;
  std::string out_;
};

// ----------------------------------------------------------------------------------------------------------- JSON

class JsonPage {
 public:
  JsonPage(const Graph& graph, Passages& passages) : graph_(graph), passages_(passages) {}

  std::string print(const Explanation& explanation) {
    const GraphEntity& entity = graph_.entities[explanation.entity];
    raw("{").field("id", entity.id).raw(",").field("type", to_string(entity.type)).raw(",").field("name", entity.name);
    raw(fmt::format(R"(,"mentions":{},"documents":{})", explanation.mentions, explanation.documents));
    list("names", explanation.spellings, [&](const Spelling& spelling) {
      raw("{").field("spelling", spelling.text).raw(fmt::format(R"(,"nominal":{},"count":)", spelling.nominal ? 1 : 0));
      raw(explanation.all_quoted ? fmt::format("{}}}", spelling.count) : "null}");
    });
    list("roles", explanation.roles, [&](const GraphRole* role) {
      raw("{").field("title", role->title);
      evidence(role->evidence);
      raw("}");
    });
    list("links", explanation.links, [&](const LinkGroup& group) { link(group); });
    list("relations", explanation.connections, [&](const Connection& one) { connection(one); });
    return std::move(raw("}").out_);
  }

 private:
  JsonPage& raw(std::string_view text) {
    out_ += text;
    return *this;
  }

  JsonPage& field(std::string_view key, std::string_view value) {
    raw("\"").raw(key).raw("\":");
    append_json_string(out_, value);
    return *this;
  }

  /// null where the text is empty or missing.
  JsonPage& optional_field(std::string_view key, const std::optional<std::string>& value) {
    if (value && !value->empty()) return field(key, *value);
    return raw("\"").raw(key).raw("\":null");
  }

  template <class Item, class Print>
  void list(std::string_view key, const std::vector<Item>& items, Print print) {
    raw(",\n \"").raw(key).raw("\":[");
    for (std::size_t i = 0; i < items.size(); ++i) {
      raw(i > 0 ? ",\n  " : "\n  ");
      print(items[i]);
    }
    raw("]");
  }

  JsonPage& place(std::uint32_t document, Span span) {
    const GraphDocument& from = graph_.documents[document];
    field("document", from.id).raw(",").field("title", from.title);
    return raw(fmt::format(R"(,"start":{},"end":{})", span.start, span.end));
  }

  void link(const LinkGroup& group) {
    raw("{").optional_field("reason", group.reason).raw(fmt::format(",\"count\":{},", group.mentions.size()));
    const MentionPlace& example = group.mentions.front();
    optional_field("example", passages_.in_context(example.document, example.mention->span)).raw(",\"mentions\":[");
    for (const MentionPlace& one : group.mentions) {
      raw(&one == &example ? "\n   {" : ",\n   {").place(one.document, one.mention->span);
      raw(fmt::format(",\"nominal\":{},", one.mention->nominal ? 1 : 0));
      optional_field("quotation", passages_.quote(one.document, one.mention->span)).raw("}");
    }
    raw("]}");
  }

  void connection(const Connection& one) {
    const GraphEntity& other = graph_.entities[one.other];
    raw("{").field("type", one.relation->type).raw(",").field("direction", to_string(one.direction)).raw(",");
    field("other", other.id).raw(",").field("other_name", other.name);
    raw(fmt::format(R"(,"sign":{},"count":{})", one.relation->sign, one.relation->evidence.size()));
    evidence(one.relation->evidence);
    raw("}");
  }

  void evidence(const std::vector<Evidence>& passages) {
    raw(",\"evidence\":[");
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const Evidence& one = passages[i];
      raw(i > 0 ? ",\n   {" : "\n   {").place(one.document, one.span).raw(",");
      optional_field("since", one.since ? one.since->iso() : std::string()).raw(",");
      optional_field("until", one.until ? one.until->iso() : std::string()).raw(",");
      field("basis", to_string(one.basis)).raw(",");
      optional_field("rule", one.rule == no_reason ? std::string() : graph_.relation_rules[one.rule]).raw(",");
      optional_field("quotation", passages_.quote(one.document, one.span)).raw("}");
    }
    raw("]");
  }

  const Graph& graph_;
  Passages& passages_;
  std::string out_;
};

// ------------------------------------------------------------------------------------------------------------ CSV

/// One row a mention, in the order of the documents.
Table mentions_of(const Graph& graph, const std::vector<Explanation>& explanations, Passages& passages) {
  Table table = {{{"entity"}, {"document"}, {"start"}, {"end"}, {"spelling"}, {"nominal"}, {"reason"}}, {}};
  for (const Explanation& explanation : explanations) {
    std::vector<MentionPlace> places;
    for (const LinkGroup& group : explanation.links) {
      places.insert(places.end(), group.mentions.begin(), group.mentions.end());
    }
    std::sort(places.begin(), places.end(), [](const MentionPlace& a, const MentionPlace& b) {
      return std::tie(a.document, a.mention->span) < std::tie(b.document, b.mention->span);
    });
    for (const auto& [document, mention] : places) {
      const auto words = passages.quote(document, mention->span);
      table.rows.push_back({graph.entities[explanation.entity].id, graph.documents[document].id,
                            std::int64_t{mention->span.start}, std::int64_t{mention->span.end},
                            words ? Cell(*words) : Cell(), std::int64_t{mention->nominal ? 1 : 0},
                            mention->reason == no_reason ? Cell() : Cell(graph.link_reasons[mention->reason])});
    }
  }
  return table;
}

}  // namespace

std::string render(const Graph& graph, const std::vector<Explanation>& explanations, Passages& passages,
                   Format format) {
  if (format == Format::csv) return render(mentions_of(graph, explanations, passages), format);
  std::string out;
  for (const Explanation& explanation : explanations) {
    const bool first = &explanation == &explanations.front();
    if (format == Format::json) {
      out += (first ? "[\n" : ",\n") + JsonPage(graph, passages).print(explanation);
    } else {
      out += (first ? "" : "\n") + ReaderPage(graph, passages).print(explanation);
    }
  }
  return format == Format::json ? out + "\n]\n" : out;
}

}  // namespace kgraph::tools
