// The placement network as a drawing: money, measures, and the groups whose persons they take.
#pragma once

#include <string>
#include <vector>

#include <tiltak/measure/catalogue.hpp>

namespace tiltak {

// Graphviz DOT: posts -> measures -> groups. `per_year` is the appropriation of each measure at the
// run's scale; measures without money are drawn dotted.
std::string placement_dot(const Catalogue& catalogue, const std::vector<Money>& per_year);

} // namespace tiltak
