#include "meeting_index.hpp"

#include <iterator>

namespace kgraph::detail {

namespace {

constexpr int months_in_year = 12;

template <typename Value>
Value only(const std::set<Value>& values, Value none) {
  return values.size() == 1 ? *values.begin() : none;
}

}  // namespace

void MeetingIndex::add_party(const MeetingKey& key, int written) {
  if (key.party == no_entity) return;
  if (key.ordinal != 0) {
    by_ordinal_[{key.kind, key.ordinal}].insert(key.party);
  } else if (key.month != 0) {
    by_month_[{key.kind, key.month, written}].insert(key.party);
  }
}

void MeetingIndex::add_year(const MeetingKey& key, int written) {
  if (key.year != 0 && key.month != 0) years_[{key.kind, key.party, key.month, written}].insert(key.year);
}

void MeetingIndex::add_dated(const MeetingKey& key) {
  if (key.year == 0 || key.month == 0) return;
  dated_[{key.kind, key.party, key.place}].emplace(key.year * months_in_year + key.month, key);
}

std::uint32_t MeetingIndex::party_of(const MeetingKey& key, int written) const {
  if (key.ordinal != 0) {
    const auto known = by_ordinal_.find({key.kind, key.ordinal});
    return known == by_ordinal_.end() ? no_entity : only(known->second, no_entity);
  }
  if (key.month == 0) return no_entity;
  std::set<std::uint32_t> parties;
  for (int year = written - 1; year <= written + 1; ++year) {
    const auto known = by_month_.find({key.kind, key.month, year});
    if (known != by_month_.end()) parties.insert(known->second.begin(), known->second.end());
  }
  return only(parties, no_entity);
}

std::uint16_t MeetingIndex::year_of(const MeetingKey& key, int written) const {
  std::set<std::uint16_t> years;
  for (int year = written - 1; year <= written + 1; ++year) {
    const auto known = years_.find({key.kind, key.party, key.month, year});
    if (known != years_.end()) years.insert(known->second.begin(), known->second.end());
  }
  return only(years, std::uint16_t{0});
}

const MeetingKey* MeetingIndex::latest_before(const MeetingKey& key, const Date& date) const {
  constexpr int recent = 3;
  const auto known = dated_.find({key.kind, key.party, key.place});
  if (known == dated_.end()) return nullptr;
  const int now = date.year * months_in_year + date.month;
  const auto after = known->second.upper_bound(now);
  if (after == known->second.begin()) return nullptr;
  const auto before = std::prev(after);
  return now - before->first <= recent ? &before->second : nullptr;
}

}  // namespace kgraph::detail
