#include <tiltak/engine/simulation.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/state/readout.hpp>

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
  setting_.segments = plan.market.segments();
  setting_.segment.resize(people_.size());
  for (std::size_t p = 0; p < people_.size(); ++p)
    setting_.segment[p] =
        static_cast<std::uint8_t>(people_.county[p] * plan.market.skills + people_.skill[p]);
  for (const Measure& measure : plan.measures)
    setting_.sigma_micro.push_back(static_cast<std::int64_t>(measure.sigma * 1e6));
  worlds_.emplace_back("policy", people_.size(), setting_);
  const std::size_t n = worlds_.size();
  tallies_.resize(n);
  accounts_.resize(n);
  markets_.resize(n, Market(plan.market));
  search_.resize(n, std::vector<Search>(setting_.segments));
  tightness_.resize(n, std::vector<float>(setting_.segments, 1.0f));
  mean_search_.resize(setting_.segments, 1.0);
}

void Simulation::run(Recorder& recorder, const Progress& progress) {
  recorder.begin(people_, worlds_.size());
  for (int m = 0; m < plan_.all_months(); ++m) {
    check_stop();
    month(plan_.first() + m);
    for (std::size_t w = 0; w < worlds_.size() && m >= plan_.burn_in; ++w)
      recorder.month(m - plan_.burn_in, w, worlds_[w], tallies_[w], accounts_[w], markets_[w]);
    progress("simulating", static_cast<std::uint64_t>(m) + 1,
             static_cast<std::uint64_t>(plan_.all_months()));
  }
  recorder.end(worlds_);
}

// A month, in its fixed order.
void Simulation::month(Month t) {
  for (auto& tally : tallies_) tally = Tally(setting_.segments);
  demographic_events(t); // ageing, arrivals, departures: the same in every world
  for (std::size_t w = 0; w < worlds_.size(); ++w) {
    World& world = worlds_[w];
    const auto starts = starts_of(world, t);    // money becomes places, places find persons
    clear_market(w, t);                         // search meets vacancies: tightness by segment
    transitions_.prepare(edge_factors(t), tightness_[w]);
    transitions(world, t, starts, tallies_[w]); // ends of measures, competing risks, starts
    world.apply(tallies_[w]);
    post_vacancies(w, t);                       // employers react to what really happened
    accounts_[w] = account(world, t, starts, tallies_[w]);
  }
}

void Simulation::demographic_events(Month t) {
  for (const std::uint32_t p : demography_.events(t)) {
    types_[p] = static_cast<std::uint16_t>(type_of(people_.base[p], age_band(people_.age(p, t))));
    for (std::size_t w = 0; w < worlds_.size(); ++w) {
      Tally tally(setting_.segments); // applied at once: phases that follow see who is there
      World& world = worlds_[w];
      if (people_.departure[p] <= t.index && world.pair_of(p) != Pair::outside) {
        if (world.measure[p] != 0) world.leave_measure(p, t, SpellEnd::outside, tally);
        world.move(p, Pair::outside, t, tally);
      } else if (people_.present(p, t) && world.pair_of(p) == Pair::outside) {
        arrive(world, p, t, tally);
      }
      world.apply(tally);
      for (std::size_t s = 0; s < setting_.segments; ++s)
        tallies_[w].positions[s] += tally.positions[s];
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

Supply Simulation::supply(std::size_t w, std::size_t segment) const {
  const Search& search = search_[w][segment];
  const double seekers = static_cast<double>(search.supply) / search_unit / mean_search_[segment];
  return {static_cast<double>(search.effective) / search_unit / plan_.market.reference_lambda,
          static_cast<double>(search.persons), static_cast<double>(worlds_[w].population[segment]),
          markets_[w].segments()[segment].employed + seekers};
}

void Simulation::open_market(std::size_t w, Month) {
  const World& world = worlds_[w];
  std::vector<std::int64_t> employed(setting_.segments), subsidised(setting_.segments);
  std::vector<std::int64_t> unemployed(setting_.segments);
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const std::size_t s = setting_.segment[p];
    employed[s] += has_ordinary_job(world.pair_of(p));
    unemployed[s] += world.pair_of(p) == Pair::none_unemployed;
    if (facts(world.pair_of(p)).job == Job::subsidised_full)
      subsidised[s] += setting_.sigma_micro[world.measure[p] - 1u];
  }
  for (std::size_t s = 0; s < setting_.segments; ++s) {
    if (search_[w][s].unemployed > 0)
      mean_search_[s] = static_cast<double>(search_[w][s].unemployed) / search_unit /
                        static_cast<double>(unemployed[s]);
    markets_[w].segments()[s].employed = static_cast<double>(employed[s]);
    markets_[w].open(s, supply(w, s), static_cast<double>(employed[s]),
                     static_cast<double>(subsidised[s]) * 1e-6);
  }
}

// Until the market opens, lambda stands at its reference.
void Simulation::clear_market(std::size_t w, Month t) {
  if (t - plan_.first() < plan_.market_opens) return;
  std::vector<std::vector<Search>> parts((people_.size() + block_size - 1) / block_size,
                                         std::vector<Search>(setting_.segments));
  parallel::for_blocks(people_.size(), block_size,
                       [&](std::size_t begin, std::size_t end, std::size_t block) {
                         transitions_.search(begin, end, t, types_, worlds_[w], parts[block]);
                       });
  search_[w].assign(setting_.segments, Search{});
  for (const auto& part : parts)
    for (std::size_t s = 0; s < setting_.segments; ++s) search_[w][s] += part[s];
  if (t - plan_.first() == plan_.market_opens) open_market(w, t);
  for (std::size_t s = 0; s < setting_.segments; ++s)
    tightness_[w][s] = static_cast<float>(markets_[w].clear(s, supply(w, s)) /
                                          plan_.market.reference_lambda);
}

void Simulation::post_vacancies(std::size_t w, Month t) {
  if (t - plan_.first() < plan_.market_opens) return;
  const double cycle = plan_.demand[static_cast<std::size_t>(t - plan_.first())];
  for (std::size_t s = 0; s < setting_.segments; ++s)
    markets_[w].post(s, tallies_[w].positions[s], supply(w, s), cycle);
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
  std::vector<Tally> parts((n + block_size - 1) / block_size, Tally(setting_.segments));
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
  const std::vector<Money> none(n);
  const std::vector<std::int64_t> zero(n, 0);
  BudgetMonth month{none, none, none, zero, zero, zero, zero};
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
