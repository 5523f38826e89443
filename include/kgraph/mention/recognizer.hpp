// Recognition: a document and the lexicon in, typed mentions out.
#pragma once

#include <kgraph/mention/mention.hpp>

namespace kgraph {

struct RecognizerOptions {
  /// Recognize in the apparatus of the page too (donors, translators, rights).
  bool apparatus = false;
};

/// Finds the mentions of one document by rules over its tokens and the lexicon; looks at nothing else, so documents can
/// be recognized in parallel. O(tokens) but for patterns of bounded length.
[[nodiscard]] DocumentMentions recognize(const Document& document, const Lexicon& lexicon,
                                         const RecognizerOptions& options = {});

}  // namespace kgraph
