#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <kgraph/base/parallel.hpp>

namespace kgraph::test {

TEST_CASE("blocks cover the range once and come back in order") {
  for (const unsigned threads : {1U, 2U, 5U, 0U}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{6}, std::size_t{1000}}) {
      for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{2000}}) {
        std::vector<std::atomic<int>> seen(count);
        std::size_t next = 0;
        std::size_t covered = 0;
        parallel_blocks(
            count, {.block = size, .threads = threads},
            [&](const ParallelBlock& block) {
              for (std::size_t i = block.begin; i < block.end; ++i) ++seen[i];
            },
            [&](const ParallelBlock& block) {
              CHECK(block.index == next++);
              CHECK(block.begin == covered);
              covered = block.end;
            });
        CHECK(covered == count);
        for (const auto& times : seen) CHECK(times == 1);
      }
    }
  }
}

TEST_CASE("a slot belongs to one block until it has been taken in order") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::vector<std::atomic<int>> holders(slot_count(threads));
    std::atomic<bool> shared = false;
    parallel_blocks(
        3000, {.block = 1, .threads = threads},
        [&](const ParallelBlock& block) {
          if (block.slot >= holders.size() || ++holders[block.slot] != 1) shared = true;
        },
        [&](const ParallelBlock& block) { --holders[block.slot]; });
    CHECK_FALSE(shared);
  }
}

TEST_CASE("parallel_for covers the range") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::vector<int> seen(10001, 0);
    parallel_for(seen.size(), threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    CHECK(seen == std::vector<int>(10001, 1));
  }
  parallel_for(0, 2, [](std::size_t, std::size_t) { FAIL("no block of an empty range"); });
}

TEST_CASE("the exception of the first block in order arrives") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::string what;
    try {
      parallel_blocks(500, {.block = 1, .threads = threads}, [](const ParallelBlock& block) {
        if (block.index >= 37) throw std::runtime_error(std::to_string(block.index));
      });
    } catch (const std::runtime_error& error) {
      what = error.what();
    }
    CHECK(what == "37");
  }
}

TEST_CASE("threads are counted") {
  CHECK(thread_count(3) == 3);
  CHECK(thread_count(0) >= 1);
  CHECK(slot_count(1) == 1);
  CHECK(slot_count(3) >= 3);
}

}  // namespace kgraph::test
