// A synthetic population with published margins: cells by iterative proportional fitting, persons
// by largest remainder, the rest by keyed draws. Nobody is copied.
#pragma once

#include <array>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/core/month.hpp>
#include <tiltak/people/ipf.hpp>
#include <tiltak/people/people.hpp>
#include <tiltak/people/places.hpp>

namespace tiltak {

// Dimensions of the fitted table, in this order.
enum class PopulationDimension : std::size_t { sex, age, origin, education };

struct PopulationPlan {
  double persons = 0; // in the population at the start, at the run's scale
  std::vector<Margin> margins; // over the dimensions above
  std::vector<double> seed; // where the fitting starts, over all dimensions; empty: all ones
  std::array<double, frailty_classes> frailty{}; // shares of the unobserved classes
  std::array<double, age_band_count> death{}; // hazard per month
  std::array<double, origins.size()>
      emigration{}; // hazard per month; as many move in, as young adults
  PlacePlan places;
};

// Everybody who is in the population in some month of [start, start + months), sorted by birth.
// Throws std::invalid_argument where the margins cannot be met.
People synthesise(const PopulationPlan& plan, Month start, int months, const Draws& draws);

} // namespace tiltak
