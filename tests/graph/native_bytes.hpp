// What the tests of the native file share: writing into memory, and the lines that a small file begins with.
#pragma once

#include <string>

#include <kgraph/graph/native_io.hpp>

namespace kgraph::test {

inline std::string written(const Graph& graph, const NativeWriteOptions& options = {}) {
  std::string bytes;
  write_native(
      graph, [&](std::string_view chunk) { bytes += chunk; }, options);
  return bytes;
}

inline const std::string header = R"({"kind":"kgraph","version":1,"reasons":["full name"],"rules":["cue"]})"
                                  "\n";
inline const std::string person = R"({"kind":"entity","id":"person:a","type":"person","name":"A"})"
                                  "\n";
inline const std::string document = R"({"kind":"document","id":"d","file":"d.txt"})"
                                    "\n";

}  // namespace kgraph::test
