#include <tiltak/engine/world_engine.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

constexpr std::size_t block_size = 4096; // persons; a multiple of 4 (core/draw.hpp)

} // namespace

Common::Common(const Plan& the_plan, std::uint32_t replication)
    : plan(the_plan), draws(plan.seed, replication),
      people(synthesise(plan.population, plan.first(), plan.all_months(), draws)),
      types(people.size(), 0), hazards(plan.hazards), life_courses(hazards, plan.at_18),
      propensity{PropensityTable(plan.propensity[0]), PropensityTable(plan.propensity[1])} {
  setting.segments = plan.market.segments();
  for (const Measure& measure : plan.measures)
    setting.sigma_micro.push_back(static_cast<std::int64_t>(measure.sigma * 1e6));
}

WorldEngine::WorldEngine(const Common& common, WorldRule rule)
    : common_(&common), rule_(std::move(rule)),
      world_(rule_.name, common.people.size(), common.setting), market_(common.plan.market),
      budget_(common.plan.measures, common.plan.budget.per_year),
      transitions_(common.hazards, common.plan.measures), search_(common.setting.segments),
      tightness_(common.setting.segments, 1.0f), mean_search_(common.setting.segments, 1.0),
      tally_(common.setting.segments) {
  for (std::size_t p = 0; p < common.people.size(); ++p)
    world_.segment[p] = common.segment_of(p, common.people.skill[p]);
}

WorldEngine::WorldEngine(const WorldEngine& from, WorldRule rule) : WorldEngine(from) {
  rule_ = std::move(rule);
  world_.name = rule_.name;
  if (rule_.budget != 1)
    budget_.set_factors(std::vector<double>(common_->plan.measures.size(), rule_.budget));
}

void WorldEngine::begin_month() { tally_ = Tally(common_->setting.segments); }

void WorldEngine::demographic_event(std::size_t p, Month t) {
  const People& people = common_->people;
  Tally tally(common_->setting.segments); // applied at once: later phases see who is there
  if (people.departure[p] <= t.index && world_.pair_of(p) != Pair::outside) {
    if (world_.measure[p] != 0) world_.leave_measure(p, t, SpellEnd::outside, tally);
    world_.move(p, Pair::outside, t, tally);
  } else if (people.present(p, t) && world_.pair_of(p) == Pair::outside) {
    arrive(p, t, tally);
  }
  world_.apply(tally);
  for (std::size_t s = 0; s < tally.positions.size(); ++s)
    tally_.positions[s] += tally.positions[s];
  tally_.ended.insert(tally_.ended.end(), tally.ended.begin(), tally.ended.end());
}

// Where a person stands when she comes into the population: the expected life course of her type.
void WorldEngine::arrive(std::size_t p, Month t, Tally& tally) {
  const People& people = common_->people;
  const PersonId id{static_cast<std::uint32_t>(p)};
  const double u = common_->draws.uniform(id, 0, Purpose::initial);
  if (!people.start.empty() && people.start[p].pair != GivenStart::not_given) {
    const GivenStart& start = people.start[p];
    world_.move(p, static_cast<Pair>(start.pair), t, tally);
    world_.since[p] = world_.spell_since[p] = static_cast<std::int16_t>(t.index - start.months);
    world_.benefit[p] = start.benefit;
    return;
  }
  if (t.index - people.birth[p] == 12 * first_age) {
    double left = u;
    std::size_t pair = 0;
    while (pair + 1 < population_pairs && left >= static_cast<double>(common_->plan.at_18[pair]))
      left -= static_cast<double>(common_->plan.at_18[pair++]);
    world_.move(p, static_cast<Pair>(pair), t, tally);
    return;
  }
  const Standing standing = common_->life_courses.draw(
      people.base[p], people.age(p, t), u, common_->draws.uniform(id, 0, Purpose::initial, 1));
  world_.move(p, standing.pair, t, tally);
  // At most the time since 18. Rights to benefit run from the start of the spell.
  const int months = std::min(t.index - people.birth[p] - 12 * first_age, standing.months);
  world_.since[p] = world_.spell_since[p] = static_cast<std::int16_t>(t.index - months);
  if (family(standing.pair) == Family::seeking)
    world_.benefit[p] = static_cast<std::uint8_t>(std::max(0, benefit_months - months));
}

// Registered unemployed per cent of the labour force, as it is published.
double WorldEngine::published_unemployment() const {
  double unemployed = 0, labour_force = 0;
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto stock = static_cast<double>(world_.stock[p]);
    const Survey status = survey_status(static_cast<Pair>(p));
    labour_force += (status == Survey::employed || status == Survey::unemployed) * stock;
    unemployed += (static_cast<Pair>(p) == Pair::none_unemployed) * stock;
  }
  return labour_force > 0 ? 100 * unemployed / labour_force : 0;
}

// In January a cyclical rule looks at the mean of the twelve months that ended `lag` months ago.
void WorldEngine::turn_year(Month t) {
  const CyclicalRule& rule = common_->plan.budget.cyclical;
  if (!rule.on || t.month() != 1 || t < common_->plan.start) return;
  const int end = static_cast<int>(published_.size()) - rule.lag;
  const auto mean_to = [&](int last) {
    double sum = 0;
    int months = 0;
    for (int m = std::max(0, last - 12); m < last; ++m, ++months)
      sum += published_[static_cast<std::size_t>(m)];
    return months > 0 ? sum / months : 0;
  };
  if (end <= 0) return; // nothing published yet
  const double normal = rule.normal > 0 ? rule.normal : mean_to(common_->plan.burn_in);
  const double factor =
      std::clamp(1 + rule.response * (mean_to(end) - normal), rule.floor, rule.ceiling);
  std::vector<double> factors(common_->plan.measures.size(), rule_.budget);
  for (std::size_t m = 0; m < factors.size(); ++m) {
    const Measure& measure = common_->plan.measures[m];
    const bool swings = measure.post == Post::post_76 &&
                        (rule.whole_post || measure.group == MeasureGroup::job_seekers);
    if (swings) factors[m] *= factor;
  }
  budget_.set_factors(factors);
}

// Participants whom the month's money does not reach, by lot.
std::vector<std::uint32_t> WorldEngine::beyond_the_money(Month t) const {
  std::vector<std::uint32_t> persons;
  for (std::size_t m = 0; m < common_->plan.measures.size(); ++m) {
    const std::int64_t excess = world_.participants[m] - budget_.places(m, t.month());
    if (excess <= 0) continue;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lots;
    for (std::uint32_t p = 0; p < world_.measure.size(); ++p)
      if (world_.measure[p] == m + 1)
        lots.emplace_back(common_->draws.word(PersonId{p}, t.index, Purpose::quit_measure), p);
    std::nth_element(lots.begin(), lots.begin() + (excess - 1), lots.end());
    for (std::int64_t k = 0; k < excess; ++k)
      persons.push_back(lots[static_cast<std::size_t>(k)].second);
  }
  std::sort(persons.begin(), persons.end());
  return persons;
}

// The appropriation is a hard ceiling: when it is cut below what runs, measures end early. In the
// frozen world they end for the same persons, where these are on a measure.
void WorldEngine::cut_measures(Month t, const WorldEngine* offering) {
  cuts_ = rule_.starts == StartRule::offered ? offering->cuts_ : beyond_the_money(t);
  Tally tally(common_->setting.segments);
  for (const std::uint32_t p : cuts_) {
    if (world_.measure[p] == 0) continue;
    const Pair back = hazard_pair(world_.pair_of(p));
    world_.leave_measure(p, t, SpellEnd::cut, tally);
    world_.move(p, back, t, tally);
  }
  world_.apply(tally);
  tally_.add(tally);
}

void WorldEngine::choose_starts(Month t, bool window_open, const WorldEngine* offering) {
  turn_year(t);
  cut_measures(t, offering);
  starts_.clear();
  const Catalogue& catalogue = common_->plan.measures;
  if (!window_open) return;
  if (rule_.starts == StartRule::offered) {
    starts_ = offering->starts_;
    return;
  }
  std::vector<std::int64_t> free(catalogue.size(), 0);
  for (std::size_t m = 0; m < free.size(); ++m) {
    const bool taken_away =
        rule_.starts == StartRule::none &&
        !(common_->plan.evaluation.post_76_only && catalogue[m].post != Post::post_76);
    if (!taken_away)
      free[m] = std::max<std::int64_t>(0, budget_.places(m, t.month()) - world_.participants[m]);
  }
  starts_ =
      allocate(catalogue, common_->propensity, free, t, common_->draws, common_->types, world_);
}

EdgeFactors WorldEngine::edge_factors(Month t) const {
  EdgeFactors factors;
  const double gap = common_->plan.gap[common_->month_number(t)];
  for (std::size_t e = 0; e < edge_count; ++e)
    factors[e] = static_cast<float>(exact::exp(common_->hazards.cycle(e) * gap));
  return factors;
}

Supply WorldEngine::supply(std::size_t segment) const {
  const Search& search = search_[segment];
  const double seekers = static_cast<double>(search.supply) / search_unit / mean_search_[segment];
  return {static_cast<double>(search.effective) / search_unit /
              common_->plan.market.reference_lambda,
          static_cast<double>(search.persons), static_cast<double>(world_.population[segment]),
          market_.segments()[segment].employed + seekers};
}

void WorldEngine::search() {
  const std::size_t n = common_->people.size(), segments = common_->setting.segments;
  std::vector<std::vector<Search>> parts((n + block_size - 1) / block_size,
                                         std::vector<Search>(segments));
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    transitions_.search(begin, end, now_, common_->types, world_, parts[block]);
  });
  search_.assign(segments, Search{});
  for (const auto& part : parts)
    for (std::size_t s = 0; s < segments; ++s) search_[s] += part[s];
}

void WorldEngine::open_market() {
  const Setting& setting = common_->setting;
  std::vector<std::int64_t> employed(setting.segments), subsidised(setting.segments);
  std::vector<std::int64_t> unemployed(setting.segments);
  for (std::size_t p = 0; p < world_.pair.size(); ++p) {
    const Pair pair = world_.pair_of(p);
    const std::size_t s = world_.segment[p];
    employed[s] += has_ordinary_job(pair);
    unemployed[s] += pair == Pair::none_unemployed;
    if (facts(pair).job == Job::subsidised_full)
      subsidised[s] += setting.sigma_micro[world_.measure[p] - 1u];
  }
  for (std::size_t s = 0; s < setting.segments; ++s) {
    if (search_[s].unemployed > 0)
      mean_search_[s] = static_cast<double>(search_[s].unemployed) / search_unit /
                        static_cast<double>(unemployed[s]);
    market_.segments()[s].employed = static_cast<double>(employed[s]);
    market_.open(s, supply(s), static_cast<double>(employed[s]),
                 static_cast<double>(subsidised[s]) * 1e-6);
    tally_.positions[s] = {}; // this month's arrivals and departures are among the persons counted
  }
}

// Until the market opens, lambda stands at its reference.
void WorldEngine::clear_market(Month t, const WorldEngine* forcing) {
  now_ = t;
  const auto number = static_cast<int>(common_->month_number(t));
  if (number < common_->plan.market_opens) return;
  search();
  if (number == common_->plan.market_opens) open_market();
  for (std::size_t s = 0; s < search_.size(); ++s) {
    const double lambda = market_.clear(s, supply(s));
    tightness_[s] = static_cast<float>(lambda / common_->plan.market.reference_lambda);
  }
  if (rule_.forced_market) tightness_ = forcing->tightness_;
}

void WorldEngine::transitions(Month t) {
  transitions_.prepare(edge_factors(t), tightness_);
  const std::size_t n = common_->people.size();
  std::vector<Tally> parts((n + block_size - 1) / block_size, Tally(common_->setting.segments));
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    const auto before = [](const Start& s, std::size_t p) { return s.person < p; };
    const auto from = std::lower_bound(starts_.begin(), starts_.end(), begin, before);
    const auto to = std::lower_bound(from, starts_.end(), end, before);
    transitions_.run(begin, end, t, common_->draws, common_->types, {from, to}, world_,
                     parts[block]);
  });
  Tally moved(common_->setting.segments);
  for (const Tally& part : parts) moved.add(part);
  world_.apply(moved);
  tally_.add(moved);
}

void WorldEngine::end_month(Month t) {
  published_.push_back(published_unemployment());
  if (rule_.starts == StartRule::offered) empty_offers_ += tally_.no_shows;
  if (static_cast<int>(common_->month_number(t)) < common_->plan.market_opens) return;
  const double cycle = common_->plan.demand[common_->month_number(t)];
  for (std::size_t s = 0; s < search_.size(); ++s)
    market_.post(s, tally_.positions[s], supply(s), cycle);
}

BudgetMonth WorldEngine::budget_month(Month t) const {
  const std::size_t n = common_->plan.measures.size();
  const std::vector<Money> none(n);
  const std::vector<std::int64_t> zero(n, 0);
  BudgetMonth month{none, none, zero, zero, zero};
  for (const MeasureStart& start : tally_.started) ++month.starts[start.measure];
  for (std::size_t m = 0; m < n; ++m) {
    month.appropriated[m] = budget_.month_money(m, t.month());
    month.places[m] = budget_.places(m, t.month());
    month.participants[m] = world_.participants[m];
    month.spent[m] = budget_.spent(m, world_.participants[m]);
  }
  return month;
}

} // namespace tiltak
