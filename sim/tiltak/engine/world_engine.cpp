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
      propensity{PropensityTable(plan.propensity[0]), PropensityTable(plan.propensity[1])},
      pools(plan, people, draws), gains(plan.measures) {
  setting.segments = plan.market.segments();
  setting.segment.resize(people.size());
  for (std::size_t p = 0; p < people.size(); ++p)
    setting.segment[p] =
        static_cast<std::uint8_t>(people.county[p] * plan.market.skills + people.skill[p]);
  for (const Measure& measure : plan.measures)
    setting.sigma_micro.push_back(static_cast<std::int64_t>(measure.sigma * 1e6));
}

WorldEngine::WorldEngine(const Common& common, WorldRule rule)
    : common_(&common), rule_(std::move(rule)),
      world_(rule_.name, common.people.size(), common.setting), market_(common.plan.market),
      placement_(common.choosing(), common.gains),
      transitions_(common.hazards, common.plan.measures), search_(common.setting.segments),
      tightness_(common.setting.segments, 1.0f), mean_search_(common.setting.segments, 1.0),
      tally_(common.setting.segments) {}

WorldEngine::WorldEngine(const WorldEngine& from, WorldRule rule) : WorldEngine(from) {
  rule_ = std::move(rule);
  world_.name = rule_.name;
  placement_.set_level(rule_.budget);
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
  const bool turns_18 = t.index - people.birth[p] == 12 * first_age;
  const PairShares& shares =
      turns_18 ? common_->plan.at_18 : common_->life_courses.at(people.base[p], people.age(p, t));
  double u = common_->draws.uniform(id, 0, Purpose::initial);
  std::size_t pair = 0;
  while (pair + 1 < population_pairs && u >= static_cast<double>(shares[pair]))
    u -= static_cast<double>(shares[pair++]);
  world_.move(p, static_cast<Pair>(pair), t, tally);
  if (turns_18) return;
  // Time already spent there: exponential, with mean half a year for seekers and four years for
  // others, at most the time since 18. The burn-in does the rest.
  const bool seeks = family(static_cast<Pair>(pair)) == Family::seeking;
  const double spent =
      -(seeks ? 6 : 48) * exact::log(common_->draws.uniform(id, 0, Purpose::initial, 1));
  const int at_most = t.index - people.birth[p] - 12 * first_age;
  const int months = std::min(at_most, static_cast<int>(spent));
  world_.since[p] = world_.spell_since[p] = static_cast<std::int16_t>(t.index - months);
  if (seeks) world_.benefit[p] = static_cast<std::uint8_t>(std::max(0, benefit_months - months));
}

// Registered unemployed per cent of the labour force, as it is published.
void WorldEngine::publish() {
  double unemployed = 0;
  labour_force_ = 0;
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto stock = static_cast<double>(world_.stock[p]);
    const Survey status = survey_status(static_cast<Pair>(p));
    labour_force_ += (status == Survey::employed || status == Survey::unemployed) * stock;
    unemployed += (static_cast<Pair>(p) == Pair::none_unemployed) * stock;
  }
  published_.push_back(labour_force_ > 0 ? 100 * unemployed / labour_force_ : 0);
}

void WorldEngine::choose_starts(Month t, bool window_open, const WorldEngine* offering) {
  if (rule_.starts == StartRule::offered) {
    decisions_ = offering->decisions_;
    end_measures(t);
  } else {
    decide(t, window_open);
  }
  note_decisions(t);
}

// Measures end before places are given: who comes free may get one.
void WorldEngine::decide(Month t, bool window_open) {
  const bool none = rule_.starts == StartRule::none;
  const bool on_post = window_open && !none;
  const bool elsewhere = window_open && !(none && !common_->plan.evaluation.post_76_only);
  placement_.open_month(
      t, {published_, labour_force_, static_cast<std::size_t>(common_->plan.burn_in)}, decisions_);
  end_measures(t);
  if (!on_post) placement_.close_door(decisions_);
  if (on_post || elsewhere)
    placement_.place(t, world_, relative_vacancies(), on_post, elsewhere, decisions_);
}

// The appropriation is a hard ceiling: when the money ends, measures do. In the frozen world they
// end for the same persons, where these are on a measure; so with those who drop out.
void WorldEngine::end_measures(Month t) {
  Tally tally(common_->setting.segments);
  const auto end = [&](std::uint32_t p, SpellEnd how) {
    const Pair back = hazard_pair(world_.pair_of(p));
    world_.leave_measure(p, t, how, tally);
    world_.move(p, back, t, tally);
  };
  for (const std::uint32_t p : decisions_.cuts)
    if (world_.measure[p] != 0) end(p, SpellEnd::cut);
  for (const DropOut& one : decisions_.drop_outs)
    if (world_.measure[one.person] != 0 && world_.measure_start[one.person] == one.start)
      end(one.person, SpellEnd::left);
  world_.apply(tally);
  tally_.add(tally);
}

void WorldEngine::note_decisions(Month t) {
  Tally tally(common_->setting.segments);
  for (const std::uint32_t p : decisions_.relabelled)
    if (world_.pair_of(p) == Pair::none_unemployed) world_.move(p, Pair::none_reduced, t, tally);
  world_.apply(tally);
  tally_.add(tally);
  for (const std::uint32_t p : decisions_.forgotten) world_.notified[p] = 0;
  for (const Start& start : decisions_.starts) world_.notified[start.person] = 0;
  for (const Start& notice : decisions_.notices)
    if (world_.pair_of(notice.person) == wanted_pair(common_->plan.measures[notice.measure]))
      world_.notified[notice.person] = static_cast<std::uint8_t>(notice.measure + 1);
}

// A place is offered to the frozen world when the person did take it up where it came from.
void WorldEngine::keep_realised(Month t, const WorldEngine& offering) {
  std::erase_if(decisions_.starts, [&](const Start& start) {
    return offering.world_.measure[start.person] != start.measure + 1 ||
           offering.world_.measure_start[start.person] != t.index;
  });
}

// Vacancies of each county relative to those there were when the market opened.
std::vector<double> WorldEngine::relative_vacancies() const {
  const MarketPlan& market = common_->plan.market;
  std::vector<double> relative(market.counties, 1.0);
  if (vacancies_open_.empty()) return relative;
  for (std::size_t c = 0; c < market.counties; ++c) {
    double now = 0, open = 0;
    for (std::size_t k = 0; k < market.skills; ++k) {
      now += std::max(0.0, market_.segments()[c * market.skills + k].vacancies);
      open += vacancies_open_[c * market.skills + k];
    }
    if (open > 0) relative[c] = now / open;
  }
  return relative;
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
    const std::size_t s = setting.segment[p];
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
    vacancies_open_.push_back(market_.segments()[s].vacancies);
  }
}

// Until the market opens, lambda stands at its reference.
void WorldEngine::clear_market(Month t, const WorldEngine* forcing) {
  now_ = t;
  const auto number = static_cast<int>(common_->month_number(t));
  transitions_.prepare_search(common_->plan.gap[common_->month_number(t)], decisions_.threat);
  if (number < common_->plan.market_opens) return;
  search();
  if (number == common_->plan.market_opens) open_market();
  for (std::size_t s = 0; s < search_.size(); ++s) {
    const double lambda = market_.clear(s, supply(s));
    tightness_[s] = static_cast<float>(lambda / common_->plan.market.reference_lambda);
  }
  if (rule_.forced_market) tightness_ = forcing->tightness_;
}

void WorldEngine::transitions(Month t, const WorldEngine* offering) {
  if (rule_.starts == StartRule::offered) keep_realised(t, *offering);
  transitions_.prepare(edge_factors(t), tightness_);
  const std::size_t n = common_->people.size();
  std::vector<Tally> parts((n + block_size - 1) / block_size, Tally(common_->setting.segments));
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    const auto before = [](const Start& s, std::size_t p) { return s.person < p; };
    const auto from =
        std::lower_bound(decisions_.starts.begin(), decisions_.starts.end(), begin, before);
    const auto to = std::lower_bound(from, decisions_.starts.end(), end, before);
    transitions_.run(begin, end, t, common_->draws, common_->types, {from, to}, world_,
                     parts[block]);
  });
  Tally moved(common_->setting.segments);
  for (const Tally& part : parts) moved.add(part);
  world_.apply(moved);
  tally_.add(moved);
}

void WorldEngine::end_month(Month t) {
  publish();
  placement_.close_month(tally_, world_);
  if (rule_.starts == StartRule::offered) empty_offers_ += tally_.no_shows;
  if (static_cast<int>(common_->month_number(t)) < common_->plan.market_opens) return;
  const double cycle = common_->plan.demand[common_->month_number(t)];
  for (std::size_t s = 0; s < search_.size(); ++s)
    market_.post(s, tally_.positions[s], supply(s), cycle);
}

} // namespace tiltak
