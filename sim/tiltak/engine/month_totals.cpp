#include <tiltak/engine/month_totals.hpp>

#include <algorithm>

#include <tiltak/core/parallel.hpp>

namespace tiltak {

MonthTotals totals_of(const WorldEngine& engine, Month t) {
  constexpr std::size_t block = 65536;
  const World& world = engine.world();
  MonthTotals totals;
  std::copy_n(world.stock.begin(), population_pairs, totals.status.begin());
  totals.with_benefit = parallel::reduce_blocks(
      world.pair.size(), block, std::int64_t{0}, [&](std::size_t begin, std::size_t end) {
        std::int64_t count = 0;
        for (std::size_t p = begin; p < end; ++p) {
          const Pair pair = world.pair_of(p);
          count += (pair == Pair::none_unemployed || pair == Pair::none_measure) &&
                   world.benefit_left(p, t + 1) > 0;
        }
        return count;
      });
  const BudgetMonth& budget = engine.appropriation().month();
  for (std::size_t m = 0; m < budget.spent.size(); ++m) {
    totals.appropriated.push_back(budget.appropriated[m].ore);
    totals.spent.push_back(budget.spent[m].ore);
  }
  return totals;
}

} // namespace tiltak
