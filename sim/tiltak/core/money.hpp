// Money as whole ore: sums are exact and do not depend on the order of adding.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tiltak {

struct Money {
  std::int64_t ore = 0;

  static constexpr Money nok(std::int64_t kroner) { return Money{kroner * 100}; }

  friend constexpr auto operator<=>(Money, Money) = default;
  friend constexpr Money operator+(Money a, Money b) { return Money{a.ore + b.ore}; }
  friend constexpr Money operator-(Money a, Money b) { return Money{a.ore - b.ore}; }
  friend constexpr Money operator-(Money a) { return Money{-a.ore}; }
  friend constexpr Money operator*(Money a, std::int64_t n) { return Money{a.ore * n}; }
  friend constexpr Money operator*(std::int64_t n, Money a) { return a * n; }
  constexpr Money& operator+=(Money b) {
    ore += b.ore;
    return *this;
  }
  constexpr Money& operator-=(Money b) {
    ore -= b.ore;
    return *this;
  }
};

// Splits `total` on the weights by largest remainder: the parts add up to `total` to the ore, and
// equal remainders go to the lower index first. Weights are finite and >= 0; if all are zero, the
// first part takes everything. An empty list of weights gives an empty answer.
std::vector<Money> share_out(Money total, std::span<const double> weights);

// The same for counts of anything (places, persons).
std::vector<std::int64_t> share_out(std::int64_t total, std::span<const double> weights);

// `amount` times `factor`, rounded half away from zero to whole ore.
Money scale(Money amount, double factor);

std::string to_string(Money amount); // "1234567.89"

} // namespace tiltak
