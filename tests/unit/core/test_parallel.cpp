#include <doctest/doctest.h>
#include <numeric>
#include <span>
#include <stdexcept>
#include <tiltak/core/parallel.hpp>

using namespace tiltak;

TEST_CASE("sums of doubles are the same bits for any number of threads") {
  std::vector<double> values(100'003);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = 1.0 / static_cast<double>(i + 1);
  std::vector<double> sums;
  for (unsigned threads : {1u, 2u, 3u, 7u}) {
    parallel::set_threads(threads);
    for (int repeat = 0; repeat < 5; ++repeat)
      sums.push_back(
          parallel::reduce_blocks(values.size(), 1024, 0.0, [&](std::size_t b, std::size_t e) {
            const auto block = std::span(values).subspan(b, e - b);
            return std::accumulate(block.begin(), block.end(), 0.0);
          }));
  }
  parallel::set_threads(0);
  for (double sum : sums) CHECK(sum == sums[0]);
}

TEST_CASE("every index is visited once and the lowest error wins") {
  parallel::set_threads(3);
  std::vector<int> seen(1000, 0);
  parallel::for_each(seen.size(), [&](std::size_t i) { ++seen[i]; });
  CHECK(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }));
  try {
    parallel::for_each(100, [](std::size_t i) {
      if (i % 10 == 7) throw std::runtime_error(std::to_string(i));
    });
    FAIL("no exception");
  } catch (const std::runtime_error& error) {
    CHECK(std::string(error.what()) == "7");
  }
  parallel::set_threads(0);
}
