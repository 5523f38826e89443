// The one way to run in parallel: fixed blocks of an index range, so that results are the same bits for any number of
// threads.
#pragma once

#include <cstddef>
#include <functional>

namespace kgraph {

/// A part [begin, end) of an index range.
struct ParallelBlock {
  /// 0, 1, 2, ... in the order of the range.
  std::size_t index = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// A number below slot_count(threads) that no other block holds until this one's `in_order` has returned: the place
  /// of a workspace to reuse and of the block's result.
  std::size_t slot = 0;
};

struct ParallelOptions {
  /// Indices a block; the last one may have fewer. It must not depend on the number of threads. 0 is read as 1.
  std::size_t block = 1;
  /// 0 = all cores.
  unsigned threads = 1;
};

/// The number of threads that `threads` stands for: itself, or all cores that the process may use where it is 0.
[[nodiscard]] std::size_t thread_count(unsigned threads);

/// How many workspaces and partial results parallel_blocks() needs at once: memory is bounded by this, not by the
/// number of blocks.
[[nodiscard]] std::size_t slot_count(unsigned threads);

/// Cuts [0, count) into blocks and calls work(block) for each of them, on several threads, then in_order(block) for one
/// block at a time in the order of the blocks. Partial sums that in_order adds up are therefore the same bits for any
/// number of threads. With one thread no other is involved.
///
/// Where calls throw, the exception of the first such block in order is passed on and later blocks may be left out.
/// `work` must not itself run anything in parallel.
void parallel_blocks(std::size_t count, const ParallelOptions& options,
                     const std::function<void(const ParallelBlock&)>& work,
                     const std::function<void(const ParallelBlock&)>& in_order = {});

/// Calls body(begin, end) for blocks that cover [0, count): for work whose results do not meet, such as one output an
/// index. Exceptions as in parallel_blocks().
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t)>& body);

}  // namespace kgraph
