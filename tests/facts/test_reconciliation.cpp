// The three codings of the same persons: what one counts can be told from the others.
#include <array>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>
#include <tiltak/state/readout.hpp>

#include "baseline.hpp"

using namespace tiltak;

namespace {

// Persons of a month by each coding, and the cells in which the codings differ.
struct Month3 {
  std::array<std::int64_t, 7> article{};
  std::array<std::int64_t, 4> survey{};
  std::array<std::int64_t, 6> registers{};
  std::int64_t jobs_beside_health = 0; // a job, and reduced capacity or disability pension
  std::int64_t subsidised = 0, subsidised_reduced = 0; // a wage subsidy, of job seekers, of others
  std::int64_t own_search = 0, reduced_on_measure = 0, population = 0;
};

struct Reconcile : Recorder {
  int months = 0;
  std::int64_t own_search = 0, jobs_beside_health = 0, subsidised = 0;

  static Month3 count(const World& world) {
    Month3 n;
    for (std::size_t k = 0; k < population_pairs; ++k) {
      const auto pair = static_cast<Pair>(k);
      const auto [name, job, registration] = facts(pair);
      const std::int64_t persons = world.stock[k];
      n.population += persons;
      n.article[static_cast<std::size_t>(six_state(pair))] += persons;
      n.survey[static_cast<std::size_t>(survey_status(pair))] += persons;
      n.registers[static_cast<std::size_t>(register_status(pair))] += persons;
      const bool wage_subsidy = job == Job::subsidised_full || job == Job::subsidised_part;
      const bool reduced = registration == Registration::reduced ||
                           registration == Registration::reduced_measure ||
                           registration == Registration::disability_pension;
      if (job != Job::none && !wage_subsidy && reduced) n.jobs_beside_health += persons;
      if (wage_subsidy) (reduced ? n.subsidised_reduced : n.subsidised) += persons;
      if (registration == Registration::own_search) n.own_search += persons;
      if (registration == Registration::reduced_measure && job == Job::none)
        n.reduced_on_measure += persons;
    }
    return n;
  }

  void month(int, std::size_t, const WorldEngine& engine, Month) override {
    const Month3 n = count(engine.world());
    const auto& [full, part, measure, unemployed, other, health, outside] = n.article;
    const auto& [employed, survey_unemployed, not_in_force, survey_outside] = n.survey;
    // Employment: the article's jobs, those of persons with reduced capacity, and wage subsidies.
    CHECK(employed == full + part + n.jobs_beside_health + n.subsidised + n.subsidised_reduced);
    CHECK(n.registers[0] == employed);
    // Unemployment: the register's, participants without a job, and those who seek on their own.
    CHECK(n.registers[1] == unemployed);
    CHECK(survey_unemployed == unemployed + (measure - n.subsidised) + n.own_search);
    // Measures: participants without a job, with reduced capacity or without.
    CHECK(n.registers[2] == (measure - n.subsidised) + n.reduced_on_measure);
    CHECK(n.registers[3] ==
          health - n.jobs_beside_health - n.subsidised_reduced - n.reduced_on_measure);
    CHECK(n.registers[4] == other);
    CHECK(not_in_force == other - n.own_search + n.registers[3] + n.reduced_on_measure);
    for (const std::int64_t nobody : {outside, survey_outside, n.registers[5]}) CHECK(nobody == 0);
    ++months;
    own_search += n.own_search;
    jobs_beside_health += n.jobs_beside_health;
    subsidised += n.subsidised_reduced;
  }
};

} // namespace

TEST_CASE("register and survey and article codings of the baseline reconcile in every month") {
  const Plan plan = baseline("2 %");
  Reconcile reconcile;
  Simulation(plan, 0).run(reconcile, silent());
  CHECK(reconcile.months == 84);
  // The cells in which they differ are not empty, or nothing was reconciled.
  CHECK(reconcile.own_search > 0);
  CHECK(reconcile.jobs_beside_health > 0);
  CHECK(reconcile.subsidised > 0);
}
