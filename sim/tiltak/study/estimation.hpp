// Estimation by simulated moments: parameters that bring the simulated moments to the targets, near
// their priors. Levenberg-Marquardt over
//   sum ((moment - target) / width)^2 + sum ((theta - prior) / width)^2
// with common random numbers, so that the sum is a smooth enough function of the parameters.
#pragma once

#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>
#include <tiltak/study/moments.hpp>
#include <tiltak/study/targets.hpp>

namespace tiltak::study {

struct EstimationOptions {
  int most_rounds = 8; // of the Jacobian
  double enough = 1e-3; // stop when a round lowers the loss by less than this part
};

struct Estimate {
  std::vector<scenario::ParameterEntry> parameters; // values and sd filled in
  Moments before, after;
  double loss_before = 0, loss_after = 0;
  int rounds = 0, evaluations = 0;
};

// `start` holds values, priors and widths; those of width 0 stay as they are. `values` is the
// scenario the moments are taken from. Throws InputError when a target names no moment of that
// scenario.
Estimate estimate(const scenario::Values& values, const scenario::ParameterFile& start,
                  const std::vector<Target>& targets, const EstimationOptions& options,
                  const Progress& progress);

} // namespace tiltak::study
