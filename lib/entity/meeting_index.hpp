// What designations tell about each other: the parties and years of meetings of one kind and number or month.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <kgraph/entity/entity.hpp>

namespace kgraph::detail {

/// What tells one meeting from another; zeros and no_entity where unknown.
struct MeetingKey {
  MeetingKind kind = MeetingKind::meeting;
  std::uint32_t party = no_entity;
  std::uint32_t place = no_entry;
  std::uint16_t ordinal = 0;
  std::uint16_t year = 0;
  std::uint8_t month = 0;

  [[nodiscard]] bool dated() const { return ordinal != 0 || month != 0 || year != 0; }
  friend auto operator<=>(const MeetingKey&, const MeetingKey&) = default;
};

/// Of a document or of the corpus. `written` is the year of the document that speaks, 0 where unknown: a month says
/// which meeting is meant only to those who write at about the same time. Each look-up is O(log n).
class MeetingIndex {
 public:
  /// A designation that names its party.
  void add_party(const MeetingKey& key, int written);
  /// A designation that says its year.
  void add_year(const MeetingKey& key, int written);
  /// A meeting whose year and month are known.
  void add_dated(const MeetingKey& key);

  /// The only party with a meeting of this kind and number, or of this month in documents of about this year.
  [[nodiscard]] std::uint32_t party_of(const MeetingKey& key, int written) const;
  /// The only year given to the meeting of this party and month by documents of about this year; 0 for none.
  [[nodiscard]] std::uint16_t year_of(const MeetingKey& key, int written) const;
  /// The latest meeting of this kind, party and place in the months before a date; nullptr for none.
  [[nodiscard]] const MeetingKey* latest_before(const MeetingKey& key, const Date& date) const;

 private:
  std::map<std::pair<MeetingKind, std::uint16_t>, std::set<std::uint32_t>> by_ordinal_;
  std::map<std::tuple<MeetingKind, std::uint8_t, int>, std::set<std::uint32_t>> by_month_;
  std::map<std::tuple<MeetingKind, std::uint32_t, std::uint8_t, int>, std::set<std::uint16_t>> years_;
  std::map<std::tuple<MeetingKind, std::uint32_t, std::uint32_t>, std::map<int, MeetingKey>> dated_;
};

}  // namespace kgraph::detail
