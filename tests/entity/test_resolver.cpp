#include <map>

#include <doctest/doctest.h>

#include <kgraph/entity/entity.hpp>
#include <kgraph/mention/recognizer.hpp>
#include <kgraph/text/reader.hpp>

using namespace kgraph;

namespace {

/// A small corpus: texts as files, resolved.
class Corpus {
 public:
  explicit Corpus(const std::vector<std::string>& texts, bool known_actors = false) {
    static const Lexicon with_actors = Lexicon::load();
    static const Lexicon without_actors = Lexicon::load({.known_actors = false});
    const Lexicon& lexicon = known_actors ? with_actors : without_actors;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto source = make_source("file" + std::to_string(i) + ".txt", texts[i]);
      for (Document& document : read_documents(source, lexicon)) documents_.push_back(std::move(document));
    }
    for (const Document& document : documents_) mentions_.push_back(recognize(document, lexicon));
    resolution_ = resolve(documents_, mentions_, lexicon);
  }

  /// The entity ids behind each spelling, in order of occurrence.
  [[nodiscard]] std::vector<std::string> ids(const std::string& spelling) const {
    std::vector<std::string> result;
    each([&](const std::string& text, const Link& link) {
      if (text == spelling) result.push_back(link.entity == no_entity ? "-" : resolution_.entities[link.entity].id);
    });
    return result;
  }
  [[nodiscard]] std::string id(const std::string& spelling) const {
    const auto all = ids(spelling);
    return all.empty() ? "not found" : all.front();
  }
  [[nodiscard]] std::string reason(const std::string& spelling) const {
    std::string result = "not found";
    each([&](const std::string& text, const Link& link) {
      if (text == spelling) result = to_string(link.reason);
    });
    return result;
  }
  [[nodiscard]] const std::vector<Entity>& entities() const { return resolution_.entities; }

 private:
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      for (std::size_t m = 0; m < mentions_[d].mentions.size(); ++m) {
        visit(std::string(slice(documents_[d].bytes(), mentions_[d].mentions[m].span)), resolution_.links[d][m]);
      }
    }
  }

  std::vector<Document> documents_;
  std::vector<DocumentMentions> mentions_;
  Resolution resolution_;
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("equal full names are one person throughout the corpus") {
  const Corpus corpus({"A\n\nCde. Pak Chang-ok spoke.\n", "B\n\nThey saw Pak Chang Ok and Pak Chang-ok.\n"});
  CHECK(corpus.id("Pak Chang-ok") == corpus.id("Pak Chang Ok"));
  CHECK(corpus.reason("Pak Chang-ok") == "full name");
}

TEST_CASE("two people of one family name stay two") {
  const Corpus corpus({"A\n\nKim Il and Kim Il Sung spoke; Kim Chang-man was silent. Cde. Kim agreed.\n"});
  CHECK(corpus.id("Kim Il") != corpus.id("Kim Il Sung"));
  CHECK(corpus.id("Kim Il Sung") != corpus.id("Kim Chang-man"));
}

TEST_CASE("a surname alone goes to its only bearer in the document") {
  const Corpus corpus({"A\n\nNam Il met Choe Yong-geon. Choe said so.\n", "B\n\nCde. Choe Chang-ik came.\n"});
  CHECK(corpus.id("Choe") == corpus.id("Choe Yong-geon"));
  CHECK(corpus.reason("Choe") == "surname alone: its only bearer in the document");
}

TEST_CASE("of several bearers it goes to the one named last in the paragraph, or to nobody") {
  const Corpus corpus(
      {"A\n\nChoe Chang-ik and Choe Yong-geon quarrelled.\n\nChoe Yong-geon suggested it; Cde. Choe agreed.\n\n"
       "Later Cde. Choe left.\n"});
  const Ids ids = corpus.ids("Choe");
  REQUIRE(ids.size() == 2);
  CHECK(ids[0] == corpus.id("Choe Yong-geon"));
  CHECK(ids[1] != corpus.id("Choe Yong-geon"));
  CHECK(ids[1] != corpus.id("Choe Chang-ik"));
}

TEST_CASE("initials, brackets and misprints") {
  const Corpus corpus(
      {"A\n\nCdes. A. Mikoyan and Anastas Mikoyan spoke. Mikoyan left.\n",
       "B\n\nPak Jeong-ae [Pak Jong Ae] and Yun Kong-hum spoke. Then Yung Kong-hum left, and Pak Jong Ae too.\n"});
  CHECK(corpus.id("A. Mikoyan") == corpus.id("Anastas Mikoyan"));
  CHECK(corpus.id("Mikoyan") == corpus.id("Anastas Mikoyan"));
  CHECK(corpus.id("Pak Jong Ae") == corpus.id("Pak Jeong-ae"));
  CHECK(corpus.id("Yung Kong-hum") == corpus.id("Yun Kong-hum"));
  CHECK(corpus.reason("Yung Kong-hum") == "one letter from a name that nothing else is near to");
}

TEST_CASE("names one letter apart that a document uses side by side are two people") {
  const Corpus corpus({"A\n\nKim Chang-man and Kim Chang-nan spoke. Then Kim Chang-man and Kim Chang-nan left.\n"});
  CHECK(corpus.id("Kim Chang-man") != corpus.id("Kim Chang-nan"));
}

TEST_CASE("initials that fit two people fit nobody") {
  const Corpus corpus({"A\n\nIvan Petrov met Igor Petrov. Cde. I. Petrov was away.\n"});
  CHECK(corpus.id("Ivan Petrov") != corpus.id("Igor Petrov"));
  CHECK(corpus.id("I. Petrov") != corpus.id("Ivan Petrov"));
  CHECK(corpus.id("I. Petrov") != corpus.id("Igor Petrov"));
}

TEST_CASE("one party under many names") {
  const Corpus corpus(
      {"A\n\nThe Korean Workers' Party, or KWP, is the Worker's Party of Korea. The Workers' Party met the "
       "Bulgarian Party and the Communist Party of Bulgaria.\n"});
  CHECK(corpus.id("KWP") == "party:kwp");
  CHECK(corpus.id("Korean Workers' Party") == "party:kwp");
  CHECK(corpus.id("Worker's Party of Korea") == "party:kwp");
  CHECK(corpus.id("Workers' Party") == "party:kwp");
  CHECK(corpus.id("Bulgarian Party") == corpus.id("Communist Party of Bulgaria"));
}

TEST_CASE("one meeting under many names") {
  const Corpus corpus(
      {"Record\n20 September 1956\nRecord of a Talk\n\nThe August KWP CC plenum and the 20th CPSU congress were "
       "discussed. The August plenum erred; the 20th congress did not.\n"});
  CHECK(corpus.id("August plenum") == corpus.id("August KWP CC plenum"));
  CHECK(corpus.id("20th congress") == corpus.id("20th CPSU congress"));
  CHECK(corpus.id("August plenum") == "meeting:kwp-august-1956-plenum");
  CHECK(corpus.id("20th congress") == "meeting:cpsu-20th-congress");
}

TEST_CASE("a Party congress is that of the speaker's party") {
  const Corpus corpus(
      {"September 20, 1956\nRecord of a Meeting of the KWP Presidium\n\nRepresentatives of the CPSU Cde. Mikoyan "
       "and of the Chinese Communist Party Cde. Peng Dehuai were present.\n\nCde. Peng Dehuai\n\nAt the 6th Party "
       "congress our Party said so.\n"});
  CHECK(corpus.id("6th Party congress") == "meeting:ccp-6th-congress");
  CHECK(corpus.reason("6th Party congress") == "a meeting of the speaker's party");
  CHECK(corpus.id("our Party") == "party:ccp");
}

TEST_CASE("a surname alone does not join documents of many Kims") {
  const Corpus corpus({"A\n\nCde. Kim spoke.\n", "B\n\nCde. Kim spoke. So did Kim Il Sung in C.\n"});
  const Ids ids = corpus.ids("Kim");
  REQUIRE(ids.size() == 2);
  CHECK(ids[0] != ids[1]);
  CHECK(ids[1] == corpus.id("Kim Il Sung"));
}

TEST_CASE("known actors give the usual name") {
  const Corpus corpus({"A\n\nCde. Mikoyan saw A. Mikoyan's letter.\n"}, true);
  CHECK(corpus.id("Mikoyan") == "person:anastas-mikoyan");
  CHECK(corpus.id("A. Mikoyan") == "person:anastas-mikoyan");
}

TEST_CASE("the result does not depend on the order of the documents") {
  const std::vector<std::string> texts = {"A\n\nCde. Ivanov spoke.\n", "B\n\nV. I. Ivanov and Kim Il Sung met.\n"};
  const Corpus forth(texts);
  CHECK(forth.ids("Ivanov").front() == forth.id("V. I. Ivanov"));
  for (std::size_t i = 1; i < forth.entities().size(); ++i) CHECK(forth.entities()[i - 1].id < forth.entities()[i].id);
}
