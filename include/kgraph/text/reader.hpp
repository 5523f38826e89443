// Reading: files into documents.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/base/date.hpp>
#include <kgraph/text/document.hpp>

namespace kgraph {

/// Reads a file whole. Throws IoError where it cannot be read or exceeds 4 GiB, FormatError (file, line, byte) where it
/// is not UTF-8. The message of an IoError leaves out the path, which the caller knows.
[[nodiscard]] std::shared_ptr<const Source> read_source(const std::string& path);

/// The same from memory; `path` only names it.
[[nodiscard]] std::shared_ptr<const Source> make_source(std::string path, std::string bytes);

/// The documents of a plain-text file: one, or as many as a search listing has results. A file without any text gives
/// none. O(bytes). The lexicon's words get its ids; it must outlive the documents.
[[nodiscard]] std::vector<Document> read_documents(const std::shared_ptr<const Source>& source, const Lexicon& lexicon);

/// A date in running text and where it stands.
struct FoundDate {
  Date date;
  Span span;
};

/// The first date with day, month and year in `text` ("September 20, 1956", "20 September 1956", "1956-09-20", weekday
/// or place before it not included); offsets count from the start of `text`.
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view text, const Lexicon& lexicon);

}  // namespace kgraph
