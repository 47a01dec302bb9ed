// What is known of a person's month before it comes: her part in the search for jobs, an upper
// bound on the probability that she leaves her pair, and the month in which one of these changes.
// Worked out when something happens to her, not every month: cost follows events.
#pragma once

#include <span>
#include <vector>

#include <tiltak/engine/world.hpp>
#include <tiltak/measure/effects.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

using EdgeFactors = std::array<float, edge_count>;

// What multiplies hazards in a month, the same for all who share an edge, a class, a segment.
struct MonthFactors {
  EdgeFactors edge{}; // cycle
  std::vector<float> effect; // of measures on job hazards, by effect class
  std::vector<float> tightness; // on job hazards, by segment: lambda over its reference
  std::vector<float> threat; // on those of the unemployed, by segment: of a place without notice

  float tight(const World& world, std::size_t p) const {
    const std::size_t segment = world.segment[p];
    const bool threatened = world.pair_of(p) == Pair::none_unemployed && world.notified[p] == 0;
    return threatened ? tightness[segment] * threat[segment] : tightness[segment];
  }
};

constexpr bool is_job(std::size_t edge) { return hazard_edges[edge].kind == EdgeKind::job; }

// The first job edge of a pair: jobs are the last of its exits.
inline constexpr std::array<std::uint8_t, pair_count> job_from = [] {
  std::array<std::uint8_t, pair_count> from{};
  for (std::size_t p = 0; p < pair_count; ++p) {
    from[p] = static_cast<std::uint8_t>(exit_table[p].first + exit_table[p].count);
    while (from[p] > exit_table[p].first && is_job(from[p] - 1u)) --from[p];
  }
  return from;
}();

inline constexpr std::array<bool, pair_count> has_job_edge = [] {
  std::array<bool, pair_count> has{};
  for (std::size_t p = 0; p < pair_count; ++p)
    has[p] = job_from[p] < exit_table[p].first + exit_table[p].count;
  return has;
}();

class Outlook {
public:
  Outlook(const Hazards& hazards, const MeasureEffects& effects, std::size_t segments);

  // Whose bounds no longer hold, or hold with so much room that they are not worth their name.
  struct Stale {
    bool everyone = false;
    std::vector<std::uint8_t> segments; // of those who have a job edge
    bool any() const;
    bool holds(const World& world, std::size_t p) const {
      return everyone || (segments[world.segment[p]] != 0 && has_job_edge[world.pair[p]]);
    }
  };
  // Raises the limits that bounds are worked out for.
  Stale raise_limits(const MonthFactors& factors);

  // Works out person p anew as she stands before month t, and notes what that changes in the sums.
  void refresh(World& world, std::size_t p, Month t, std::size_t type, SearchChange& change) const;

  // The bound alone.
  void rebound(World& world, std::size_t p, Month t, std::size_t type) const;

  // Sum of her job hazards at the reference of cycle, measures and tightness.
  float search(const World& world, std::size_t p, Month t, std::size_t type) const;

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  struct Sums {
    float jobs = 0; // at the reference
    float limit_jobs = 0, limit_others = 0; // with the edges at their limits
  };
  Sums sums(const World& world, std::size_t p, Month t, std::size_t type) const;
  std::uint16_t bound(const World& world, std::size_t p, Month t, std::size_t type,
                      const Sums& sums) const;

  const Hazards& hazards_;
  const MeasureEffects& effects_;
  MonthFactors limits_;
  // by pair and band: months in the spell at which a person is looked at again; 0 never
  std::array<std::array<std::uint8_t, duration_bands>, pair_count> next_duration_{};
  // by band, benefit and edge: the largest factor of duration and benefits until then
  std::array<std::array<std::array<float, edge_count>, benefit_classes>, duration_bands> most_{};
};

// The class of a person's measure in month t; `groups` are those of her type. A measure whose last
// month is over no longer locks in: its participants search as those after it, before anybody has
// moved them.
inline EffectClass effect_class(const World& world, std::size_t p, Month t, std::size_t groups) {
  if (world.measure[p] != 0)
    return t.index < world.measure_end[p] ? class_on_measure(world.measure[p] - 1u)
                                          : class_after_measure(world.measure[p] - 1u, 0, groups);
  if (world.notified[p] != 0) return class_notified(world.notified[p] - 1u);
  if (world.last_measure[p] == 0) return no_effect;
  return class_after_measure(world.last_measure[p] - 1u, t.index - world.measure_left[p], groups);
}

} // namespace tiltak
