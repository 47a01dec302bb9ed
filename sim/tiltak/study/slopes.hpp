// What the gaps of the targets do when parameters move, as weighing designs show it: with noise.
#pragma once

#include <Eigen/Core>

namespace tiltak::study {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

// A derivative of each target's gap by each parameter, and how noisy these are.
struct Slopes {
  Matrix of_targets; // targets x parameters
  double noise = 0; // variance of one column, summed over the fitted targets
};

// J'J of the targets without what noise alone adds to it, and the priors' identity: half the
// Hessian of the sum. Noise makes every parameter look better known than it is.
Matrix curvature(const Slopes& slopes);

// A target knows little of most parameters: most slopes are nothing but noise, and all of these
// together would push every parameter somewhere. Each slope is drawn towards zero by what noise
// puts into its row, to zero where it is no larger (the non-negative garrote of Breiman 1995); the
// median of a row's sizes is that of noise. With few parameters there is no telling noise from what
// they do: then they stay as they are.
Slopes without_noise(const Slopes& slopes);

} // namespace tiltak::study
