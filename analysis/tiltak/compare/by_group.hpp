// Who gains and who is displaced, from the results files of a comparison: its accounts by group.
#pragma once

#include <string>
#include <vector>

#include <tiltak/compare/interval.hpp>

namespace tiltak::compare {

// National job-years in ordinary jobs, first scenario less second.
struct GroupGain {
  std::string group; // as the files name it; the first is everybody
  // Simulated persons who take part or whose job differs, in the mean of the runs; below 0: the
  // files do not say.
  double affected = -1;
  Spread net, direct, displacement;
};

// `files`: one for each start phase, with the same replications and groups; months are discounted
// by `discount_rate` a year to the start of the evaluation. Intervals are over replications, each
// the mean over phases and draws of the parameters. The first, everybody, is the headline. Throws
// InputError for files that do not belong together.
std::vector<GroupGain> gains_by_group(const std::vector<std::string>& files, double discount_rate);

} // namespace tiltak::compare
