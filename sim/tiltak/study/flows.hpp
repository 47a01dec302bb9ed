// Moments of movement between statuses, from the pairs of every person by month: the labour-force
// survey over a quarter, health benefits over a year.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>

namespace tiltak::study {

// [month][person], months in order from `start`.
struct PairPanel {
  const std::vector<std::vector<std::uint8_t>>& months;
  Month start;
};

// The labour-force survey, mean over the last two years: who was asked in one month and again three
// months later.
//   survey.unemployed             per cent of the labour force
//   survey.unemployed_to_outside  per cent of the unemployed outside the labour
//                                 force a quarter later
//   survey.exits_ratio            exits from employment to outside over those to unemployment
//   survey.entries_ratio          entries to employment from outside over those from unemployment
void survey_flows(const PairPanel& panel, std::map<std::string, double>& out);

// Disability pension, from one December to the next, of those still in the population.
//   disability.next_year          per cent of the pensioners with a pension a year later
//   disability.works              per cent of the pensioners with a job
void disability(const PairPanel& panel, std::map<std::string, double>& out);

} // namespace tiltak::study
