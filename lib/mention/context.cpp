#include "context.hpp"

#include <algorithm>

namespace kgraph::detail {

Context::Context(const Document& doc, const Lexicon& lex, const RecognizerOptions& options)
    : document(doc), lexicon(lex) {
  const std::size_t count = doc.tokens.size();
  sentence_.assign(count, 0);
  readable_.assign(count, false);
  owner_.assign(count, unclaimed);
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const Sentence& sentence = doc.sentences[s];
    const bool readable = options.apparatus || doc.paragraphs[sentence.paragraph].section != SectionKind::apparatus;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.end; ++i) {
      sentence_[i] = s;
      readable_[i] = readable;
    }
  }
  match_phrases();
}

// Opening quotes and brackets before the first word do not make it less of a beginning.
bool Context::begins_sentence(std::uint32_t i) const {
  const std::uint32_t first = sentence_range(i).first;
  while (i > first && shape(i - 1, Shape::punctuation)) --i;
  return i == first;
}

bool Context::matches(const Phrase& phrase, std::uint32_t at) const {
  const std::uint32_t end = at + static_cast<std::uint32_t>(phrase.words.size());
  if (end > sentence_range(at).end) return false;
  const Shape first = token(at).shape;
  if (phrase.acronym && !has(first, Shape::all_caps) && !has(first, Shape::initial)) return false;
  if (phrase.capital && !has(first, Shape::capitalized)) return false;
  for (std::uint32_t i = 0; i < phrase.words.size(); ++i) {
    if (token(at + i).word != phrase.words[i]) return false;
  }
  return true;
}

void Context::match_phrases() {
  const std::uint32_t count = size();
  begin_.assign(count + 1, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    begin_[i] = static_cast<std::uint32_t>(hits_.size());
    if (!readable_[i]) continue;
    for (const Phrase& phrase : lexicon.phrases(token(i).word)) {
      if (!matches(phrase, i)) continue;
      hits_.push_back({{i, i + static_cast<std::uint32_t>(phrase.words.size())}, &phrase});
    }
  }
  begin_[count] = static_cast<std::uint32_t>(hits_.size());
  // Counting sort by end, so that phrase_before is as quick as phrase_at.
  end_.assign(count + 2, 0);
  for (const PhraseHit& hit : hits_) ++end_[hit.tokens.end + 1];
  for (std::uint32_t i = 0; i + 1 < end_.size(); ++i) end_[i + 1] += end_[i];
  ends_.resize(hits_.size());
  std::vector<std::uint32_t> next(end_.begin(), end_.end());
  for (std::uint32_t h = 0; h < hits_.size(); ++h) ends_[next[hits_[h].tokens.end]++] = h;
}

PhraseHit Context::phrase_at(std::uint32_t i, PhraseKind kind) const {
  if (i >= size()) return {};
  for (std::uint32_t h = begin_[i]; h < begin_[i + 1]; ++h) {
    if (hits_[h].phrase->kind == kind) return hits_[h];  // longest first
  }
  return {};
}

PhraseHit Context::phrase_before(std::uint32_t i, PhraseKind kind) const {
  PhraseHit best;
  for (std::uint32_t e = end_[i]; e < end_[i + 1]; ++e) {
    const PhraseHit& hit = hits_[ends_[e]];
    if (hit.phrase->kind == kind && (best.phrase == nullptr || hit.tokens.first < best.tokens.first)) best = hit;
  }
  return best;
}

void Context::claim(TokenRange tokens, EntityType type) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) owner_[i] = static_cast<std::uint8_t>(type);
}

std::uint32_t Context::add(EntityType type, TokenRange tokens) {
  Mention mention;
  mention.type = type;
  mention.tokens = tokens;
  mention.span = {token(tokens.first).span.start, token(tokens.end - 1).span.end};
  mention.sentence = sentence(tokens.first);
  mention.paragraph = paragraph(tokens.first);
  found.mentions.push_back(mention);
  return static_cast<std::uint32_t>(found.mentions.size() - 1);
}

}  // namespace kgraph::detail
