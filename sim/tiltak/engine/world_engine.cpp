#include <tiltak/engine/world_engine.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/sweep.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {

WorldEngine::WorldEngine(const Common& common, WorldRule rule)
    : common_(&common), rule_(std::move(rule)),
      world_(rule_.name, common.people.size(), common.setting), market_(common.plan.market),
      budget_(common.plan.measures, common.plan.budget.per_year),
      outlook_(std::in_place, common.hazards, common.effects, common.setting.segments),
      transitions_(std::in_place, common.hazards, common.plan.measures),
      search_(common.setting.segments, common.effects.classes()),
      factors_{{}, {}, std::vector<float>(common.setting.segments, 1.0f)},
      mean_search_(common.setting.segments, 1.0), tally_(common.setting.segments) {
  for (std::size_t p = 0; p < common.people.size(); ++p)
    world_.segment[p] = common.segment_of(p, common.people.skill[p]);
}

WorldEngine::WorldEngine(const WorldEngine& from, WorldRule rule, const Common& common, Month t)
    : WorldEngine(from) {
  rule_ = std::move(rule);
  world_.name = rule_.name;
  if (!rule_.substitution) world_.no_sigma_from = static_cast<std::int16_t>(t.index);
  if (&common != common_) {
    common_ = &common;
    world_.setting = &common.setting;
    market_ = Market(common.plan.market);
    market_.segments() = from.market_.segments();
    budget_ = Budget(common.plan.measures, common.plan.budget.per_year);
    outlook_.emplace(common.hazards, common.effects, common.setting.segments);
    transitions_.emplace(common.hazards, common.plan.measures);
    const auto now = static_cast<std::uint8_t>(t.index);
    std::fill(world_.due.begin(), world_.due.end(), now); // effects may count otherwise
  }
  if (rule_.budget != 1)
    budget_.set_factors(std::vector<double>(common_->plan.measures.size(), rule_.budget));
}

void WorldEngine::begin_month(Month t) {
  tally_ = Tally(common_->setting.segments);
  world_.seen_from = t;
}

void WorldEngine::demographic_events(std::span<const std::uint32_t> persons, Month t) {
  const People& people = common_->people;
  Tally tally(common_->setting.segments);
  for (const std::uint32_t p : persons) {
    world_.due[p] = static_cast<std::uint8_t>(t.index); // a birthday changes her type
    if (people.departure[p] <= t.index && world_.pair_of(p) != Pair::outside) {
      if (world_.measure[p] != 0) world_.leave_measure(p, t, SpellEnd::outside, tally);
      world_.move(p, Pair::outside, t, tally);
    } else if (people.present(p, t) && world_.pair_of(p) == Pair::outside) {
      arrive(p, t, tally);
    }
  }
  world_.apply(tally); // at once: later phases see who is there
  tally_.add(tally);
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
    world_.set_benefit_left(p, start.benefit);
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
    world_.set_benefit_left(p, std::max(0, benefit_months - months));
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

void WorldEngine::transitions(std::size_t begin, std::size_t end, Month t,
                              std::span<const std::uint32_t> words, Tally& tally) {
  const auto before = [](const Start& s, std::size_t p) { return s.person < p; };
  const auto from = std::lower_bound(starts_.begin(), starts_.end(), begin, before);
  const auto to = std::lower_bound(from, starts_.end(), end, before);
  transitions_->run(begin, end, t, common_->draws, words, common_->types, {from, to}, world_,
                    tally);
}

void WorldEngine::end_transitions(const std::vector<Tally>& tallies) {
  Tally moved(common_->setting.segments);
  for (const Tally& tally : tallies) moved.add(tally);
  world_.apply(moved);
  for (const SearchMove& move : moved.search_moves) search_.apply(move);
  tally_.add(moved);
}

void WorldEngine::end_month(Month t) {
  published_.push_back(published_unemployment());
  if (rule_.starts == StartRule::offered) empty_offers_ += tally_.no_shows;
  if (rule_.market || static_cast<int>(common_->month_number(t)) < common_->plan.market_opens)
    return;
  const double cycle = common_->plan.demand[common_->month_number(t)];
  for (std::size_t s = 0; s < common_->setting.segments; ++s)
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
