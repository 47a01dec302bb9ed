#include <doctest/doctest.h>

#include <map>

#include <tiltak/engine/plan_parts.hpp>
#include <tiltak/engine/simulation.hpp>

#include "saved.hpp"
#include "small_plan.hpp"

using namespace tiltak;

namespace {

// Worlds that part, with every mechanism that keeps something from month to month.
Plan eventful(double persons = 1'200) {
  Plan plan = small_plan(persons, 42);
  plan.evaluation = {.contrast = Contrast::none,
                     .start = plan.start + 5,
                     .window = 9,
                     .tail = 24,
                     .no_substitution = true,
                     .twins = true};
  plan.budget.frictions.lapse = plan.budget.frictions.county_key = true;
  plan.budget.frictions.mismatch = plan.budget.frictions.office_pools = true;
  plan.budget.frictions.contracts = plan.budget.frictions.refunds = true;
  plan.allocation.chain_share = 0.3;
  for (Measure& m : plan.measures) m.notice = 1;
  for (std::size_t m = 0; m < plan.gap.size(); ++m) plan.gap[m] = m % 40 < 20 ? 0.02 : -0.02;
  return plan;
}

struct Nothing : Recorder {
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

// The states at the end of every month, of a run from the beginning.
std::map<int, Bytes> states_by_month(const Plan& plan) {
  std::map<int, Bytes> states;
  Nothing nothing;
  Simulation simulation(plan, 0);
  simulation.run(nothing, silent(),
                 [&](Month) { states[simulation.months_done()] = saved(simulation); });
  return states;
}

Bytes run_on(const Plan& plan, const Bytes& from) {
  Nothing nothing;
  MemorySource source(from);
  Loader loader(source);
  Simulation simulation(plan, 0);
  simulation.load(loader);
  CHECK(source.left() == 0);
  simulation.run(nothing, silent());
  return saved(simulation);
}

} // namespace

TEST_CASE("a simulation goes on from the end of any month with the same bits") {
  const Plan plan = eventful();
  const auto states = states_by_month(plan);
  REQUIRE(states.size() == static_cast<std::size_t>(plan.all_months()));
  const Bytes& end = states.rbegin()->second;
  // burn-in, the market's opening, the parting of worlds, window, its end, the tail, the last month
  for (const int month : {1, 13, 24, 29, 30, 33, 39, 50, 66})
    CHECK_MESSAGE(run_on(plan, states.at(month)) == end, month);
}

TEST_CASE("a branch without a difference is the same run") {
  const Plan plan = eventful();
  const auto states = states_by_month(plan);
  KeepPairs whole, branched;
  Simulation(plan, 0).run(whole, silent());
  // before a January, when the year's money is given anew in any case
  MemorySource source(states.at(24));
  Loader loader(source);
  Simulation simulation(plan, 0);
  simulation.branch(loader);
  simulation.run(branched, silent());
  CHECK(branched.months == whole.months);
}

TEST_CASE("a branch has the past of one plan and the future of another") {
  Plan plan = eventful(), more = plan;
  plan.evaluation.contrast = more.evaluation.contrast = Contrast::policy_alone;
  for (Money& group : more.budget.level) group = group * 2;
  const auto states = states_by_month(plan);
  KeepPairs kept;
  MemorySource source(states.at(36));
  Loader loader(source);
  Simulation simulation(more, 0);
  simulation.branch(loader);
  simulation.run(kept, silent());
  CHECK(kept.months.size() == static_cast<std::size_t>(plan.all_months() - 36));
  KeepPairs before;
  Simulation(plan, 0).run(before, silent());
  const auto spent = [](const BudgetMonth& month) {
    Money sum;
    for (const Money m : month.spent) sum += m;
    return static_cast<double>(sum.ore);
  };
  // Twice the money from the next January on, as far as there are persons to spend it on.
  CHECK(spent(kept.budgets.at(12)) > 1.3 * spent(before.budgets.at(24)));
  CHECK(kept.months.back() != before.months.back());
}

TEST_CASE("a branch that begins after worlds have parted is refused") {
  const Plan plan = eventful(400);
  const Bytes state = states_by_month(plan).at(40);
  MemorySource source(state);
  Loader loader(source);
  Simulation simulation(plan, 0);
  CHECK_THROWS_AS(simulation.branch(loader), InputError);
}

TEST_CASE("a state of other persons or months or measures is refused") {
  const Plan plan = eventful(400);
  const auto states = states_by_month(plan);
  Plan other = plan;
  other.seed = 1; // other persons
  CHECK_THROWS_AS(run_on(other, states.at(12)), InputError);
  other = plan;
  other.measures.pop_back();
  CHECK_THROWS_AS(run_on(other, states.at(12)), InputError);
  other = plan;
  other.evaluation.contrast = Contrast::policy_alone;
  CHECK_THROWS_AS(run_on(other, states.at(40)), InputError);
  CHECK(differing_parts(plan, other, false) == std::vector<std::string>{"the evaluation"});
  CHECK(differing_parts(plan, other, true).empty());
}

TEST_CASE("a state that ends too early is refused wherever it ends") {
  const Plan plan = eventful(300);
  const Bytes state = states_by_month(plan).at(35);
  for (std::size_t size = 0; size < state.size(); size += 1 + state.size() / 60)
    CHECK_THROWS_AS(
        run_on(plan, Bytes(state.begin(), state.begin() + static_cast<std::ptrdiff_t>(size))),
        InputError);
}
