#include "input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include <kgraph/base/error.hpp>
#include <kgraph/extract.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph::tools {

namespace {

namespace fs = std::filesystem;

bool is_graph_file(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return false;
  if (fs::path(path).extension() == ".kgraph") return true;
  if (!fs::is_regular_file(path, ignored)) return false;
  constexpr std::string_view beginning = R"({"kind":"kgraph")";
  std::array<char, beginning.size()> bytes{};
  std::ifstream(path, std::ios::binary).read(bytes.data(), bytes.size());
  return std::string_view(bytes.data(), bytes.size()) == beginning;
}

Graph read_standard_input() {
  std::string bytes;
  std::array<char, std::size_t{1} << 16> buffer{};
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count == 0) break;
    if (count > 0) {
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      throw IoError(fmt::format("cannot read the standard input: {}", std::strerror(errno)));
    }
  }
  return read_native(bytes, "standard input");
}

void warn_of_idle_options(const Arguments& arguments, const Reporter& report) {
  for (const char* name : {"lexicon", "replace-lexicon", "no-known-actors", "apparatus"}) {
    if (arguments.has(name)) report.warning(fmt::format("--{} has no effect on a graph that is already made", name));
  }
}

Input read_documents(const Arguments& arguments, const Reporter& report, bool keep_text) {
  ExtractOptions options;
  for (const std::string& folder : arguments.texts("lexicon")) options.lexicons.emplace_back(folder);
  options.replace_lexicon = arguments.has("replace-lexicon");
  options.known_actors = !arguments.has("no-known-actors");
  options.apparatus = arguments.has("apparatus");
  options.keep_text = keep_text;
  options.threads = arguments.integer("threads", 0, 0);
  if (options.replace_lexicon && options.lexicons.empty()) {
    throw UsageError("--replace-lexicon needs --lexicon DIR, which says what to put in its place");
  }
  ExtractResult result = extract(arguments.inputs(), options, report.sink());
  if (result.files_failed > 0) {
    report.error(fmt::format("{} of {} files could not be read; the result holds the others", result.files_failed,
                             result.files_failed + result.files_read));
  }
  report.note(fmt::format("{} files read, {} documents", result.files_read, result.graph.documents.size()));
  return {std::move(result.graph), result.files_failed == 0};
}

}  // namespace

Input read_input(const Arguments& arguments, const Reporter& report, bool keep_text) {
  const std::vector<std::string>& inputs = arguments.inputs();
  if (inputs.empty() && ::isatty(STDIN_FILENO) != 0) {
    throw UsageError("no input; give documents, folders or a graph file (.kgraph)");
  }
  const bool standard_input = inputs.empty() || std::find(inputs.begin(), inputs.end(), "-") != inputs.end();
  const bool graph = standard_input || std::any_of(inputs.begin(), inputs.end(), is_graph_file);
  if (!graph) return read_documents(arguments, report, keep_text);
  if (inputs.size() > 1) {
    throw UsageError(
        "a graph (a .kgraph file or -) must be the only input; several graphs cannot be joined, so give "
        "the documents themselves");
  }
  warn_of_idle_options(arguments, report);
  return {standard_input ? read_standard_input() : read_native_file(inputs[0]), true};
}

}  // namespace kgraph::tools
