// Where a tool's data goes: the standard output, or a file that appears only when it is complete.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "options.hpp"

namespace kgraph::tools {

/// Nobody reads the standard output any more (`| head`): the tool ends without a word.
class ClosedPipe : public std::runtime_error {
 public:
  ClosedPipe() : std::runtime_error("the standard output was closed") {}
};

/// --output and --overwrite. Bytes go to a temporary file beside the target, which takes its name in finish(): a run
/// that fails leaves neither a half-written file nor a damaged old one.
class Output {
 public:
  /// Opens nothing yet, but fails at once where finish() would: throws IoError where the file exists (without
  /// --overwrite) or its folder cannot be written to.
  explicit Output(const Arguments& arguments);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Throws IoError or ClosedPipe.
  void write(std::string_view bytes);
  void finish();

 private:
  void open();
  void check_target() const;
  [[noreturn]] void fail(const std::string& what) const;

  std::optional<std::string> path_;
  std::string temporary_;
  bool overwrite_ = false;
  int file_ = -1;
};

}  // namespace kgraph::tools
