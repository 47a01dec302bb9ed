// The estimated parameters by name. The names are those of parameter files; the same table serves
// whoever reads a file and whoever estimates.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <tiltak/market/vacancies.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/measure/propensity.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

struct Parameters {
  HazardParameters hazards{};
  std::array<Propensity, 2> propensity{}; // by MeasureGroup
  double weak = 0, ill = 0; // shares of the unobserved traits
  std::array<double, population_pairs> at_18{}; // shares of pairs on the 18th birthday, any scale
  double chain_share = 0.17; // of ended measures that another type is to follow, ahead of others
  double curvature = 1, reference_lambda = 0.5, lapse = 0.1, adjustment = 0.2;
};

// A named number inside `Parameters` or an entry of a catalogue; a name for a group of edges
// ("hazard.jobs.weak") stands for the same number of each of them.
struct ParameterSlot {
  std::string name; // "hazard.full_none.none_unemployed.base"
  std::vector<double*> values;
};

// Every parameter there is. The pointers live as long as the two arguments.
std::vector<ParameterSlot> parameter_slots(Parameters& parameters, Catalogue& catalogue);

// Shares of the frailty classes.
std::array<double, frailty_classes> frailty_shares(const Parameters& parameters);

} // namespace tiltak
