#include <tiltak/engine/transitions.hpp>

#include <optional>

#include <tiltak/core/rate.hpp>
#include <tiltak/engine/sweep.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

SpellEnd how_ended(Pair to) {
  if (has_ordinary_job(to)) return SpellEnd::job;
  return family(to) == Family::reduced || family(to) == Family::disabled ? SpellEnd::health
                                                                         : SpellEnd::left;
}

// Which exit a uniform chooses, by inverse CDF over all that leave.
std::optional<std::size_t> exit_of(double u, std::span<const double> hazard, double total) {
  const double leave = probability_of_hazard(total);
  if (u >= leave) return {};
  double reached = 0;
  for (std::size_t k = 0; k + 1 < hazard.size(); ++k) {
    reached += hazard[k] / total * leave;
    if (u < reached) return k;
  }
  return hazard.size() - 1;
}

// The same where the first terms of (1 - exp(-h)) / h settle it, which is nearly always: they are
// alternately too large and too small, and an exponential costs more than all else here.
std::optional<std::size_t> exit_by_series(double u, std::span<const double> hazard, double total) {
  if (u >= total) return {}; // a probability is below its hazard
  constexpr double rounding = 1e-12;
  const double below =
      1 - total * (1.0 / 2) + total * total * (1.0 / 6) - total * total * total * (1.0 / 24);
  const double above = below + total * total * total * total * (1.0 / 120);
  const double surely = below * (1 - rounding), perhaps = above * (1 + rounding);
  double reached = 0;
  for (std::size_t k = 0; k < hazard.size(); ++k) {
    reached += hazard[k];
    if (u < reached * surely) return k;
    if (u < reached * perhaps) return exit_of(u, hazard, total);
  }
  return {};
}

} // namespace

Transitions::Exit Transitions::competing_risks(const World& world, std::size_t p, Month t,
                                               std::size_t type, std::uint32_t word) const {
  const Exits exits = exit_table[world.pair[p]];
  const std::size_t band = duration_band(t.index - world.spell_since[p]);
  const float* row = hazards_.row(type);
  const float* factor = hazards_.factors(band, benefit_class(world.benefit_left(p, t)));
  const EffectClass effect = effect_class(world, p, t, effects_.groups(type));
  const float job_factor = factors_.effect[effect] * factors_.tight(world, p);
  std::array<double, max_exits> hazard{};
  double total = 0;
  for (std::size_t k = 0; k < exits.count; ++k) {
    const std::size_t e = exits.first + k;
    float h = row[e] * factor[e] * factors_.edge[e] * (is_job(e) ? job_factor : 1.0f);
    if (effect != no_effect) h *= effects_.beside(effect, role_of[e]);
    hazard[k] = static_cast<double>(h);
    total += hazard[k];
  }
  const auto exit = exit_by_series(Draws::unit(word), std::span(hazard).first(exits.count), total);
  if (!exit) return {};
  return {true, static_cast<std::uint8_t>(exits.first + *exit)};
}

bool Transitions::end_of_measure(World& world, std::size_t p, Month t, const Draws& draws,
                                 Tally& tally) const {
  const Pair pair = world.pair_of(p);
  const bool subsidised = facts(pair).job == Job::subsidised_full;
  const PersonId id{static_cast<std::uint32_t>(p)};
  const bool retained = subsidised && draws.uniform(id, t.index, Purpose::retention) <
                                          catalogue_[world.measure[p] - 1u].retention;
  world.leave_measure(p, t, retained ? SpellEnd::retained : SpellEnd::planned, tally);
  if (retained) ++tally.retained;
  world.move(p, retained ? Pair::full_none : hazard_pair(pair), t, tally);
  return retained;
}

void Transitions::person(World& world, std::size_t p, Month t, const Draws& draws, std::size_t type,
                         std::uint32_t word, Tally& tally) const {
  if (world.measure[p] != 0 && t.index >= world.measure_end[p] &&
      end_of_measure(world, p, t, draws, tally))
    return;
  const Exit exit = competing_risks(world, p, t, type, word);
  if (!exit.leaves) return;
  const Pair to = hazard_edges[exit.edge].to;
  if (is_job(exit.edge)) ++tally.hires;
  if (world.measure[p] != 0) world.leave_measure(p, t, how_ended(to), tally);
  world.move(p, to, t, tally, is_job(exit.edge));
}

[[gnu::flatten]] void Transitions::run(std::size_t begin, std::size_t end, Month t,
                                       const Draws& draws, std::span<const std::uint32_t> words,
                                       std::span<const std::uint16_t> types,
                                       std::span<const Start> starts, World& world,
                                       Tally& tally) const {
  SweepList list;
  const std::size_t count = may_leave(words.first(end - begin), world.bound.data() + begin, list);
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t p = begin + list[k];
    if (world.pair_of(p) != Pair::outside)
      person(world, p, t, draws, types[p], words[list[k]], tally);
  }
  for (const Start& start : starts) {
    const Measure& measure = catalogue_[start.measure];
    if (world.pair_of(start.person) != wanted_pair(measure))
      ++tally.no_shows;
    else
      world.start_measure(start.person, start.measure, measure, start.months, t, tally);
  }
}

} // namespace tiltak
