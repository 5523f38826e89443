// Private to graph/: where a line of JSON is malformed. simdjson says only that it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kgraph::detail {

struct JsonFault {
  /// Offset of the first byte that cannot stand where it stands; the size of the text where that ends too early.
  std::size_t byte = 0;
  /// What is wrong there.
  std::string message;
};

/// Finds the fault of a text that a JSON parser refused. O(n).
[[nodiscard]] JsonFault find_json_fault(std::string_view text);

}  // namespace kgraph::detail
