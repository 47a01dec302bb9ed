// The accounts against worlds looked at from outside, and limits whose answer is known.
#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>
#include <tiltak/state/readout.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

Plan evaluated(double persons = 20'000, int window = 12, int tail = 60) {
  Plan plan = small_plan(persons, window + tail);
  plan.evaluation.contrast = Contrast::none;
  plan.evaluation.start = plan.start;
  plan.evaluation.window = window;
  plan.evaluation.tail = tail;
  return plan;
}

// Every world's months, as they were.
struct KeepWorlds : Recorder {
  struct MonthOfWorld {
    std::vector<std::uint8_t> pair, measure;
    std::vector<MeasureStart> started;
  };
  std::vector<std::vector<MonthOfWorld>> worlds;
  void begin(const People&, std::size_t count) override { worlds.resize(count); }
  void month(int, std::size_t w, const WorldEngine& engine, Month) override {
    worlds[w].push_back({engine.world().pair, engine.world().measure, engine.tally().started});
  }
};

struct Run {
  KeepWorlds lives;
  Simulation simulation;
  explicit Run(const Plan& plan) : simulation(plan, 0) { simulation.run(lives, silent()); }
  const Accounts& accounts() const { return *simulation.accounts(); }
  std::int64_t total(Flow flow, std::size_t flavour = 0) const {
    return accounts().total(flow, flavour);
  }
};

int ordinary(const KeepWorlds::MonthOfWorld& month, std::size_t p) {
  return has_ordinary_job(static_cast<Pair>(month.pair[p]));
}

} // namespace

TEST_CASE("accounts are what one finds who looks at the worlds afterwards") {
  Plan plan = evaluated(8'000, 14, 20);
  const Run run(plan);
  const auto& [P, O, F] = std::tie(run.lives.worlds[0], run.lives.worlds[1], run.lives.worlds[2]);
  const std::size_t persons = run.simulation.people().size();
  std::vector<int> first(persons, -1);
  for (int m = 13; m >= 0; --m)
    for (const auto& start : P[static_cast<std::size_t>(m)].started) first[start.person] = m;
  std::int64_t gross = 0, deadweight = 0, own = 0, lock_in = 0, after = 0, before_start = 0,
               before = 0;
  for (std::size_t m = 0; m < P.size(); ++m)
    for (std::size_t p = 0; p < persons; ++p) {
      const int e = ordinary(P[m], p), o = ordinary(O[m], p), f = ordinary(F[m], p);
      const bool started = first[p] >= 0 && static_cast<int>(m) >= first[p];
      if (first[p] >= 0) gross += e, deadweight += e && o, own += o && !e;
      if (first[p] >= 0 && !started) before += e;
      (!started ? before_start : F[m].measure[p] != 0 ? lock_in : after) += f - o;
    }
  CHECK(before > 0); // months before the first start are accounts' as well
  CHECK(run.total(Flow::gross) == gross);
  CHECK(run.total(Flow::deadweight) == deadweight);
  CHECK(run.total(Flow::own_loss) == own);
  CHECK(run.total(Flow::lock_in) == lock_in);
  CHECK(run.total(Flow::after_effect) == after);
  CHECK(run.total(Flow::threat) + run.total(Flow::relabelling) + run.total(Flow::cuts) ==
        before_start);
}

TEST_CASE("months since the start hold what calendar months hold") {
  const Run run(evaluated(8'000, 14, 20));
  const Accounts& a = run.accounts();
  for (std::size_t k = 0; k < flow_always * flavours; ++k)
    for (std::size_t m = 0; m + 1 < a.measures(); ++m) {
      const auto flow = static_cast<Flow>(k / flavours);
      std::int64_t calendar = 0, since = 0;
      for (std::size_t t = 0; t < a.months(); ++t) calendar += a.at(flow, k % flavours, 0, m, t);
      for (std::size_t s = 0; s < a.since_months(); ++s) since += a.since(flow, k % flavours, m, s);
      CHECK(since == calendar);
    }
}

TEST_CASE("displacement is substitution and congestion and without sigma congestion alone") {
  Plan plan = evaluated();
  plan.evaluation.no_substitution = true;
  const Run none(plan); // small_plan has sigma 0
  CHECK(none.total(Flow::substitution) == 0);
  for (auto& m : plan.measures) m.sigma = m.subsidised ? 0.9 : 0;
  const Run run(plan);
  CHECK(run.total(Flow::substitution) > 100);
  CHECK(run.total(Flow::displacement) ==
        run.total(Flow::substitution) + run.total(Flow::congestion));
}

TEST_CASE("displacement seen from the other end is of the same sign and near the first") {
  Plan plan = evaluated();
  plan.evaluation.twins = true;
  for (auto& m : plan.measures)
    m.subsidised = false, m.retention = 0, m.lock_in = 0, m.effect = 1, m.decay = 0;
  const Run run(plan);
  const auto first = static_cast<double>(run.total(Flow::displacement));
  const auto other = static_cast<double>(run.total(Flow::displacement_twin));
  CHECK(first > 500);
  CHECK(std::abs(other - first) < 0.3 * first);
}

TEST_CASE(
    "where vacancies are few displacement takes the whole effect and where it is tight none") {
  // Tolerances: what a population of this size gives, with effects that only job search has.
  const auto share = [](double lambda) {
    Plan plan = evaluated(40'000, 12, 36);
    plan.market.reference_lambda = lambda;
    plan.market.matching.curvature = 2;
    for (auto& m : plan.measures)
      m.subsidised = false, m.retention = 0, m.lock_in = 0, m.effect = 1.2, m.decay = 0;
    const Run run(plan);
    return static_cast<double>(run.total(Flow::displacement)) /
           static_cast<double>(run.total(Flow::direct));
  };
  CHECK(std::abs(share(0.02) - 1) < 0.15);
  CHECK(std::abs(share(0.999)) < 0.1);
}

TEST_CASE("a subsidised job in place of an ordinary one is all deadweight in the survey") {
  const JobAmounts amounts = job_amounts(50);
  const JobCode code = 3 | 2 << 2 | 3 << 4 | 3 << 6 | 3 << 8; // subsidised, else full-time
  const Entries ledger = participant_entries(code, amounts);
  CHECK(ledger.entry[0].amount == Amounts{0, 1, 0, 100}); // gross
  CHECK(ledger.entry[1].amount == Amounts{0, 1, 0, 100}); // deadweight
  CHECK(ledger.entry[2].amount == Amounts{1, 0, 100, 0}); // own loss: an ordinary job
  const Entries differences = difference_entries(code, Phase::inside, amounts, false, false);
  for (std::size_t k = 0; k < differences.count; ++k)
    if (differences.entry[k].flow == Flow::net)
      CHECK(differences.entry[k].amount == Amounts{-1, 0, -100, 0});
}

TEST_CASE("a measure for persons with reduced capacity shows up in employment") {
  Plan plan = evaluated();
  for (auto& m : plan.measures) {
    const bool reduced = m.group == MeasureGroup::reduced_capacity;
    m.subsidised = false, m.lock_in = m.retention = 0, m.decay = 0;
    m.effect = reduced ? 1.0 : 0.0;
  }
  const Run run(plan);
  CHECK(run.total(Flow::direct) > 300);
  std::int64_t job_seekers = 0; // measures 0 to 2 of small_plan have no effect of their own
  for (std::size_t t = 0; t < run.accounts().months(); ++t)
    for (std::size_t m = 0; m < 3; ++m) job_seekers += run.accounts().at(Flow::direct, 0, 0, m, t);
  CHECK(std::abs(job_seekers) < run.total(Flow::direct) / 10);
}

TEST_CASE("hires in the other world are counted within one and three and six months") {
  const Run run(evaluated(60'000, 12, 12));
  const HireWatch& hires = run.accounts().hires();
  const std::size_t subsidy = 2;
  CHECK(hires.starts(0) == 0); // not subsidised
  CHECK(hires.starts(subsidy) > 100);
  CHECK(hires.hired(0, subsidy) > 0);
  CHECK(hires.hired(0, subsidy) < hires.hired(1, subsidy));
  CHECK(hires.hired(1, subsidy) < hires.hired(2, subsidy));
  CHECK(hires.hired(2, subsidy) < hires.starts(subsidy));
}

TEST_CASE("bounds of deadweight are those of two margins") {
  const std::array cells{CellCount{10, {8, 9}, {7, 8}}, CellCount{5, {1, 1}, {2, 2}}};
  CHECK(frechet(cells, 0).low == 5); // 8 + 7 - 10, and 0
  CHECK(frechet(cells, 0).high == 8); // 7 and 1
  CHECK(frechet(cells, 1).low == 7);
}

TEST_CASE("two plans for the same persons part at the start of the evaluation") {
  Plan plan = evaluated(8'000, 12, 24), dearer = plan;
  plan.evaluation.contrast = dearer.evaluation.contrast = Contrast::marginal;
  KeepWorlds lives;
  Simulation same(plan, 0, &dearer);
  same.run(lives, silent());
  CHECK(same.accounts()->participants() == 0);
  CHECK(same.accounts()->total(Flow::net, 0) == 0);
  for (auto& money : dearer.budget.level) money = money * 2;
  Simulation differs(plan, 0, &dearer);
  differs.run(lives, silent());
  CHECK(differs.accounts()->participants() > 50);
}
