// The loop over months, for the worlds in step.
#pragma once

#include <optional>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/engine/accounts.hpp>
#include <tiltak/engine/demography.hpp>
#include <tiltak/engine/recorder.hpp>
#include <tiltak/engine/world_engine.hpp>

namespace tiltak {

// One replication of a plan. The plan must outlive it.
class Simulation {
public:
  // With `against`, the world that policy is compared with follows that plan from the start of the
  // evaluation on; it is for the same population, horizon and evaluation (a contrast of two
  // budgets: Contrast::marginal).
  Simulation(const Plan& plan, std::uint32_t replication, const Plan* against = nullptr);
  Simulation(const Simulation&) = delete; // the accounts refer to the persons
  Simulation& operator=(const Simulation&) = delete;

  // Burn-in and recorded months. Worlds part at the start of the evaluation; the months before are
  // simulated once. Throws Interrupted between months when asked to stop, RunError when accounts do
  // not add up.
  void run(Recorder& recorder, const Progress& progress);

  const People& people() const { return common_.people; }
  // After the run; nothing when policy was simulated alone.
  const std::optional<Accounts>& accounts() const { return accounts_; }

private:
  void month(Month t);
  void transitions(Month t);
  bool window_open(Month t) const;
  void part(Month t); // the other worlds go on from policy as it stands
  void account(Month t);
  std::size_t worlds_in_all() const;

  const Plan& plan_;
  Common common_;
  std::optional<Common> against_;
  Demography demography_;
  std::vector<WorldEngine> worlds_; // policy first
  std::optional<Accounts> accounts_;
};

} // namespace tiltak
