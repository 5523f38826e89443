// A small graph for the tests of graph/: a meeting of 1956, three men, two parties, one undated note.
#pragma once

#include <kgraph/graph/model.hpp>
#include <kgraph/graph/native_io.hpp>

namespace kgraph::test {

/// A mention that stands alone in its sentence and paragraph number as given; the token is its start.
inline GraphMention mention(std::uint32_t start, std::uint32_t end, std::uint32_t entity, std::uint32_t paragraph = 0,
                            std::uint32_t sentence = 0) {
  return {.span = {start, end},
          .token = start,
          .paragraph = paragraph,
          .sentence = sentence,
          .nominal = false,
          .entity = entity,
          .reason = no_reason};
}

inline Graph sample_graph() {
  Graph graph;
  graph.link_reasons = {"full name", "surname: only bearer in the document"};
  graph.entities = {{"meeting:august-plenum", EntityType::meeting, "August plenum", {}},
                    {"party:cpsu", EntityType::party, "CPSU", {"Communist Party of the Soviet Union"}},
                    {"party:kwp", EntityType::party, "KWP", {"Korean Workers' Party", "Worker's \"Party\""}},
                    {"person:choe-chang-ik", EntityType::person, "Choe Chang-ik", {"Ch’oe Ch’ang-ik", "최창익"}},
                    {"person:kim-il-sung", EntityType::person, "Kim Il Sung", {}},
                    {"person:mikoyan", EntityType::person, "Mikoyan", {"A. Mikoyan"}}};
  GraphDocument record;
  record.id = "a-record";
  record.file = "docs/a record.txt";
  record.title = "Record of the \\ plenum\n(excerpt)";
  record.date = Date{1956, 8, 30};
  record.source = "RGANI, fond 5";
  record.record_id = "116178";
  record.span = {100, 160};
  record.text = "Kim Il Sung and Choe Chang-ik of the KWP.\tMikoyan, CPSU. \x01\xC2\xA0";
  GraphDocument note;
  note.id = "b-note";
  note.file = "docs/b-note.txt";
  GraphDocument memo;
  memo.id = "c-memo";
  memo.file = "docs/c-memo.txt";
  memo.date = Date{1957, 0, 0};
  graph.documents = {record, note, memo};
  graph.mentions = {{mention(100, 111, 4), mention(116, 129, 3), mention(137, 140, 2), mention(142, 149, 5, 0, 1),
                     mention(151, 155, 1, 0, 1)},
                    {mention(0, 11, 4), mention(20, 27, 5, 1, 1)},
                    {}};
  for (auto& list : graph.mentions) {
    for (auto& one : list) one.reason = 0;
  }
  graph.mentions[0][3].reason = 1;
  graph.mentions[1][1].nominal = true;
  graph.mentions[1][1].reason = no_reason;
  graph.relation_rules = {"attendance list", "cue: supports"};
  graph.relations = {
      {"attended", 3, 0, 0, {{0, {116, 129}, 0, Date{1956, 8, 30}, Date{1956, 8, 31}, DateBasis::meeting}}},
      {"attended", 4, 0, 0, {{0, {100, 111}}, {1, {0, 11}}}},
      {"meeting_of", 0, 2, 0, {}},
      {"supports", 3, 4, 1, {{0, {100, 141}, 1, Date{1956, 0, 0}, std::nullopt, DateBasis::sentence}}}};
  graph.roles = {{3, "member of the \"Presidium\"", {{2, {0, 9}, no_reason, std::nullopt, Date{1956, 8, 0}}}},
                 {5, "deputy premier", {{0, {142, 149}, no_reason, Date{1956, 8, 30}, {}, DateBasis::document}}}};
  return graph;
}

}  // namespace kgraph::test
