// The loop over months.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/engine/allocation.hpp>
#include <tiltak/engine/demography.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/recorder.hpp>
#include <tiltak/engine/transitions.hpp>
#include <tiltak/market/vacancies.hpp>
#include <tiltak/measure/budget.hpp>

namespace tiltak {

// One replication of a plan. The plan must outlive it.
class Simulation {
public:
  Simulation(const Plan& plan, std::uint32_t replication);

  // Burn-in and recorded months. Throws Interrupted between months when asked to stop.
  void run(Recorder& recorder, const Progress& progress);

  const People& people() const { return people_; }
  const std::vector<World>& worlds() const { return worlds_; }

private:
  void initialise(World& world);
  void month(Month t);
  void demographic_events(Month t);
  void arrive(World& world, std::size_t p, Month t, Tally& tally);
  EdgeFactors edge_factors(Month t) const;
  void open_market(std::size_t w, Month t);
  void clear_market(std::size_t w, Month t);
  void post_vacancies(std::size_t w, Month t);
  Supply supply(std::size_t w, std::size_t segment) const;
  std::vector<Start> starts_of(const World& world, Month t) const;
  void transitions(World& world, Month t, const std::vector<Start>& starts, Tally& tally);
  BudgetMonth account(const World& world, Month t, const std::vector<Start>& starts,
                      const Tally& tally) const;

  const Plan& plan_;
  Draws draws_;
  People people_;
  std::vector<std::uint16_t> types_; // by person, with this month's age band
  Demography demography_;
  Hazards hazards_;
  LifeCourses life_courses_;
  std::array<PropensityTable, 2> propensity_;
  Budget budget_;
  Transitions transitions_;
  Setting setting_;
  std::vector<World> worlds_;
  std::vector<Market> markets_;              // by world
  std::vector<std::vector<Search>> search_;  // of the month, by world and segment
  std::vector<std::vector<float>> tightness_; // of the month, by world and segment
  std::vector<double> mean_search_;          // by segment, of an unemployed person at the opening
  std::vector<Tally> tallies_;        // of the month, by world
  std::vector<BudgetMonth> accounts_; // of the month, by world
};

} // namespace tiltak
