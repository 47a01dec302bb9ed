// The phases of WorldEngine in which search meets vacancies.
#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/sweep.hpp>
#include <tiltak/engine/world_engine.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

// Calls visit(index, amount) for those that are not zero. Most effect classes of a segment have
// nobody in them, so eight are looked at together.
template <class Visit> void for_amounts(std::span<const std::int64_t> amounts, Visit visit) {
  constexpr std::size_t together = 8;
  for (std::size_t from = 0; from < amounts.size(); from += together) {
    const auto some = amounts.subspan(from, std::min(together, amounts.size() - from));
    std::int64_t bits = 0;
    for (const std::int64_t amount : some) bits |= amount;
    if (bits == 0) continue;
    for (std::size_t k = 0; k < some.size(); ++k)
      if (some[k] != 0) visit(from + k, some[k]);
  }
}

} // namespace

void WorldEngine::set_factors(Month t) {
  const double gap = common_->plan.gap[common_->month_number(t)];
  for (std::size_t e = 0; e < edge_count; ++e)
    factors_.edge[e] = static_cast<float>(exact::exp(common_->hazards.cycle(e) * gap));
  if (effect_gap_ != gap) factors_.effect = common_->effects.factors(gap);
  effect_gap_ = gap;
  factors_.threat = decisions_.threat;
}

Supply WorldEngine::supply(std::size_t segment) const {
  double effective = 0, supplied = 0;
  for_amounts(search_.amounts(segment), [&](std::size_t c, std::int64_t amount_of_class) {
    const double amount = static_cast<double>(amount_of_class) / search_unit;
    const double gain = static_cast<double>(factors_.effect[c]) - 1;
    effective += amount * (1 + gain);
    supplied += amount * (1 + static_cast<double>(common_->effects.supply_share(c)) * gain);
  });
  return {effective / common_->plan.market.reference_lambda,
          static_cast<double>(search_.persons(segment)),
          static_cast<double>(world_.population[segment]),
          market_.segments()[segment].employed + supplied / mean_search_[segment]};
}

// Those about whom something has changed, or changes this month.
void WorldEngine::refresh(Month t) {
  const std::size_t n = common_->people.size(), segments = common_->setting.segments;
  std::vector<SearchChange> changes((n + sweep_size - 1) / sweep_size, SearchChange(segments));
  parallel::for_blocks(n, sweep_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    SweepList list;
    const std::span<const std::uint8_t> due{world_.due.data() + begin, end - begin};
    const std::size_t count = are_due(due, static_cast<std::uint8_t>(t.index), list);
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t p = begin + list[k];
      outlook_->refresh(world_, p, t, common_->types[p], changes[block]);
    }
  });
  for (const SearchChange& change : changes) search_.apply(change);
}

void WorldEngine::rebound(Month t, const Outlook::Stale& stale) {
  if (!stale.any()) return;
  parallel::for_blocks(common_->people.size(), sweep_size,
                       [&](std::size_t begin, std::size_t end, std::size_t) {
                         for (std::size_t p = begin; p < end; ++p)
                           if (stale.holds(world_, p) && world_.pair_of(p) != Pair::outside)
                             outlook_->rebound(world_, p, t, common_->types[p]);
                       });
}

void WorldEngine::open_market(Month t) {
  const Setting& setting = common_->setting;
  std::vector<std::int64_t> employed(setting.segments), subsidised(setting.segments);
  std::vector<std::int64_t> unemployed(setting.segments);
  std::vector<double> searching(setting.segments);
  for (std::size_t p = 0; p < world_.pair.size(); ++p) {
    const Pair pair = world_.pair_of(p);
    const std::size_t s = world_.segment[p];
    employed[s] += has_ordinary_job(pair);
    unemployed[s] += pair == Pair::none_unemployed;
    if (pair == Pair::none_unemployed)
      searching[s] += static_cast<double>(world_.search[p]) / search_unit *
                      static_cast<double>(factors_.effect[effect_class(
                          world_, p, t, common_->effects.groups(common_->types[p]))]);
    if (facts(pair).job == Job::subsidised_full) subsidised[s] += world_.sigma_of(p);
  }
  for (std::size_t s = 0; s < setting.segments; ++s) {
    if (searching[s] > 0) mean_search_[s] = searching[s] / static_cast<double>(unemployed[s]);
    market_.segments()[s].employed = static_cast<double>(employed[s]);
    market_.open(s, supply(s), static_cast<double>(employed[s]),
                 static_cast<double>(subsidised[s]) * 1e-6);
    tally_.positions[s] = {}; // this month's arrivals and departures are among the persons counted
    vacancies_open_.push_back(market_.segments()[s].vacancies);
  }
}

// Until the market opens, lambda stands at its reference.
void WorldEngine::clear_market(Month t, const WorldEngine* forcing) {
  const auto number = static_cast<int>(common_->month_number(t));
  set_factors(t);
  refresh(t);
  if (number == common_->plan.market_opens) open_market(t);
  for (std::size_t s = 0; s < common_->setting.segments; ++s) {
    if (number < common_->plan.market_opens || rule_.market) break;
    const double lambda = market_.clear(s, supply(s));
    factors_.tightness[s] = static_cast<float>(lambda / common_->plan.market.reference_lambda);
  }
  if (rule_.market) {
    factors_.tightness = forcing->factors_.tightness;
    market_.segments() = forcing->market_.segments();
  }
  rebound(t, outlook_->raise_limits(factors_));
  transitions_->prepare(factors_);
  world_.seen_from = t + 1;
}

} // namespace tiltak
