#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>

#include <kgraph/base/error.hpp>
#include <kgraph/base/utf8.hpp>
#include <kgraph/text/reader.hpp>

#include "layout.hpp"
#include "sentences.hpp"
#include "turns.hpp"
#include "word_table.hpp"

namespace kgraph {

namespace {

void tokenize(Document& document, detail::WordTable& words) {
  const std::string_view text = document.bytes();
  for (Paragraph& paragraph : document.paragraphs) {
    paragraph.tokens.first = static_cast<std::uint32_t>(document.tokens.size());
    Scanner scanner(text, paragraph.span);
    Piece piece;
    while (scanner.next(piece)) {
      document.tokens.push_back({piece.span, words.id(text, piece), piece.shape, piece.number});
    }
    paragraph.tokens.end = static_cast<std::uint32_t>(document.tokens.size());
  }
}

std::string stem(const std::string& path) {
  const std::string name = std::filesystem::path(path).stem().string();
  return name.empty() ? std::string("document") : name;
}

Document make_document(const std::shared_ptr<const Source>& source, detail::Record& record, const Lexicon& lexicon) {
  Document document;
  document.file = source;
  detail::read_metadata(source->bytes, record, lexicon);
  document.title = record.title;
  document.date = record.date;
  document.source = record.source;
  document.record_id = record.record_id;
  document.span = {record.lines.front().span.start, record.lines.back().span.end};
  document.paragraphs = detail::paragraphs_of(source->bytes, record);
  detail::WordTable words(lexicon);
  tokenize(document, words);
  document.first_own_word = words.first_own();
  document.own_words = words.take_own();
  detail::find_sentences(document, lexicon);
  detail::find_turns(document, lexicon);
  return document;
}

}  // namespace

std::shared_ptr<const Source> make_source(std::string path, std::string bytes) {
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw IoError("larger than 4 GiB; split the file");
  }
  if (const auto bad = find_invalid_utf8(bytes)) {
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
    throw FormatError(path, static_cast<std::uint64_t>(line), *bad,
                      "not UTF-8; convert the file, e.g. with iconv -f windows-1252 -t utf-8");
  }
  return std::make_shared<const Source>(Source{std::move(path), std::move(bytes)});
}

std::shared_ptr<const Source> read_source(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot be opened; check its name and permissions");
  std::string bytes;
  in.seekg(0, std::ios::end);
  const std::streamoff size = in.tellg();
  in.seekg(0, std::ios::beg);
  if (size < 0) throw IoError("cannot be read; is it a regular file?");
  bytes.resize(static_cast<std::size_t>(size));
  in.read(bytes.data(), size);
  if (in.gcount() != size) throw IoError("could not be read to its end");
  return make_source(path, std::move(bytes));
}

std::vector<Document> read_documents(const std::shared_ptr<const Source>& source, const Lexicon& lexicon) {
  std::vector<detail::Line> lines = detail::lines_of(source->bytes, lexicon);
  if (lines.empty()) return {};
  std::vector<detail::Record> records = detail::split_records(source->bytes, std::move(lines));
  std::vector<Document> documents;
  documents.reserve(records.size());
  for (detail::Record& record : records) {
    documents.push_back(make_document(source, record, lexicon));
    documents.back().id = stem(source->path);
    if (records.size() > 1) documents.back().id += "#" + std::to_string(documents.size());
    if (documents.back().title.empty()) documents.back().title = documents.back().id;
  }
  return documents;
}

}  // namespace kgraph
