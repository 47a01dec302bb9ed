// Who gets this month's places, and in which measure.
#pragma once

#include <vector>

#include <tiltak/engine/appropriation.hpp>
#include <tiltak/engine/candidates.hpp>
#include <tiltak/engine/transitions.hpp>
#include <tiltak/measure/gains.hpp>

namespace tiltak {

// Gives the places of `orders` to the candidates by the rule of plan.allocation (docs/model).
// Nobody gets a place she is not eligible for; what nobody can take stays empty. `caseload`:
// registered persons relative to normal. The starts of the whole country, in ascending order of the
// persons' numbers there; the same for all of a company. Reorders the candidates.
std::vector<Start> allocate(const Choosing& choosing, Month t, const World& world,
                            const Orders& orders, Candidates& queue, const Gains& gains,
                            double caseload);

} // namespace tiltak
