// Draws from what is known of the parameters after estimation.
#pragma once

#include <cstdint>

#include <tiltak/scenario/parameter_draws.hpp>
#include <tiltak/study/estimation.hpp>

namespace tiltak::study {

// `count` draws from the normal distribution with the estimate's mean and covariance, on the scale
// of the widths. A draw outside the bounds of a parameter is drawn again, at most 1,000 times; then
// the value is set at the bound. The same bits for the same seed.
scenario::ParameterDraws draw_parameters(const Estimate& estimate, std::size_t count,
                                         std::uint64_t seed);

} // namespace tiltak::study
