#include <doctest/doctest.h>

#include <kgraph/mention/recognizer.hpp>
#include <kgraph/text/reader.hpp>

using namespace kgraph;

namespace {

/// The mentions of a text as "type:spelling", nominals with a leading '~'.
std::vector<std::string> mentions(const std::string& text, EntityType type, bool known_actors = true) {
  static const Lexicon with_actors = Lexicon::load();
  static const Lexicon without_actors = Lexicon::load({.known_actors = false});
  const Lexicon& lexicon = known_actors ? with_actors : without_actors;
  std::vector<std::string> result;
  for (const Document& document : read_documents(make_source("page.txt", "Title\n\n" + text + "\n"), lexicon)) {
    const DocumentMentions found = recognize(document, lexicon);
    for (const Mention& mention : found.mentions) {
      if (mention.type != type) continue;
      result.push_back((mention.nominal ? "~" : "") + std::string(slice(document.bytes(), mention.span)));
    }
  }
  return result;
}

using Texts = std::vector<std::string>;

Texts persons(const std::string& text) { return mentions(text, EntityType::person, false); }
Texts parties(const std::string& text) { return mentions(text, EntityType::party); }
Texts meetings(const std::string& text) { return mentions(text, EntityType::meeting); }
Texts places(const std::string& text) { return mentions(text, EntityType::place); }

}  // namespace

TEST_CASE("persons: titles, initials and possessives stay outside or inside as they should") {
  CHECK(persons("He saw Cde. Fedorenko's letter.") == Texts{"Fedorenko"});
  CHECK(persons("They met L. I. Brezhnev and A. Gromyko.") == Texts{"L. I. Brezhnev", "A. Gromyko"});
  CHECK(persons("It was signed (Yu. Fadeyev).") == Texts{"Yu. Fadeyev"});
  CHECK(persons("He wrote to Secretary Rusk and Mr. Charles E. Bohlen.") == Texts{"Rusk", "Charles E. Bohlen"});
}

TEST_CASE("persons: family name first") {
  CHECK(persons("Both Kim Il and Kim Il Sung were there, and so was Pak Chang-ok.") ==
        Texts{"Kim Il", "Kim Il Sung", "Pak Chang-ok"});
  CHECK(persons("The letter of Mao Zedong reached Zhou Enlai.") == Texts{"Mao Zedong", "Zhou Enlai"});
}

TEST_CASE("persons: an attendance list") {
  CHECK(persons("Cdes. Kim Il Sung, Nam Il, and Pak Ui-wan, representatives of the CPSU CC Mikoyan, Mukhitdinov, and "
                "Ponomarev, and Soviet Ambassador to the DPRK Ivanov were present.") ==
        Texts{"Kim Il Sung", "Nam Il", "Pak Ui-wan", "Mikoyan", "Mukhitdinov", "Ponomarev", "Ivanov"});
}

TEST_CASE("persons: editors' brackets") {
  CHECK(persons("Cdes. Nie [Rongzhen] and Kim [Gwan] came.") == Texts{"Nie [Rongzhen]", "Kim [Gwan]"});
  CHECK(persons("We defeated the group of [Chen Duxiu].") == Texts{"Chen Duxiu"});
  CHECK(persons("It was Pak Jeong-ae [Pak Jong Ae].") == Texts{"Pak Jeong-ae", "Pak Jong Ae"});
}

TEST_CASE("persons: a surname alone once its bearer is named") {
  CHECK(persons("Choe Yong-geon spoke. As for those who fled, Choe says that they may return.") ==
        Texts{"Choe Yong-geon", "Choe"});
}

TEST_CASE("persons: in titles of records, capitals or not") {
  static const Lexicon lexicon = Lexicon::load({.known_actors = false});
  const auto documents = read_documents(
      make_source("page.txt", "14 March 1972\nRECORD OF CONVERSATION BETWEEN McMAHON, GREEN AND HOLDRIDGE\n\nText.\n"),
      lexicon);
  CHECK(recognize(documents.front(), lexicon).names.size() == 3);
}

TEST_CASE("persons: what is none") {
  CHECK(persons("The principles of Leninism and the Marxist-Leninist line were stressed.").empty());
  CHECK(persons("The Central Committee met. However, the Government of the Soviet Union agreed.").empty());
  CHECK(persons("They gave it to the Leon Levy Foundation.").empty());
  CHECK(persons("It said so in Rodong Sinmun on Monday.").empty());
}

TEST_CASE("parties: names, acronyms and patterns") {
  CHECK(parties("The KWP and the Communist Party of the Soviet Union agreed.") ==
        Texts{"KWP", "Communist Party of the Soviet Union"});
  CHECK(parties("The Bulgarian Party and the Hungarian Workers Party released their leaders.") ==
        Texts{"Bulgarian Party", "Hungarian Workers Party"});
  CHECK(parties("He sat in the SED CC.") == Texts{"SED"});
  CHECK(parties("The fraternal Parties and each Communist Party know it.").empty());
}

TEST_CASE("meetings: from the first designation to the head and whose it is") {
  CHECK(meetings("After the 20th CPSU congress came the August KWP CC plenum.") ==
        Texts{"20th CPSU congress", "August KWP CC plenum"});
  CHECK(meetings("The October (1964) CC Plenum and the Moscow Conference changed it.") ==
        Texts{"October (1964) CC Plenum", "Moscow Conference"});
  CHECK(meetings("He spoke at the Third Congress of the Korean Workers' Party held in April 1956.") ==
        Texts{"Third Congress of the Korean Workers' Party"});
  CHECK(meetings("At the 6th Party congress it was said.") == Texts{"6th Party congress"});
}

TEST_CASE("meetings: descriptions are nominals, what is indefinite is nothing") {
  CHECK(meetings("At the CC plenum he was silent.") == Texts{"~the CC plenum"});
  CHECK(meetings("One needs a congress and several plenums.").empty());
}

TEST_CASE("places: names, not adjectives") {
  CHECK(places("The Soviet envoy left Pyongyang for the PRC, then South Hamgyong.") ==
        Texts{"Pyongyang", "PRC", "South Hamgyong"});
  CHECK(places("It happened in Zarechny Oblast.") == Texts{"Zarechny Oblast"});
}

TEST_CASE("the apparatus is read only when asked for") {
  static const Lexicon lexicon = Lexicon::load();
  const auto documents = read_documents(
      make_source("page.txt", "Title\n\nText.\n\nDocument Information\n\nTranslated by Gary Goldberg in Moscow.\n"),
      lexicon);
  CHECK(recognize(documents.front(), lexicon).mentions.empty());
  CHECK(recognize(documents.front(), lexicon, {.apparatus = true}).mentions.size() == 2);
}

TEST_CASE("mentions lie inside their paragraph and are sorted") {
  static const Lexicon lexicon = Lexicon::load();
  const auto documents = read_documents(
      make_source("page.txt", "Title\n\nKim Il Sung, KWP, 20th CPSU congress.\n\nMikoyan saw Peng Dehuai in Moscow.\n"),
      lexicon);
  const DocumentMentions found = recognize(documents.front(), lexicon);
  REQUIRE(found.mentions.size() > 5);
  for (std::size_t i = 0; i < found.mentions.size(); ++i) {
    const Mention& mention = found.mentions[i];
    CHECK(documents.front().paragraphs[mention.paragraph].span.contains(mention.span));
    if (i > 0) CHECK(found.mentions[i - 1].span.start <= mention.span.start);
  }
}
