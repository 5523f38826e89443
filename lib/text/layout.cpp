#include "layout.hpp"

#include <algorithm>

#include <kgraph/base/utf8.hpp>
#include <kgraph/text/reader.hpp>

namespace kgraph::detail {

namespace {

constexpr std::uint32_t longest_title = 300;

Span trimmed(std::string_view text, std::size_t start, std::size_t end) {
  const std::string_view inner = trim(text.substr(start, end - start));
  const auto first = static_cast<std::uint32_t>(inner.data() - text.data());
  return {first, first + static_cast<std::uint32_t>(inner.size())};
}

void classify(std::string_view text, Line& line, const Lexicon& lexicon) {
  // Chrome lines and dates are short; prefixes need no more either.
  const std::string_view whole = slice(text, line.span);
  const std::string folded = fold(whole.substr(0, 160));
  for (const ChromeLine& chrome : lexicon.chrome()) {
    const bool hit = chrome.kind == ChromeKind::prefix ? folded.starts_with(chrome.text) : folded == chrome.text;
    if (!hit) continue;
    line.apparatus = true;
    if (chrome.kind == ChromeKind::tail) line.tail = true;
  }
  if (whole.size() <= 40) {
    const auto found = find_date(whole, lexicon);
    const std::string_view rest = found ? trim(whole.substr(found->span.end)) : whole;
    if (found && found->span.start == 0 && (rest.empty() || rest == ".")) line.date = found->date;
  }
}

// A heading rather than a sentence: short, without a full stop.
bool is_title_like(std::string_view line) {
  return line.size() <= longest_title && !line.empty() && line.back() != '.' && line.back() != '?' &&
         line.back() != '!' && line.back() != ':';
}

// A result of a listing: date, title, and an abstract of a few lines.
bool is_result(std::string_view text, const std::vector<Line>& lines, std::size_t first, std::size_t end) {
  constexpr std::size_t most_lines = 8;
  if (end - first < 2 || end - first > most_lines) return false;
  const std::string_view title = slice(text, lines[first + 1].span);
  return is_title_like(title) && !lines[first + 1].date && title.find(' ') != std::string_view::npos;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text, const Lexicon& lexicon) {
  std::vector<Line> lines;
  std::size_t start = 0;
  bool blank = false;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    Line line;
    line.span = trimmed(text, start, end);
    if (line.span.empty()) {
      blank = true;
    } else {
      line.blank_before = blank;
      blank = false;
      classify(text, line, lexicon);
      lines.push_back(line);
    }
    start = end + 1;
  }
  return lines;
}

std::vector<Record> split_records(std::string_view text, std::vector<Line> lines) {
  // A listing is date, title, abstract; date, title, abstract; ... A journal also has lines of dates, but what follows
  // them there is no title.
  std::vector<std::size_t> dates;
  for (std::size_t i = 0; i < lines.size() && !lines[i].tail; ++i) {
    if (lines[i].date) dates.push_back(i);
  }
  bool listing = true;
  for (std::size_t k = 0; k < dates.size() && listing; ++k) {
    listing = is_result(text, lines, dates[k], k + 1 < dates.size() ? dates[k + 1] : lines.size());
  }
  constexpr std::size_t fewest_results = 3;
  std::vector<Record> records;
  if (!listing || dates.size() < fewest_results) {
    records.emplace_back().lines = std::move(lines);
    return records;
  }
  for (std::size_t k = 0; k < dates.size(); ++k) {
    // What stands above the first result is chrome and belongs to it.
    const std::size_t first = k == 0 ? 0 : dates[k];
    const std::size_t end = k + 1 < dates.size() ? dates[k + 1] : lines.size();
    const auto begin = lines.begin();
    records.emplace_back().lines.assign(begin + static_cast<std::ptrdiff_t>(first),
                                        begin + static_cast<std::ptrdiff_t>(end));
  }
  for (std::size_t i = 0; i < dates.front(); ++i) records.front().lines[i].apparatus = true;
  return records;
}

namespace {

// "key: value" lines between two lines of three hyphens at the top of a file.
std::size_t read_front_matter(std::string_view text, Record& record) {
  std::vector<Line>& lines = record.lines;
  if (lines.empty() || slice(text, lines.front().span) != "---") return 0;
  std::size_t end = 1;
  while (end < lines.size() && slice(text, lines[end].span) != "---") ++end;
  if (end == lines.size()) return 0;
  for (std::size_t i = 0; i <= end; ++i) {
    lines[i].apparatus = true;
    const std::string_view line = slice(text, lines[i].span);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = fold(trim(line.substr(0, colon)));
    std::string_view value = trim(line.substr(colon + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    if (key == "title") record.title = squeeze(value);
    if (key == "date" || key.ends_with("_date")) record.date = Date::parse_iso(value);
    if (key == "source") record.source = squeeze(value);
    if (key == "id" || key == "record_id" || key == "doc_id") record.record_id = squeeze(value);
  }
  return end + 1;
}

void read_fields(std::string_view text, Record& record, std::size_t tail, const Lexicon& lexicon) {
  std::string field;
  for (std::size_t i = tail; i < record.lines.size(); ++i) {
    const std::string_view line = slice(text, record.lines[i].span);
    const std::string folded = line.size() <= 80 ? fold(line) : std::string();
    const auto& labels = lexicon.fields();
    const auto label =
        std::find_if(labels.begin(), labels.end(), [&](const FieldLabel& known) { return known.label == folded; });
    if (label != labels.end()) {
      field = label->field;
    } else if (record.lines[i].tail) {
      field.clear();
    } else if (field == "source" && record.source.empty()) {
      record.source = squeeze(line);
    } else if (field == "record_id" && record.record_id.empty()) {
      record.record_id = squeeze(line);
    }
  }
}

// "Washington, February 24, 1961.": a place and a date, and perhaps an hour.
std::optional<Date> date_of_dateline(std::string_view line, const Lexicon& lexicon) {
  constexpr std::size_t longest_dateline = 120;
  if (line.size() > longest_dateline) return std::nullopt;
  const auto found = find_date(line, lexicon);
  return found ? std::optional<Date>(found->date) : std::nullopt;
}

}  // namespace

void read_metadata(std::string_view text, Record& record, const Lexicon& lexicon) {
  std::vector<Line>& lines = record.lines;
  const std::size_t front = read_front_matter(text, record);
  const auto is_tail = [](const Line& line) { return line.tail; };
  const auto tail = static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), is_tail) - lines.begin());
  for (std::size_t i = tail; i < lines.size(); ++i) lines[i].apparatus = true;
  read_fields(text, record, tail, lexicon);

  std::vector<std::size_t> head;
  constexpr std::size_t head_lines = 8;
  for (std::size_t i = front; i < tail && head.size() < head_lines; ++i) {
    if (!lines[i].apparatus) head.push_back(i);
  }
  if (head.empty()) return;
  const auto title_like = [&](std::size_t k) {
    return k < head.size() && is_title_like(slice(text, lines[head[k]].span));
  };
  std::size_t dated = 0;
  while (dated < head.size() && !lines[head[dated]].date) ++dated;
  std::optional<std::size_t> title;
  if (dated < head.size() && title_like(dated + 1)) {
    title = dated + 1;
  } else if (dated < head.size() && dated > 0 && title_like(dated - 1)) {
    title = dated - 1;
  } else if (title_like(0) && dated != 0) {
    title = 0;
  }
  if (title) {
    record.title_line = head[*title];
    if (record.title.empty()) record.title = squeeze(slice(text, lines[head[*title]].span));
  }
  if (!record.date && dated < head.size()) record.date = lines[head[dated]].date;
  for (std::size_t k = 0; k < head.size() && !record.date; ++k) {
    record.date = date_of_dateline(slice(text, lines[head[k]].span), lexicon);
  }
}

namespace {

// Files wrapped at a fixed width have many short lines that follow each other without a blank line between them.
bool is_wrapped(const Record& record) {
  constexpr std::size_t fewest_lines = 12;
  constexpr std::uint32_t widest = 100;
  constexpr std::uint32_t full = 50;
  if (record.lines.size() < fewest_lines) return false;
  std::size_t longest = 0;
  std::size_t run_on = 0;
  for (std::size_t i = 1; i < record.lines.size(); ++i) {
    longest = std::max<std::size_t>(longest, record.lines[i].span.size());
    if (!record.lines[i].blank_before && record.lines[i - 1].span.size() >= full) ++run_on;
  }
  return longest <= widest && run_on * 2 >= record.lines.size();
}

}  // namespace

std::vector<Paragraph> paragraphs_of(std::string_view text, const Record& record) {
  std::vector<Paragraph> paragraphs;
  const bool wrapped = is_wrapped(record);
  const Line* previous = nullptr;
  for (std::size_t i = 0; i < record.lines.size(); ++i) {
    const Line& line = record.lines[i];
    const bool title = record.title_line == i;
    SectionKind section = title || line.date ? SectionKind::title : SectionKind::body;
    if (line.apparatus) section = SectionKind::apparatus;
    const std::string_view bytes = slice(text, line.span);
    // Even in a file of one line a paragraph, a long line may have been broken before a small letter.
    const bool goes_on = previous != nullptr && !line.blank_before && bytes.front() >= 'a' && bytes.front() <= 'z';
    const bool join = !paragraphs.empty() && previous != nullptr && !line.blank_before && (wrapped || goes_on) &&
                      paragraphs.back().section == section && section == SectionKind::body;
    if (join) {
      paragraphs.back().span.end = line.span.end;
    } else {
      paragraphs.push_back({line.span, section, {}});
    }
    previous = &line;
  }
  return paragraphs;
}

}  // namespace kgraph::detail
