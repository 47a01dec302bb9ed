// Joins the parts of a run that was shared out on processes.
#pragma once

#include <string>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/store/provenance.hpp>
#include <tiltak/study/headlines.hpp>

namespace tiltak::study {

struct Merged {
  Plan plan; // of the first draw
  Headlines headlines;
  std::uint64_t replications; // draws of the parameters counted
  std::size_t persons;
};

// The parts, in any order, as the results file of their run: the same as one process writes, but
// for when and by whom. Throws InputError, with all that is wrong, when one is missing, there
// twice, damaged, or part of another run.
Merged merge(const std::vector<std::string>& parts, const std::string& output,
             store::Provenance provenance);

} // namespace tiltak::study
