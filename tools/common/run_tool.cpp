#include "run_tool.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include <boost/version.hpp>
#include <fmt/format.h>

#include <kgraph/base/error.hpp>

#include "output.hpp"
#include "table.hpp"

namespace kgraph::tools {

namespace {

/// Messages quote file names and input, which may hold escapes that a terminal would obey.
void print_lines(std::string_view message) {
  std::string safe;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    safe += printable(message.substr(0, end)) + "\n";
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  std::fwrite(safe.data(), 1, safe.size(), stderr);
}

std::string version_text(const ToolDescription& tool) {
  return fmt::format("{} (kgraph) {}\nBoost {}.{}.{}, fmt {}.{}.{}\n", tool.name, KGRAPH_VERSION,
                     BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100, FMT_VERSION / 10000,
                     FMT_VERSION / 100 % 100, FMT_VERSION % 100);
}

int run_parsed(const ToolDescription& tool, ToolFunction run, const Arguments& arguments) {
  if (arguments.has("help") || arguments.has("version")) {
    Output out{Arguments()};
    out.write(arguments.has("help") ? help_text(tool) : version_text(tool));
    out.finish();
    return ExitCode::done;
  }
  return run(arguments, Reporter(tool.name, arguments));
}

}  // namespace

Reporter::Reporter(std::string tool, const Arguments& arguments) : tool_(std::move(tool)) {
  if (arguments.has("quiet") && arguments.has("verbose")) throw UsageError("--quiet and --verbose exclude each other");
  if (arguments.has("quiet")) least_ = Severity::error;
  if (arguments.has("verbose")) least_ = Severity::note;
}

void Reporter::say(Severity severity, const std::string& message) const {
  if (severity < least_) return;
  const char* kind = severity == Severity::error ? "error: " : severity == Severity::warning ? "warning: " : "";
  print_lines(tool_ + ": " + kind + message);
}

DiagnosticSink Reporter::sink() const {
  return [this](const Diagnostic& diagnostic) {
    std::string place = diagnostic.file;
    if (diagnostic.line > 0) place += fmt::format(":{} (byte {})", diagnostic.line, diagnostic.byte);
    say(diagnostic.severity, place.empty() ? diagnostic.message : place + ": " + diagnostic.message);
  };
}

int run_tool(const ToolDescription& tool, ToolFunction run, int argc, const char* const* argv) {
  const std::string name = tool.name;
  try {
    return run_parsed(tool, run, parse_arguments(tool, argc, argv));
  } catch (const UsageError& error) {
    print_lines(name + ": " + error.what());
    print_lines("Try '" + name + " --help'.");
    return ExitCode::usage;
  } catch (const ClosedPipe&) {
    return ExitCode::failed;
  } catch (const Error& error) {
    print_lines(name + ": error: " + error.what());
  } catch (const std::bad_alloc&) {
    print_lines(name + ": error: out of memory; give fewer documents at a time, or leave out their text (--no-text)");
  } catch (const std::exception& error) {
    print_lines(name + ": internal error: " + error.what() + "; please report it with the command line");
  }
  return ExitCode::failed;
}

}  // namespace kgraph::tools
