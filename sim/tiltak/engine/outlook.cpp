#include <tiltak/engine/outlook.hpp>

#include <algorithm>

namespace tiltak {
namespace {

// Room above the month's factors, so that bounds seldom have to be worked out anew.
constexpr float room = 1.15f, too_much_room = 1.5f;

constexpr int farthest = 255; // months ahead that a due month in eight bits can tell apart

// The first month after t in which something scheduled happens to a person.
int next_change(const World& world, std::size_t p, Month t, int next_duration,
                const MeasureEffects& effects) {
  int next = t.index + farthest;
  const auto consider = [&](int month) {
    if (month > t.index) next = std::min(next, month);
  };
  if (next_duration != 0) consider(world.spell_since[p] + next_duration);
  if (uses_benefit(world.pair_of(p))) {
    consider(world.benefit[p] - benefit_ends_within);
    consider(world.benefit[p]);
  }
  if (world.measure[p] != 0) {
    consider(world.measure_end[p]);
  } else if (world.last_measure[p] != 0 && world.search[p] != 0) {
    const int step =
        effects.next_change(world.last_measure[p] - 1u, t.index - world.measure_left[p]);
    if (step != 0) consider(world.measure_left[p] + step);
  }
  return next;
}

void note(SearchChange& change, std::size_t segment, EffectClass effect, std::int64_t persons,
          std::int64_t amount) {
  change.persons[segment] += persons;
  if (effect == no_effect)
    change.without_effect[segment] += amount;
  else
    change.with_effect.push_back({static_cast<std::uint32_t>(segment), effect, amount});
}

// Whether somebody with these exits is looked at when she comes to the end of a band of duration.
// Her part in the search must be right in every month; a bound that is too high for a while costs
// less than working it out anew, so without a change of search only ends after years count.
bool is_looked_at(const Hazards& hazards, Exits exits, std::size_t jobs, std::size_t band) {
  constexpr std::array<int, 2> worth_it{12, 48};
  const std::size_t end = std::size_t{exits.first} + exits.count;
  const auto changes = [&](std::size_t from, std::size_t to) {
    for (std::size_t e = from; e < to; ++e)
      if (hazards.changes(e, band)) return true;
    return false;
  };
  return changes(jobs, end) ||
         (changes(exits.first, jobs) &&
          std::find(worth_it.begin(), worth_it.end(), duration_from[band + 1]) != worth_it.end());
}

} // namespace

Outlook::Outlook(const Hazards& hazards, const MeasureEffects& effects, std::size_t segments)
    : hazards_(hazards), effects_(effects), limits_{{},
                                                    std::vector<float>(effects.classes(), 0.0f),
                                                    std::vector<float>(segments, 0.0f),
                                                    std::vector<float>(segments, 0.0f)} {
  for (std::size_t b = 0; b < benefit_classes; ++b)
    std::copy_n(hazards.factors(duration_bands - 1, static_cast<Benefit>(b)), edge_count,
                most_[duration_bands - 1][b].begin());
  for (std::size_t p = 0; p < pair_count; ++p) {
    const Exits exits = exit_table[p];
    for (std::size_t band = duration_bands - 1; band-- > 0;) {
      const bool ends = is_looked_at(hazards, exits, job_from[p], band);
      next_duration_[p][band] =
          ends ? static_cast<std::uint8_t>(duration_from[band + 1]) : next_duration_[p][band + 1];
      for (std::size_t e = exits.first; e < exits.first + std::size_t{exits.count}; ++e)
        for (std::size_t b = 0; b < benefit_classes; ++b) {
          const float here = hazards.factors(band, static_cast<Benefit>(b))[e];
          most_[band][b][e] = ends ? here : std::max(here, most_[band + 1][b][e]);
        }
    }
  }
}

bool Outlook::Stale::any() const {
  return everyone ||
         std::any_of(segments.begin(), segments.end(), [](std::uint8_t s) { return s != 0; });
}

Outlook::Stale Outlook::raise_limits(const MonthFactors& factors) {
  const std::size_t segments = factors.tightness.size();
  const auto fits = [](float now, float limit) {
    return now <= limit && now * too_much_room >= limit;
  };
  const auto raise = [](std::span<float> limits, std::span<const float> now) {
    for (std::size_t i = 0; i < now.size(); ++i) limits[i] = now[i] * room;
  };
  Stale stale{false, std::vector<std::uint8_t>(segments, 0)};
  if (!std::equal(factors.edge.begin(), factors.edge.end(), limits_.edge.begin(), fits) ||
      !std::equal(factors.effect.begin(), factors.effect.end(), limits_.effect.begin(), fits)) {
    raise(limits_.edge, factors.edge);
    raise(limits_.effect, factors.effect);
    stale.everyone = true;
  }
  for (std::size_t s = 0; s < segments; ++s) {
    if (fits(factors.tightness[s], limits_.tightness[s]) &&
        fits(factors.threat[s], limits_.threat[s]))
      continue;
    limits_.tightness[s] = factors.tightness[s] * room;
    limits_.threat[s] = factors.threat[s] * room;
    stale.segments[s] = 1;
  }
  return stale;
}

Outlook::Sums Outlook::sums(const World& world, std::size_t p, Month t, std::size_t type) const {
  const Exits exits = exit_table[world.pair[p]];
  const std::size_t band = duration_band(t.index - world.spell_since[p]);
  const Benefit benefit = benefit_class(world.benefit_left(p, t));
  const float* row = hazards_.row(type);
  const float* factor = hazards_.factors(band, benefit);
  const float* most = most_[band][static_cast<std::size_t>(benefit)].data();
  const std::size_t jobs = job_from[world.pair[p]], end = std::size_t{exits.first} + exits.count;
  Sums sums;
  for (std::size_t e = exits.first; e < jobs; ++e)
    sums.limit_others += row[e] * most[e] * limits_.edge[e];
  for (std::size_t e = jobs; e < end; ++e) {
    const float h = row[e] * factor[e];
    sums.jobs += h;
    sums.limit_jobs += h * limits_.edge[e];
  }
  return sums;
}

// A probability is below its hazard. Whoever has a scheduled end this month is always looked at.
std::uint16_t Outlook::bound(const World& world, std::size_t p, Month t, std::size_t type,
                             const Sums& sums) const {
  if (world.measure[p] != 0 && t.index >= world.measure_end[p]) return 0xffff;
  const EffectClass effect = effect_class(world, p, t, effects_.groups(type));
  const float beside = effect == no_effect ? 1.0f : effects_.most_beside();
  const float hazard = beside * (sums.limit_others + sums.limit_jobs * limits_.effect[effect] *
                                                         limits_.tight(world, p));
  return static_cast<std::uint16_t>(std::min(65535.0f, hazard * (1.0001f * 65536.0f) + 1.0f));
}

[[gnu::flatten]] void Outlook::rebound(World& world, std::size_t p, Month t,
                                       std::size_t type) const {
  world.bound[p] = bound(world, p, t, type, sums(world, p, t, type));
}

float Outlook::search(const World& world, std::size_t p, Month t, std::size_t type) const {
  return sums(world, p, t, type).jobs;
}

[[gnu::flatten]] void Outlook::refresh(World& world, std::size_t p, Month t, std::size_t type,
                                       SearchChange& change) const {
  const std::size_t segment = world.segment[p];
  if (world.search[p] != 0)
    note(change, segment, world.effect[p], -1, -std::int64_t{world.search[p]});
  const std::size_t pair = world.pair[p];
  if (world.pair_of(p) == Pair::outside) {
    world.search[p] = 0;
    world.bound[p] = 0;
    world.due[p] = static_cast<std::uint8_t>(t.index + farthest);
    return;
  }
  const Sums all = sums(world, p, t, type);
  world.effect[p] = effect_class(world, p, t, effects_.groups(type));
  world.search[p] = static_cast<std::uint32_t>(static_cast<double>(all.jobs) * search_unit);
  if (world.search[p] != 0) note(change, segment, world.effect[p], 1, world.search[p]);
  world.bound[p] = bound(world, p, t, type, all);
  const std::size_t band = duration_band(t.index - world.spell_since[p]);
  world.due[p] =
      static_cast<std::uint8_t>(next_change(world, p, t, next_duration_[pair][band], effects_));
}

} // namespace tiltak
