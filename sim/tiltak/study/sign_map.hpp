// The sign of a difference over what is not known: how much a job found displaces in the long run,
// how effects move with the cycle, and whether money meets frictions on its way.
#pragma once

#include <array>
#include <vector>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/study/pairing.hpp>

namespace tiltak::study {

// Long-run displacement on the map.
inline constexpr std::array<double, 4> map_displacements{0, 0.3, 0.65, 0.9};

// Sets curvature and demand response such that long-run displacement is `target` by the formula of
// market/matching.hpp: the plan's curvature where it displaces as much with desired positions that
// do not respond to supply, else the smallest that does; then the response that takes the rest
// away. A market whose positions follow supply fully displaces nobody in the long run; between,
// the formula's displacement is taken times 1 - response.
void set_long_run_displacement(MarketPlan& market, double target);

// What the map is made of: the two scenarios at a level, the size of gamma at its ends, and on how
// many replications.
struct Map {
  const Pairing& pairing;
  double level = 1, gamma = 0;
  int replications = 1;
};

// The difference of the net effects in every cell: gamma is -size, 0 and +size of every measure,
// frictions all off and all on.
std::vector<compare::MapCell> sign_map(const Map& map, const Progress& progress);

// The difference with the other matching function, all else as the scenarios say.
std::vector<compare::Alternative> alternatives(const Map& map, const Progress& progress);

} // namespace tiltak::study
