#include <tiltak/measure/gains.hpp>

#include <tiltak/core/exact.hpp>
#include <tiltak/measure/effects.hpp>

namespace tiltak {
namespace {

constexpr double lowest = 0.001, ratio = 1.25; // of the first bin, and from bin to bin
constexpr int horizon = 60; // months

double hazard_of(std::size_t bin) {
  double hazard = lowest * 1.118;
  while (bin-- > 0) hazard *= ratio;
  return hazard;
}

// Part of its height that an effect has in a month after the end.
double part_after(const Measure& measure, int month) {
  return month < measure.delay ? (month + 1.0) / (measure.delay + 1)
                               : exact::exp(-measure.decay * (month - measure.delay));
}

// Months in a job until the horizon: the job that is found is kept, as without the measure.
double months_gained(const Measure& measure, double hazard, std::size_t effect_class) {
  const int planned = (measure.planned_min + measure.planned_max) / 2;
  const double size = measure.effect * group_factor(measure, effect_class);
  double searching = 1, would_search = 1, gained = 0;
  for (int month = 0; month < horizon; ++month) {
    if (month == planned) searching *= 1 - measure.retention;
    const double log_factor =
        month < planned ? measure.lock_in : size * part_after(measure, month - planned);
    searching *= exact::exp(-hazard * exact::exp(log_factor));
    would_search *= exact::exp(-hazard);
    gained += would_search - searching;
  }
  return gained;
}

} // namespace

std::size_t prospect_bin(double hazard) {
  std::size_t bin = 0;
  for (double upper = lowest * ratio; bin + 1 < prospect_bins && hazard >= upper; upper *= ratio)
    ++bin;
  return bin;
}

Gains::Gains(const Catalogue& catalogue)
    : measures_(catalogue.size()), table_(prospect_bins * effect_group_sets * catalogue.size()) {
  for (std::size_t bin = 0; bin < prospect_bins; ++bin)
    for (std::size_t c = 0; c < effect_group_sets; ++c)
      for (std::size_t m = 0; m < measures_; ++m)
        table_[(bin * effect_group_sets + c) * measures_ + m] =
            months_gained(catalogue[m], hazard_of(bin), c);
}

} // namespace tiltak
