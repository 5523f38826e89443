#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include <kgraph/base/utf8.hpp>
#include <kgraph/graph/find_entity.hpp>

namespace kgraph {

namespace {

/// How many candidates a message lists.
constexpr std::size_t most_listed = 20;

/// Folded runs of letters and digits. Apostrophes vanish ("Ch'oe" is one word), all else divides.
std::vector<std::string> words_of(std::string_view name) {
  const std::string folded = fold(name);
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode_utf8(folded, at);
    // Beyond ASCII a byte that is no letter may still be a sign that tells names apart.
    const bool inside = is_letter(c.value) || (c.value >= '0' && c.value <= '9') ||
                        (c.value >= 0x80 && !is_space(c.value) && !is_hyphen(c.value) && !is_apostrophe(c.value));
    if (inside) {
      if (!open) words.emplace_back();
      words.back().append(folded, at, c.bytes);
      open = true;
    } else if (!is_apostrophe(c.value)) {
      open = false;
    }
    at += c.bytes;
  }
  return words;
}

/// The words from `first` on, the last followed by the first, in one.
std::string join(const std::vector<std::string>& words, std::size_t first = 0) {
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) joined += words[(first + i) % words.size()];
  return joined;
}

/// What was typed, in the forms that names are compared with.
struct Typed {
  explicit Typed(std::string_view text) : words(words_of(text)), joined(join(words)), sorted(words) {
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t first = 1; first < words.size(); ++first) rotations.push_back(join(words, first));
  }

  std::vector<std::string> words;
  std::string joined;
  std::vector<std::string> sorted;
  std::vector<std::string> rotations;
};

/// The rules in their order; what fits none is `nothing`.
enum class Fit : std::uint8_t { id, name, alias, folded_name, folded_alias, reordered, part, nothing };

/// Whether some words of the name, one after another, spell what was typed; two parts of the name need not be divided
/// as they were typed ("Changik").
bool has_part(const std::vector<std::string>& words, const std::string& joined) {
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string_view rest = joined;
    for (std::size_t i = first; i < words.size() && rest.starts_with(words[i]); ++i) {
      rest.remove_prefix(words[i].size());
      if (rest.empty()) return true;
    }
  }
  return false;
}

Fit fit_of(const std::string& name, bool shown, std::string_view text, const Typed& typed) {
  if (name == text) return shown ? Fit::name : Fit::alias;
  if (typed.joined.empty()) return Fit::nothing;
  std::vector<std::string> words = words_of(name);
  const std::string joined = join(words);
  if (joined == typed.joined) return shown ? Fit::folded_name : Fit::folded_alias;
  if (std::find(typed.rotations.begin(), typed.rotations.end(), joined) != typed.rotations.end()) return Fit::reordered;
  const bool part = has_part(words, typed.joined);
  std::sort(words.begin(), words.end());
  if (words == typed.sorted) return Fit::reordered;
  return part ? Fit::part : Fit::nothing;
}

/// The best fit of an entity's names.
Fit fit_of(const GraphEntity& entity, std::string_view text, const Typed& typed) {
  if (entity.id == text) return Fit::id;
  Fit best = fit_of(entity.name, true, text, typed);
  for (const std::string& alias : entity.aliases) {
    Fit fit = fit_of(alias, false, text, typed);
    // A surname that documents give to one man alone is no name of his own.
    const bool surname = entity.type == EntityType::person && typed.words.size() == 1;
    if (surname && (fit == Fit::alias || fit == Fit::folded_alias)) fit = Fit::part;
    best = std::min(best, fit);
  }
  return best;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    out.push_back(c.value);
    at += c.bytes;
  }
  return out;
}

/// Levenshtein's distance (1966, Soviet Physics Doklady 10, 707-710).
std::size_t edit_distance(const std::u32string& a, const std::u32string& b, std::vector<std::size_t>& row) {
  row.resize(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({diagonal + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

/// Entities with a name, or a word of one, that is spelled nearly so.
std::vector<std::uint32_t> similar(const Graph& graph, const Typed& typed, const EntityTypes& types) {
  const std::u32string wanted = code_points(typed.joined);
  // A third of the letters may differ; beyond that a suggestion puzzles more than it helps.
  const std::size_t most = wanted.size() / 3 + 1;
  std::vector<std::size_t> row;
  // People before conversations with them.
  std::vector<std::tuple<std::size_t, EntityType, std::string_view, std::uint32_t>> found;
  const auto distance = [&](const std::string& spelling) {
    const std::u32string points = code_points(spelling);
    const std::size_t longer = std::max(points.size(), wanted.size());
    // The difference in length is the least that a distance can be.
    if (longer - std::min(points.size(), wanted.size()) > most) return most + 1;
    return edit_distance(wanted, points, row);
  };
  for (std::size_t e = 0; e < graph.entities.size() && !wanted.empty(); ++e) {
    const GraphEntity& entity = graph.entities[e];
    if (!types.contains(entity.type)) continue;
    std::size_t best = most + 1;
    const auto look_at = [&](const std::string& name) {
      const std::vector<std::string> words = words_of(name);
      best = std::min(best, distance(join(words)));
      for (const std::string& word : words) {
        // A word of one or two letters is within reach of every other one.
        if (word.size() > 2) best = std::min(best, distance(word));
        // Of "Comrade Ri Sangjo" one word is right.
        if (word.size() > 2 && std::find(typed.words.begin(), typed.words.end(), word) != typed.words.end()) {
          best = std::min(best, most);
        }
      }
    };
    look_at(entity.name);
    for (const std::string& alias : entity.aliases) look_at(alias);
    if (best <= most) found.emplace_back(best, entity.type, entity.id, static_cast<std::uint32_t>(e));
  }
  std::sort(found.begin(), found.end());
  std::vector<std::uint32_t> candidates;
  for (const auto& one : found) {
    if (candidates.size() < most_similar_names) candidates.push_back(std::get<std::uint32_t>(one));
  }
  return candidates;
}

std::string message(const Graph& graph, std::string_view typed, const EntityMatch& match) {
  std::string text = "'" + std::string(typed) + "' ";
  if (match.candidates.empty()) return text + "is nobody and nothing in this graph";
  text += match.ambiguous ? "is ambiguous; give one of these ids:" : "is not in this graph; these are similar:";
  for (std::size_t i = 0; i < std::min(match.candidates.size(), most_listed); ++i) {
    const GraphEntity& entity = graph.entities[match.candidates[i]];
    text += "\n  " + entity.id + "  " + entity.name;
  }
  if (match.candidates.size() > most_listed) {
    text += "\n  ... and " + std::to_string(match.candidates.size() - most_listed) + " more";
  }
  return text;
}

}  // namespace

EntityMatch find_entity(const Graph& graph, std::string_view typed, const EntityTypes& types) {
  const std::string_view text = trim(typed);
  const Typed forms(text);
  Fit best = Fit::nothing;
  EntityMatch match;
  for (std::size_t e = 0; e < graph.entities.size(); ++e) {
    const GraphEntity& entity = graph.entities[e];
    if (!types.contains(entity.type)) continue;
    const Fit fit = fit_of(entity, text, forms);
    if (fit == Fit::nothing || fit > best) continue;
    if (std::exchange(best, fit) != fit) match.candidates.clear();
    if (fit == Fit::part && !match.candidates.empty()) {
      // Types are numbered in the order in which they answer to a part of a name.
      const EntityType found = graph.entities[match.candidates.front()].type;
      if (entity.type > found) continue;
      if (entity.type < found) match.candidates.clear();
    }
    match.candidates.push_back(static_cast<std::uint32_t>(e));
  }
  if (best == Fit::nothing) {
    match.candidates = similar(graph, forms, types);
  } else if (match.candidates.size() == 1) {
    match.entity = match.candidates.front();
    match.candidates.clear();
  } else {
    match.ambiguous = true;
    const auto by_id = [&](std::uint32_t a, std::uint32_t b) { return graph.entities[a].id < graph.entities[b].id; };
    std::sort(match.candidates.begin(), match.candidates.end(), by_id);
  }
  return match;
}

EntityNameError::EntityNameError(const Graph& graph, std::string_view typed, EntityMatch match)
    : Error(message(graph, typed, match)), match_(std::move(match)) {}

std::uint32_t entity_named(const Graph& graph, std::string_view typed, const EntityTypes& types) {
  EntityMatch match = find_entity(graph, typed, types);
  if (!match.entity) throw EntityNameError(graph, typed, std::move(match));
  return *match.entity;
}

}  // namespace kgraph
