// Whether what a form asks for can be run, and within the limits of this server; and the scenario
// file that it stands for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "request.hpp"

namespace tiltak::serve {

// What one simulation may cost.
struct Limits {
  double scale = 0.1; // of the population
  std::int64_t replications = 20;
  double person_months = 4e9; // persons x months x replications, about; three worlds
};

struct Checked {
  std::string name_nb, name_en;
  std::string text; // the scenario as a file that stands alone
  std::vector<std::pair<std::string, std::string>> settings; // what is not as the default, by key
};

// Nothing where the order cannot be run; why is added to its faults. Reads the base's files and
// those they lead to, never one that the order names.
std::optional<Checked> check(Order& order, const Base& base, const Limits& limits,
                             Language language);

// Every value that is not the default, as a scenario file that extends nothing.
std::string scenario_text(const scenario::Values& values);

} // namespace tiltak::serve
