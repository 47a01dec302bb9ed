// Draws from what is known of the parameters after estimation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/study/estimation.hpp>

namespace tiltak::study {

struct ParameterDraws {
  std::vector<std::string> names;
  std::vector<std::vector<double>> draws; // each as long as `names`
};

// `count` draws from the normal distribution with the estimate's mean and covariance, on the scale
// of the widths. A draw outside the bounds of a parameter is drawn again, at most 1,000 times; then
// the value is set at the bound. The same bits for the same seed.
ParameterDraws draw_parameters(const Estimate& estimate, std::size_t count, std::uint64_t seed);

// What is known without the targets: the priors' centres and widths.
Estimate prior_of(Estimate estimate);

// As the file that `parameters.draws` takes (scenario/draws_file.hpp).
std::string to_csv(const ParameterDraws& draws);

} // namespace tiltak::study
