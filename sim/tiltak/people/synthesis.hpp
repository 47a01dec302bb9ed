// A synthetic population with published margins: cells by iterative proportional fitting, persons
// by largest remainder, the rest by keyed draws. Nobody is copied.
#pragma once

#include <array>
#include <memory>
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
  std::shared_ptr<const GivenPeople> given; // a file's persons; nobody is synthesised then
};

// Everybody who is in the population in some month of [start, start + months), sorted by birth:
// synthetic persons, or those of the file with what it leaves open drawn.
// Of these a block is kept; nobody else takes memory. `draws` are the country's.
// Throws std::invalid_argument where the margins cannot be met.
People synthesise(const PopulationPlan& plan, Month start, int months, const Draws& draws,
                  PersonBlock block = {});

} // namespace tiltak
