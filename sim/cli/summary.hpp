// What a run that is over says of itself, whoever wrote its file.
#pragma once

#include <string>

#include <tiltak/engine/plan.hpp>
#include <tiltak/study/headlines.hpp>

#include "command.hpp"

namespace tiltak::cli {

struct Summary {
  std::string output;
  std::size_t persons;
  std::uint64_t replications;
  double seconds;
  std::string part = {}; // "3/8", or empty
};

void print(const Summary& summary, const Plan& plan, const study::Headlines& headlines,
           const Common& common);

// The accounts once more, from what was written. Throws RunError.
void check_file(const std::string& path);

} // namespace tiltak::cli
