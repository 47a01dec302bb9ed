// How improbable is improbable enough. Every check of these tests goes through plausible(): it
// fails below one in ten million, so that all of them together, a few hundred checks, would give a
// false alarm in one of some ten thousand changes of the seed. One test, whose bounds are given
// from outside, says its own rate at the site (test_coverage.cpp, 0.4 %).
#pragma once

#include <cstdint>

namespace tiltak::chance {

constexpr double alarm = 1e-7; // of one check
constexpr int most_checks = 1000; // test_whole.cpp holds the number of checks to this

// True if a p-value is neither tiny nor, for a two-sided one, next to 1 by more than chance allows.
// Counts the check.
bool plausible(double p_value);
int checks();

// P(X >= x) of a chi-square with this many degrees of freedom (Abramowitz and Stegun 6.5.29 and
// 6.5.31: series below the mean, continued fraction above).
double chi_square_tail(double x, double degrees_of_freedom);

// P(|Z| >= |z|) of a standard normal.
double normal_two_sided(double z);

// z of a count of successes in n trials of probability p.
double z_of(std::int64_t successes, double trials, double p);

} // namespace tiltak::chance
