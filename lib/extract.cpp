#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <kgraph/base/error.hpp>
#include <kgraph/base/parallel.hpp>
#include <kgraph/base/relation_type.hpp>
#include <kgraph/entity/entity.hpp>
#include <kgraph/extract.hpp>
#include <kgraph/graph/native_io.hpp>
#include <kgraph/lexicon/lexicon.hpp>
#include <kgraph/mention/recognizer.hpp>
#include <kgraph/relation/relation.hpp>
#include <kgraph/text/reader.hpp>

namespace kgraph {

namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Text files, but for those that speak about their folder.
bool is_document(const fs::path& path) {
  const std::string suffix = path.extension().string();
  const std::string name = path.stem().string();
  return (suffix == ".txt" || suffix == ".md") && name != "README" && name != "SOURCES" && name != "LICENSE";
}

// The documents of a folder, sorted; what cannot be listed is reported.
void list_folder(const fs::path& folder, std::set<std::string>& files, const DiagnosticSink& sink) {
  std::error_code failed;
  auto it = fs::recursive_directory_iterator(folder, failed);
  for (const fs::recursive_directory_iterator end; !failed && it != end; it.increment(failed)) {
    if (is_hidden(it->path())) {
      std::error_code ignored;
      if (it->is_directory(ignored)) it.disable_recursion_pending();
      continue;
    }
    std::error_code unknown;
    if (it->is_regular_file(unknown) && is_document(it->path())) files.insert(it->path().string());
  }
  if (failed && sink) {
    sink({Severity::error, folder.string(), 0, 0, "the folder could not be read to its end: " + failed.message()});
  }
}

std::vector<std::string> list_files(std::span<const std::string> paths, const DiagnosticSink& sink) {
  std::set<std::string> files;
  for (const std::string& path : paths) {
    std::error_code unknown;
    if (fs::is_directory(path, unknown)) {
      list_folder(path, files, sink);
    } else {
      files.insert(path);
    }
  }
  return {files.begin(), files.end()};
}

/// What one file gave.
struct FileResult {
  std::vector<Document> documents;
  std::vector<DocumentMentions> mentions;
  std::optional<Diagnostic> failure;
};

FileResult read_file(const std::string& path, const Lexicon& lexicon, const RecognizerOptions& options) {
  FileResult result;
  try {
    result.documents = read_documents(read_source(path), lexicon);
  } catch (const FormatError& error) {
    result.failure = Diagnostic{Severity::error, path, error.line(), error.byte(), error.message()};
    return result;
  } catch (const IoError& error) {
    result.failure = Diagnostic{Severity::error, path, 0, 0, error.what()};
    return result;
  }
  result.mentions.reserve(result.documents.size());
  for (const Document& document : result.documents) result.mentions.push_back(recognize(document, lexicon, options));
  return result;
}

// Two files of one name in different folders get ids of their own: "note", "note~2" in the order of their paths.
void make_ids_unique(std::vector<Document>& documents) {
  std::map<std::string, int> taken;
  for (Document& document : documents) {
    const int count = ++taken[document.id];
    if (count > 1) document.id += "~" + std::to_string(count);
  }
}

GraphDocument to_graph(Document& document, bool keep_text) {
  GraphDocument result;
  result.id = document.id;
  result.file = document.file->path;
  result.title = document.title;
  result.date = document.date;
  result.source = document.source;
  result.record_id = document.record_id;
  result.span = document.span;
  if (keep_text) result.text = std::string(slice(document.bytes(), document.span));
  return result;
}

std::vector<GraphMention> to_graph(const DocumentMentions& found, const std::vector<Link>& links,
                                   const std::vector<std::uint16_t>& reason_index) {
  std::vector<GraphMention> mentions;
  for (std::size_t m = 0; m < links.size(); ++m) {
    if (links[m].entity == no_entity) continue;
    const Mention& mention = found.mentions[m];
    mentions.push_back({mention.span, mention.tokens.first, mention.paragraph, mention.sentence, mention.nominal,
                        links[m].entity, reason_index[static_cast<std::size_t>(links[m].reason)]});
  }
  return mentions;
}

// The reasons that occur, sorted by their text, and where each reason went.
std::vector<std::uint16_t> collect_reasons(const Resolution& resolution, std::vector<std::string>& texts) {
  std::map<std::string, LinkReason> used;
  for (const auto& document : resolution.links) {
    for (const Link& link : document) {
      if (link.entity != no_entity) used.emplace(to_string(link.reason), link.reason);
    }
  }
  std::vector<std::uint16_t> index(static_cast<std::size_t>(LinkReason::place_name) + 1, 0);
  for (const auto& [text, reason] : used) {
    index[static_cast<std::size_t>(reason)] = static_cast<std::uint16_t>(texts.size());
    texts.push_back(text);
  }
  return index;
}

/// Gathers what the documents state into the relations and roles of the graph.
class StatementCollector {
 public:
  explicit StatementCollector(Graph& graph) : graph_(graph) {}

  void add(std::uint32_t document, const DocumentStatements& statements) {
    for (const Statement& statement : statements.relations) {
      relations_[{statement.type, statement.source, statement.target}].push_back(
          evidence(document, statement.evidence, statement.date, statement.rule));
    }
    for (const RoleStatement& role : statements.roles) {
      roles_[{role.person, role.title}].push_back(evidence(document, role.evidence, role.date, role_rule));
    }
  }

  void finish() {
    std::map<std::uint16_t, std::uint16_t> place_of;
    for (const auto& [rule, number] : rules_) {
      place_of[number] = static_cast<std::uint16_t>(graph_.relation_rules.size());
      graph_.relation_rules.push_back(rule);
    }
    const auto settle = [&](std::vector<Evidence>& all) {
      for (Evidence& item : all) item.rule = place_of[item.rule];
    };
    for (auto& [key, all] : relations_) {
      settle(all);
      graph_.relations.push_back({key.type, key.source, key.target, relation_type(key.type).sign, std::move(all)});
    }
    for (auto& [key, all] : roles_) {
      settle(all);
      graph_.roles.push_back({key.first, key.second, std::move(all)});
    }
  }

 private:
  struct RelationKey {
    std::string type;
    std::uint32_t source = 0;
    std::uint32_t target = 0;

    friend auto operator<=>(const RelationKey&, const RelationKey&) = default;
  };
  static constexpr const char* role_rule = "title beside the name";

  Evidence evidence(std::uint32_t document, Span span, const StatementDate& date, const std::string& rule) {
    const auto number = rules_.try_emplace(rule, static_cast<std::uint16_t>(rules_.size())).first->second;
    return {document, span, number, date.since, date.until, date.basis};
  }

  Graph& graph_;
  std::map<std::string, std::uint16_t> rules_;
  std::map<RelationKey, std::vector<Evidence>> relations_;
  std::map<std::pair<std::uint32_t, std::string>, std::vector<Evidence>> roles_;
};

std::vector<DocumentStatements> state_all(const std::vector<Document>& documents,
                                          const std::vector<DocumentMentions>& mentions, const Resolution& resolution,
                                          const Lexicon& lexicon, unsigned threads) {
  std::vector<DocumentStatements> statements(documents.size());
  parallel_for(documents.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t d = begin; d < end; ++d) {
      const LinkedDocument linked{documents[d], mentions[d], resolution.links[d], resolution.own_meetings[d]};
      statements[d] = find_statements(linked, resolution.entities, lexicon);
    }
  });
  return statements;
}

Graph build_graph(std::vector<Document>& documents, const std::vector<DocumentMentions>& mentions,
                  const Resolution& resolution, const std::vector<DocumentStatements>& statements, bool keep_text) {
  Graph graph;
  for (const Entity& entity : resolution.entities) {
    graph.entities.push_back({entity.id, entity.type, entity.name, entity.aliases});
  }
  const std::vector<std::uint16_t> reasons = collect_reasons(resolution, graph.link_reasons);
  std::vector<std::size_t> order(documents.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return documents[a].id < documents[b].id; });
  StatementCollector collector(graph);
  for (const std::size_t d : order) {
    collector.add(static_cast<std::uint32_t>(graph.documents.size()), statements[d]);
    graph.mentions.push_back(to_graph(mentions[d], resolution.links[d], reasons));
    graph.documents.push_back(to_graph(documents[d], keep_text));
  }
  collector.finish();
  sort_graph(graph);
  return graph;
}

// The only input cannot be read: the error itself says it all.
[[noreturn]] void fail_alone(const Diagnostic& failure) {
  if (failure.line == 0) throw IoError(failure.file + ": " + failure.message);
  throw FormatError(failure.file, failure.line, failure.byte, failure.message);
}

}  // namespace

ExtractResult extract(std::span<const std::string> paths, const ExtractOptions& options, const DiagnosticSink& sink) {
  const Lexicon lexicon = Lexicon::load({options.known_actors, options.lexicons, options.replace_lexicon});
  const std::vector<std::string> files = list_files(paths, sink);
  if (files.empty())
    throw ArgumentError(
        "no documents: the folders hold no .txt or .md file (README, SOURCES and LICENSE do not count); name "
        "files or other folders");
  std::vector<FileResult> results(files.size());
  parallel_for(files.size(), options.threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) results[i] = read_file(files[i], lexicon, {options.apparatus});
  });
  ExtractResult result;
  std::vector<Document> documents;
  std::vector<DocumentMentions> mentions;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (const auto& failure = results[i].failure) {
      if (files.size() == 1) fail_alone(*failure);
      ++result.files_failed;
      if (sink) sink(*failure);
      continue;
    }
    ++result.files_read;
    std::move(results[i].documents.begin(), results[i].documents.end(), std::back_inserter(documents));
    std::move(results[i].mentions.begin(), results[i].mentions.end(), std::back_inserter(mentions));
  }
  if (result.files_read == 0) {
    throw IoError("none of the " + std::to_string(files.size()) + " files could be read");
  }
  if (documents.empty()) throw ArgumentError("no documents: the files are empty");
  make_ids_unique(documents);
  const Resolution resolution = resolve(documents, mentions, lexicon);
  const std::vector<DocumentStatements> statements =
      state_all(documents, mentions, resolution, lexicon, options.threads);
  result.graph = build_graph(documents, mentions, resolution, statements, options.keep_text);
  return result;
}

}  // namespace kgraph
