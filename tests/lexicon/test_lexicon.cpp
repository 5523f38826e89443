#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include <kgraph/base/error.hpp>
#include <kgraph/lexicon/lexicon.hpp>

using namespace kgraph;

namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = Lexicon::load();
  return loaded;
}

/// A folder of tables that is removed at the end of the test.
class Folder {
 public:
  Folder() {
    path_ = std::filesystem::temp_directory_path() /
            ("kgraph-lexicon-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& table, const std::string& content) const { std::ofstream(path_ / table) << content; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

const Phrase* phrase(const Lexicon& lexicon, std::string_view first, PhraseKind kind) {
  for (const Phrase& candidate : lexicon.phrases(lexicon.find(first))) {
    if (candidate.kind == kind) return &candidate;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the built-in tables are there") {
  CHECK(lexicon().is(lexicon().find("september"), WordClass::month));
  CHECK(lexicon().word(lexicon().find("september")).number == 9);
  CHECK(lexicon().word(lexicon().find("twentieth")).number == 20);
  CHECK(lexicon().is(lexicon().find("cde"), WordClass::abbreviation));
  CHECK(lexicon().is(lexicon().find("pak"), WordClass::family_first));
  CHECK(lexicon().is(lexicon().find("soviet"), WordClass::nationality));
  CHECK(lexicon().is(lexicon().find("communist"), WordClass::party_kind));
  CHECK_FALSE(lexicon().is(lexicon().find("fraternal"), WordClass::party_kind));
  CHECK(lexicon().find("xyzzyx") == no_word);
  CHECK(lexicon().has_name_ending("ponomarev"));
  CHECK_FALSE(lexicon().has_name_ending("table"));
}

TEST_CASE("names of one party share an entry, acronyms match capitals only") {
  const Phrase* acronym = phrase(lexicon(), "kwp", PhraseKind::party);
  const Phrase* name = phrase(lexicon(), "korean", PhraseKind::party);
  REQUIRE(acronym != nullptr);
  REQUIRE(name != nullptr);
  CHECK(acronym->acronym);
  CHECK(lexicon().parties()[acronym->entry].id == "kwp");
}

TEST_CASE("phrases of a word stand longest first") {
  std::size_t previous = 100;
  for (const Phrase& candidate : lexicon().phrases(lexicon().find("communist"))) {
    CHECK(candidate.words.size() <= previous);
    previous = candidate.words.size();
  }
}

TEST_CASE("known actors can be left out") {
  const Lexicon without = Lexicon::load({.known_actors = false});
  CHECK(without.actors().empty());
  CHECK_FALSE(lexicon().actors().empty());
}

TEST_CASE("a folder of tables extends or replaces the built-in ones") {
  const Folder folder;
  folder.write("places.tsv", "atlantis\tAtlantis\tcountry\n");
  const Lexicon extended = Lexicon::load({.folders = {folder.path()}});
  CHECK(phrase(extended, "atlantis", PhraseKind::place) != nullptr);
  CHECK(phrase(extended, "bulgaria", PhraseKind::place) != nullptr);

  folder.write("months.tsv", "Ventose\t2\n");
  folder.write("nationalities.tsv", "Atlantean\tatlantis\n");
  folder.write("parties.tsv", "pa\tParty of Atlantis\tname\tatlantis\n");
  const Lexicon replaced = Lexicon::load({.folders = {folder.path()}, .replace = true});
  CHECK(replaced.is(replaced.find("ventose"), WordClass::month));
  CHECK_FALSE(replaced.is(replaced.find("september"), WordClass::month));
  CHECK(phrase(replaced, "bulgaria", PhraseKind::place) == nullptr);
}

TEST_CASE("a malformed row is reported with file, line and byte") {
  const Folder folder;
  folder.write("months.tsv", "# months\nJanuary\t1\nFebruary\ttwo\n");
  try {
    (void)Lexicon::load({.folders = {folder.path()}});
    FAIL("accepted");
  } catch (const FormatError& error) {
    CHECK(error.line() == 3);
    CHECK(error.byte() == 19);
    CHECK(std::string(error.what()).find("months.tsv:3 (byte 19)") != std::string::npos);
  }
  folder.write("months.tsv", "January\n");
  CHECK_THROWS_AS(Lexicon::load({.folders = {folder.path()}}), FormatError);
  folder.write("months.tsv", "January\t1\n");
  folder.write("unheard-of.tsv", "a\tb\n");
  CHECK_THROWS_AS(Lexicon::load({.folders = {folder.path()}}), FormatError);
}

TEST_CASE("a folder that is missing or empty is an error") {
  const Folder folder;
  CHECK_THROWS_AS(Lexicon::load({.folders = {folder.path()}}), ArgumentError);
  CHECK_THROWS_AS(Lexicon::load({.folders = {folder.path() / "missing"}}), IoError);
}
