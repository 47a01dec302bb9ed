#include <tiltak/engine/pools.hpp>

#include <algorithm>

namespace tiltak {
namespace {

// The most pools there are: more would not fit the type of `of`.
constexpr std::int64_t most_pools = 20'000;

std::vector<std::int64_t> offices(const Plan& plan, const std::vector<double>& persons) {
  const BudgetPlan& budget = plan.budget;
  if (!budget.frictions.office_pools) return std::vector<std::int64_t>(persons.size(), 1);
  const auto weights = money_weights(plan.measures, budget.level, 0);
  const double month = static_cast<double>((budget.level[0] + budget.level[1]).ore) / 12;
  const auto places = static_cast<std::int64_t>(places_for(month, plan.measures, weights)) + 1;
  auto counts = share_out(std::min(most_pools, places / budget.frictions.office_places), persons);
  for (auto& count : counts) count = std::max<std::int64_t>(1, count);
  return counts;
}

} // namespace

Pools::Pools(const Plan& plan, const People& people, const Draws& draws, const Company& company)
    : of(people.size()) {
  std::vector<std::int64_t> in_county(plan.market.segmentation.of.size(), 0);
  for (const std::uint8_t c : people.county) ++in_county.at(c);
  company.sum(in_county);
  const auto counts = offices(plan, {in_county.begin(), in_county.end()});
  std::vector<std::size_t> first(counts.size());
  for (std::size_t c = 0; c < counts.size(); ++c) {
    first[c] = county.size();
    county.insert(county.end(), static_cast<std::size_t>(counts[c]), static_cast<std::uint16_t>(c));
  }
  for (std::uint32_t p = 0; p < of.size(); ++p) {
    const std::size_t c = people.county[p];
    const double u = draws.uniform(PersonId{p}, 0, Purpose::office);
    of[p] = static_cast<std::uint16_t>(
        first[c] + static_cast<std::size_t>(u * static_cast<double>(counts[c])));
  }
  persons.assign(county.size(), 0);
  for (const std::uint16_t pool : of) ++persons[pool];
  company.sum(persons);
}

bool same_pools(const Plan& a, const Plan& b) {
  const Frictions &one = a.budget.frictions, &other = b.budget.frictions;
  return one.office_pools == other.office_pools &&
         (!one.office_pools || one.office_places == other.office_places);
}

} // namespace tiltak
