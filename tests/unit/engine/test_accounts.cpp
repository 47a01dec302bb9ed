#include <cstdlib>
#include <memory>

#include <doctest/doctest.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

Plan accounted(double persons = 20'000) {
  Plan plan = small_plan(persons, 72);
  plan.evaluation = {Contrast::none, plan.start, 12, 60, false, 0};
  return plan;
}

struct Nothing : Recorder {
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

// A run kept as long as its accounts, which refer to its persons.
class AccountsRun {
public:
  explicit AccountsRun(const Plan& plan, std::uint32_t replication = 0)
      : simulation_(plan, replication) {
    Nothing nothing;
    simulation_.run(nothing, silent());
  }
  const Accounts* operator->() const { return &*simulation_.accounts(); }
  const Accounts& operator*() const { return *simulation_.accounts(); }

private:
  Simulation simulation_;
};

} // namespace

TEST_CASE("a measure without effect or substitution or entry cost leaves every account at zero") {
  Plan plan = accounted();
  for (auto& m : plan.measures) {
    m.lock_in = m.effect = m.sigma = m.retention = 0;
    m.subsidised = false;
  }
  const AccountsRun accounts(plan);
  CHECK(accounts->participants() > 300);
  for (std::size_t f = 0; f < flavours; ++f) {
    CHECK(accounts->total(Flow::gross, f) == accounts->total(Flow::deadweight, f));
    for (Flow flow : {Flow::own_loss, Flow::direct, Flow::threat, Flow::displacement, Flow::net})
      CHECK(accounts->total(flow, f) == 0);
  }
}

TEST_CASE("lock-in costs and after-effects give") {
  Plan locked = accounted(), helped = accounted();
  for (auto& m : locked.measures) m.effect = m.retention = 0, m.subsidised = false;
  for (auto& m : helped.measures)
    m.lock_in = m.retention = 0, m.subsidised = false, m.effect = 1.0, m.decay = 0;
  for (auto& m : locked.measures) m.lock_in *= 2;
  const AccountsRun a(locked), b(helped);
  CHECK(a->total(Flow::lock_in, 0) < -100);
  CHECK(b->total(Flow::after_effect, 0) > 1000);
  // Second measures fall in other months of other lives: a little, either way.
  CHECK(std::abs(b->total(Flow::lock_in, 0)) < b->total(Flow::after_effect, 0) / 20);
}

TEST_CASE("displacement comes out of the market and vanishes where the market is forced open") {
  Plan slack = accounted(), tight = accounted();
  for (Plan* plan : {&slack, &tight})
    for (auto& m : plan->measures)
      m.lock_in = m.retention = 0, m.subsidised = false, m.effect = 1.0, m.decay = 0;
  slack.market.reference_lambda = 0.10;
  tight.market.reference_lambda = 0.98;
  const AccountsRun a(slack), b(tight);
  const auto share = [](const AccountsRun& x) {
    return static_cast<double>(x->total(Flow::displacement, 0)) /
           static_cast<double>(x->total(Flow::direct, 0));
  };
  CHECK(share(a) > 0.4);
  CHECK(share(b) < 0.25);
}

TEST_CASE("a subsidised job counts as employment in the survey and not among ordinary jobs") {
  Plan plan = accounted();
  const AccountsRun accounts(plan);
  const std::size_t subsidy = 2; // wage_subsidy of small_plan
  std::int64_t reg = 0, lfs = 0;
  for (std::size_t month = 0; month < accounts->months(); ++month) {
    reg += accounts->at(Flow::gross, 0, 0, subsidy, month);
    lfs += accounts->at(Flow::gross, 1, 0, subsidy, month);
  }
  CHECK(lfs > reg + 100);
}

TEST_CASE("accounts of groups add up to all and are the same for any number of threads") {
  const Plan plan = accounted(10'000);
  parallel::set_threads(1);
  const AccountsRun one(plan);
  parallel::set_threads(3);
  const AccountsRun three(plan);
  parallel::set_threads(0);
  const auto groups = one->group_names();
  const auto sum = [&](const AccountsRun& a, const std::string& prefix, std::size_t month) {
    std::int64_t total = 0;
    for (std::size_t g = 0; g < groups.size(); ++g)
      if (groups[g].rfind(prefix, 0) == 0)
        for (std::size_t m = 0; m < a->measures(); ++m) total += a->at(Flow::net, 0, g, m, month);
    return total;
  };
  for (std::size_t month = 0; month < one->months(); ++month) {
    const std::int64_t all = sum(one, "all", month);
    for (const char* prefix : {"sex.", "age.", "origin.", "education.", "priority."})
      CHECK(sum(one, prefix, month) == all);
    CHECK(sum(three, "all", month) == all);
  }
}
