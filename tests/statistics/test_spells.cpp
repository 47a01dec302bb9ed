// Lengths of unemployment spells: geometric where the hazard is constant, and with the hazard of
// each band where it depends on duration.
#include <cmath>
#include <functional>

#include <doctest/doctest.h>

#include "chance.hpp"
#include "closed_economy.hpp"

using namespace tiltak;
using namespace tiltak::chance;

namespace {

// Spells that began after the first month, by their length in months; the last class is "as long or
// longer". Only those that began early enough to be seen that long.
std::vector<std::int64_t> lengths(const Histories& all, std::size_t longest) {
  std::vector<std::int64_t> count(longest + 1);
  const std::size_t last_start = all.pairs.size() - longest;
  for (std::size_t p = 0; p < all.pairs.front().size(); ++p)
    for (std::size_t m = 1; m < last_start; ++m) {
      if (!all.stands(m, p, Pair::none_unemployed) || all.stands(m - 1, p, Pair::none_unemployed))
        continue;
      std::size_t length = 1;
      while (length < longest && all.stands(m + length, p, Pair::none_unemployed)) ++length;
      ++count[length];
    }
  return count;
}

// Pearson's chi-square against P(length = k) from the probability of leaving in each month.
void check_lengths(const std::vector<std::int64_t>& count,
                   const std::function<double(std::size_t)>& leaves) {
  double total = 0, stay = 1, x = 0;
  for (const std::int64_t c : count) total += static_cast<double>(c);
  CHECK(total > 20'000);
  const std::size_t longest = count.size() - 1;
  for (std::size_t k = 1; k <= longest; ++k) {
    const double share = k == longest ? stay : stay * leaves(k - 1);
    stay *= 1 - leaves(k - 1);
    const double expected = total * share, gap = static_cast<double>(count[k]) - expected;
    CHECK(expected > 20);
    x += gap * gap / expected;
  }
  CAPTURE(x);
  const double p = chi_square_tail(x, static_cast<double>(longest - 1));
  CHECK(plausible(p));
  CHECK(plausible(1 - p));
}

} // namespace

TEST_CASE("spells under a constant hazard are geometric") {
  TwoStates economy;
  economy.separation = 0.05;
  economy.finding = 0.15;
  Histories all;
  Simulation(closed_economy(economy, 20'000, 72), 0).run(all, silent());
  check_lengths(lengths(all, 24), [](std::size_t) { return 1 - std::exp(-0.15); });
}

TEST_CASE("spells under a hazard that depends on duration have the lengths it says") {
  TwoStates economy;
  economy.separation = 0.05;
  economy.finding = 0.3;
  Plan plan = closed_economy(economy, 20'000, 84);
  const std::array<double, duration_bands> effect{0, -0.4, -0.9, -1.2, -1.5, -1.5, -1.5};
  plan.hazards[edge_named("none_unemployed.full_none")].duration = effect;
  Histories all;
  Simulation(plan, 0).run(all, silent());
  // Who has stood in it at the end of k months leaves in the next with the hazard of k months.
  // Bands begin at 0, 3, 6, 12 and 24 months.
  check_lengths(lengths(all, 30), [&](std::size_t before) {
    const std::size_t months = before + 1;
    const std::size_t band = months < 3    ? 0
                             : months < 6  ? 1
                             : months < 12 ? 2
                             : months < 24 ? 3
                                           : 4;
    return 1 - std::exp(-0.3 * std::exp(effect[band]));
  });
}
