// The command line of every tool: one table of options that the parser and --help are both made from.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/graph/date_range.hpp>

namespace kgraph::tools {

/// The command line is wrong: the tool ends with exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Option {
  /// "output,o" or "output".
  const char* name;
  /// What its value is called in --help; empty for a switch.
  const char* value;
  const char* help;
};

struct OptionGroup {
  const char* title;
  std::vector<Option> options;
};

/// What a tool is called and takes; --help prints it.
struct ToolDescription {
  const char* name;
  /// The arguments after the name, such as "[OPTIONS] INPUT...".
  const char* usage;
  const char* summary;
  std::vector<OptionGroup> groups;
  const char* example;
};

/// A parsed command line. Values are texts until asked for; a getter throws UsageError for a value that it cannot take.
class Arguments {
 public:
  [[nodiscard]] bool has(const std::string& name) const { return values_.count(name) > 0; }
  [[nodiscard]] const std::vector<std::string>& inputs() const { return inputs_; }

  /// The value of an option that may be given once.
  [[nodiscard]] std::optional<std::string> text(const std::string& name) const;
  /// All values of an option, in order.
  [[nodiscard]] std::vector<std::string> texts(const std::string& name) const;
  /// All values of an option, each taken apart at its commas.
  [[nodiscard]] std::vector<std::string> list(const std::string& name) const;
  [[nodiscard]] std::uint32_t integer(const std::string& name, std::uint32_t fallback, std::uint32_t min) const;
  [[nodiscard]] double number(const std::string& name, double fallback) const;
  [[nodiscard]] std::optional<Date> date(const std::string& name) const;
  /// One of `choices` by its position; `fallback` where the option is not given.
  [[nodiscard]] std::size_t choice(const std::string& name, const std::vector<std::string_view>& choices,
                                   std::size_t fallback) const;

 private:
  friend Arguments parse_arguments(const ToolDescription&, int, const char* const*);
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> inputs_;
};

/// Throws UsageError for options that are unknown, lack a value, or have one too many.
[[nodiscard]] Arguments parse_arguments(const ToolDescription& tool, int argc, const char* const* argv);

/// What --help prints: usage, summary, options by group, an example.
[[nodiscard]] std::string help_text(const ToolDescription& tool);

/// " (did you mean 'x'?)" with the candidate nearest to `word`, or nothing where none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// Option groups that tools share, so that a flag means the same everywhere.
[[nodiscard]] OptionGroup input_options();
[[nodiscard]] OptionGroup output_options(bool with_format);
[[nodiscard]] OptionGroup network_options();
[[nodiscard]] OptionGroup general_options();

/// --type; `fallback` where it is not given.
[[nodiscard]] EntityTypes read_types(const Arguments& arguments, EntityTypes fallback);
/// --since and --until.
[[nodiscard]] DateRange read_dates(const Arguments& arguments);
/// The options of network_options().
[[nodiscard]] CooccurrenceOptions read_network_options(const Arguments& arguments);

}  // namespace kgraph::tools
