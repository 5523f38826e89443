// Quotations as tools print them: cut out of a graph's documents, put on lines of a terminal.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <kgraph/graph/model.hpp>

namespace kgraph::tools {

/// Cuts passages out of the documents of a graph: out of the text that it holds, and, where it holds none, out of the
/// files that it was made from, if they lie where it says. Keeps the files that it reads.
class Passages {
 public:
  /// The graph must outlive it.
  explicit Passages(const Graph& graph) : graph_(graph) {}

  /// The bytes of `span` as they stand; nothing where neither the graph nor a file holds them as UTF-8.
  [[nodiscard]] std::optional<std::string> quote(std::uint32_t document, Span span);

  /// The passage in square brackets with some words around it, on one line; nothing as above.
  [[nodiscard]] std::optional<std::string> in_context(std::uint32_t document, Span span);

 private:
  /// The bytes of the document and where in the input file they begin.
  struct Text {
    std::string_view bytes;
    std::uint32_t start = 0;
  };
  [[nodiscard]] Text text_of(std::uint32_t document);
  [[nodiscard]] const std::string& file(const std::string& path);

  const Graph& graph_;
  std::map<std::string, std::string> files_;
};

/// `text` fit for a terminal and on one line: printable(), and blanks and line breaks made one blank each.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// `text`, on one line and in quotation marks, cut after `columns` columns, at the end of a word, with an ellipsis.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t columns);

/// Breaks `text` at blanks into lines of at most `columns` columns, each indented by `indent` blanks and ended by a
/// line feed. A word that is longer has a line of its own.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns = 100);

}  // namespace kgraph::tools
