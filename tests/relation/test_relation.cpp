#include <algorithm>

#include <doctest/doctest.h>

#include <kgraph/mention/recognizer.hpp>
#include <kgraph/relation/relation.hpp>
#include <kgraph/text/reader.hpp>

using namespace kgraph;

namespace {

/// The statements of one document, as "type source target" with short ids.
class Story {
 public:
  explicit Story(const std::string& text) {
    static const Lexicon lexicon = Lexicon::load({.known_actors = false});
    documents_ = read_documents(make_source("page.txt", text), lexicon);
    for (const Document& document : documents_) mentions_.push_back(recognize(document, lexicon));
    resolution_ = resolve(documents_, mentions_, lexicon);
    const LinkedDocument linked{documents_.front(), mentions_.front(), resolution_.links.front(),
                                resolution_.own_meetings.front()};
    statements_ = find_statements(linked, resolution_.entities, lexicon);
  }

  [[nodiscard]] bool says(const std::string& type, const std::string& source, const std::string& target) const {
    return find(type, source, target) != nullptr;
  }
  [[nodiscard]] const Statement* find(const std::string& type, const std::string& source,
                                      const std::string& target) const {
    for (const Statement& s : statements_.relations) {
      if (s.type == type && id(s.source) == source && id(s.target) == target) return &s;
    }
    return nullptr;
  }
  [[nodiscard]] std::size_t count(const std::string& type) const {
    return static_cast<std::size_t>(std::count_if(statements_.relations.begin(), statements_.relations.end(),
                                                  [&](const Statement& s) { return s.type == type; }));
  }
  [[nodiscard]] std::string quote(const Span& span) const {
    return std::string(slice(documents_.front().bytes(), span));
  }
  [[nodiscard]] std::vector<std::string> roles() const {
    std::vector<std::string> result;
    for (const RoleStatement& role : statements_.roles) result.push_back(id(role.person) + ": " + role.title);
    return result;
  }

 private:
  [[nodiscard]] std::string id(std::uint32_t entity) const {
    const std::string& full = resolution_.entities[entity].id;
    return full.substr(full.find(':') + 1);
  }

  std::vector<Document> documents_;
  std::vector<DocumentMentions> mentions_;
  Resolution resolution_;
  DocumentStatements statements_;
};

const std::string head = "20 September 1956\nRecord of a Meeting of the KWP Presidium\n\n";

}  // namespace

TEST_CASE("an attendance sentence gives presence, and membership by group") {
  const Story story(
      head +
      "All members of the KWP CC presidium, Cdes. Kim Il Sung, Nam Il, and Pak Ui-wan, representatives of the CPSU CC "
      "Mikoyan, Mukhitdinov, and Ponomarev, and Soviet Ambassador to the DPRK Ivanov, were present at the meeting.\n");
  CHECK(story.says("attended", "nam-il", "kwp-presidium-1956-09-20"));
  CHECK(story.says("attended", "ivanov", "kwp-presidium-1956-09-20"));
  CHECK(story.says("member_of", "pak-ui-wan", "kwp"));
  CHECK(story.says("member_of", "ponomarev", "cpsu"));
  CHECK_FALSE(story.says("member_of", "ivanov", "cpsu"));
  CHECK_FALSE(story.says("member_of", "ivanov", "kwp"));
  CHECK(story.says("meeting_of", "kwp-presidium-1956-09-20", "kwp"));
}

TEST_CASE("turns are speeches, and I is the speaker") {
  const Story story(head +
                    "Cde. Kim Chang-man: I agree with Cde. Kim Il Sung that the advice is right.\n\n"
                    "Cde. Peng Dehuai\n\nCde. Kim Il Sung spoke correctly. We had a conversation with Mao Zedong.\n");
  CHECK(story.says("spoke_at", "kim-chang-man", "kwp-presidium-1956-09-20"));
  CHECK(story.says("attended", "peng-dehuai", "kwp-presidium-1956-09-20"));
  CHECK(story.says("supports", "kim-chang-man", "kim-il-sung"));
  CHECK(story.says("supports", "peng-dehuai", "kim-il-sung"));
  CHECK(story.says("met", "mao-zedong", "peng-dehuai"));
}

TEST_CASE("what is negated, conditional, wished or asked is not asserted") {
  const Story story(
      head +
      "Cde. Mikoyan: None of them criticized Kim Il Sung. If Nam Il criticized Choe Chang-ik, we would know. "
      "Would Pak Ui-wan support Nam Il? Yun Kong-hum should be expelled from the KWP. "
      "We do not agree with Ri Pil-gyu that So Hwi agrees with Pak Ui-wan.\n");
  CHECK_FALSE(story.says("criticizes", "nam-il", "choe-chang-ik"));
  CHECK_FALSE(story.says("criticizes", "mikoyan", "kim-il-sung"));
  CHECK_FALSE(story.says("supports", "pak-ui-wan", "nam-il"));
  CHECK_FALSE(story.says("expelled_from", "yun-kong-hum", "kwp"));
  CHECK_FALSE(story.says("supports", "mikoyan", "ri-pil-gyu"));
}

TEST_CASE("lists, passives and pronouns") {
  const Story story(
      "Note\n\nZhang Wei and Liu Yang led a campaign against Chen Hao. They dismissed him from the CCP. "
      "Yun Kong-hum was expelled from the KWP. Nam Il was criticized by Pak Ui-wan.\n");
  CHECK(story.says("criticizes", "zhang-wei", "chen-hao"));
  CHECK(story.says("criticizes", "liu-yang", "chen-hao"));
  CHECK(story.says("removed_from", "chen-hao", "ccp"));
  CHECK(story.says("expelled_from", "yun-kong-hum", "kwp"));
  CHECK(story.says("member_of", "yun-kong-hum", "kwp"));
  CHECK(story.says("criticizes", "pak-ui-wan", "nam-il"));
  CHECK_FALSE(story.says("criticizes", "nam-il", "pak-ui-wan"));
}

TEST_CASE("titles of records give letters and conversations, their author is I") {
  const Story letter(
      "10 September 1956\nTelegram from A. Mikoyan to the CPSU Central Committee\n\nI met Nam Il on 8 September "
      "1956.\n");
  CHECK(letter.says("wrote_to", "a-mikoyan", "cpsu"));
  CHECK(letter.says("met", "a-mikoyan", "nam-il"));
  const Story talk(
      "Record\n21 February 1956\nRecord of a Conversation between Counsellor S. Filatov and Vice Premier Pak "
      "Ui-wan\n\nText.\n");
  CHECK(talk.says("met", "pak-ui-wan", "s-filatov"));
}

TEST_CASE("a list of participants attends the conversation") {
  const Story story(
      "36. Memorandum of Conversation\n\nWashington, February 24, 1961.\n\nPARTICIPANTS\n\nAmbassador Menshikov\n\n"
      "Mr. Charles E. Bohlen\n\nThey talked about Laos, and Mr. Thompson was not there.\n");
  CHECK(story.count("attended") == 2);
}

TEST_CASE("the date is that of the sentence, else of the meeting, else of the document") {
  const Story story(
      head +
      "Cde. Nam Il: On 30 August 1956 Yun Kong-hum was expelled from the KWP. Between 1921 and 1924 Li Lisan "
      "criticized Wang Ming. I agree with Cde. Kim Il Sung.\n");
  const Statement* expelled = story.find("expelled_from", "yun-kong-hum", "kwp");
  REQUIRE(expelled != nullptr);
  CHECK(expelled->date.since == Date{1956, 8, 30});
  CHECK(expelled->date.basis == DateBasis::sentence);
  const Statement* criticized = story.find("criticizes", "li-lisan", "wang-ming");
  REQUIRE(criticized != nullptr);
  CHECK(criticized->date.since == Date{1921, 0, 0});
  CHECK(criticized->date.until == Date{1924, 0, 0});
  const Statement* agreed = story.find("supports", "nam-il", "kim-il-sung");
  REQUIRE(agreed != nullptr);
  CHECK(agreed->date.since == Date{1956, 9, 20});
  CHECK(agreed->date.basis == DateBasis::meeting);
}

TEST_CASE("the evidence is the sentence that says so") {
  const Story story("Note\n\nIt rained. Nam Il met Pak Ui-wan in Pyongyang. They left.\n");
  const Statement* met = story.find("met", "nam-il", "pak-ui-wan");
  REQUIRE(met != nullptr);
  CHECK(story.quote(met->evidence) == "Nam Il met Pak Ui-wan in Pyongyang.");
}

TEST_CASE("titles and offices are kept") {
  const Story story("Note\n\nSoviet Ambassador to the DPRK Ivanov met Kim Il, Deputy Chairman of the KWP CC.\n");
  const std::vector<std::string> wanted = {"ivanov: Soviet Ambassador to the DPRK",
                                           "kim-il: Deputy Chairman of the KWP CC"};
  CHECK(story.roles() == wanted);
  CHECK(story.says("member_of", "kim-il", "kwp"));
  CHECK(story.says("met", "ivanov", "kim-il"));
}
