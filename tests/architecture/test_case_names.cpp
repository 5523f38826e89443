// ctest learns the names of test cases through lists of CMake, where some characters split or join entries: a case
// with such a name would be reported as passed without having run.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

// The names of the test cases in a source, whose macros start a line (only the test cases below do not).
std::vector<std::string> test_case_names(std::string_view source) {
  static constexpr std::string_view opening = "\nTEST_CASE";
  std::vector<std::string> names;
  for (std::size_t at = source.find(opening); at != std::string_view::npos; at = source.find(opening, at + 1)) {
    const std::size_t start = source.find('"', at) + 1;
    std::size_t end = start;
    while (end < source.size() && source[end] != '"') end += source[end] == '\\' ? 2 : 1;
    names.emplace_back(source.substr(start, end - start));
  }
  return names;
}

bool safe(std::string_view name) { return name.find_first_of(";[]\\") == std::string_view::npos; }

}  // namespace

TEST_CASE("a name with a character that CMake lists treat apart is found") {
  const auto names = test_case_names(
      "\nTEST_CASE(\"a name, with a comma\") {"
      "\nTEST_CASE(\n    \"two names; one case\") {"
      "\nTEST_CASE_TEMPLATE(\"Nie [Rongzhen\", T, int) {"
      "\n  CHECK(\"TEST_CASE\");");
  REQUIRE(names == std::vector<std::string>{"a name, with a comma", "two names; one case", "Nie [Rongzhen"});
  CHECK(safe(names[0]));
  CHECK_FALSE(safe(names[1]));
  CHECK_FALSE(safe(names[2]));
}

TEST_CASE("every test case has a name of its own that ctest can tell apart") {
  std::map<std::string, int> uses;
  const fs::path tests = fs::path(KGRAPH_SOURCE_DIR) / "tests";
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(tests)) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream in(entry.path());
    const fs::path file = entry.path().lexically_relative(tests);
    for (const std::string& name : test_case_names(std::string(std::istreambuf_iterator<char>(in), {}))) {
      CHECK_MESSAGE(safe(name), file.string() << ": no ; [ ] or \\ in the name of a test case: " << name);
      ++uses[file.begin()->string() + ": " + name];
    }
  }
  CHECK_FALSE(uses.empty());
  for (const auto& use : uses) CHECK_MESSAGE(use.second == 1, "more than one test case is called " << use.first);
}
