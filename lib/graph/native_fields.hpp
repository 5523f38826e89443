// Private to graph/: the fields of one line of a native graph file, each checked before it is believed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include <kgraph/base/date.hpp>
#include <kgraph/base/span.hpp>

namespace kgraph::detail {

/// `text` as JSON, for error messages.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// Where the reader stands, and what reads one field of the line there. Whatever is missing or wrong is a FormatError
/// with the file, the line and the byte where the line begins. Names of fields are given as `key`.
class LineFields {
 public:
  using array = simdjson::dom::array;
  using element = simdjson::dom::element;
  using object = simdjson::dom::object;

  /// `file` is its name in messages and must outlive the reader.
  explicit LineFields(const std::string& file) : file_(file) {}

  /// The next line begins at `byte`.
  void next_line(std::uint64_t byte) {
    ++line_;
    line_start_ = byte;
  }

  [[noreturn]] void fail(const std::string& message) const { fail_at(0, message); }
  /// The fault lies `offset` bytes into the line.
  [[noreturn]] void fail_at(std::uint64_t offset, const std::string& message) const;

  [[nodiscard]] element required(const object& fields, std::string_view key) const;
  /// Nothing where the field is missing or null.
  [[nodiscard]] static std::optional<element> optional(const object& fields, std::string_view key);

  /// Not empty, but for a name.
  [[nodiscard]] std::string_view text(const object& fields, std::string_view key) const;
  /// Empty where missing.
  [[nodiscard]] std::string_view optional_text(const object& fields, std::string_view key) const;
  [[nodiscard]] std::optional<Date> optional_date(const object& fields, std::string_view key) const;
  [[nodiscard]] array list(const object& fields, std::string_view key) const;
  /// Empty where missing.
  [[nodiscard]] std::vector<std::string> optional_texts(const object& fields, std::string_view key) const;
  /// 0 .. 2^32-1.
  [[nodiscard]] std::uint32_t number(const element& value, std::string_view key) const;
  [[nodiscard]] bool flag(const element& value, std::string_view key) const;
  /// The fields start and end.
  [[nodiscard]] Span span(const object& fields) const;

 private:
  const std::string& file_;
  std::uint64_t line_ = 0;
  std::uint64_t line_start_ = 0;
};

}  // namespace kgraph::detail
