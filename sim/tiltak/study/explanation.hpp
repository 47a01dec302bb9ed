// Why two scenarios differ, in parts that add up: what switches of the run change, and of the rest,
// who got which measure when (docs/model/comparison.md).
#pragma once

#include <vector>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/study/pairing.hpp>

namespace tiltak::study {

// The headline: the net differences of its replications, at this level.
struct Explained {
  const Pairing& pairing;
  double level = 1;
  std::vector<double>
      net; // by replication, job-years at the discount rate; the first are explained
};

// Parts of the difference in the net effect, first less second:
// - gamma, frictions: Shapley values of these two switches, each turned in both scenarios from the
//   start of the evaluation on. A switch that nothing hangs on is not run and gives exactly 0;
// - of the difference with both off: volume, timing, mix, composition, effects (Shapley values over
//   participants' cells), threat, cuts, displacement, and `remainder`, by which the two contrasts
//   with none miss it: zero unless the worlds without starts differ too.
std::vector<compare::Part> explain(const Explained& headline, int replications,
                                   const Progress& progress);

} // namespace tiltak::study
