// What a tool reads: documents, folders, a graph file, or the standard input.
#pragma once

#include <kgraph/graph/model.hpp>

#include "options.hpp"
#include "run_tool.hpp"

namespace kgraph::tools {

struct Input {
  Graph graph;
  /// False where some document could not be read; it has been reported, and the tool ends with exit code 1.
  bool complete = true;
};

/// Reads the tool's inputs: documents through the extraction, or one graph. A file is a graph where its name ends in
/// ".kgraph" or its first bytes are a graph's. Without inputs a piped standard input is read.
///
/// Throws UsageError for inputs that do not go together and for none at all, and what extract() and read_native()
/// throw.
[[nodiscard]] Input read_input(const Arguments& arguments, const Reporter& report, bool keep_text);

}  // namespace kgraph::tools
