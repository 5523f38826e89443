// Comparing names of persons.
#pragma once

#include <string>

#include <kgraph/mention/mention.hpp>

namespace kgraph::detail {

/// One text for equal names: "kim|ilsung".
std::string name_key(const PersonName& name);

/// All given names are initials.
bool has_initials_only(const PersonName& name);

/// Same surname, and the given names agree as far as both go: "A." with "Anastas", "Charles" with "Charles E.".
/// A surname alone agrees with nothing.
bool names_agree(const PersonName& a, const PersonName& b);

/// The texts differ by one letter inserted, left out or exchanged.
bool one_letter_apart(const std::string& a, const std::string& b);

/// A name as the lexicon or a reader writes it, in words, to its parts.
PersonName name_of(const std::string& text, const Lexicon& lexicon);

}  // namespace kgraph::detail
