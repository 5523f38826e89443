#include "architecture/include_flow.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

namespace kgraph::architecture {

namespace {

namespace fs = std::filesystem;

struct Room {
  std::string_view name;
  std::set<std::string_view> excluded;  // earlier rooms that it must not include all the same
};

// In the order of the flow.
const std::array<Room, 9> rooms = {{
    {"base", {}},
    {"lexicon", {}},
    {"text", {}},
    {"mention", {}},
    {"entity", {}},
    {"relation", {}},
    {"graph", {"lexicon", "text"}},
    {"measure", {"lexicon", "text", "mention", "entity"}},
    {"export", {"text", "mention"}},
}};

struct BannedHeader {
  std::string_view name;
  std::string_view reason;
};

constexpr std::array<BannedHeader, 4> banned_headers = {{
    {"iostream", "the library never prints"},
    {"print", "the library never prints"},
    {"locale", "the library never reads the locale"},
    {"regex", "std::regex recurses once a character and crashes on long texts"},
}};

// The folder that a file of the library is in: "graph" for include/kgraph/graph/x.hpp and lib/graph/x.cpp, "" for the
// façade, nothing for files outside the library.
std::optional<std::string> folder_of(std::string_view path) {
  for (const std::string_view top : {"include/kgraph/", "lib/"}) {
    if (!path.starts_with(top)) continue;
    const std::string_view rest = path.substr(top.size());
    const std::size_t slash = rest.find('/');
    return std::string(slash == std::string_view::npos ? "" : rest.substr(0, slash));
  }
  return std::nullopt;
}

std::optional<std::size_t> position_in_flow(std::string_view room) {
  const auto found = std::ranges::find(rooms, room, &Room::name);
  return found == rooms.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rooms.begin()));
}

// The project's file that an #include of `file` means, as the compiler would search for it; nothing if it is not ours.
std::optional<std::string> resolve(const Sources& sources, const std::string& file, const Include& include) {
  std::vector<fs::path> candidates;
  if (include.quoted) {
    candidates = {fs::path(file).parent_path() / include.target, fs::path("lib") / include.target,
                  fs::path("lib/lexicon") / include.target};
  }
  candidates.push_back(fs::path("include") / include.target);
  for (const fs::path& candidate : candidates) {
    const std::string path = candidate.lexically_normal().generic_string();
    const bool of_the_house = path.starts_with("tools/") || path.starts_with("tests/");
    if (of_the_house || sources.contains(path)) return path;
  }
  return std::nullopt;
}

// Why `room` may not include a header of another project or the standard library; empty if it may.
std::string foreign_breach(std::string_view room, const Include& include) {
  const auto banned = std::ranges::find(banned_headers, include.target, &BannedHeader::name);
  if (banned != banned_headers.end()) return "<" + include.target + ">: " + std::string(banned->reason);
  const std::string_view target = include.target;
  if (target.starts_with("boost/graph/") && room != "graph" && room != "measure") {
    return "headers of Boost.Graph are for the rooms graph and measure";
  }
  if (target.starts_with("boost/program_options")) return "options are parsed by the tools";
  if (include.quoted || target.starts_with("kgraph/")) return "no such file in the project: " + include.target;
  return {};
}

// Why `room` may not include a file of the project; empty if it may.
std::string own_breach(const std::string& room, const std::string& path) {
  const std::optional<std::string> target = folder_of(path);
  if (!target) return "the library includes neither tools nor tests";
  if (room.empty() || *target == room) return {};
  if (target->empty()) return "room " + room + " includes the façade, which is built on all rooms";
  const std::optional<std::size_t> from = position_in_flow(room);
  const std::optional<std::size_t> to = position_in_flow(*target);
  if (!from) return "unknown room " + room + ": add it to the flow in tests/architecture/include_flow.cpp";
  if (!to) return "unknown room " + *target + ": add it to the flow in tests/architecture/include_flow.cpp";
  if (*to > *from) return "against the flow: " + room + " comes before " + *target;
  if (rooms[*from].excluded.contains(*target)) return "room " + room + " must not touch " + *target;
  return {};
}

}  // namespace

Sources read_sources(const fs::path& root) {
  Sources sources;
  for (const char* const top : {"include", "lib"}) {
    if (!fs::exists(root / top)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".hpp" && path.extension() != ".cpp") continue;
      std::ifstream in(path, std::ios::binary);
      sources[path.lexically_relative(root).generic_string()] =
          std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  return sources;
}

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  const auto skip_blanks = [](std::string_view s) { return s.substr(std::min(s.find_first_not_of(" \t"), s.size())); };
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view rest = skip_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!rest.starts_with('#')) continue;
    rest = skip_blanks(rest.substr(1));
    if (!rest.starts_with("include")) continue;
    rest = skip_blanks(rest.substr(std::string_view("include").size()));
    if (!rest.starts_with('"') && !rest.starts_with('<')) continue;
    const bool quoted = rest.front() == '"';
    const std::size_t close = rest.find(quoted ? '"' : '>', 1);
    if (close == std::string_view::npos) continue;
    includes.push_back({line, std::string(rest.substr(1, close - 1)), quoted});
  }
  return includes;
}

std::vector<std::string> breaches(const Sources& sources) {
  std::vector<std::string> found;
  for (const auto& [file, text] : sources) {
    const std::optional<std::string> room = folder_of(file);
    if (!room) continue;
    for (const Include& include : includes_of(text)) {
      const std::optional<std::string> path = resolve(sources, file, include);
      const std::string breach = path ? own_breach(*room, *path) : foreign_breach(*room, include);
      if (!breach.empty()) found.push_back(file + ":" + std::to_string(include.line) + ": " + breach);
    }
  }
  return found;
}

}  // namespace kgraph::architecture
