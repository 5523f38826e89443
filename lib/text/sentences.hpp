// Sentences of a document.
#pragma once

#include <kgraph/text/document.hpp>

namespace kgraph::detail {

/// Cuts each paragraph's tokens into sentences. O(tokens).
void find_sentences(Document& document, const Lexicon& lexicon);

}  // namespace kgraph::detail
