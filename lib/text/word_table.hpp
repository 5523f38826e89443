// Words to ids: each spelling is folded and looked up once a document.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <kgraph/base/scanner.hpp>
#include <kgraph/lexicon/lexicon.hpp>

namespace kgraph::detail {

/// Keys are views of the file's bytes, which must outlive the table.
class WordTable {
 public:
  explicit WordTable(const Lexicon& lexicon)
      : lexicon_(lexicon), first_own_(static_cast<WordId>(lexicon.word_count())) {}

  WordId id(std::string_view text, const Piece& piece) {
    const auto [known, fresh] = spellings_.try_emplace(slice(text, piece.span), no_word);
    if (fresh) known->second = look_up(word_key(text, piece));
    return known->second;
  }

  [[nodiscard]] WordId first_own() const { return first_own_; }
  [[nodiscard]] std::vector<std::string> take_own() { return std::move(own_); }

 private:
  WordId look_up(const std::string& key) {
    const WordId word = lexicon_.find(key);
    if (word != no_word) return word;
    const auto [known, fresh] = own_ids_.try_emplace(key, first_own_ + static_cast<WordId>(own_.size()));
    if (fresh) own_.push_back(key);
    return known->second;
  }

  const Lexicon& lexicon_;
  WordId first_own_;
  std::unordered_map<std::string_view, WordId> spellings_;
  std::unordered_map<std::string, WordId> own_ids_;
  std::vector<std::string> own_;
};

}  // namespace kgraph::detail
