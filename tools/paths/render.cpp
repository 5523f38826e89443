#include "render.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <kgraph/base/utf8.hpp>
#include <kgraph/graph/native_io.hpp>
#include <kgraph/graph/quotation.hpp>

#include "../common/table.hpp"

namespace kgraph::tools {

namespace {

/// Columns that a line may take.
constexpr std::size_t line_width = 80;
/// Columns of a quotation before its middle is left out, and how many of its beginning and end remain.
constexpr std::size_t longest_quotation = 520;
constexpr std::size_t quotation_end = 240;

std::string_view window_name(const ConnectionOptions& options) {
  switch (options.cooccurrence.value_or(Window::paragraph)) {
    case Window::sentence:
      return "sentence";
    case Window::document:
      return "document";
    default:
      return "paragraph";
  }
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// "1956-08-30", "1956-08 to 1957", "until 1957"; the date of the document where the passage has none; else empty.
std::string date_of(const Graph& graph, const Evidence& evidence) {
  if (evidence.since && evidence.until) return evidence.since->iso() + " to " + evidence.until->iso();
  if (evidence.since) return evidence.since->iso();
  if (evidence.until) return "until " + evidence.until->iso();
  const std::optional<Date>& date = graph.documents[evidence.document].date;
  return date ? date->iso() : "";
}

bool is_cooccurrence(const Step& step) { return step.kind == cooccurrence_kind; }

/// "1956-08-30, from the document; 2 of 5 passages".
std::string remark(const Graph& graph, const Step& step, const ConnectionOptions& options) {
  std::string text = step.evidence ? date_of(graph, *step.evidence) : "";
  if (text.empty()) {
    text = "undated";
  } else {
    const DateBasis basis = step.evidence->basis;
    text += fmt::format(", from the {}", to_string(basis == DateBasis::none ? DateBasis::document : basis));
  }
  if (is_cooccurrence(step)) {
    if (step.passages > 1) text += fmt::format("; {}", counted(step.passages, window_name(options)));
  } else if (step.all_passages > step.passages) {
    text += fmt::format("; {} of {}", step.passages, counted(step.all_passages, "passage"));
  } else if (step.passages > 1) {
    text += fmt::format("; {}", counted(step.passages, "passage"));
  }
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string squeezed = squeeze(printable(text));
  std::vector<std::string> words;
  for (std::size_t at = 0; at < squeezed.size();) {
    const std::size_t end = std::min(squeezed.find(' ', at), squeezed.size());
    words.push_back(squeezed.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Leaves out the middle of a long text, word by word.
void shorten(std::vector<std::string>& words) {
  std::size_t width = 0;
  for (const std::string& word : words) width += display_width(word) + 1;
  if (width <= longest_quotation) return;
  const auto fitting = [](auto word, auto end) {
    std::size_t taken = 0;
    std::ptrdiff_t count = 0;
    for (; word != end && taken + display_width(*word) < quotation_end; ++word, ++count) {
      taken += display_width(*word) + 1;
    }
    return count;
  };
  const auto first = words.begin() + fitting(words.begin(), words.end());
  const auto last = words.end() - fitting(words.rbegin(), words.rend());
  if (first >= last) return;
  *first = "[...]";
  words.erase(first + 1, last);
}

/// Words in lines of the width of a screen, each indented, and all but the first by `hanging` more.
std::string wrap(const std::vector<std::string>& words, std::size_t indent, std::size_t hanging = 0) {
  std::string out;
  std::size_t column = line_width;
  for (const std::string& word : words) {
    const std::size_t width = display_width(word);
    if (out.empty() || column + 1 + width > line_width) {
      const std::size_t margin = out.empty() ? indent : indent + hanging;
      out += (out.empty() ? "" : "\n") + std::string(margin, ' ') + word;
      column = margin + width;
    } else {
      out += " " + word;
      column += 1 + width;
    }
  }
  return out + "\n";
}

std::string arrow(const Step& step, const ConnectionOptions& options) {
  if (is_cooccurrence(step)) return fmt::format("—in one {}—", window_name(options));
  const std::string kind = printable(step.kind);
  if (step.direction == StepDirection::forward) return fmt::format("—{}→", kind);
  if (step.direction == StepDirection::backward) return fmt::format("←{}—", kind);
  return fmt::format("—{}—", kind);
}

std::string place_of(const Graph& graph, const Evidence& evidence) {
  const GraphDocument& document = graph.documents[evidence.document];
  return fmt::format("{}, bytes {} to {}", document.file, evidence.span.start, evidence.span.end);
}

std::string title_of(const GraphDocument& document) { return document.title.empty() ? document.id : document.title; }

std::string step_for_readers(const Answer& answer, const Step& step) {
  const auto name = [&](std::uint32_t e) { return answer.graph.entities[e].name; };
  std::string out = wrap(words_of(fmt::format("{} {} {} ({})", name(step.from), arrow(step, answer.options),
                                              name(step.to), remark(answer.graph, step, answer.options))),
                         3, 4);
  if (!step.evidence) return out + "     no passage is given\n";
  const GraphDocument& document = answer.graph.documents[step.evidence->document];
  out += wrap(words_of(title_of(document)), 5);
  out += "     " + printable(place_of(answer.graph, *step.evidence)) + "\n";
  const std::string_view quoted = quotation(document, step.evidence->span);
  if (quoted.empty()) return out;
  std::vector<std::string> words = words_of(quoted);
  shorten(words);
  if (words.empty()) return out;
  words.front().insert(0, "“");
  words.back() += "”";
  return out + wrap(words, 7);
}

// --- JSON ----------------------------------------------------------------------------------------------------------

/// Appends `,"key":` or `"key":` after an opening bracket.
void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{' && out.back() != '[') out += ',';
  append_json_string(out, key);
  out += ':';
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_string(out, text);
}

void append_number(std::string& out, std::string_view key, std::size_t number) {
  append_key(out, key);
  out += fmt::format("{}", number);
}

void append_date(std::string& out, std::string_view key, const std::optional<Date>& date) {
  if (date) append_text(out, key, date->iso());
}

void append_ids(std::string& out, std::string_view key, const Graph& graph, const std::vector<std::uint32_t>& list) {
  append_key(out, key);
  out += '[';
  for (const std::uint32_t e : list) {
    if (out.back() != '[') out += ',';
    append_json_string(out, graph.entities[e].id);
  }
  out += ']';
}

void append_evidence(std::string& out, const Graph& graph, const Evidence& evidence) {
  const GraphDocument& document = graph.documents[evidence.document];
  append_date(out, "since", evidence.since);
  append_date(out, "until", evidence.until);
  append_text(out, "date_basis", to_string(evidence.basis));
  append_text(out, "document", document.id);
  append_text(out, "title", document.title);
  append_text(out, "file", document.file);
  append_number(out, "start", evidence.span.start);
  append_number(out, "end", evidence.span.end);
  const std::string_view quoted = quotation(document, evidence.span);
  if (!quoted.empty()) append_text(out, "quotation", quoted);
  if (evidence.rule != no_reason) append_text(out, "rule", graph.relation_rules[evidence.rule]);
}

void append_step(std::string& out, const Graph& graph, const Step& step) {
  constexpr std::array<std::string_view, 3> directions = {"forward", "backward", "mutual"};
  out += out.back() == '[' ? "\n  {" : ",\n  {";
  append_text(out, "from", graph.entities[step.from].id);
  append_text(out, "to", graph.entities[step.to].id);
  append_text(out, "kind", step.kind);
  append_text(out, "direction", directions[static_cast<std::size_t>(step.direction)]);
  if (step.evidence) append_evidence(out, graph, *step.evidence);
  append_number(out, "passages", step.passages);
  append_number(out, "all_passages", step.all_passages);
  out += '}';
}

// --- DOT -----------------------------------------------------------------------------------------------------------

/// A quoted DOT string. Labels and tooltips decode HTML entities and escapes such as \N, which must not act here.
std::string dot_string(std::string_view text, bool label) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '&' && label) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string dot_vertex(const Answer& answer, std::uint32_t entity) {
  constexpr std::array<std::string_view, 4> shapes = {"ellipse", "box", "hexagon", "plaintext"};
  const GraphEntity& e = answer.graph.entities[entity];
  const bool end = entity == answer.from || entity == answer.to;
  return fmt::format("  {} [label={}, shape={}, tooltip={}{}];\n", dot_string(e.id, false), dot_string(e.name, true),
                     shapes[static_cast<std::size_t>(e.type)], dot_string(e.id, true), end ? ", penwidth=2" : "");
}

std::string dot_edge(const Answer& answer, const Step& step) {
  constexpr std::array<std::string_view, 3> directions = {"forward", "back", "none"};
  const Graph& graph = answer.graph;
  std::string label = is_cooccurrence(step) ? fmt::format("in one {}", window_name(answer.options)) : step.kind;
  std::string tooltip = remark(answer.graph, step, answer.options);
  if (step.evidence) {
    const std::string date = date_of(graph, *step.evidence);
    if (!date.empty()) label += ", " + date;
    const GraphDocument& document = graph.documents[step.evidence->document];
    tooltip = fmt::format("{} ({}; {})", title_of(document), place_of(graph, *step.evidence), tooltip);
    const std::string quoted = squeeze(quotation(document, step.evidence->span));
    if (!quoted.empty()) tooltip += ": “" + quoted + "”";
  }
  const std::string tip = dot_string(tooltip, true);
  return fmt::format("  {} -> {} [label={}, dir={}, edgetooltip={}, labeltooltip={}{}];\n",
                     dot_string(graph.entities[step.from].id, false), dot_string(graph.entities[step.to].id, false),
                     dot_string(label, true), directions[static_cast<std::size_t>(step.direction)], tip, tip,
                     is_cooccurrence(step) ? ", style=dotted" : "");
}

}  // namespace

std::string render_for_readers(const Answer& answer) {
  std::string out;
  std::size_t number = 0;
  for (const Path& path : answer.connections.paths) {
    out += fmt::format("{}{}. {}", number == 0 ? "" : "\n", number + 1, counted(path.steps.size(), "step"));
    // Steps without a relation are longer than others, and so are rarely stated ones under --distance inverse.
    if (path.length != static_cast<double>(path.steps.size())) out += fmt::format(", length {:.4g}", path.length);
    out += "\n";
    for (const Step& step : path.steps) out += step_for_readers(answer, step);
    ++number;
  }
  if (answer.connections.cut) out += fmt::format("\n... and more; only the first {} are shown\n", number);
  return out;
}

std::string render_json(const Answer& answer) {
  const Graph& graph = answer.graph;
  std::string out = "{";
  append_text(out, "from", graph.entities[answer.from].id);
  append_text(out, "to", graph.entities[answer.to].id);
  append_text(out, "distance", to_string(answer.options.distance));
  append_text(out, "cooccurrence", answer.options.cooccurrence ? window_name(answer.options) : "none");
  append_key(out, "cut");
  out += answer.connections.cut ? "true" : "false";
  append_key(out, "paths");
  out += '[';
  for (const Path& path : answer.connections.paths) {
    out += out.back() == '[' ? "\n {" : ",\n {";
    append_key(out, "length");
    out += fmt::format("{}", path.length);
    append_ids(out, "entities", graph, path.entities);
    append_key(out, "steps");
    out += '[';
    for (const Step& step : path.steps) append_step(out, graph, step);
    out += "]}";
  }
  out += ']';
  if (!answer.sides.empty()) {
    append_key(out, "components");
    out += '[';
    for (const Side& side : answer.sides) {
      out += out.back() == '[' ? "\n {" : ",\n {";
      append_text(out, "entity", graph.entities[side.entity].id);
      append_number(out, "size", side.size);
      append_ids(out, "nearest", graph, side.members);
      out += '}';
    }
    out += ']';
  }
  return out + "}\n";
}

std::string render_dot(const Answer& answer) {
  std::string out =
      "digraph connections {\n"
      "  graph [rankdir=LR];\n"
      "  node [fontname=\"Helvetica\"];\n"
      "  edge [fontname=\"Helvetica\", fontsize=10];\n";
  std::set<std::uint32_t> drawn;
  const auto draw = [&](std::uint32_t entity) {
    if (drawn.insert(entity).second) out += dot_vertex(answer, entity);
  };
  draw(answer.from);
  draw(answer.to);
  for (const Path& path : answer.connections.paths) std::for_each(path.entities.begin(), path.entities.end(), draw);
  // Paths share steps; one in the other direction is the same.
  std::set<std::pair<std::uint32_t, std::uint32_t>> joined;
  for (const Path& path : answer.connections.paths) {
    for (const Step& step : path.steps) {
      if (joined.insert(std::minmax(step.from, step.to)).second) out += dot_edge(answer, step);
    }
  }
  return out + "}\n";
}

std::string describe(const Graph& graph, const Side& side) {
  if (side.size == 1) return "nobody";
  std::string text = counted(side.size - 1, "other") + ": ";
  for (std::size_t i = 0; i < side.members.size(); ++i) {
    text += (i > 0 ? ", " : "") + graph.entities[side.members[i]].name;
  }
  return side.size - 1 > side.members.size() ? text + ", ..." : text;
}

}  // namespace kgraph::tools
