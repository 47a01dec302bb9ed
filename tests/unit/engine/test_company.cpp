// A country that several simulate together is the one that one simulates alone, to the bit.
#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"
#include "thread_company.hpp"

using namespace tiltak;

namespace {

struct Life { // of a world
  std::vector<std::vector<std::uint8_t>> pairs, measures, notified; // by month, by person
  std::vector<double> market; // lambda, vacancies and search by month and segment
  std::vector<BudgetMonth> budget;
};

class KeepLives : public Recorder {
public:
  void month(int, std::size_t number, const WorldEngine& engine, Month) override {
    if (number >= worlds.size()) worlds.resize(number + 1);
    Life& life = worlds[number];
    life.pairs.push_back(engine.world().pair);
    life.measures.push_back(engine.world().measure);
    life.notified.push_back(engine.world().notified);
    for (const Segment& s : engine.market().segments())
      for (const double x : {s.lambda, s.vacancies, s.search}) life.market.push_back(x);
    life.budget.push_back(engine.appropriation().month());
  }
  std::vector<Life> worlds;
};

struct Lived {
  KeepLives lives;
  std::vector<std::int64_t> accounts; // totals of flows, participants, hires
};

void live(const Plan& plan, const Company& company, Lived& lived) {
  Simulation simulation(plan, 0, nullptr, nullptr, company);
  simulation.run(lived.lives, silent());
  const Accounts& accounts = *simulation.accounts();
  for (std::size_t flow = 0; flow < flow_count; ++flow)
    for (std::size_t flavour = 0; flavour < 2; ++flavour)
      lived.accounts.push_back(accounts.total(static_cast<Flow>(flow), flavour));
  for (std::size_t m = 0; m < plan.measures.size(); ++m) {
    lived.accounts.push_back(accounts.hires().starts(m));
    lived.accounts.push_back(accounts.deadweight_bounds(0, m, 3).high);
  }
  lived.accounts.push_back(static_cast<std::int64_t>(accounts.participants()));
}

// Places everywhere, by a rule, with every friction that chooses among persons.
Plan busy(AllocationRule rule) {
  Plan plan = small_plan(14'000, 30);
  plan.allocation.rule = rule;
  plan.allocation.chain_share = 0.3;
  Frictions& frictions = plan.budget.frictions;
  frictions.contracts = frictions.guarantees = frictions.relabelling = true;
  frictions.mismatch = frictions.staff = frictions.selective_suppliers = frictions.lapse = true;
  frictions.county_key = true;
  plan.measures[0].notice = 2;
  plan.measures[0].threat = 0.1;
  plan.measures[0].provision = Provision::tendered;
  plan.measures[0].from_age = 20;
  plan.measures[1].to_age = 40;
  plan.measures[1].threat = 0.05;
  plan.measures[2].threat = 0.2;
  plan.measures[1].post = plan.measures[3].post = Post::staff;
  plan.budget.places[1] = 25;
  plan.budget.places[3] = 40;
  plan.evaluation = {.contrast = Contrast::none, .start = plan.start + 4, .window = 12, .tail = 10};
  for (std::size_t m = 0; m < plan.gap.size(); ++m) plan.gap[m] = m % 40 < 20 ? 0.02 : -0.02;
  return plan;
}

template <class Column> void add(Column& all, const Column& more) {
  all.resize(std::max(all.size(), more.size()));
  for (std::size_t m = 0; m < more.size(); ++m)
    all[m].insert(all[m].end(), more[m].begin(), more[m].end());
}

void check_together(const Plan& plan, std::size_t members) {
  Lived one;
  live(plan, alone(), one);
  std::vector<Lived> each(members);
  ThreadCompany company(members);
  company.run([&](const Company& member) { live(plan, member, each[member.rank()]); });
  const std::size_t worlds = one.lives.worlds.size();
  for (std::size_t w = 0; w < worlds; ++w) {
    CAPTURE(w);
    const Life& life = one.lives.worlds[w];
    Life joined;
    for (const Lived& lived : each) {
      REQUIRE(lived.lives.worlds.size() == worlds);
      const Life& part = lived.lives.worlds[w];
      add(joined.pairs, part.pairs);
      add(joined.measures, part.measures);
      add(joined.notified, part.notified);
      CHECK(part.market == life.market);
      for (std::size_t m = 0; m < life.budget.size(); ++m) {
        CAPTURE(m);
        CHECK(part.budget[m].spent == life.budget[m].spent);
        CHECK(part.budget[m].committed == life.budget[m].committed);
        CHECK(part.budget[m].starts == life.budget[m].starts);
        CHECK(part.budget[m].queue == life.budget[m].queue);
      }
    }
    CHECK(joined.pairs == life.pairs);
    CHECK(joined.measures == life.measures);
    CHECK(joined.notified == life.notified);
  }
  for (const Lived& lived : each) CHECK(lived.accounts == one.accounts);
  CHECK(one.accounts.back() > 100);
}

} // namespace

TEST_CASE("members of a company have the persons of one process between them") {
  const Plan plan = small_plan(14'000, 24);
  const Draws draws(7, 0);
  const auto some = [&](PersonBlock block) {
    return synthesise(plan.population, plan.start, 24, draws, block);
  };
  const People all = some({});
  REQUIRE(all.size() == all.in_country);
  for (const std::size_t members : {2u, 3u, 5u, 7u}) {
    std::size_t next = 0;
    for (std::size_t k = 0; k < members; ++k) {
      const People part = some({k, members});
      CHECK(part.in_country == all.size());
      CHECK(part.first == next);
      for (std::size_t p = 0; p < part.size(); ++p) {
        const bool same =
            part.birth[p] == all.birth[next + p] && part.base[p] == all.base[next + p] &&
            part.departure[p] == all.departure[next + p] && part.county[p] == all.county[next + p];
        if (!same) FAIL("person ", next + p);
      }
      next += part.size();
    }
    CHECK(next == all.size());
  }
}

TEST_CASE("luck is that of the number in the country") {
  const Draws country(3, 1), here = country.from_person(8192);
  for (const std::uint32_t p : {0u, 1u, 6u, 4099u})
    CHECK(here.word(PersonId{p}, 5, Purpose::hours) ==
          country.word(PersonId{8192 + p}, 5, Purpose::hours));
  CHECK(here.country().word(PersonId{6}, 5, Purpose::hours) ==
        country.word(PersonId{6}, 5, Purpose::hours));
}

TEST_CASE("two simulate the country of one when practice decides who gets places") {
  check_together(busy(AllocationRule::practice), 2);
}

TEST_CASE("three simulate the country of one when priority groups come first") {
  Plan plan = busy(AllocationRule::priority);
  plan.budget.frictions.office_pools = true;
  plan.budget.frictions.group_quota = false;
  check_together(plan, 3);
}

TEST_CASE("four simulate the country of one when places go where they do most") {
  check_together(busy(AllocationRule::optimal), 4);
}

TEST_CASE("two simulate the country of one when a budget is cut and measures end") {
  Plan plan = busy(AllocationRule::prospects);
  plan.evaluation.contrast = Contrast::marginal;
  plan.evaluation.change = -0.6;
  plan.budget.frictions.contracts = false;
  check_together(plan, 2);
}
