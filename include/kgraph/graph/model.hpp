// The graph: entities, the documents that name them, every mention, relations and roles with their evidence.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kgraph/base/date.hpp>
#include <kgraph/base/date_basis.hpp>
#include <kgraph/base/entity_type.hpp>
#include <kgraph/base/span.hpp>

namespace kgraph {

/// An actor or thing: one vertex of the graph.
struct GraphEntity {
  /// Unique, "<type>:<slug>", stable for the same corpus.
  std::string id;
  EntityType type = EntityType::person;
  /// The spelling shown to readers.
  std::string name;
  /// Other spellings met in the corpus, sorted, without `name`.
  std::vector<std::string> aliases;

  friend bool operator==(const GraphEntity&, const GraphEntity&) = default;
};

/// One archival record. Offsets of its mentions count from the start of the input file.
struct GraphDocument {
  /// Unique: the file's name without folder and suffix, plus "#n" for the n-th document of a listing.
  std::string id;
  /// Path as given.
  std::string file;
  std::string title;
  std::optional<Date> date;
  /// Archival source and record ID as the page states them; empty where it does not.
  std::string source;
  std::string record_id;
  /// Where the document stands in its file.
  Span span;
  /// The document's bytes, file[span]; empty under --no-text.
  std::string text;

  friend bool operator==(const GraphDocument&, const GraphDocument&) = default;
};

/// GraphMention::reason and Evidence::rule where none was recorded.
inline constexpr std::uint16_t no_reason = 0xFFFF;

/// One place in a document where an entity is named or described.
struct GraphMention {
  /// Bytes of the input file.
  Span span;
  /// Position of the first token, the paragraph and the sentence, each counted from 0 within the document.
  std::uint32_t token = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t sentence = 0;
  /// True for a description ("the plenum"), false for a name.
  bool nominal = false;
  /// Index into Graph::entities.
  std::uint32_t entity = 0;
  /// Index into Graph::link_reasons: why this mention was taken for this entity; or no_reason.
  std::uint16_t reason = no_reason;

  friend bool operator==(const GraphMention&, const GraphMention&) = default;
};

/// A passage of a document that states a relation or a role, and when what it states held.
struct Evidence {
  /// Index into Graph::documents.
  std::uint32_t document = 0;
  /// Bytes of the input file.
  Span span = {};
  /// Index into Graph::relation_rules: which rule found it; or no_reason.
  std::uint16_t rule = no_reason;
  /// The date, which may be partly known; or the first date of an interval. Nothing where the interval is open at its
  /// beginning or no date is known.
  std::optional<Date> since = std::nullopt;
  /// The last date, for intervals alone: nothing where `since` is a point in time or the interval has no known end.
  std::optional<Date> until = std::nullopt;
  /// Where these dates come from; none where there is no date or nobody recorded it.
  DateBasis basis = DateBasis::none;

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// A typed statement between two entities: one edge of the graph. How often it is stated is evidence.size().
struct GraphRelation {
  /// attended, spoke_at, member_of, ...
  std::string type;
  /// Indices into Graph::entities.
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  /// +1 friendly (supports), -1 hostile (criticizes), 0 neither (attended).
  int sign = 0;
  /// Sorted by document and span.
  std::vector<Evidence> evidence;

  friend bool operator==(const GraphRelation&, const GraphRelation&) = default;
};

/// A title or office of a person as documents give it ("Ambassador to the DPRK"), dated by its evidence.
struct GraphRole {
  /// Index into Graph::entities.
  std::uint32_t entity = 0;
  /// Never empty.
  std::string title;
  /// Sorted by document and span.
  std::vector<Evidence> evidence;

  friend bool operator==(const GraphRole&, const GraphRole&) = default;
};

/// The whole graph as plain data, in the order of the native file. Everything is sorted by a documented key, so equal
/// corpora give equal graphs.
struct Graph {
  /// Sorted by id.
  std::vector<GraphEntity> entities;
  /// Sorted by id.
  std::vector<GraphDocument> documents;
  /// One list a document, in the order of `documents`, each sorted by span.
  std::vector<std::vector<GraphMention>> mentions;
  /// Sorted by type, source, target, sign.
  std::vector<GraphRelation> relations;
  /// Sorted by entity, title.
  std::vector<GraphRole> roles;
  /// Texts that GraphMention::reason points to ("full name", "surname: only bearer in the document", ...), sorted.
  std::vector<std::string> link_reasons;
  /// Texts that Evidence::rule points to ("attendance list", "cue: supports", ...), sorted.
  std::vector<std::string> relation_rules;

  friend bool operator==(const Graph&, const Graph&) = default;
};

}  // namespace kgraph
