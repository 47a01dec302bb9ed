#include <tiltak/engine/outlook.hpp>

#include <algorithm>

namespace tiltak {
namespace {

// Room above the month's factors, so that bounds seldom have to be worked out anew.
constexpr float room = 1.15f, too_much_room = 1.5f;

constexpr int farthest = 255; // months ahead that a due month in eight bits can tell apart

// The first job edge of a pair: jobs are the last of its exits.
constexpr std::array<std::uint8_t, pair_count> job_from = [] {
  std::array<std::uint8_t, pair_count> from{};
  for (std::size_t p = 0; p < pair_count; ++p) {
    from[p] = static_cast<std::uint8_t>(exit_table[p].first + exit_table[p].count);
    while (from[p] > exit_table[p].first && is_job(from[p] - 1u)) --from[p];
  }
  return from;
}();

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

} // namespace

Outlook::Outlook(const Hazards& hazards, const MeasureEffects& effects, std::size_t segments)
    : hazards_(hazards), effects_(effects), limits_{{},
                                                    std::vector<float>(effects.classes(), 0.0f),
                                                    std::vector<float>(segments, 0.0f),
                                                    std::vector<float>(segments, 0.0f)} {
  for (std::size_t p = 0; p < pair_count; ++p)
    for (std::size_t band = 0; band + 1 < duration_bands; ++band) {
      const Exits exits = exit_table[p];
      bool changes = false;
      for (std::size_t e = exits.first; e < exits.first + std::size_t{exits.count}; ++e)
        changes = changes || hazards.changes(e, band);
      if (changes) next_duration_[p][band] = static_cast<std::uint8_t>(duration_from[band + 1]);
    }
  // A change that comes after an even stretch is the next one for the whole stretch.
  for (auto& next : next_duration_)
    for (std::size_t band = duration_bands - 1; band-- > 0;)
      if (next[band] == 0) next[band] = next[band + 1];
}

std::vector<std::uint8_t> Outlook::raise_limits(const MonthFactors& factors) {
  const std::size_t segments = factors.tightness.size();
  const auto fits = [](float now, float limit) {
    return now <= limit && now * too_much_room >= limit;
  };
  const auto raise = [](std::span<float> limits, std::span<const float> now) {
    for (std::size_t i = 0; i < now.size(); ++i) limits[i] = now[i] * room;
  };
  std::vector<std::uint8_t> stale(segments, 0);
  if (!std::equal(factors.edge.begin(), factors.edge.end(), limits_.edge.begin(), fits) ||
      !std::equal(factors.effect.begin(), factors.effect.end(), limits_.effect.begin(), fits)) {
    raise(limits_.edge, factors.edge);
    raise(limits_.effect, factors.effect);
    std::fill(stale.begin(), stale.end(), std::uint8_t{1});
  }
  for (std::size_t s = 0; s < segments; ++s) {
    if (fits(factors.tightness[s], limits_.tightness[s]) &&
        fits(factors.threat[s], limits_.threat[s]))
      continue;
    limits_.tightness[s] = factors.tightness[s] * room;
    limits_.threat[s] = factors.threat[s] * room;
    stale[s] = 1;
  }
  return stale;
}

Outlook::Sums Outlook::sums(const World& world, std::size_t p, Month t, std::size_t type) const {
  const Exits exits = exit_table[world.pair[p]];
  const float* row = hazards_.row(type);
  const std::size_t band = duration_band(t.index - world.spell_since[p]);
  const Benefit benefit = benefit_class(world.benefit_left(p, t));
  Sums sums;
  std::size_t e = exits.first;
  for (; e < job_from[world.pair[p]]; ++e)
    sums.limit_others += hazards_.at(row, e, band, benefit) * limits_.edge[e];
  for (; e < std::size_t{exits.first} + exits.count; ++e) {
    const float h = hazards_.at(row, e, band, benefit);
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

void Outlook::rebound(World& world, std::size_t p, Month t, std::size_t type) const {
  world.bound[p] = bound(world, p, t, type, sums(world, p, t, type));
}

float Outlook::search(const World& world, std::size_t p, Month t, std::size_t type) const {
  return sums(world, p, t, type).jobs;
}

void Outlook::refresh(World& world, std::size_t p, Month t, std::size_t type,
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
