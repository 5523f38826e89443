// Name runs: sequences of capitalized words that may be a person's name.
#pragma once

#include <vector>

#include "context.hpp"

namespace kgraph::detail {

/// A candidate. `tokens` is the name as it would be marked.
struct NameRun {
  TokenRange tokens;
  /// A known actor's spelling; no_entry where it is none.
  std::uint32_t actor = no_entry;
  /// Words of a language that puts the family name first.
  bool family_first = false;
  /// Wholly in brackets, right behind another name: its respelling.
  bool respelling = false;
  bool accepted = false;
};

/// True where the word may be part of a name: capitalized, claimed by nobody, not an everyday word.
bool may_name(const Context& context, std::uint32_t i);

/// True where a title's wording asks for a name: "Conversation between A, B and C", "Letter from A to B".
bool follows_heading_word(const Context& context, std::uint32_t i);

/// All candidates of the document, in order, not overlapping. O(tokens).
std::vector<NameRun> find_name_runs(const Context& context);

/// The name's parts.
PersonName parse_name(const Context& context, const NameRun& run);

}  // namespace kgraph::detail
