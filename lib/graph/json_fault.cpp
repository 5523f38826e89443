#include "json_fault.hpp"

#include <optional>

#include <kgraph/base/utf8.hpp>

namespace kgraph::detail {

namespace {

/// simdjson's own limit; a deeper value is refused by it, and must not exhaust our stack either.
constexpr int max_depth = 1000;

/// A plain recursive-descent checker that stops at the first fault.
class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  JsonFault run() {
    if (!fault_ && value(0)) {
      skip_space();
      if (at_ < text_.size()) fail("unexpected text after the end of the object; one object a line is expected");
    }
    // The parser refused what this checker accepts (a number out of range, say): then the line as a whole is named.
    return fault_.value_or(JsonFault{0, "the line is not valid JSON"});
  }

 private:
  bool fail(std::string message) {
    if (!fault_) fault_ = JsonFault{at_, std::move(message)};
    return false;
  }

  bool expect(const char* what) {
    if (at_ >= text_.size()) return fail(std::string("the line ends where ") + what + " is expected");
    return fail(std::string("malformed JSON: ") + what + " is expected here");
  }

  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }

  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // NOLINTBEGIN(misc-no-recursion): never deeper than max_depth
  bool value(int depth) {
    if (depth > max_depth) return fail("malformed JSON: nested too deeply");
    skip_space();
    if (at_ >= text_.size()) return expect("a value");
    switch (text_[at_]) {
      case '{':
        return members('}', depth);
      case '[':
        return members(']', depth);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool members(char close, int depth) {
    ++at_;
    if (take(close)) return true;
    do {
      if (close == '}') {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != '"') return expect("a key in double quotes");
        if (!string()) return false;
        if (!take(':')) return expect("':'");
      }
      if (!value(depth + 1)) return false;
    } while (take(','));
    return take(close) || expect(close == '}' ? "',' or '}'" : "',' or ']'");
  }
  // NOLINTEND(misc-no-recursion)

  bool string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        return fail("malformed JSON: a control character must be written as an escape such as \\n");
      }
      if (text_[at_] == '\\' && !escape()) return false;
    }
    if (at_ >= text_.size()) return expect("the closing '\"' of a text");
    ++at_;
    return true;
  }

  bool escape() {
    ++at_;
    if (at_ >= text_.size()) return expect("the rest of an escape");
    if (text_[at_] != 'u') return std::string_view("\"\\/bfnrt").find(text_[at_]) < 8 || expect("a JSON escape");
    for (int digit = 0; digit < 4; ++digit) {
      ++at_;
      if (at_ >= text_.size() ||
          std::string_view("0123456789abcdefABCDEF").find(text_[at_]) == std::string_view::npos) {
        return expect("a hexadecimal digit of \\u");
      }
    }
    return true;
  }

  bool word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return expect("true, false, null, a text or a number");
    at_ += expected.size();
    return true;
  }

  bool digits() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ > start || expect("a digit or another value");
  }

  bool number() {
    if (text_[at_] == '-') ++at_;
    const std::size_t start = at_;
    if (!digits()) return false;
    if (text_[start] == '0' && at_ > start + 1) {
      at_ = start;
      return expect("a number without leading zeros");
    }
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      if (!digits()) return false;
    }
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
      return digits();
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<JsonFault> fault_;
};

}  // namespace

JsonFault find_json_fault(std::string_view text) {
  if (const auto invalid = find_invalid_utf8(text)) return {*invalid, "a byte that is not UTF-8"};
  return Checker(text).run();
}

}  // namespace kgraph::detail
