// Estimation by simulated moments: parameters that bring the simulated moments to the targets, near
// their priors. The sum that is made small:
//   sum ((moment - target) / width)^2 + sum ((theta - prior) / width)^2
// where a target's width takes in the noise of the simulation. Levenberg-Marquardt on derivatives
// from weighing designs, with Broyden's update between them; common random numbers throughout.
// docs/model/calibration-method.md says why.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>
#include <tiltak/study/moments.hpp>
#include <tiltak/study/targets.hpp>

namespace tiltak::study {

struct EstimationOptions {
  int most_rounds = 8; // designs; 0: the moments where it begins, and no step
  double enough = 1e-2; // stop when two rounds lower the loss by less than this part each
  double step = 0.2; // of every parameter in the designs, in widths of the prior
  bool posterior = true; // a last design at the end, for the widths after estimation
  // The slopes of another estimation of the same parameters and targets, as at a smaller scale: the
  // first round goes by them instead of a design of its own. Outlives the estimation.
  const struct EstimationState* slopes_of = nullptr;
};

// Where an estimation stands between rounds: all that going on needs. x is in widths of the priors.
struct EstimationState {
  std::string inputs; // what it is of; going on with other inputs is refused
  std::string names; // of its free parameters and its targets, as a digest
  int rounds = 0;
  std::int64_t simulations = 0;
  bool finished = false; // the search, not the posterior
  double damping = 1e-2, loss_before = 0;
  std::vector<double> x, noise; // by free parameter; by target
  std::vector<double> before; // moments at the start, by target
  std::vector<double> slopes; // from the designs so far: by target, within it by free parameter
  double slopes_noise = 0; // EstimationProblem's Slopes
  int designs = 0; // that the slopes are a mean of
  int in_vain = 0; // rounds in a row that lowered the loss by less than enough
};

struct Estimate {
  scenario::ParameterFile parameters; // values and sd filled in
  std::vector<std::size_t> free; // which entries were estimated
  std::vector<double> before, after, noise; // by target: moments, and their standard error
  std::vector<std::vector<double>> covariance; // of the free, in widths of the priors
  double loss_before = 0, loss_after = 0;
  int rounds = 0;
  std::int64_t simulations = 0;
};

// `start` holds values, priors and widths; those of width 0 and those held stay as they are.
// `values` is the scenario the moments are taken from, `replications` in it how many runs they are
// means of.
// `save` is called after each round; `resume` goes on from such a state, with the same bits as if
// there had been no break. Throws InputError when a target names no moment of that scenario or the
// state is of other inputs.
class Estimation {
public:
  Estimation(const scenario::Values& values, const scenario::ParameterFile& start,
             const std::vector<Target>& targets, const EstimationOptions& options);

  Estimate run(const Progress& progress, const std::function<void(const EstimationState&)>& save,
               const EstimationState* resume = nullptr);

  // Name inputs, and of them the free parameters and the targets, by their content.
  std::string inputs() const;
  std::string names() const;

private:
  const scenario::Values& values_;
  const scenario::ParameterFile& start_;
  const std::vector<Target>& targets_;
  EstimationOptions options_;
};

} // namespace tiltak::study
