// Reader and writer of the native graph file *.kgraph: JSON Lines, see kgraph-format(5).
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include <kgraph/graph/model.hpp>

namespace kgraph {

/// The version of the format that write_native writes, and the newest that read_native accepts.
inline constexpr unsigned native_version = 1;

/// Receives the next bytes of an output. It may throw; the exception passes through the writer.
using ByteSink = std::function<void(std::string_view)>;

struct NativeWriteOptions {
  /// False: the documents' texts are left out.
  bool text = true;
};

/// Puts a graph into the order that model.hpp states and write_native demands: entities and documents by id, mentions
/// by span, relations by type, source, target and sign, roles by entity and title, evidence by document and span,
/// aliases, reasons and rules alphabetically. All indices are rewritten. O(n log n). Throws ArgumentError where an
/// index points nowhere.
void sort_graph(Graph& graph);

/// Writes `graph`: a header, the entities, each document followed by its mentions, the relations, the roles, and a
/// closing line that tells a reader that nothing was cut off. Empty fields are left out. Equal graphs give equal bytes.
///
/// The graph must be sorted (sort_graph); the writer checks that, and throws ArgumentError for a graph that is not
/// sorted, has two entities or documents of one id, or holds an index that points nowhere. Bytes that are not UTF-8 (a
/// file name may hold such) are written as U+FFFD. Linear time; memory for one chunk of the output.
void write_native(const Graph& graph, const ByteSink& sink, const NativeWriteOptions& options = {});

/// The same into a stream; throws IoError where the stream fails.
void write_native(const Graph& graph, std::ostream& out, const NativeWriteOptions& options = {});

/// Reads a graph file from memory; `file` is its name in error messages.
///
/// Fields and mention columns that are not known are skipped, mention columns may stand in any order, and all but
/// start, end and entity may be missing: token, paragraph, sentence and nominal then read as 0 (the file does not
/// divide its documents), and the reason as no_reason. Of a relation all but type, source and target may be missing, of
/// a piece of evidence all but document, start and end; a relation's count is not compared with its evidence. Lines may
/// be unsorted as long as entities and documents come before what refers to them; the result is sorted. Empty lines are
/// skipped.
///
/// Throws FormatError with line and byte for anything else: malformed JSON (the byte of the fault), a missing or wrong
/// field, an index or id that points nowhere, an id given twice, an end before its start, a date that is none, a newer
/// version, a file cut off (the byte where the line begins). Linear time, plus sorting where needed.
[[nodiscard]] Graph read_native(std::string_view bytes, const std::string& file);

/// Reads a graph file; throws IoError where it cannot be opened or read, FormatError as above.
[[nodiscard]] Graph read_native_file(const std::filesystem::path& path);

/// Appends `text` as a JSON string with its quotes: escapes what JSON demands and nothing else, and writes bytes that
/// are not UTF-8 as U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace kgraph
