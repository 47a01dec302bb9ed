#include <doctest/doctest.h>
#include <numeric>
#include <tiltak/core/money.hpp>

using namespace tiltak;

TEST_CASE("shares add up to the total and follow the largest remainder") {
  const std::vector<double> weights{1, 1, 1};
  const auto parts = share_out(std::int64_t{100}, weights);
  CHECK(parts == std::vector<std::int64_t>{34, 33, 33});
  CHECK(share_out(std::int64_t{-100}, weights) == std::vector<std::int64_t>{-34, -33, -33});
  CHECK(share_out(std::int64_t{7}, std::vector<double>{0, 0}) == std::vector<std::int64_t>{7, 0});
  CHECK(share_out(std::int64_t{7}, std::vector<double>{}).empty());
  CHECK(share_out(std::int64_t{2}, std::vector<double>{0, 3, 0, 1}) ==
        std::vector<std::int64_t>{0, 2, 0, 0});
}

TEST_CASE("large sums of money are shared to the ore") {
  const std::vector<double> weights{0.1, 0.2, 0.3, 1e-9, 7.0};
  for (std::int64_t total : {1'100'000'000'000LL, 999'999'999'999'999LL, 1LL, 0LL}) {
    const auto parts = share_out(Money{total}, weights);
    const auto sum = std::accumulate(parts.begin(), parts.end(), Money{});
    CHECK(sum.ore == total);
  }
}

TEST_CASE("money is written with two decimals") {
  CHECK(to_string(Money::nok(16231)) == "16231.00");
  CHECK(to_string(Money{-5}) == "-0.05");
  CHECK(scale(Money::nok(100), 0.405).ore == 4050);
}
