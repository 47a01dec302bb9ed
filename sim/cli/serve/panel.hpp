// The parts of a page about simulations: one of them, and the list of all with what to compare.
#pragma once

#include <string>
#include <vector>

#include "jobs.hpp"

namespace tiltak::serve {

// Before anything was simulated: what this page is for.
std::string welcome(Language language);

// One simulation: its progress and a button to stop it, why it failed, or its report and files.
std::string panel(const Job& job, const std::vector<Job>& all, Language language);

// All simulations, and a form to compare two of them.
std::string list(const std::vector<Job>& jobs, const std::vector<Fault>& faults, Language language);

// "simulating: 40 %, about 3 s left".
std::string progress_text(const Job& job, Language language);

} // namespace tiltak::serve
