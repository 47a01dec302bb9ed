// The loop over months, for the worlds in step.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/engine/accounts.hpp>
#include <tiltak/engine/demography.hpp>
#include <tiltak/engine/recorder.hpp>
#include <tiltak/engine/world_engine.hpp>

namespace tiltak {

class Saver;
class Loader;

// Called after each month with the first one that is not simulated yet. It answers
// Stop::checkpoint, by throwing Interrupted when the checkpoint is made.
using MonthEnd = std::function<void(Month)>;

// One replication of a plan. The plan must outlive it.
class Simulation {
public:
  // The persons are those of the company's block. With `against`, the world that policy is compared
  // with follows that plan from the start of the evaluation on; it is for the same population,
  // horizon and evaluation (a contrast of two budgets: Contrast::marginal). With `history`, months
  // before the evaluation are that plan's, and the world without starts goes on by it.
  Simulation(const Plan& plan, std::uint32_t replication, const Plan* against = nullptr,
             const Plan* history = nullptr, const Company& company = alone());
  Simulation(const Simulation&) = delete; // the accounts refer to the persons
  Simulation& operator=(const Simulation&) = delete;

  // Burn-in and recorded months. Worlds part at the start of the evaluation; the months before are
  // simulated once. Throws Interrupted between months when asked to stop, RunError when accounts do
  // not add up. Goes on where it was when it was loaded; the recorder then knows of the months
  // before.
  void run(Recorder& recorder, const Progress& progress, const MonthEnd& month_end = {});

  // Everything that the months so far have made, at the end of a month.
  void save(Saver& saver) const;
  // In place of the start, as it was saved for the same plan and replication, in a simulation that
  // has not run. The loader throws where it does not fit.
  void load(Loader& loader);
  // The same from another plan, for the same persons and horizon (plan_parts.hpp): what this plan
  // says holds from here on. Throws where the evaluation of the other had begun.
  void branch(Loader& loader);
  int months_done() const { return done_; } // burn-in among them

  const People& people() const { return common_.people; }
  // After the run; nothing when policy was simulated alone.
  const std::optional<Accounts>& accounts() const { return accounts_; }

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  void month(Month t);
  void transitions(Month t);
  bool window_open(Month t) const;
  void part(Month t); // the other worlds go on from policy as it stands
  void account(Month t);
  std::size_t worlds_in_all() const;
  bool is_coupled() const { return plan_.evaluation.contrast != Contrast::policy_alone; }

  const Plan& plan_;
  Common common_;
  std::optional<Common> against_, history_;
  Demography demography_;
  std::vector<WorldEngine> worlds_; // policy first
  std::optional<Accounts> accounts_;
  int done_ = 0; // months
};

} // namespace tiltak
