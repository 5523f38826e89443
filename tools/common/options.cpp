#include "options.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/program_options.hpp>
#include <fmt/format.h>

namespace kgraph::tools {

namespace {

namespace po = boost::program_options;

// The name of the positional arguments inside Program_options; a name that nobody types as an option.
constexpr const char* inputs_name = "(input)";

std::string long_name(const Option& option) {
  const std::string_view name = option.name;
  return std::string(name.substr(0, name.find(',')));
}

bool is_switch(const Option& option) { return std::string_view(option.value).empty(); }

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

/// Program_options' messages, in words that say what to do.
[[noreturn]] void reword(const ToolDescription& tool, const po::error& error) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    std::vector<std::string> names;
    for (const OptionGroup& group : tool.groups) {
      for (const Option& option : group.options) names.push_back("--" + long_name(option));
    }
    const std::string name = unknown->get_option_name();
    throw UsageError(fmt::format("unknown option '{}'{}", name, did_you_mean(name, names)));
  }
  if (const auto* syntax = dynamic_cast<const po::invalid_command_line_syntax*>(&error)) {
    using Syntax = po::invalid_syntax;
    const std::string name = syntax->get_option_name();
    if (syntax->kind() == Syntax::extra_parameter) throw UsageError(fmt::format("option '{}' takes no value", name));
    throw UsageError(fmt::format("option '{}' needs a value after it", name));
  }
  if (const auto* twice = dynamic_cast<const po::multiple_occurrences*>(&error)) {
    throw UsageError(fmt::format("option '{}' is given twice", twice->get_option_name()));
  }
  throw UsageError(error.what());
}

template <class Number>
std::optional<Number> parse_number(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Arguments parse_arguments(const ToolDescription& tool, int argc, const char* const* argv) {
  po::options_description options;
  options.add_options()(inputs_name, po::value<std::vector<std::string>>());
  for (const OptionGroup& group : tool.groups) {
    for (const Option& option : group.options) {
      // Values are read as texts: Program_options takes -1 for an unsigned number and cuts a path at its first blank.
      if (is_switch(option)) {
        options.add_options()(option.name, po::bool_switch());
      } else {
        options.add_options()(option.name, po::value<std::vector<std::string>>()->composing());
      }
    }
  }
  po::positional_options_description positional;
  positional.add(inputs_name, -1);
  po::variables_map map;
  try {
    // Guessing is switched off: otherwise every prefix of an option would become part of the interface.
    using Style = po::command_line_style::style_t;
    const int style = static_cast<int>(Style::unix_style) & ~static_cast<int>(Style::allow_guessing);
    po::store(po::command_line_parser(argc, argv).options(options).positional(positional).style(style).run(), map);
  } catch (const po::error& error) {
    reword(tool, error);
  }
  Arguments arguments;
  if (map.count(inputs_name) > 0) arguments.inputs_ = map[inputs_name].as<std::vector<std::string>>();
  for (const OptionGroup& group : tool.groups) {
    for (const Option& option : group.options) {
      const std::string name = long_name(option);
      if (map.count(name) == 0) continue;
      if (!is_switch(option)) {
        arguments.values_[name] = map[name].as<std::vector<std::string>>();
      } else if (map[name].as<bool>()) {
        arguments.values_[name] = {};
      }
    }
  }
  return arguments;
}

std::optional<std::string> Arguments::text(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  if (found->second.size() > 1) throw UsageError(fmt::format("option '--{}' is given twice", name));
  if (found->second[0].empty()) throw UsageError(fmt::format("option '--{}' needs a value that is not empty", name));
  return found->second[0];
}

std::vector<std::string> Arguments::texts(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> Arguments::list(const std::string& name) const {
  std::vector<std::string> items;
  for (const std::string& value : texts(name)) {
    std::size_t start = 0;
    while (start <= value.size()) {
      const std::size_t comma = std::min(value.find(',', start), value.size());
      if (comma == start) throw UsageError(fmt::format("option '--{}' has an empty item in '{}'", name, value));
      items.push_back(value.substr(start, comma - start));
      start = comma + 1;
    }
  }
  return items;
}

std::uint32_t Arguments::integer(const std::string& name, std::uint32_t fallback, std::uint32_t min) const {
  const auto value = text(name);
  if (!value) return fallback;
  const auto number = parse_number<std::int64_t>(*value);
  if (!number || *number < min || *number > std::numeric_limits<std::uint32_t>::max()) {
    throw UsageError(fmt::format("option '--{}' must be a whole number from {} up, not '{}'", name, min, *value));
  }
  return static_cast<std::uint32_t>(*number);
}

double Arguments::number(const std::string& name, double fallback) const {
  const auto value = text(name);
  if (!value) return fallback;
  const auto number = parse_number<double>(*value);
  if (!number || !std::isfinite(*number)) {
    throw UsageError(fmt::format("option '--{}' must be a number such as 2 or 0.5, not '{}'", name, *value));
  }
  return *number;
}

std::optional<Date> Arguments::date(const std::string& name) const {
  const auto value = text(name);
  if (!value) return std::nullopt;
  const auto date = Date::parse_iso(*value);
  if (!date) throw UsageError(fmt::format("option '--{}' must be YYYY, YYYY-MM or YYYY-MM-DD, not '{}'", name, *value));
  return date;
}

std::size_t Arguments::choice(const std::string& name, const std::vector<std::string_view>& choices,
                              std::size_t fallback) const {
  const auto value = text(name);
  if (!value) return fallback;
  const auto found = std::find(choices.begin(), choices.end(), *value);
  if (found == choices.end()) {
    throw UsageError(fmt::format("option '--{}' must be one of {}, not '{}'", name, fmt::join(choices, ", "), *value));
  }
  return static_cast<std::size_t>(found - choices.begin());
}

std::string help_text(const ToolDescription& tool) {
  std::string out = fmt::format("Usage: {} {}\n{}\n", tool.name, tool.usage, tool.summary);
  for (const OptionGroup& group : tool.groups) {
    out += fmt::format("\n{}:\n", group.title);
    for (const Option& option : group.options) {
      const std::string_view name = option.name;
      const std::size_t comma = name.find(',');
      const std::string letter = comma == std::string_view::npos ? "   " : fmt::format("-{},", name.substr(comma + 1));
      const std::string value = is_switch(option) ? "" : fmt::format(" {}", option.value);
      out += fmt::format("  {} {:<23}{}\n", letter, "--" + long_name(option) + value, option.help);
    }
  }
  return out + fmt::format(
                   "\nExit code: 0 done; 1 failed, nothing found, or an input unreadable; 2 wrong usage\n"
                   "Example: {}\n",
                   tool.example);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string* best = nullptr;
  // A third of the letters may differ; beyond that a suggestion puzzles more than it helps.
  std::size_t best_distance = word.size() / 3 + 2;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = &candidate;
    }
  }
  return best == nullptr ? "" : fmt::format(" (did you mean '{}'?)", *best);
}

OptionGroup input_options() {
  return {"INPUT is text documents, folders of *.txt, or one graph (*.kgraph; - is stdin)",
          {{"lexicon", "DIR", "add the tables of DIR to the lexicon (repeatable)"},
           {"replace-lexicon", "", "let the tables of --lexicon replace the built-in ones"},
           {"no-known-actors", "", "do without the list of known actors"},
           {"apparatus", "", "count donors, translators, subject headings as well"},
           {"threads", "N", "threads to use; 0, the default, takes all cores"}}};
}

OptionGroup output_options(bool with_format) {
  OptionGroup group = {"Output",
                       {{"output,o", "FILE", "write to FILE instead of the standard output"},
                        {"overwrite,O", "", "replace FILE if it exists"}}};
  if (with_format) {
    group.options.insert(group.options.begin(), {"format,f", "FORMAT", "table (the default), csv or json"});
  }
  return group;
}

OptionGroup network_options() {
  return {"Network",
          {{"type", "LIST", "person (the default), party, meeting, place"},
           {"window", "SIZE", "sentence, paragraph (default), document, N tokens"},
           {"weight", "WEIGHT", "count, or newman: 1/(k-1) in a window that names k"},
           {"min-weight", "W", "leave out ties weaker than W"},
           {"since", "DATE", "documents from DATE on: 1956, 1956-08 or 1956-08-30"},
           {"until", "DATE", "documents up to DATE"}}};
}

OptionGroup general_options() {
  return {"General",
          {{"help,h", "", "print this and exit"},
           {"version", "", "print the version and exit"},
           {"quiet,q", "", "print errors alone, no warnings"},
           {"verbose,v", "", "print notes on the work as well"}}};
}

EntityTypes read_types(const Arguments& arguments, EntityTypes fallback) {
  const std::vector<std::string> names = arguments.list("type");
  if (names.empty()) return fallback;
  EntityTypes types;
  for (const std::string& name : names) {
    const auto type = parse_entity_type(name);
    if (!type) throw UsageError(fmt::format("unknown type '{}'; choose from person, party, meeting, place", name));
    types.insert(*type);
  }
  return types;
}

DateRange read_dates(const Arguments& arguments) {
  const DateRange dates = {arguments.date("since"), arguments.date("until")};
  if (dates.empty()) throw UsageError("--until comes before --since");
  return dates;
}

CooccurrenceOptions read_network_options(const Arguments& arguments) {
  CooccurrenceOptions options;
  options.types = read_types(arguments, options.types);
  if (const auto window = arguments.text("window"); window && !parse_number<std::int64_t>(*window)) {
    const std::vector<std::string_view> names = {"document", "paragraph", "sentence", "a number of tokens"};
    options.window = static_cast<Window>(arguments.choice("window", names, 0));
  } else if (window) {
    options.window = Window::tokens;
    options.tokens = arguments.integer("window", 1, 1);
  }
  options.weight = static_cast<CooccurrenceWeight>(arguments.choice("weight", {"count", "newman"}, 0));
  options.min_weight = arguments.number("min-weight", 0.0);
  options.dates = read_dates(arguments);
  return options;
}

}  // namespace kgraph::tools
