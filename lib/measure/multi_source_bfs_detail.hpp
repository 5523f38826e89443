// Breadth-first search from up to 256 sources at once.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <kgraph/graph/network.hpp>

#include "csr_detail.hpp"

namespace kgraph::detail {

/// A set of the sources of one search, a bit each.
struct SourceSet {
  static constexpr std::size_t words = 4;
  static constexpr std::size_t capacity = 64 * words;

  std::array<std::uint64_t, words> bits = {};

  void insert(std::size_t i) { bits[i / 64] |= std::uint64_t{1} << (i % 64); }
  void insert(const SourceSet& other) {
    for (std::size_t i = 0; i < words; ++i) bits[i] |= other.bits[i];
  }
  [[nodiscard]] SourceSet without(const SourceSet& other) const {
    SourceSet result;
    for (std::size_t i = 0; i < words; ++i) result.bits[i] = bits[i] & ~other.bits[i];
    return result;
  }
  [[nodiscard]] bool empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : bits) any |= word;
    return any == 0;
  }
  [[nodiscard]] int size() const {
    int count = 0;
    for (const std::uint64_t word : bits) count += std::popcount(word);
    return count;
  }
  friend bool operator==(const SourceSet&, const SourceSet&) = default;
};

/// One pass over the arcs serves all sources that reach a vertex at the same level, which in networks of small diameter
/// are nearly all of them (Then et al. 2014, PVLDB 8, 449-460). Memory is reused from search to search.
class MultiSourceBfs {
 public:
  /// `rows` must outlive this.
  explicit MultiSourceBfs(const Csr& rows);

  /// Searches from the vertices [begin, end), at most SourceSet::capacity of them, and calls
  /// reached(vertex, level, count) for every vertex and level >= 1 at which `count` > 0 sources reach it.
  template <typename Reached>
  void run(VertexId begin, VertexId end, Reached&& reached) {
    start(begin, end);
    for (int level = 1; !active_.empty(); ++level) {
      advance();
      for (const VertexId v : active_) reached(v, level, frontier_[v].size());
    }
  }

 private:
  void start(VertexId begin, VertexId end);
  void advance();
  void pull();
  void push();
  /// Marks the sources of `gathered` that are new to v, and makes v active if there are any.
  void settle(VertexId v, const SourceSet& gathered);

  const Csr& rows_;
  SourceSet all_;
  /// For each vertex the sources that have reached it, that reached it at this level, and at the next one. The last is
  /// empty between levels.
  std::vector<SourceSet> seen_;
  std::vector<SourceSet> frontier_;
  std::vector<SourceSet> next_;
  /// The vertices with a frontier.
  std::vector<VertexId> active_;
  std::vector<VertexId> touched_;
};

}  // namespace kgraph::detail
