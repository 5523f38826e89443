// Relations: who attended, spoke, wrote, met, belonged, backed and opposed, each with the words that say so.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <kgraph/base/date.hpp>
#include <kgraph/base/date_basis.hpp>
#include <kgraph/base/span.hpp>
#include <kgraph/entity/entity.hpp>
#include <kgraph/lexicon/lexicon.hpp>
#include <kgraph/mention/mention.hpp>
#include <kgraph/text/document.hpp>

namespace kgraph {

/// When something held, and where that is known from. `until` is set for intervals alone.
struct StatementDate {
  std::optional<Date> since;
  std::optional<Date> until;
  DateBasis basis = DateBasis::none;
};

/// One relation stated at one place.
struct Statement {
  /// A name of base/relation_type.hpp.
  std::string type;
  /// Entities, as Resolution numbers them.
  std::uint32_t source = no_entity;
  std::uint32_t target = no_entity;
  /// The sentence or heading that says so.
  Span evidence;
  /// The rule that found it: "attendance list", "speaker turn", or "wording: " and a cue.
  std::string rule;
  StatementDate date;
};

/// A title or office that a document gives a person.
struct RoleStatement {
  std::uint32_t person = no_entity;
  std::string title;
  Span evidence;
  StatementDate date;
};

/// What one document states.
struct DocumentStatements {
  std::vector<Statement> relations;
  std::vector<RoleStatement> roles;
};

/// A document with the links of its mentions.
struct LinkedDocument {
  const Document& document;
  const DocumentMentions& mentions;
  std::span<const Link> links;
  /// The meeting that it is the record of; no_entity for none.
  std::uint32_t own_meeting = no_entity;
};

/// Reads the relations of one document from its structure (attendance and participants, turns, titles) and from
/// sentences (the cues of the lexicon). What is negated, conditional, wished or asked is not asserted. Looks at no
/// other document. O(tokens) but for patterns of bounded length.
[[nodiscard]] DocumentStatements find_statements(const LinkedDocument& document, std::span<const Entity> entities,
                                                 const Lexicon& lexicon);

}  // namespace kgraph
