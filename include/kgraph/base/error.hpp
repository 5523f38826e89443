// The library's exceptions: one small tree, each message saying what to do about it.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace kgraph {

/// Base of all exceptions that the library throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A file or folder could not be opened, read or written.
class IoError : public Error {
 public:
  using Error::Error;
};

/// An argument is outside its documented range or names something unknown.
class ArgumentError : public Error {
 public:
  using Error::Error;
};

/// Input that breaks its format; says where: "FILE:LINE (byte BYTE): MESSAGE".
class FormatError : public Error {
 public:
  FormatError(const std::string& file, std::uint64_t line, std::uint64_t byte, const std::string& message)
      : Error(file + ":" + std::to_string(line) + " (byte " + std::to_string(byte) + "): " + message),
        file_(file),
        message_(message),
        line_(line),
        byte_(byte) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  /// What is wrong, without the place.
  [[nodiscard]] const std::string& message() const { return message_; }
  /// Line from 1.
  [[nodiscard]] std::uint64_t line() const { return line_; }
  /// Byte offset into the file from 0.
  [[nodiscard]] std::uint64_t byte() const { return byte_; }

 private:
  std::string file_;
  std::string message_;
  std::uint64_t line_;
  std::uint64_t byte_;
};

}  // namespace kgraph
