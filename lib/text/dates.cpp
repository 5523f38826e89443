#include <array>
#include <vector>

#include <kgraph/base/scanner.hpp>
#include <kgraph/base/utf8.hpp>
#include <kgraph/text/reader.hpp>

namespace kgraph {

namespace {

struct DatePiece {
  Piece piece;
  std::uint8_t month = 0;
  char mark = 0;
};

bool is_day(const DatePiece& p) {
  return has(p.piece.shape, Shape::number) && p.piece.number >= 1 && p.piece.number <= 31;
}
bool is_year(const DatePiece& p) {
  return has(p.piece.shape, Shape::number) && p.piece.number >= 1000 && p.piece.number <= 2100;
}

FoundDate make_date(const DatePiece& day, const DatePiece& month, const DatePiece& year, Span span) {
  Date date;
  date.year = static_cast<std::int16_t>(year.piece.number);
  date.month = month.month;
  date.day = static_cast<std::uint8_t>(day.piece.number);
  return {date, span};
}

// Tries to read a date that begins at `at`.
std::optional<FoundDate> date_at(const std::vector<DatePiece>& p, std::size_t at) {
  const auto piece = [&](std::size_t i) { return at + i < p.size() ? p[at + i] : DatePiece{}; };
  std::optional<FoundDate> found;
  const auto span_to = [&](std::size_t i) { return Span{p[at].piece.span.start, p[at + i].piece.span.end}; };
  if (piece(0).month != 0 && is_day(piece(1))) {  // September 20, 1956
    const std::size_t year = piece(2).mark == ',' ? 3 : 2;
    if (is_year(piece(year))) found = make_date(piece(1), piece(0), piece(year), span_to(year));
  } else if (is_day(piece(0)) && piece(1).month != 0) {  // 20 September 1956, 20 September, 1956
    const std::size_t year = piece(2).mark == ',' ? 3 : 2;
    if (is_year(piece(year))) found = make_date(piece(0), piece(1), piece(year), span_to(year));
  } else if (is_year(piece(0)) && piece(1).mark == '-' && piece(3).mark == '-' && is_day(piece(4))) {  // 1956-09-20
    DatePiece month = piece(2);
    if (month.piece.number >= 1 && month.piece.number <= 12) {
      month.month = static_cast<std::uint8_t>(month.piece.number);
      found = make_date(piece(4), month, piece(0), span_to(4));
    }
  }
  if (found && !found->date.valid()) return std::nullopt;
  return found;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, const Lexicon& lexicon) {
  std::vector<DatePiece> pieces;
  Scanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  DatePiece next;
  while (scanner.next(next.piece)) {
    next.month = 0;
    next.mark = 0;
    if (has(next.piece.shape, Shape::punctuation)) {
      next.mark = text[next.piece.span.start];
      // "Sept. 20, 1956": the period of an abbreviated month is no part of the pattern.
      if (next.mark == '.' && !pieces.empty() && pieces.back().month != 0) continue;
    } else if (has(next.piece.shape, Shape::capitalized)) {
      const WordId word = lexicon.find(word_key(text, next.piece));
      if (lexicon.is(word, WordClass::month)) next.month = static_cast<std::uint8_t>(lexicon.word(word).number);
    }
    pieces.push_back(next);
  }
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (auto found = date_at(pieces, at)) return found;
  }
  return std::nullopt;
}

}  // namespace kgraph
