// Layout: the lines of a file, what they are, and how they make documents, sections and paragraphs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <kgraph/base/date.hpp>
#include <kgraph/base/span.hpp>
#include <kgraph/lexicon/lexicon.hpp>
#include <kgraph/text/document.hpp>

namespace kgraph::detail {

/// A line that is not blank, without the white space around it.
struct Line {
  Span span;
  bool blank_before = false;
  /// Chrome of the archive's page.
  bool apparatus = false;
  /// Everything from here on is apparatus.
  bool tail = false;
  /// The whole line is a date.
  std::optional<Date> date;
};

/// A record as a range of lines, with what its page says about it.
struct Record {
  std::vector<Line> lines;
  std::optional<std::size_t> title_line;
  std::string title;
  std::optional<Date> date;
  std::string source;
  std::string record_id;
};

/// The lines of a file, classified. O(bytes).
std::vector<Line> lines_of(std::string_view text, const Lexicon& lexicon);

/// Cuts a search listing into its results; any other file is one record.
std::vector<Record> split_records(std::string_view text, std::vector<Line> lines);

/// Fills in title, date, source and record ID, and marks the apparatus.
void read_metadata(std::string_view text, Record& record, const Lexicon& lexicon);

/// Joins lines to paragraphs (without tokens). Lines of hard-wrapped files are joined up to a blank line.
std::vector<Paragraph> paragraphs_of(std::string_view text, const Record& record);

}  // namespace kgraph::detail
