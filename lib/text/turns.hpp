// Speaker turns, recognized by the shape of their heads.
#pragma once

#include <kgraph/text/document.hpp>

namespace kgraph::detail {

/// Finds the heads of turns at the beginning of body paragraphs: "Cde. Kim Il. At today's ...", "Cde. Mikoyan: First",
/// "Cde. Peng Dehuai" alone on a line, "Kim Chang-man continued:", "Mr. AIKEN (Ireland):". O(tokens).
void find_turns(Document& document, const Lexicon& lexicon);

/// The number of tokens of the title that stands at `at` ("Cde.", "Deputy Foreign Minister"), 0 for none.
std::uint32_t title_length(const Document& document, const Lexicon& lexicon, std::uint32_t at, std::uint32_t end);

}  // namespace kgraph::detail
