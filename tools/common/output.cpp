#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <kgraph/base/error.hpp>

namespace kgraph::tools {

namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// True for what cannot be replaced by renaming: /dev/null, a named pipe.
bool is_device(const std::string& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

Output::Output(const Arguments& arguments) : path_(arguments.text("output")), overwrite_(arguments.has("overwrite")) {
  if (path_ && *path_ == "-") path_.reset();
  if (!path_ && overwrite_) throw UsageError("--overwrite makes sense with --output FILE alone");
  if (path_ && !is_device(*path_)) check_target();
  // A link stays a link: what it points to is replaced.
  std::error_code ignored;
  if (path_ && fs::is_symlink(*path_, ignored) && fs::is_regular_file(*path_, ignored)) {
    path_ = fs::canonical(*path_, ignored).string();
  }
}

Output::~Output() {
  if (file_ > STDERR_FILENO) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::check_target() const {
  struct stat found = {};
  const bool exists = ::lstat(path_->c_str(), &found) == 0;
  if (exists && S_ISDIR(found.st_mode)) throw IoError(fmt::format("'{}' is a folder; give a file name", *path_));
  if (exists && !overwrite_) throw IoError(fmt::format("'{}' exists already; add --overwrite to replace it", *path_));
  const std::string folder = folder_of(*path_);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    throw IoError(fmt::format("cannot write into the folder '{}': {}", folder, std::strerror(errno)));
  }
}

void Output::fail(const std::string& what) const {
  throw IoError(fmt::format("cannot {} '{}': {}", what, path_.value_or("standard output"), std::strerror(errno)));
}

void Output::open() {
  if (!path_) {
    file_ = STDOUT_FILENO;
    return;
  }
  if (is_device(*path_)) {
    file_ = ::open(path_->c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) fail("open");
    return;
  }
  const fs::path target(*path_);
  const std::string name =
      (fs::path(folder_of(*path_)) / fmt::format(".{}.{}.part", target.filename().string(), ::getpid())).string();
  file_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file_ < 0) fail("write");
  temporary_ = name;
}

void Output::write(std::string_view bytes) {
  if (file_ < 0) open();
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else if (errno != EINTR) {
      fail("write");
    }
  }
}

void Output::finish() {
  if (file_ < 0) open();
  if (!path_) return;
  if (::close(std::exchange(file_, -1)) != 0) fail("write");
  if (temporary_.empty()) return;
  // Another process may have made the file in the meantime.
  check_target();
  if (::rename(temporary_.c_str(), path_->c_str()) != 0) fail("write");
  temporary_.clear();
}

}  // namespace kgraph::tools
