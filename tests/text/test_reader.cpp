#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/text/reader.hpp>

using namespace kgraph;

namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = Lexicon::load();
  return loaded;
}

std::vector<Document> read(const std::string& text) {
  return read_documents(make_source("folder/page.txt", text), lexicon());
}

std::vector<std::string> sentences(const Document& document) {
  std::vector<std::string> result;
  for (const Sentence& sentence : document.sentences) {
    const Span span = {document.tokens[sentence.tokens.first].span.start,
                       document.tokens[sentence.tokens.end - 1].span.end};
    result.emplace_back(slice(document.bytes(), span));
  }
  return result;
}

std::vector<std::string> speakers(const Document& document) {
  std::vector<std::string> result;
  for (const Turn& turn : document.turns) {
    const Span span = {document.tokens[turn.speaker.first].span.start, document.tokens[turn.speaker.end - 1].span.end};
    result.emplace_back(slice(document.bytes(), span));
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("title, date, source and record ID of an archive page") {
  const auto documents = read(
      "Skip to content\n\nSeptember 20, 1956\n\nRecord of a Meeting\n\nThe meeting was long.\n\n"
      "Document Information\n\nSource\n\nGARF, fond 1. Translated by A Translator.\n\nRights\n\nFree.\n\nRecord "
      "ID\n\n121798\n");
  REQUIRE(documents.size() == 1);
  const Document& document = documents.front();
  CHECK(document.id == "page");
  CHECK(document.title == "Record of a Meeting");
  CHECK(document.date == Date{1956, 9, 20});
  CHECK(document.source == "GARF, fond 1. Translated by A Translator.");
  CHECK(document.record_id == "121798");
  std::vector<SectionKind> sections;
  for (const Paragraph& paragraph : document.paragraphs) sections.push_back(paragraph.section);
  CHECK(sections[0] == SectionKind::apparatus);
  CHECK(sections[2] == SectionKind::title);
  CHECK(sections[3] == SectionKind::body);
  CHECK(sections[4] == SectionKind::apparatus);
  CHECK(sections.back() == SectionKind::apparatus);
}

TEST_CASE("an abstract may stand before date and title") {
  const auto documents = read("A letter about a plenum.\n10 September 1956\nMemorandum of a Conversation\nHe spoke.\n");
  REQUIRE(documents.size() == 1);
  CHECK(documents.front().title == "Memorandum of a Conversation");
  CHECK(documents.front().date == Date{1956, 9, 10});
}

TEST_CASE("a dateline with a place gives the date") {
  const auto documents =
      read("36. Memorandum of Conversation\n\nWashington, February 24, 1961, 10 a.m.\n\nThey talked.\n");
  REQUIRE(documents.size() == 1);
  CHECK(documents.front().title == "36. Memorandum of Conversation");
  CHECK(documents.front().date == Date{1961, 2, 24});
}

TEST_CASE("front matter gives title and date") {
  const auto documents =
      read("---\ntitle: \"161 Shaw to Department\"\ndoc_date: 1949-02-01\n---\n\n# 161 Shaw\n\nText.\n");
  REQUIRE(documents.size() == 1);
  CHECK(documents.front().title == "161 Shaw to Department");
  CHECK(documents.front().date == Date{1949, 2, 1});
}

TEST_CASE("a search listing is as many documents as it has results") {
  const auto documents = read(
      "Skip to content\n\nResults:\n\n1 - 3 of 3\n\nMay 1, 1956\n\nFirst title\n\nAbout Kim.\n\nMay 2, 1956\n\nSecond "
      "title\n\n"
      "About Pak.\n\nMay 3, 1956\n\nThird title\n\nAbout Ri.\n\nPagination\n");
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].id == "page#1");
  CHECK(documents[2].title == "Third title");
  CHECK(documents[1].date == Date{1956, 5, 2});
  CHECK(documents[0].span.end <= documents[1].span.start);
}

TEST_CASE("a journal with dated entries is one document") {
  const auto documents = read(
      "Journal of the Ambassador\n\nMay 1, 1956\n\nI received Nam Il. He asked for coal.\n\nMay 2, 1956\n\nA "
      "reception.\n\n"
      "May 3, 1956\n\nI saw the minister again.\n");
  CHECK(documents.size() == 1);
}

TEST_CASE("abbreviations and initials do not end sentences") {
  const auto documents =
      read("Cde. Mikoyan met L. I. Brezhnev and A. Gromyko. Copy Nº 2 went to No. 5. Was it so? “Yes.” He left.\n");
  CHECK(sentences(documents.front()) == Texts{"Cde. Mikoyan met L. I. Brezhnev and A. Gromyko.",
                                              "Copy Nº 2 went to No. 5.", "Was it so?", "“Yes.”", "He left."});
}

TEST_CASE("lines of white space part paragraphs, wrapped lines are joined") {
  CHECK(read("One paragraph.\n\xC2\xA0\nAnother.\n").front().paragraphs.size() == 2);
  std::string wrapped = "Title\n\n";
  for (int i = 0; i < 20; ++i) wrapped += "this line of the text is broken at a fixed width of sixty\n";
  CHECK(read(wrapped).front().paragraphs.size() == 2);
}

TEST_CASE("heads of speaker turns in their shapes") {
  const auto documents = read(
      "Record\n\nCde. Kim Il. At the meeting we heard it.\n\nCde. Mikoyan: First of all.\n\nCde. Peng Dehuai\n\nWe "
      "think so.\n\n"
      "Kim Chang-man continued: I agree.\n\nCde. Choe Yong-geon (a second time)\n\nAgain.\n\n"
      "Cde. Mikoyan asks a question: why?\n\nMr. AIKEN (Ireland): I thank you.\n\nMoscow: the weather.\n\nThe Party: a "
      "word.\n");
  CHECK(speakers(documents.front()) ==
        Texts{"Kim Il", "Mikoyan", "Peng Dehuai", "Kim Chang-man", "Choe Yong-geon", "Mikoyan", "AIKEN"});
}

TEST_CASE("a turn lasts until the next head") {
  const auto documents = read("Record\n\nCde. Peng Dehuai\n\nOne.\n\nTwo.\n\nCde. Mikoyan: Three.\n");
  const auto& turns = documents.front().turns;
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].tokens.end == turns[1].tokens.first);
}

TEST_CASE("find_date knows the usual forms") {
  CHECK(find_date("Moscow, September 20, 1956", lexicon())->date == Date{1956, 9, 20});
  CHECK(find_date("on 2 January 1962.", lexicon())->date == Date{1962, 1, 2});
  CHECK(find_date("1956-09-20", lexicon())->date == Date{1956, 9, 20});
  CHECK(find_date("Sept. 3, 1956", lexicon())->date == Date{1956, 9, 3});
  CHECK_FALSE(find_date("in September 1956", lexicon()).has_value());
  CHECK_FALSE(find_date("31 June 1956", lexicon()).has_value());
  CHECK_FALSE(find_date("", lexicon()).has_value());
}

TEST_CASE("bad UTF-8 is reported with line and byte, an empty file has no documents") {
  try {
    (void)make_source("bad.txt", "one\ntwo \xFF three");
    FAIL("accepted");
  } catch (const FormatError& error) {
    CHECK(error.line() == 2);
    CHECK(error.byte() == 8);
  }
  CHECK(read("").empty());
  CHECK(read(" \n\xC2\xA0\n").empty());
  CHECK_THROWS_AS(read_source("/no/such/file.txt"), IoError);
}
