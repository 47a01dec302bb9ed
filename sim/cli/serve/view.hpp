// The pages around the form: the frame, the list of simulations, and one of them with its progress
// or its report.
#pragma once

#include <string>
#include <vector>

#include "jobs.hpp"

namespace tiltak::serve {

// What a page shows beside the form.
struct Shown {
  std::vector<Job> jobs; // the newest first
  std::optional<Job> job; // in the middle of the page
  std::vector<Fault> comparison_faults;
};

// A whole page. `path` is that of the page without its language, for the link to the other one.
std::string page(const std::vector<Base>& bases, const Order& order, const Shown& shown,
                 Language language, const std::string& path);

// A page with a message alone: what was refused, and what to do.
std::string notice(Words message, Language language);

// {"stage": "running", "text": "simulating: 40 %, 3 s left", "share": 0.4} for the script.
std::string status(const Job& job, Language language);

} // namespace tiltak::serve
