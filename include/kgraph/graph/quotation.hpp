// The words of a document that a mention or a piece of evidence points to.
#pragma once

#include <string_view>

#include <kgraph/graph/model.hpp>

namespace kgraph {

/// The bytes of the input file that `span` covers, cut out of the document's text; empty where the graph holds no text
/// or the span does not lie inside it. Valid as long as the document is.
[[nodiscard]] inline std::string_view quotation(const GraphDocument& document, Span span) {
  if (span.start < document.span.start || span.end < span.start) return {};
  const Span inside = {span.start - document.span.start, span.end - document.span.start};
  return inside.end <= document.text.size() ? slice(document.text, inside) : std::string_view();
}

}  // namespace kgraph
