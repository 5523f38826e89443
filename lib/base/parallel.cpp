#include <algorithm>
#include <exception>
#include <optional>
#include <vector>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <kgraph/base/parallel.hpp>

namespace kgraph {
namespace {

ParallelBlock block_at(std::size_t index, std::size_t size, std::size_t count, std::size_t slots) {
  const std::size_t begin = index * size;
  return {.index = index, .begin = begin, .end = begin + std::min(size, count - begin), .slot = index % slots};
}

}  // namespace

std::size_t thread_count(unsigned threads) {
  return threads != 0 ? threads : static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

std::size_t slot_count(unsigned threads) {
  const std::size_t workers = thread_count(threads);
  // Twice the threads, so that nobody waits while one slow block holds up the order.
  return workers == 1 ? 1 : 2 * workers;
}

void parallel_blocks(std::size_t count, const ParallelOptions& options,
                     const std::function<void(const ParallelBlock&)>& work,
                     const std::function<void(const ParallelBlock&)>& in_order) {
  const std::size_t size = std::max<std::size_t>(1, options.block);
  const std::size_t blocks = count / size + (count % size != 0 ? 1 : 0);
  const std::size_t workers = thread_count(options.threads);
  if (workers == 1 || blocks <= 1) {
    for (std::size_t i = 0; i < blocks; ++i) {
      const ParallelBlock block = block_at(i, size, count, 1);
      work(block);
      if (in_order) in_order(block);
    }
    return;
  }

  // The pipeline retires blocks in order and holds at most `slots` of them, so those in flight are consecutive and
  // index % slots is unique among them.
  const std::size_t slots = slot_count(options.threads);
  std::vector<std::exception_ptr> failures(slots);
  std::size_t next = 0;
  const auto source = [&](tbb::flow_control& control) -> ParallelBlock {
    if (next == blocks) {
      control.stop();
      return {};
    }
    return block_at(next++, size, count, slots);
  };
  const auto run = [&](ParallelBlock block) {
    try {
      work(block);
    } catch (...) {
      failures[block.slot] = std::current_exception();
    }
    return block;
  };
  const auto finish = [&](const ParallelBlock& block) {
    if (failures[block.slot]) std::rethrow_exception(failures[block.slot]);
    if (in_order) in_order(block);
  };

  // TBB starts no more threads than there are cores unless told so. A smaller number is left to the arena: the control
  // is global and would also slow down the rest of the program.
  std::optional<tbb::global_control> more_threads;
  if (workers > thread_count(0)) more_threads.emplace(tbb::global_control::max_allowed_parallelism, workers);
  tbb::task_arena arena(static_cast<int>(workers));
  arena.execute([&] {
    using tbb::filter_mode;
    tbb::parallel_pipeline(slots, tbb::make_filter<void, ParallelBlock>(filter_mode::serial_in_order, source) &
                                      tbb::make_filter<ParallelBlock, ParallelBlock>(filter_mode::parallel, run) &
                                      tbb::make_filter<ParallelBlock, void>(filter_mode::serial_in_order, finish));
  });
}

void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t)>& body) {
  // Enough blocks to balance uneven work, few enough that a block outweighs its overhead.
  constexpr std::size_t most_blocks = 256;
  const std::size_t size = std::max<std::size_t>(1, (count + most_blocks - 1) / most_blocks);
  parallel_blocks(count, {.block = size, .threads = threads},
                  [&](const ParallelBlock& block) { body(block.begin, block.end); });
}

}  // namespace kgraph
