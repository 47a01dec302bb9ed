#include <tiltak/engine/simulation.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>

namespace tiltak {
namespace {
constexpr std::size_t block_size = 4096; // persons; a multiple of 4 (core/draw.hpp)
} // namespace

Simulation::Simulation(const Plan& plan, std::uint32_t replication)
    : plan_(plan), draws_(plan.seed, replication),
      people_(synthesise(plan.population, plan.first(), plan.all_months(), draws_)),
      types_(people_.size(), 0), demography_(people_, plan.first(), plan.all_months()),
      hazards_(plan.hazards), life_courses_(hazards_, plan.at_18),
      propensity_{PropensityTable(plan.propensity[0]), PropensityTable(plan.propensity[1])},
      budget_(plan.measures, plan.budget.per_year), transitions_(hazards_, plan.measures) {
  worlds_.emplace_back("policy", people_.size());
  tallies_.resize(worlds_.size());
  accounts_.resize(worlds_.size());
}

void Simulation::run(Recorder& recorder, const Progress& progress) {
  recorder.begin(people_, worlds_.size());
  for (int m = 0; m < plan_.all_months(); ++m) {
    check_stop();
    month(plan_.first() + m);
    for (std::size_t w = 0; w < worlds_.size() && m >= plan_.burn_in; ++w)
      recorder.month(m - plan_.burn_in, w, worlds_[w], tallies_[w], accounts_[w]);
    progress("simulating", static_cast<std::uint64_t>(m) + 1,
             static_cast<std::uint64_t>(plan_.all_months()));
  }
  recorder.end(worlds_);
}

// A month, in its fixed order.
void Simulation::month(Month t) {
  for (auto& tally : tallies_) tally = Tally{};
  demographic_events(t); // ageing, arrivals, departures: the same in every world
  for (std::size_t w = 0; w < worlds_.size(); ++w) {
    World& world = worlds_[w];
    const auto starts = starts_of(world, t);          // money becomes places, places find persons
    transitions_.prepare(edge_factors(t));            // the cycle moves hazards
    transitions(world, t, starts, tallies_[w]);       // ends of measures, competing risks, starts
    world.apply(tallies_[w]);
    accounts_[w] = account(world, t, starts, tallies_[w]);
  }
}

void Simulation::demographic_events(Month t) {
  for (const std::uint32_t p : demography_.events(t)) {
    types_[p] = static_cast<std::uint16_t>(type_of(people_.base[p], age_band(people_.age(p, t))));
    for (std::size_t w = 0; w < worlds_.size(); ++w) {
      Tally tally; // applied at once: phases that follow see who is there
      World& world = worlds_[w];
      if (people_.departure[p] <= t.index && world.pair_of(p) != Pair::outside) {
        if (world.measure[p] != 0) world.leave_measure(p, t, SpellEnd::outside, tally);
        world.move(p, Pair::outside, t, tally);
      } else if (people_.present(p, t) && world.pair_of(p) == Pair::outside) {
        arrive(world, p, t, tally);
      }
      world.apply(tally);
      tallies_[w].ended.insert(tallies_[w].ended.end(), tally.ended.begin(), tally.ended.end());
    }
  }
}

// Where a person stands when she comes into the population: the expected life course of her type.
void Simulation::arrive(World& world, std::size_t p, Month t, Tally& tally) {
  const PersonId id{static_cast<std::uint32_t>(p)};
  const int age = people_.age(p, t);
  const bool turns_18 = t.index - people_.birth[p] == 12 * first_age;
  const PairShares& shares = turns_18 ? plan_.at_18 : life_courses_.at(people_.base[p], age);
  double u = draws_.uniform(id, 0, Purpose::initial);
  std::size_t pair = 0;
  while (pair + 1 < population_pairs && u >= static_cast<double>(shares[pair]))
    u -= static_cast<double>(shares[pair++]);
  world.move(p, static_cast<Pair>(pair), t, tally);
  if (turns_18) return;
  // Time already spent there: exponential with mean two years for who works or not, one for seekers,
  // at most the time since 18. The burn-in does the rest.
  const double mean = family(static_cast<Pair>(pair)) == Family::seeking ? 6 : 48;
  const double spent = -mean * exact::log(draws_.uniform(id, 0, Purpose::initial, 1));
  const int at_most = t.index - people_.birth[p] - 12 * first_age;
  const int months = std::min(at_most, static_cast<int>(spent));
  world.since[p] = world.spell_since[p] = static_cast<std::int16_t>(t.index - months);
  if (family(static_cast<Pair>(pair)) == Family::seeking)
    world.benefit[p] = static_cast<std::uint8_t>(std::max(0, benefit_months - months));
}

EdgeFactors Simulation::edge_factors(Month t) const {
  EdgeFactors factors;
  const double gap = plan_.gap[static_cast<std::size_t>(t - plan_.first())];
  for (std::size_t e = 0; e < edge_count; ++e)
    factors[e] = static_cast<float>(exact::exp(hazards_.cycle(e) * gap));
  return factors;
}

std::vector<Start> Simulation::starts_of(const World& world, Month t) const {
  std::vector<std::int64_t> free(plan_.measures.size());
  for (std::size_t m = 0; m < free.size(); ++m)
    free[m] = std::max<std::int64_t>(0, budget_.places(m, t.month()) - world.participants[m]);
  return allocate(plan_.measures, propensity_, free, t, draws_, types_, world);
}

void Simulation::transitions(World& world, Month t, const std::vector<Start>& starts,
                             Tally& tally) {
  const std::size_t n = people_.size();
  std::vector<Tally> parts((n + block_size - 1) / block_size);
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    const auto from = std::lower_bound(starts.begin(), starts.end(), begin,
                                       [](const Start& s, std::size_t p) { return s.person < p; });
    const auto to = std::lower_bound(from, starts.end(), end,
                                     [](const Start& s, std::size_t p) { return s.person < p; });
    transitions_.run(begin, end, t, draws_, types_, {from, to}, world, parts[block]);
  });
  for (const Tally& part : parts) tally.add(part);
}

BudgetMonth Simulation::account(const World& world, Month t, const std::vector<Start>& starts,
                                const Tally&) const {
  const std::size_t n = plan_.measures.size();
  BudgetMonth month{std::vector<Money>(n), std::vector<Money>(n), std::vector<std::int64_t>(n),
                    std::vector<std::int64_t>(n, 0), std::vector<std::int64_t>(n)};
  for (const Start& start : starts)
    if (world.measure[start.person] == start.measure + 1 &&
        world.measure_start[start.person] == t.index)
      ++month.starts[start.measure];
  for (std::size_t m = 0; m < n; ++m) {
    month.appropriated[m] = budget_.month_money(m, t.month());
    month.places[m] = budget_.places(m, t.month());
    month.participants[m] = world.participants[m];
    month.spent[m] = budget_.spent(m, world.participants[m]);
  }
  return month;
}

} // namespace tiltak
