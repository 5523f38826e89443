// Meetings: by party and ordinal, or party, month and year; what the designation leaves out comes from the context.
#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include <kgraph/base/utf8.hpp>

#include "draft.hpp"
#include "meeting_index.hpp"

namespace kgraph::detail {

namespace {

constexpr std::array<std::string_view, 13> month_names = {"",        "January",  "February", "March",  "April",
                                                          "May",     "June",     "July",     "August", "September",
                                                          "October", "November", "December"};

std::string ordinal_text(std::uint16_t number) {
  const unsigned tens = number % 100;
  const unsigned last = number % 10;
  const bool teens = tens >= 11 && tens <= 13;
  const std::string_view ending = teens || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
  return fmt::format("{}{}", number, ending);
}

bool belongs_to_party(MeetingKind kind) {
  return kind == MeetingKind::congress || kind == MeetingKind::plenum || kind == MeetingKind::presidium;
}

// "Record of the Third Congress ...": the document is the record of that meeting.
bool is_record(const Document& document, std::uint32_t paragraph) {
  const std::string title = fold(slice(document.bytes(), document.paragraphs[paragraph].span));
  for (const std::string_view word :
       {"record of", "minutes of", "protocol of", "transcript of", "stenographic", "verbatim"}) {
    if (title.starts_with(word)) return true;
  }
  return false;
}

class MeetingResolver {
 public:
  explicit MeetingResolver(Draft& draft) : draft_(draft) { keys_.resize(draft.documents.size()); }

  void resolve() {
    for (const std::uint32_t d : draft_.order) read_keys(d);
    // First what the designations of the same document tell about each other, then the corpus, then the speaker.
    each([&](std::uint32_t d, const Found& found) { corpus_.add_party(found.key, written(d)); });
    for (const std::uint32_t d : draft_.order) fill_parties(d);
    each([&](std::uint32_t d, const Found& found) { corpus_.add_year(found.key, written(d)); });
    for (const std::uint32_t d : draft_.order) fill_years(d);
    each([&](std::uint32_t /*d*/, const Found& found) { corpus_.add_dated(found.key); });
    for (const std::uint32_t d : draft_.order) fill_undated(d);
    for (const std::uint32_t d : draft_.order) link_named(d);
    for (const std::uint32_t d : draft_.order) link_nominals(d);
  }

 private:
  struct Found {
    std::uint32_t mention = 0;
    MeetingKey key;
    LinkReason reason = LinkReason::meeting_designation;
    bool of_party = false;
    bool own = false;
  };

  template <typename Visit>
  void each(Visit visit) const {
    for (const std::uint32_t d : draft_.order) {
      for (const Found& found : keys_[d]) visit(d, found);
    }
  }

  /// What a document says around its meetings.
  struct Surroundings {
    MeetingIndex designations;
    std::map<std::uint32_t, std::uint32_t> members;
    std::uint32_t host = no_entity;
  };

  [[nodiscard]] int written(std::uint32_t d) const {
    const auto& date = draft_.documents[d].date;
    return date ? date->year : 0;
  }
  void read_keys(std::uint32_t d);
  [[nodiscard]] std::uint32_t party_before(std::uint32_t d, std::uint32_t m) const;
  [[nodiscard]] std::optional<Link> party_of(std::uint32_t d, const Found& found, const Surroundings& here) const;
  void fill_parties(std::uint32_t d);
  void fill_years(std::uint32_t d);
  void fill_undated(std::uint32_t d);
  std::uint32_t entity_of(const MeetingKey& key);
  std::uint32_t own_meeting(std::uint32_t d, const Found& title);
  void link_named(std::uint32_t d);
  void link_nominals(std::uint32_t d);

  Draft& draft_;
  std::vector<std::vector<Found>> keys_;
  MeetingIndex corpus_;
  std::map<MeetingKey, std::uint32_t> entities_;
  std::map<std::string, std::uint32_t> own_meetings_;
};

void MeetingResolver::read_keys(std::uint32_t d) {
  const auto& mentions = draft_.mentions[d].mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].type != EntityType::meeting) continue;
    const MeetingFacts& facts = draft_.mentions[d].meetings[mentions[m].facts];
    Found found;
    found.mention = m;
    found.own = facts.own;
    found.of_party = facts.of_party;
    found.key.kind = facts.kind;
    found.key.ordinal = facts.ordinal;
    found.key.month = facts.month;
    found.key.year = facts.year;
    found.key.place = facts.place;
    if (facts.party != no_entry) found.key.party = draft_.links[d][facts.party].entity;
    keys_[d].push_back(found);
  }
}

// The party named last before in the same paragraph.
std::uint32_t MeetingResolver::party_before(std::uint32_t d, std::uint32_t m) const {
  for (std::uint32_t other = m; other-- > 0;) {
    const Mention& mention = draft_.mention(d, other);
    if (mention.paragraph != draft_.mention(d, m).paragraph) break;
    if (mention.type == EntityType::party && !mention.nominal) return draft_.links[d][other].entity;
  }
  return no_entity;
}

std::optional<Link> MeetingResolver::party_of(std::uint32_t d, const Found& found, const Surroundings& here) const {
  // "20th congress" after "20th CPSU congress".
  if (const std::uint32_t party = here.designations.party_of(found.key, written(d)); party != no_entity) {
    return Link{party, LinkReason::meeting_in_document};
  }
  const std::uint32_t token = draft_.mention(d, found.mention).tokens.first;
  const auto speaker = here.members.find(speaker_at(draft_, d, token));
  if (found.of_party && speaker != here.members.end()) return Link{speaker->second, LinkReason::meeting_of_speaker};
  if (const std::uint32_t party = corpus_.party_of(found.key, written(d)); party != no_entity) {
    return Link{party, LinkReason::meeting_in_corpus};
  }
  if (speaker != here.members.end() && found.key.ordinal != 0) {
    return Link{speaker->second, LinkReason::meeting_of_speaker};
  }
  if (const std::uint32_t party = party_before(d, found.mention); party != no_entity) {
    return Link{party, LinkReason::meeting_of_party_before};
  }
  if (here.host == no_entity) return std::nullopt;
  return Link{here.host, LinkReason::meeting_of_host};
}

void MeetingResolver::fill_parties(std::uint32_t d) {
  if (keys_[d].empty()) return;
  Surroundings here{{}, affiliations(draft_, d), host_party(draft_, d)};
  for (const Found& found : keys_[d]) here.designations.add_party(found.key, written(d));
  for (Found& found : keys_[d]) {
    if (draft_.mention(d, found.mention).nominal || found.key.party != no_entity) continue;
    if (!belongs_to_party(found.key.kind) && !found.of_party) continue;
    if (found.key.place != no_entry && !found.of_party) continue;
    if (const auto link = party_of(d, found, here)) {
      found.key.party = link->entity;
      found.reason = link->reason;
    }
  }
}

// "the August plenum" of a document of September 1956 is that of 1956, of a document of March 1957 too.
void MeetingResolver::fill_years(std::uint32_t d) {
  const auto& date = draft_.documents[d].date;
  MeetingIndex designations;
  for (const Found& found : keys_[d]) designations.add_year(found.key, written(d));
  for (Found& found : keys_[d]) {
    MeetingKey& key = found.key;
    if (key.ordinal != 0) {  // a party has one congress of a number
      if (key.party != no_entity) key.year = key.month = 0;
      continue;
    }
    if (key.year != 0 || key.month == 0) continue;
    key.year = designations.year_of(key, written(d));
    if (key.year == 0) key.year = corpus_.year_of(key, written(d));
    if (key.year == 0 && date) {
      const int year = date->month == 0 || key.month <= date->month ? date->year : date->year - 1;
      key.year = static_cast<std::uint16_t>(year);
    }
  }
}

// "the KWP CC plenum": the one of that party named before, else the next one of the document, else the latest one in
// the months before the document's date.
void MeetingResolver::fill_undated(std::uint32_t d) {
  const auto kin = [](const MeetingKey& key) { return std::tuple(key.kind, key.party, key.place); };
  std::map<std::tuple<MeetingKind, std::uint32_t, std::uint32_t>, std::vector<std::size_t>> dated;
  for (std::size_t i = 0; i < keys_[d].size(); ++i) {
    if (keys_[d][i].key.dated()) dated[kin(keys_[d][i].key)].push_back(i);
  }
  for (std::size_t i = 0; i < keys_[d].size(); ++i) {
    MeetingKey& key = keys_[d][i].key;
    if (key.dated() || draft_.mention(d, keys_[d][i].mention).nominal) continue;
    if (const auto known = dated.find(kin(key)); known != dated.end()) {
      const std::vector<std::size_t>& others = known->second;
      const auto after = std::lower_bound(others.begin(), others.end(), i);
      key = keys_[d][after == others.begin() ? *after : *std::prev(after)].key;
      keys_[d][i].reason = LinkReason::meeting_in_document;
      continue;
    }
    const auto& date = draft_.documents[d].date;
    if (!date || date->month == 0 || key.kind != MeetingKind::plenum) continue;
    if (const MeetingKey* latest = corpus_.latest_before(key, *date)) {
      key = *latest;
      keys_[d][i].reason = LinkReason::meeting_in_corpus;
    }
  }
}

std::uint32_t MeetingResolver::entity_of(const MeetingKey& key) {
  const auto [known, fresh] = entities_.try_emplace(key, no_entity);
  if (!fresh) return known->second;
  std::string owner;
  std::string owner_slug;
  if (key.party != no_entity) {
    const DraftEntity& party = draft_.entities[key.party];
    owner = party.acronym.empty() ? party.name : party.acronym;
    owner_slug = draft_.entities[key.party].slug;
    if (owner.empty() && !draft_.entities[key.party].spellings.empty()) {
      owner = draft_.entities[key.party].spellings.begin()->first;
    }
  } else if (key.place != no_entry) {
    owner = draft_.lexicon.places()[key.place].name;
    owner_slug = draft_.lexicon.places()[key.place].id;
  }
  if (owner_slug.empty()) owner_slug = slug(owner);
  std::vector<std::string> words;
  std::vector<std::string> slugs = {owner_slug};
  if (key.month != 0) words.emplace_back(month_names.at(key.month));
  if (key.year != 0) words.push_back(std::to_string(key.year));
  slugs.insert(slugs.end(), words.begin(), words.end());
  if (key.ordinal != 0) {
    words.push_back(ordinal_text(key.ordinal));
    slugs.push_back(words.back());
  }
  words.push_back(owner);
  words.emplace_back(to_string(key.kind));
  slugs.emplace_back(to_string(key.kind));
  std::erase(words, std::string());
  std::erase(slugs, std::string());
  known->second = draft_.add(EntityType::meeting, slug(fmt::format("{}", fmt::join(slugs, "-"))),
                             fmt::format("{}", fmt::join(words, " ")));
  DraftEntity& meeting = draft_.entities.back();
  meeting.party = key.party;
  if (key.year != 0) meeting.date = Date{static_cast<std::int16_t>(key.year), key.month, 0};
  return known->second;
}

// The meeting that a record is of, named by the record's title.
std::uint32_t MeetingResolver::own_meeting(std::uint32_t d, const Found& title) {
  const Document& document = draft_.documents[d];
  std::uint32_t host = no_entity;
  for (std::uint32_t m = 0; m < draft_.mentions[d].mentions.size() && host == no_entity; ++m) {
    const Mention& mention = draft_.mention(d, m);
    const bool in_title = document.paragraphs[mention.paragraph].section == SectionKind::title;
    if (in_title && mention.type == EntityType::party) host = draft_.links[d][m].entity;
  }
  std::string name = host == no_entity ? std::string() : draft_.entities[host].slug + "-";
  name += to_string(title.key.kind);
  name += document.date ? "-" + document.date->iso() : "-" + document.id;
  // Two records of one day and organ are of one sitting; without a party, if they have one title too.
  const bool certain = host != no_entity && document.date && document.date->day != 0;
  const auto [known, fresh] = own_meetings_.try_emplace(certain ? name : name + "|" + fold(document.title), no_entity);
  if (!fresh) return known->second;
  const std::uint32_t meeting = known->second = draft_.add(EntityType::meeting, slug(name), document.title);
  draft_.entities[meeting].party = host;
  draft_.entities[meeting].date = document.date;
  return meeting;
}

void MeetingResolver::link_named(std::uint32_t d) {
  for (const Found& found : keys_[d]) {
    if (draft_.mention(d, found.mention).nominal) continue;
    draft_.link(d, found.mention, entity_of(found.key), found.reason);
  }
}

void MeetingResolver::link_nominals(std::uint32_t d) {
  std::uint32_t own = no_entity;
  MeetingKind own_kind = MeetingKind::meeting;
  std::map<MeetingKind, std::uint32_t> last;
  for (const Found& found : keys_[d]) {
    const Mention& mention = draft_.mention(d, found.mention);
    const bool title = draft_.documents[d].paragraphs[mention.paragraph].section == SectionKind::title;
    if (!mention.nominal) {
      last[found.key.kind] = draft_.links[d][found.mention].entity;
      if (title && is_record(draft_.documents[d], mention.paragraph)) {
        own = draft_.own_meetings[d] = last[found.key.kind];
        own_kind = found.key.kind;
      }
      continue;
    }
    if (title && found.own && own == no_entity) {
      own = draft_.own_meetings[d] = own_meeting(d, found);
      own_kind = found.key.kind;
      draft_.links[d][found.mention] = {own, LinkReason::own_meeting};
      continue;
    }
    const bool sitting = found.key.kind == MeetingKind::meeting || found.key.kind == MeetingKind::presidium ||
                         found.key.kind == MeetingKind::session || found.key.kind == own_kind;
    if (own != no_entity && sitting) {
      draft_.links[d][found.mention] = {own, LinkReason::own_meeting};
    } else if (const auto before = last.find(found.key.kind); before != last.end()) {
      draft_.links[d][found.mention] = {before->second, LinkReason::meeting_before};
    }
  }
}

}  // namespace

void resolve_meetings(Draft& draft) { MeetingResolver(draft).resolve(); }

}  // namespace kgraph::detail
