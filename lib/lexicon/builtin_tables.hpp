// The tables of data/lexicon as compiled into the library.
#pragma once

#include <span>
#include <string_view>

namespace kgraph::detail {

struct BuiltinTable {
  std::string_view name;
  std::string_view content;
};

/// Sorted by name; names are paths below data/lexicon, such as "cues/speech.tsv".
std::span<const BuiltinTable> builtin_tables();

}  // namespace kgraph::detail
