// Each friction, switched on alone, moves a figure in the direction that its source says
// (docs/decisions/035-frictions.md). Runs are paired: the same persons and luck with and without;
// the mean difference over replications must be more than two standard errors from zero. Seeds are
// fixed; a friction without effect would pass with a probability of about 3 per cent.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "figures.hpp"

using namespace tiltak;

namespace {

constexpr std::uint32_t replications = 10;

struct Row {
  const char* friction;
  bool Frictions::* is_on;
  const char* figure;
  std::function<double(const Run&)> of;
  int direction;
  bool Frictions::* with = nullptr; // at work in both runs: the friction is about it
};

const Row table[] = {
    {"place_target", &Frictions::place_target, "participants while the money is cut",
     [](const Run& r) { return participants(r, 12, 24, on_post); }, +1},
    {"benefit_crowding", &Frictions::benefit_crowding, "job seekers on the post",
     [](const Run& r) {
       return participants(r, 0, 48, [](const Measure& m) { return on_post(m) && for_seekers(m); });
     },
     -1},
    {"group_quota", &Frictions::group_quota, "distance from the quota", quota_deviation, -1},
    {"county_key", &Frictions::county_key, "distance of the counties' money from their need",
     [](const Run& r) { return r.distance; }, +1},
    {"office_pools", &Frictions::office_pools, "money granted, unspent money of before included",
     [](const Run& r) { return granted(r, 0, 48); }, +1},
    {"contracts", &Frictions::contracts, "wage subsidies among the starts while money is cut",
     [](const Run& r) { return wage_subsidies(r, 12, 24); }, -1},
    {"lapse", &Frictions::lapse, "money spent", spent, -1},
    {"refunds", &Frictions::refunds, "starts in September to December", starts_between(9, 12), +1},
    {"late_money", &Frictions::late_money, "starts in October to December", starts_between(10, 12),
     +1},
    {"stop_and_go", &Frictions::stop_and_go, "unevenness of the starts", unevenness, +1},
    {"caseworkers", &Frictions::caseworkers, "starts in the year of more money",
     [](const Run& r) { return starts_in_months(r, 24, 30); }, -1},
    {"season", &Frictions::season, "starts in June to August", starts_between(6, 8), -1},
    {"batches", &Frictions::batches, "persons on training",
     [](const Run& r) {
       return participants(r, 0, 48, [](const Measure& m) { return m.id == "training"; });
     },
     -1},
    {"relabelling", &Frictions::relabelling, "persons with reduced capacity",
     [](const Run& r) {
       return static_cast<double>(r.stocks.back()[index(Pair::none_reduced)] +
                                  r.stocks.back()[index(Pair::none_reduced_measure)]);
     },
     +1, &Frictions::group_quota},
    {"mismatch", &Frictions::mismatch, "contract places left before the time",
     [](const Run& r) {
       double left = 0, all = 0;
       for (const MeasureSpell& spell : r.ended) {
         const Measure& m = r.plan.measures[spell.measure];
         if (for_seekers(m) || !m.on_contract()) continue;
         ++all;
         left += spell.how == SpellEnd::left;
       }
       return left / all;
     },
     +1},
    {"guarantees", &Frictions::guarantees, "the young past their deadline among the starts",
     [](const Run& r) {
       return share_of_starts(
           r, [](const StartedBy& one) { return one.age < 25 && one.start.seeking > 6; },
           [&](const StartedBy& one) { return for_seekers(measure_of(r, one)); });
     },
     +1},
    {"cyclical_mix", &Frictions::cyclical_mix, "work practice against training in the slump",
     [](const Run& r) {
       const auto on = [&](const char* id) {
         return participants(r, 24, 48, [&](const Measure& m) { return m.id == id; });
       };
       return on("work_practice") / on("training");
     },
     +1},
    {"staff", &Frictions::staff, "planned months of starts in the slump",
     [](const Run& r) {
       double months = 0, starts = 0;
       for (const StartedBy& one : r.started)
         if (one.month >= 12 && measure_of(r, one).on_contract()) {
           months += one.planned;
           ++starts;
         }
       return months / starts;
     },
     +1},
    {"selective_suppliers", &Frictions::selective_suppliers,
     "weak prospects among the starts in tendered measures",
     [](const Run& r) {
       return share_of_starts(
           r, [](const StartedBy& one) { return one.weak; },
           [&](const StartedBy& one) {
             return measure_of(r, one).provision == Provision::tendered;
           });
     },
     -1},
    {"employers", &Frictions::employers, "wage subsidies among the starts in the slump",
     [](const Run& r) { return wage_subsidies(r, 12, 36); }, -1},
};

// No friction at all.
Plan without_frictions() {
  Plan plan =
      scenario::make_plan(scenario::resolve(TILTAK_SOURCE_DIR "/tests/frictions/frictions.yaml"));
  Frictions& f = plan.budget.frictions;
  for (const Row& row : table) f.*row.is_on = false;
  return plan;
}

struct Difference {
  double mean, error;
};

Difference difference(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double sum = 0, squares = 0;
  for (std::size_t r = 0; r < a.size(); ++r) {
    sum += a[r] - b[r];
    squares += (a[r] - b[r]) * (a[r] - b[r]);
  }
  const double mean = sum / n;
  return {mean, std::sqrt((squares / n - mean * mean) / (n - 1))};
}

// A figure of each row, by replication.
std::vector<std::vector<double>> figures_of(const Plan& plan, std::span<const Row> rows) {
  std::vector<std::vector<double>> figures(rows.size(), std::vector<double>(replications));
  for (std::uint32_t r = 0; r < replications; ++r) {
    Run run(plan);
    Simulation(plan, r).run(run, silent());
    for (std::size_t k = 0; k < rows.size(); ++k) figures[k][r] = rows[k].of(run);
  }
  return figures;
}

} // namespace

TEST_CASE("each friction alone moves its figure as its source says") {
  const Plan none = without_frictions();
  const auto alone = figures_of(none, table);
  for (std::size_t k = 0; k < std::size(table); ++k) {
    const Row& row = table[k];
    const std::span only(&row, 1);
    Plan plan = none;
    if (row.with != nullptr) plan.budget.frictions.*row.with = true;
    const auto before = row.with != nullptr ? figures_of(plan, only)[0] : alone[k];
    plan.budget.frictions.*row.is_on = true;
    const auto after = figures_of(plan, only)[0];
    const Difference d = difference(after, before);
    const std::string text =
        fmt::format("{}: {}: {:.4g} -> {:.4g}, change {:.3g}, standard error {:.2g}", row.friction,
                    row.figure, before[0], after[0], d.mean, d.error);
    MESSAGE(text);
    CHECK(d.mean * row.direction > 2 * d.error);
    CHECK(d.mean != 0);
  }
}

// As in 2022, when the appropriation was cut because unemployment had fallen: wage subsidies are
// dear by the month and bound for a short time only (Meld. St. 33; statsbudsjettet 2022).
TEST_CASE("wage subsidies lose most when a cyclical appropriation is cut in a boom") {
  Plan plan =
      scenario::make_plan(scenario::resolve(TILTAK_SOURCE_DIR "/tests/frictions/frictions.yaml"));
  for (const Row& row : table) plan.budget.frictions.*row.is_on = true;
  for (std::size_t m = 0; m < plan.demand.size(); ++m) {
    plan.demand[m] = static_cast<int>(m) < plan.burn_in ? 1.0 : 1.05;
    plan.gap[m] = plan.demand[m] - 1;
  }
  BudgetRule& rule = plan.budget.rule;
  rule.kind = BudgetRule::Kind::cyclical;
  rule.response = 0.3;
  rule.lag = 1;
  rule.window = 6;
  rule.whole_post = true;
  const Row rows[] = {
      {"", nullptr, "before", [](const Run& r) { return wage_subsidies(r, 0, 12); }, 0},
      {"", nullptr, "cut", [](const Run& r) { return wage_subsidies(r, 12, 24); }, 0},
      {"", nullptr, "money", [](const Run& r) { return granted(r, 12, 24) / granted(r, 0, 12); },
       0},
  };
  const auto figures = figures_of(plan, rows);
  const Difference share = difference(figures[1], figures[0]);
  MESSAGE("money " << figures[2][0] << ", share of wage subsidies " << figures[0][0] << " -> "
                   << figures[1][0]);
  for (const double money : figures[2]) CHECK(money < 0.97);
  CHECK(share.mean < -2 * share.error);
}
