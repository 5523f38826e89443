#include "names.hpp"

#include <algorithm>

#include <kgraph/base/scanner.hpp>
#include <kgraph/base/utf8.hpp>

namespace kgraph::detail {

std::string name_key(const PersonName& name) {
  std::string key = name.surname + "|";
  for (std::size_t i = 0; i < name.given.size(); ++i) key += (i == 0 ? "" : " ") + name.given[i];
  return key;
}

bool has_initials_only(const PersonName& name) {
  return !name.given.empty() &&
         std::all_of(name.given.begin(), name.given.end(), [](const std::string& given) { return given.size() == 1; });
}

bool names_agree(const PersonName& a, const PersonName& b) {
  if (a.surname != b.surname || a.given.empty() || b.given.empty()) return false;
  const std::size_t shared = std::min(a.given.size(), b.given.size());
  for (std::size_t i = 0; i < shared; ++i) {
    const std::string& left = a.given[i];
    const std::string& right = b.given[i];
    const bool initial = left.size() == 1 || right.size() == 1;
    if (initial ? left.front() != right.front() : left != right) return false;
  }
  return true;
}

bool one_letter_apart(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1 || a == b) return false;
  std::size_t i = 0;
  while (i < shorter.size() && longer[i] == shorter[i]) ++i;
  const std::size_t skip = longer.size() == shorter.size() ? 1 : 0;
  return longer.compare(i + 1, std::string::npos, shorter, i + skip, std::string::npos) == 0;
}

PersonName name_of(const std::string& text, const Lexicon& lexicon) {
  std::vector<std::string> words;
  bool family_first = false;
  Scanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  Piece piece;
  while (scanner.next(piece)) {
    if (has(piece.shape, Shape::punctuation)) continue;
    const std::string key = word_key(text, piece);
    if (words.empty()) family_first = lexicon.is(lexicon.find(key), WordClass::family_first);
    std::string letters;
    std::copy_if(key.begin(), key.end(), std::back_inserter(letters), [](char c) { return c != '-' && c != '\''; });
    words.push_back(std::move(letters));
  }
  PersonName name;
  if (words.empty()) return name;
  name.family_first = family_first && words.size() > 1;
  if (name.family_first) {
    name.surname = words.front();
    std::string given;
    for (std::size_t i = 1; i < words.size(); ++i) given += words[i];
    name.given.push_back(std::move(given));
  } else {
    name.surname = words.back();
    words.pop_back();
    name.given = std::move(words);
  }
  return name;
}

}  // namespace kgraph::detail
