// Two scenarios compared: made equal in present value, run on the same persons and luck over start
// phases of the cycle, their difference explained, and its sign mapped (docs/model/comparison.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/study/pairing.hpp>

namespace tiltak::study {

struct ComparisonOptions {
  std::vector<std::string> equal; // kinds of compare::Equality, the headline first; empty: what
                                  // suits the rules
  int phases = 4; // of a periodic cycle
  int part_replications = 1; // that the decomposition is worked out on; 0: none
  int map_replications = 1; // of the sign map; 0: no map
  Pairing::Filing file; // writes the headline's runs; may be empty
  double gamma = 10; // the size of gamma at the ends of the map: a gap of 3 % moves effects by 35 %
};

compare::Comparison compare_scenarios(const Variant& first, const Variant& second,
                                      const ComparisonOptions& options, const Progress& progress);

} // namespace tiltak::study
