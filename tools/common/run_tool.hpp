// The frame of every tool: parses, runs, catches, and turns outcomes into exit codes.
#pragma once

#include <string>

#include <kgraph/base/diagnostic.hpp>

#include "options.hpp"

namespace kgraph::tools {

/// Exit codes, the same for all tools.
/// done: everything was done. failed: the work failed, an input was unreadable (results of the others are printed all
/// the same), or nothing was found. usage: the command line is wrong.
enum ExitCode : int { done = 0, failed = 1, usage = 2 };

/// Prints what a tool has to say, on the standard error: errors always, warnings unless --quiet, notes under --verbose.
class Reporter {
 public:
  Reporter(std::string tool, const Arguments& arguments);

  void error(const std::string& message) const { say(Severity::error, message); }
  void warning(const std::string& message) const { say(Severity::warning, message); }
  void note(const std::string& message) const { say(Severity::note, message); }

  /// For the library: prints each diagnostic as "FILE:LINE (byte BYTE): MESSAGE".
  [[nodiscard]] DiagnosticSink sink() const;

 private:
  void say(Severity severity, const std::string& message) const;

  std::string tool_;
  Severity least_ = Severity::warning;
};

using ToolFunction = int (*)(const Arguments& arguments, const Reporter& report);

/// Runs a tool. Answers --help and --version itself; an exception of the tool ends it with a message and an exit code.
[[nodiscard]] int run_tool(const ToolDescription& tool, ToolFunction run, int argc, const char* const* argv);

}  // namespace kgraph::tools
