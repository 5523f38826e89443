#include "native_fields.hpp"

#include <limits>

#include <kgraph/base/error.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph::detail {

namespace {

std::string name(std::string_view key) { return "'" + std::string(key) + "'"; }

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void LineFields::fail_at(std::uint64_t offset, const std::string& message) const {
  throw FormatError(file_, line_, line_start_ + offset, message);
}

LineFields::element LineFields::required(const object& fields, std::string_view key) const {
  element value;
  if (fields[key].get(value)) fail("the field " + name(key) + " is missing");
  return value;
}

std::optional<LineFields::element> LineFields::optional(const object& fields, std::string_view key) {
  element value;
  if (fields[key].get(value) || value.is_null()) return std::nullopt;
  return value;
}

std::string_view LineFields::text(const object& fields, std::string_view key) const {
  std::string_view value;
  if (required(fields, key).get(value)) fail(name(key) + " must be a text");
  if (value.empty() && key != "name") fail(name(key) + " must not be empty");
  return value;
}

std::string_view LineFields::optional_text(const object& fields, std::string_view key) const {
  const std::optional<element> value = optional(fields, key);
  std::string_view result;
  if (value && value->get(result)) fail(name(key) + " must be a text");
  return result;
}

std::optional<Date> LineFields::optional_date(const object& fields, std::string_view key) const {
  const std::string_view text = optional_text(fields, key);
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = Date::parse_iso(text);
  if (!date) fail(std::string(key) + " " + in_quotes(text) + " is none; expected YYYY, YYYY-MM or YYYY-MM-DD");
  return date;
}

LineFields::array LineFields::list(const object& fields, std::string_view key) const {
  array value;
  if (required(fields, key).get(value)) fail(name(key) + " must be an array [ ... ]");
  return value;
}

std::vector<std::string> LineFields::optional_texts(const object& fields, std::string_view key) const {
  std::vector<std::string> result;
  element given;
  if (fields[key].get(given)) return result;
  for (const element item : list(fields, key)) {
    std::string_view value;
    if (item.get(value)) fail(name(key) + " must hold nothing but texts");
    result.emplace_back(value);
  }
  return result;
}

std::uint32_t LineFields::number(const element& value, std::string_view key) const {
  constexpr std::uint64_t max = std::numeric_limits<std::uint32_t>::max();
  std::uint64_t result = 0;
  if (value.get(result) || result > max) fail(name(key) + " must be a whole number from 0 to 4294967295");
  return static_cast<std::uint32_t>(result);
}

bool LineFields::flag(const element& value, std::string_view key) const {
  bool result = false;
  if (value.get(result)) fail(name(key) + " must be true or false");
  return result;
}

Span LineFields::span(const object& fields) const {
  const Span result = {number(required(fields, "start"), "start"), number(required(fields, "end"), "end")};
  if (result.end < result.start) fail("'end' must not be less than 'start'");
  return result;
}

}  // namespace kgraph::detail
