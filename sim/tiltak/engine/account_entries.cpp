#include <tiltak/engine/account_entries.hpp>

#include <algorithm>

namespace tiltak {
namespace {

constexpr std::array<std::uint8_t, pair_count> level_of_pair = [] {
  std::array<std::uint8_t, pair_count> levels{};
  for (std::size_t p = 0; p < pair_count; ++p) switch (pair_facts[p].job) {
    case Job::none: levels[p] = 0; break;
    case Job::part: levels[p] = 1; break;
    case Job::full: levels[p] = 2; break;
    case Job::subsidised_part: // no pair has it: a subsidised job is full-time here
    case Job::subsidised_full: levels[p] = 3; break;
    }
  return levels;
}();

enum WorldBits : unsigned { policy_at = 0, other_at = 2, frozen_at = 4, g_at = 6, twin_at = 8 };

constexpr std::size_t level(JobCode code, WorldBits at) { return code >> at & 3u; }

Amounts difference(const Amounts& a, const Amounts& b) {
  Amounts d;
  for (std::size_t f = 0; f < flavours; ++f) d[f] = a[f] - b[f];
  return d;
}

// The cell that e^F - e^0 falls into.
Flow cell_of(Phase phase) {
  switch (phase) {
  case Phase::untouched: return Flow::threat;
  case Phase::relabelled: return Flow::relabelling;
  case Phase::cut: return Flow::cuts;
  case Phase::inside: return Flow::lock_in;
  case Phase::after: break;
  }
  return Flow::after_effect;
}

} // namespace

JobCode job_code(const CoupledWorlds& worlds, std::size_t p) {
  const auto bits = [p](const World* world) -> unsigned { return level_of_pair[world->pair[p]]; };
  const unsigned policy = bits(worlds.policy);
  const unsigned g = worlds.no_substitution ? bits(worlds.no_substitution) : policy;
  const unsigned twin = worlds.twin ? bits(worlds.twin) : policy;
  return static_cast<JobCode>(policy | bits(worlds.other) << other_at |
                              bits(worlds.frozen) << frozen_at | g << g_at | twin << twin_at);
}

JobAmounts job_amounts(int part) {
  return {{{0, 0, 0, 0}, {1, 1, part, part}, {1, 1, 100, 100}, {0, 1, 0, 100}}};
}

std::array<std::int64_t, flavours> employment_of(const World& world, const JobAmounts& amounts) {
  std::array<std::int64_t, flavours> sum{};
  for (std::size_t p = 0; p < population_pairs; ++p)
    for (std::size_t f = 0; f < flavours; ++f)
      sum[f] += world.stock[p] * amounts[level_of_pair[p]][f];
  return sum;
}

Entries participant_entries(JobCode code, const JobAmounts& amounts) {
  const Amounts& with = amounts[level(code, policy_at)];
  const Amounts& without = amounts[level(code, other_at)];
  Amounts both, lost;
  for (std::size_t f = 0; f < flavours; ++f) {
    both[f] = std::min(with[f], without[f]);
    lost[f] = std::max(0, without[f] - with[f]);
  }
  Entries entries;
  entries.put(Flow::gross, with);
  entries.put(Flow::deadweight, both);
  entries.put(Flow::own_loss, lost);
  return entries;
}

Entries difference_entries(JobCode code, Phase phase, const JobAmounts& amounts, bool with_g,
                           bool with_twin) {
  Entries entries;
  if (same_everywhere(code)) return entries;
  const Amounts& p = amounts[level(code, policy_at)];
  const Amounts& o = amounts[level(code, other_at)];
  const Amounts& f = amounts[level(code, frozen_at)];
  const Amounts treated = difference(f, o);
  entries.put(cell_of(phase), treated);
  if (phase == Phase::inside || phase == Phase::after) entries.put(Flow::direct, treated);
  entries.put(Flow::displacement, difference(f, p));
  entries.put(Flow::net, difference(p, o));
  if (with_g) {
    const Amounts& g = amounts[level(code, g_at)];
    entries.put(Flow::substitution, difference(g, p));
    entries.put(Flow::congestion, difference(f, g));
  }
  if (with_twin) entries.put(Flow::displacement_twin, difference(o, amounts[level(code, twin_at)]));
  return entries;
}

} // namespace tiltak
