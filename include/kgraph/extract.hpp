// The front door of the extraction: documents in, graph out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <kgraph/base/diagnostic.hpp>
#include <kgraph/graph/model.hpp>

namespace kgraph {

/// How documents are read. The defaults suit a corpus of plain text pages.
struct ExtractOptions {
  /// Folders of lexicon tables, read in this order on top of the built-in lexicon.
  std::vector<std::filesystem::path> lexicons = {};
  /// True: the tables of `lexicons` stand in the place of the built-in ones of the same name instead of adding to them.
  bool replace_lexicon = false;
  /// False: the list of known actors is left out, and people are found by the rules alone.
  bool known_actors = true;
  /// True: mentions in the apparatus of a page (donors, translators, subject headings, rights) count as well.
  bool apparatus = false;
  /// False: GraphDocument::text stays empty.
  bool keep_text = true;
  /// Number of threads; 0 takes all cores. The result is the same for every number.
  unsigned threads = 0;
};

/// What extract() found, and how much of the input it could read.
struct ExtractResult {
  Graph graph;
  /// Input files that were read, and input files that were not (each reported to the sink).
  std::size_t files_read = 0;
  std::size_t files_failed = 0;
};

/// Reads documents and returns their graph, sorted as model.hpp says: the same bytes for the same set of files,
/// whatever the order of `paths` or the number of threads.
///
/// `paths` are files and folders. A file named in `paths` is read whatever its suffix. Of a folder, regular files whose
/// names end in ".txt" or ".md" are read, recursively and sorted by path, but for README, SOURCES and LICENSE, which
/// speak about the folder; hidden files and folders (names that begin with ".") are skipped. A file that
/// is reached twice is read once.
///
/// A file that cannot be read (missing, no permission, not UTF-8, over 4 GiB) is reported to `sink` with severity error
/// and counted in files_failed; the others are read all the same. Diagnostics arrive in the order of the sorted paths.
///
/// Throws IoError where no file could be read at all: with the fault of the file where there is but one, which is then
/// not reported to `sink` as well. Throws ArgumentError where `paths` holds no document, FormatError for a malformed
/// lexicon table. Time is linear in the bytes of input.
[[nodiscard]] ExtractResult extract(std::span<const std::string> paths, const ExtractOptions& options = {},
                                    const DiagnosticSink& sink = {});

}  // namespace kgraph
