// What unemployment does over a business cycle, for runs in which there is one.
#pragma once

#include <map>
#include <span>
#include <string>

#include <tiltak/study/flows.hpp>

namespace tiltak::study {

// Slopes of least squares over the months of the record; `demand` by month, 1 is normal.
//   cycle.registered            registered unemployment, per cent of the labour force, for each per
//                               cent that desired positions are fewer
//   cycle.survey_on_registered  unemployment in the survey on registered unemployment
// Nothing where demand stands still.
void cycle_moments(const PairPanel& panel, std::span<const double> demand,
                   std::map<std::string, double>& out);

} // namespace tiltak::study
