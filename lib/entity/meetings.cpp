// Meetings: by party and ordinal, or party, month and year; what the designation leaves out comes from the context.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include <kgraph/base/utf8.hpp>

#include "draft.hpp"

namespace kgraph::detail {

namespace {

constexpr std::array<std::string_view, 13> month_names = {"",        "January",  "February", "March",  "April",
                                                          "May",     "June",     "July",     "August", "September",
                                                          "October", "November", "December"};

/// What tells one meeting from another; zeros and no_entity where unknown.
struct MeetingKey {
  MeetingKind kind = MeetingKind::meeting;
  std::uint32_t party = no_entity;
  std::uint32_t place = no_entry;
  std::uint16_t ordinal = 0;
  std::uint16_t year = 0;
  std::uint8_t month = 0;

  friend auto operator<=>(const MeetingKey&, const MeetingKey&) = default;
};

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
    for (const std::uint32_t d : draft_.order) fill_parties(d);
    for (const std::uint32_t d : draft_.order) fill_years(d);
    for (const std::uint32_t d : draft_.order) fill_undated(d);
    for (const std::uint32_t d : draft_.order) link_named(d);
    for (const std::uint32_t d : draft_.order) link_nominals(d);
  }

 private:
  struct Found {
    std::uint32_t mention = 0;
    MeetingKey key;
    LinkReason reason = LinkReason::meeting_designation;
    /// The year that stands in or behind the designation itself.
    std::uint16_t said_year = 0;
    bool of_party = false;
    bool own = false;
  };

  void read_keys(std::uint32_t d);
  void fill_parties(std::uint32_t d);
  [[nodiscard]] std::optional<Link> party_of(std::uint32_t d, const Found& found,
                                             const std::map<std::uint32_t, std::uint32_t>& members) const;
  [[nodiscard]] std::uint32_t same_in_document(std::uint32_t d, const Found& wanted) const;
  [[nodiscard]] bool near_in_time(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::uint32_t same_in_corpus(std::uint32_t d, const Found& wanted) const;
  [[nodiscard]] std::uint32_t party_before(std::uint32_t d, std::uint32_t m) const;
  [[nodiscard]] std::uint16_t year_in_corpus(std::uint32_t d, const MeetingKey& key) const;
  void fill_years(std::uint32_t d);
  void fill_undated(std::uint32_t d);
  std::uint32_t entity_of(const MeetingKey& key);
  std::uint32_t own_meeting(std::uint32_t d, const Found& title);
  void link_named(std::uint32_t d);
  void link_nominals(std::uint32_t d);

  Draft& draft_;
  std::vector<std::vector<Found>> keys_;
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
    found.key.year = found.said_year = facts.year;
    found.key.place = facts.place;
    if (facts.party != no_entry) found.key.party = draft_.links[d][facts.party].entity;
    keys_[d].push_back(found);
  }
}

// The party of the same meeting where this document names it in full: "20th congress" after "20th CPSU congress".
std::uint32_t MeetingResolver::same_in_document(std::uint32_t d, const Found& wanted) const {
  std::set<std::uint32_t> parties;
  for (const Found& other : keys_[d]) {
    if (other.key.party == no_entity || other.reason != LinkReason::meeting_designation) continue;
    if (other.key.kind != wanted.key.kind) continue;
    const bool ordinal = wanted.key.ordinal != 0 && other.key.ordinal == wanted.key.ordinal;
    const bool month = wanted.key.ordinal == 0 && wanted.key.month != 0 && other.key.month == wanted.key.month;
    if (ordinal || month) parties.insert(other.key.party);
  }
  return parties.size() == 1 ? *parties.begin() : no_entity;
}

bool MeetingResolver::near_in_time(std::uint32_t a, std::uint32_t b) const {
  const auto& first = draft_.documents[a].date;
  const auto& second = draft_.documents[b].date;
  return first && second && std::abs(first->year - second->year) <= 1;
}

// The party that the corpus names with this number; or with this month, in documents of the same year or the next.
std::uint32_t MeetingResolver::same_in_corpus(std::uint32_t d, const Found& wanted) const {
  std::set<std::uint32_t> parties;
  for (std::uint32_t other_document = 0; other_document < keys_.size(); ++other_document) {
    for (const Found& other : keys_[other_document]) {
      if (other.key.party == no_entity || other.reason != LinkReason::meeting_designation) continue;
      if (other.key.kind != wanted.key.kind) continue;
      const bool ordinal = wanted.key.ordinal != 0 && other.key.ordinal == wanted.key.ordinal;
      const bool month = wanted.key.ordinal == 0 && wanted.key.month != 0 && other.key.month == wanted.key.month;
      if (ordinal || (month && near_in_time(d, other_document))) parties.insert(other.key.party);
    }
  }
  return parties.size() == 1 ? *parties.begin() : no_entity;
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

std::optional<Link> MeetingResolver::party_of(std::uint32_t d, const Found& found,
                                              const std::map<std::uint32_t, std::uint32_t>& members) const {
  if (const std::uint32_t party = same_in_document(d, found); party != no_entity) {
    return Link{party, LinkReason::meeting_in_document};
  }
  const std::uint32_t token = draft_.mention(d, found.mention).tokens.first;
  const auto speaker = members.find(speaker_at(draft_, d, token));
  if (found.of_party && speaker != members.end()) return Link{speaker->second, LinkReason::meeting_of_speaker};
  if (const std::uint32_t party = same_in_corpus(d, found); party != no_entity) {
    return Link{party, LinkReason::meeting_in_corpus};
  }
  if (speaker != members.end() && found.key.ordinal != 0) return Link{speaker->second, LinkReason::meeting_of_speaker};
  if (const std::uint32_t party = party_before(d, found.mention); party != no_entity) {
    return Link{party, LinkReason::meeting_of_party_before};
  }
  const std::uint32_t host = host_party(draft_, d);
  if (host == no_entity) return std::nullopt;
  return Link{host, LinkReason::meeting_of_host};
}

void MeetingResolver::fill_parties(std::uint32_t d) {
  const auto members = affiliations(draft_, d);
  for (Found& found : keys_[d]) {
    if (draft_.mention(d, found.mention).nominal || found.key.party != no_entity) continue;
    if (!belongs_to_party(found.key.kind) && !found.of_party) continue;
    if (found.key.place != no_entry && !found.of_party) continue;
    if (const auto link = party_of(d, found, members)) {
      found.key.party = link->entity;
      found.reason = link->reason;
    }
  }
}

// The year that other documents, written within a year of this one, give the meeting of this party and month.
std::uint16_t MeetingResolver::year_in_corpus(std::uint32_t d, const MeetingKey& key) const {
  std::set<std::uint16_t> years;
  for (std::uint32_t other = 0; other < keys_.size(); ++other) {
    for (const Found& found : keys_[other]) {
      const bool same = found.key.month == key.month && found.key.kind == key.kind && found.key.party == key.party;
      if (same && found.said_year != 0 && near_in_time(d, other)) years.insert(found.said_year);
    }
  }
  return years.size() == 1 ? *years.begin() : std::uint16_t{0};
}

// "the August plenum" of a document of September 1956 is that of 1956, of a document of March 1957 too.
void MeetingResolver::fill_years(std::uint32_t d) {
  const auto& date = draft_.documents[d].date;
  for (Found& found : keys_[d]) {
    MeetingKey& key = found.key;
    if (key.ordinal != 0) {  // a party has one congress of a number
      if (key.party != no_entity) key.year = key.month = 0;
      continue;
    }
    if (key.year != 0 || key.month == 0) continue;
    for (const Found& other : keys_[d]) {
      const bool same = other.key.month == key.month && other.key.kind == key.kind && other.key.party == key.party;
      if (same && other.key.year != 0) key.year = other.key.year;
    }
    if (key.year == 0) key.year = year_in_corpus(d, key);
    if (key.year == 0 && date) {
      const int year = date->month == 0 || key.month <= date->month ? date->year : date->year - 1;
      key.year = static_cast<std::uint16_t>(year);
    }
  }
}

// "the KWP CC plenum": the one of that party named before, else the only one of the document, else the latest one
// in the months before the document's date.
void MeetingResolver::fill_undated(std::uint32_t d) {
  const auto dated = [](const MeetingKey& key) { return key.ordinal != 0 || key.month != 0 || key.year != 0; };
  const auto same = [](const MeetingKey& a, const MeetingKey& b) {
    return a.kind == b.kind && a.party == b.party && a.place == b.place;
  };
  for (std::size_t i = 0; i < keys_[d].size(); ++i) {
    MeetingKey& key = keys_[d][i].key;
    if (dated(key) || draft_.mention(d, keys_[d][i].mention).nominal) continue;
    const MeetingKey* best = nullptr;
    for (std::size_t k = 0; k < keys_[d].size(); ++k) {
      const MeetingKey& other = keys_[d][k].key;
      if (!same(other, key) || !dated(other)) continue;
      if (best == nullptr || k < i) best = &other;
    }
    if (best != nullptr) {
      key = *best;
      keys_[d][i].reason = LinkReason::meeting_in_document;
      continue;
    }
    const auto& date = draft_.documents[d].date;
    if (!date || date->month == 0 || key.kind != MeetingKind::plenum) continue;
    for (const auto& document : keys_) {
      for (const Found& found : document) {
        const MeetingKey& other = found.key;
        const int months = (date->year - other.year) * 12 + date->month - other.month;
        constexpr int recent = 3;
        if (!same(other, key) || other.year == 0 || other.month == 0 || months < 0 || months > recent) continue;
        if (best == nullptr || std::tie(other.year, other.month) > std::tie(best->year, best->month)) best = &other;
      }
    }
    if (best != nullptr) {
      key = *best;
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
