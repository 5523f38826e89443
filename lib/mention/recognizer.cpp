#include <algorithm>

#include <kgraph/mention/recognizer.hpp>

#include "context.hpp"

namespace kgraph {

namespace {

void sort_mentions(DocumentMentions& found) {
  std::vector<std::uint32_t> order(found.mentions.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Mention& left = found.mentions[a];
    const Mention& right = found.mentions[b];
    if (left.span.start != right.span.start) return left.span.start < right.span.start;
    if (left.span.end != right.span.end) return left.span.end > right.span.end;
    return left.type < right.type;
  });
  std::vector<std::uint32_t> place_of(order.size());
  std::vector<Mention> sorted;
  sorted.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place_of[order[i]] = i;
    sorted.push_back(found.mentions[order[i]]);
  }
  found.mentions = std::move(sorted);
  for (MeetingFacts& facts : found.meetings) {
    if (facts.party != no_entry) facts.party = place_of[facts.party];
  }
}

}  // namespace

DocumentMentions recognize(const Document& document, const Lexicon& lexicon, const RecognizerOptions& options) {
  detail::Context context(document, lexicon, options);
  detail::find_parties(context);
  detail::find_meetings(context);
  detail::find_persons(context);
  detail::find_places(context);
  detail::find_nominals(context);
  sort_mentions(context.found);
  return std::move(context.found);
}

}  // namespace kgraph
