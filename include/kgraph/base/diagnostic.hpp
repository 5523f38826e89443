// Diagnostics: what the library has to say while it works. It never prints; the caller passes a sink.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace kgraph {

enum class Severity : std::uint8_t { note, warning, error };

/// A remark on an input. `line` counts from 1 and `byte` from 0; line 0 means "the file as a whole".
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::string message;
};

/// Receives diagnostics in a fixed order, from one thread at a time. An empty sink drops them.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

}  // namespace kgraph
