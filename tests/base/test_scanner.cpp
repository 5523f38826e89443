#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/scanner.hpp>

using namespace kgraph;

namespace {

std::vector<Piece> scan(std::string_view text) {
  std::vector<Piece> pieces;
  Scanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  Piece piece;
  while (scanner.next(piece)) pieces.push_back(piece);
  return pieces;
}

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> result;
  for (const Piece& piece : scan(text)) result.emplace_back(slice(text, piece.span));
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("words keep inner apostrophes and hyphens") {
  CHECK(texts("Ch'oe Ch’ang-ik, Sino-Soviet") == Texts{"Ch'oe", "Ch’ang-ik", ",", "Sino-Soviet"});
  CHECK(texts("war - peace") == Texts{"war", "-", "peace"});
}

TEST_CASE("a possessive ending is left out and noted") {
  const std::string text = "Stalin's Workers’ Party Mikoyan’s";
  const auto pieces = scan(text);
  REQUIRE(pieces.size() == 4);
  CHECK(slice(text, pieces[0].span) == "Stalin");
  CHECK(has(pieces[0].shape, Shape::possessive));
  CHECK(slice(text, pieces[1].span) == "Workers");
  CHECK(has(pieces[1].shape, Shape::possessive));
  CHECK_FALSE(has(pieces[2].shape, Shape::possessive));
  CHECK(slice(text, pieces[3].span) == "Mikoyan");
}

TEST_CASE("initials take their periods") {
  CHECK(texts("L.I. Brezhnev") == Texts{"L.I.", "Brezhnev"});
  CHECK(texts("(Yu. Fadeyev)") == Texts{"(", "Yu.", "Fadeyev", ")"});
  CHECK(texts("the U.S. and Yun.") == Texts{"the", "U.S.", "and", "Yun", "."});
  CHECK(word_key("U.S.", scan("U.S.").front()) == "us");
  CHECK(has(scan("A. Mikoyan").front().shape, Shape::initial));
  CHECK_FALSE(has(scan("A man").front().shape, Shape::initial));
}

TEST_CASE("numbers and ordinals") {
  const auto pieces = scan("22nd 1956 20th 99999999");
  REQUIRE(pieces.size() == 4);
  CHECK(has(pieces[0].shape, Shape::ordinal));
  CHECK(pieces[0].number == 22);
  CHECK(pieces[1].number == 1956);
  CHECK_FALSE(has(pieces[1].shape, Shape::ordinal));
  CHECK(pieces[3].number == 0);
}

TEST_CASE("shapes and white space") {
  const auto pieces = scan(
      "CPSU \xC2\xA0"
      "congress\nÉcole");
  REQUIRE(pieces.size() == 3);
  CHECK(has(pieces[0].shape, Shape::all_caps));
  CHECK(has(pieces[1].shape, Shape::space_before));
  CHECK_FALSE(has(pieces[1].shape, Shape::capitalized));
  CHECK(has(pieces[2].shape, Shape::newline_before));
  CHECK(has(pieces[2].shape, Shape::capitalized));
}

TEST_CASE("pieces cover every byte that is no white space") {
  const std::string text = "“Cde. Nie [Rongzhen],” said P’eng — 20th congress’s; 3% of £5 & 한글.";
  std::size_t position = 0;
  for (const Piece& piece : scan(text)) {
    CHECK(piece.span.start >= position);
    CHECK(piece.span.end > piece.span.start);
    position = piece.span.end;
  }
  CHECK(position == text.size());
}
