// Which bytes to quote for two mentions that stand near each other.
#pragma once

#include <cstddef>
#include <vector>

#include <kgraph/graph/model.hpp>

namespace kgraph::detail {

/// The bytes of the input file from the beginning of the sentence of mention `first` to the end of that of `last`,
/// given by their positions in the document's mentions in any order.
///
/// The graph knows which mentions share a sentence, not where sentences begin. So the beginning is looked for in the
/// text between the last mention of an earlier sentence and the first one of this sentence: the end of the paragraph or
/// of the sentence that comes last there. Without the text, the passage begins and ends with mentions.
[[nodiscard]] Span passage(const GraphDocument& document, const std::vector<GraphMention>& mentions, std::size_t first,
                           std::size_t last);

}  // namespace kgraph::detail
