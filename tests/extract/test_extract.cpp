// The front door: files in, one graph out, the same for every order and number of threads.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/extract.hpp>
#include <kgraph/graph/cooccurrence.hpp>
#include <kgraph/graph/native_io.hpp>

using namespace kgraph;

namespace {

namespace fs = std::filesystem;

/// A scratch folder that is removed at the end of the test.
class Scratch {
 public:
  Scratch()
      : path_(fs::temp_directory_path() /
              ("kgraph-extract-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    fs::create_directories(path_);
  }
  ~Scratch() { fs::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string write(const std::string& name, const std::string& content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string bytes_of(const Graph& graph) {
  std::ostringstream out;
  write_native(graph, out);
  return out.str();
}

const std::string corpus = std::string(KGRAPH_SOURCE_DIR) + "/data/corpus";

Graph graph_of(const std::vector<std::string>& paths, unsigned threads = 1) {
  return extract(paths, {.threads = threads}).graph;
}

}  // namespace

TEST_CASE("the order of files and the number of threads change no byte") {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  const std::string forth = bytes_of(graph_of(files));
  std::reverse(files.begin(), files.end());
  CHECK(bytes_of(graph_of(files)) == forth);
  CHECK(bytes_of(graph_of(files, 4)) == forth);
  CHECK(bytes_of(graph_of({corpus})) == forth);
}

TEST_CASE("people of a listing meet within a result only") {
  const Scratch scratch;
  const std::string listing =
      scratch.write("listing.txt",
                    "Results:\n\nMay 1, 1956\n\nA first record\n\nNam Il met Pak Ui-wan.\n\nMay 2, 1956\n\n"
                    "A second record\n\nNam Il met Ri Sang-jo.\n\nMay 3, 1956\n\nA third record\n\nNo names.\n");
  const Graph graph = graph_of({listing});
  CHECK(graph.documents.size() == 3);
  const CooccurrenceResult together = cooccurrence(graph, {.window = Window::document});
  CHECK(together.network.vertex_count() == 3);
  CHECK(together.network.edge_count() == 2);
}

TEST_CASE("the shared listing is ten documents") {
  const char* folder = std::getenv("KGRAPH_SHARED_DIR");
  const fs::path shared = folder != nullptr ? fs::path(folder) : fs::path(KGRAPH_SOURCE_DIR) / ".." / "shared";
  if (!fs::is_directory(shared / "corpus")) {
    MESSAGE("skipped: the shared pages are not here");
    return;
  }
  const Graph graph = graph_of({(shared / "corpus").string()});
  CHECK(graph.documents.size() == 14);
  const auto listed = std::count_if(graph.documents.begin(), graph.documents.end(),
                                    [](const GraphDocument& d) { return d.id.starts_with("003_"); });
  CHECK(listed == 10);
}

TEST_CASE("every span of the graph cuts its words out of the file") {
  const Graph graph = graph_of({corpus});
  std::size_t checked = 0;
  for (std::size_t d = 0; d < graph.documents.size(); ++d) {
    const GraphDocument& document = graph.documents[d];
    std::ifstream in(document.file, std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(in), {}};
    CHECK(slice(file, document.span) == document.text);
    for (const GraphMention& mention : graph.mentions[d]) {
      CHECK(document.span.contains(mention.span));
      ++checked;
    }
  }
  CHECK(checked > 500);
}

TEST_CASE("one bad file among many is reported and skipped") {
  const Scratch scratch;
  const std::string good = scratch.write("good.txt", "Note\n\nNam Il met Pak Ui-wan.\n");
  const std::string bad = scratch.write("bad.txt", "caf\xE9\n");
  std::vector<Diagnostic> said;
  const ExtractResult result =
      extract(std::vector<std::string>{bad, good}, {}, [&](const Diagnostic& d) { said.push_back(d); });
  CHECK(result.files_read == 1);
  CHECK(result.files_failed == 1);
  REQUIRE(said.size() == 1);
  CHECK(said.front().file == bad);
  CHECK(said.front().line == 1);
  CHECK(said.front().byte == 3);
  CHECK(said.front().severity == Severity::error);
}

TEST_CASE("what cannot be read at all is an error") {
  const Scratch scratch;
  CHECK_THROWS_AS(graph_of({scratch.path()}), ArgumentError);
  CHECK_THROWS_AS(graph_of({scratch.path() + "/missing.txt"}), IoError);
  CHECK_THROWS_AS(graph_of({scratch.write("empty.txt", "")}), ArgumentError);
  CHECK_THROWS_AS(graph_of({scratch.write("latin1.txt", "caf\xE9")}), FormatError);
}

TEST_CASE("files of one name in two folders are two documents, notes on the folder are none") {
  const Scratch scratch;
  scratch.write("a/note.txt", "Note\n\nNam Il.\n");
  scratch.write("b/note.txt", "Note\n\nPak Ui-wan.\n");
  scratch.write("b/.hidden.txt", "Note\n\nRi Sang-jo.\n");
  scratch.write("SOURCES.md", "Kim Il Sung\n");
  const Graph graph = graph_of({scratch.path()});
  REQUIRE(graph.documents.size() == 2);
  CHECK(graph.documents[0].id == "note");
  CHECK(graph.documents[1].id == "note~2");
}
