// A comparison in small: what is made equal is equal, and the parts make up the whole.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>

#include <doctest/doctest.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/study/cohorts.hpp>
#include <tiltak/study/comparison.hpp>
#include <tiltak/study/comparison_cost.hpp>
#include <tiltak/study/sign_map.hpp>

using namespace tiltak;

namespace {

std::string file_of(const std::string& name, const std::string& budget,
                    const std::string& more = "") {
  const std::string path = name + ".yaml";
  std::ofstream(path)
      << "name: {nb: " << name << ", en: " << name << "}\n"
      << "seed: 7\nreplications: 2\npopulation: {scale: 0.002, burn_in_months: 24}\n"
      << "horizon: {start: 2013-01}\n"
      << "evaluation: {start: 2014-01, window_months: 36, tail_months: 24}\n"
      << "cycle: {kind: sinusoid, amplitude: 4 %, period_months: 36 months}\n"
      << "budget: {" << budget << "}\n"
      << more;
  return path;
}

study::Variant variant(const std::string& path) {
  return study::Variant(path, {{}, scenario::measure_ids()});
}

const char* const whole_post = "rule: cyclical, response: 60 %, swings: whole_post, lag_months: 6";

double part(const compare::Comparison& comparison, const std::string& id) {
  for (const auto& part : comparison.parts)
    if (part.id == id) return part.value.mean;
  FAIL("no part " << id);
  return 0;
}

double sum_of_parts(const compare::Comparison& comparison) {
  double sum = 0;
  for (const auto& part : comparison.parts) sum += part.value.mean;
  return sum;
}

double net(const compare::Comparison& comparison) {
  return comparison.equalities[0].figures[0].difference.mean;
}

} // namespace

TEST_CASE("a comparison is equal in present value and its parts add up to its difference") {
  const auto stable = variant(file_of("stable", "rule: stable"));
  const auto cyclical = variant(file_of("cyclical", whole_post));
  study::ComparisonOptions options;
  options.phases = 2;
  options.part_replications = 2;
  options.map_replications = 0;
  const auto comparison = study::compare_scenarios(stable, cyclical, options, silent());
  REQUIRE(comparison.equalities.size() == 1);
  const auto& equality = comparison.equalities[0];
  CHECK(equality.kind == "present_value");
  CHECK(std::abs(equality.gap) < 0.001);
  CHECK(equality.level != 1);
  CHECK(sum_of_parts(comparison) == doctest::Approx(net(comparison)).epsilon(1e-9));
  CHECK(std::abs(part(comparison, "remainder")) < 1e-6);
  CHECK(part(comparison, "gamma") == 0); // effects do not follow the cycle here
  CHECK(part(comparison, "frictions") != 0);
}

TEST_CASE("the net effect from stocks is that of the accounts and the sides are the same") {
  const auto stable = variant(file_of("stable", "rule: stable"));
  const auto cyclical = variant(file_of("cyclical", whole_post));
  const study::Pairing pairing(stable, cyclical, 1);
  const auto plans = pairing.plans(1);
  const study::Pairing::Plans& one = plans.front();
  const study::Contrasted run{one.first, &one.second, one.valuation};
  const auto whole = study::run_contrast(run, 1, silent());
  const auto stocks = study::run_stocks(run, 1, silent());
  const auto window = study::run_window(run, 1, silent());
  CHECK(whole.flow(Flow::net, study::discounted) != 0);
  for (std::size_t f = 0; f < flavours; ++f)
    for (const auto worth : {study::discounted, study::undiscounted})
      CHECK(stocks.flow(Flow::net, worth, f) ==
            doctest::Approx(whole.flow(Flow::net, worth, f)).epsilon(1e-9));
  for (const std::size_t side : {0u, 1u}) {
    const auto& all = whole.side[side][study::discounted];
    CHECK(stocks.side[side][study::discounted].balance.earnings == all.balance.earnings);
    CHECK(window.side[side][study::discounted].appropriated == all.appropriated);
  }
}

TEST_CASE("what a comparison costs is counted before it begins") {
  const auto stable = variant(file_of("stable", "rule: stable"));
  const auto cyclical = variant(file_of("cyclical", whole_post));
  study::ComparisonOptions options;
  options.phases = 2; // two replications
  const auto cost = study::cost_of(stable, cyclical, options);
  CHECK(cost.headline == 4);
  CHECK(cost.a_try == 4);
  CHECK(cost.why == 2 * (1 + 2)); // frictions off; each against none
  CHECK(cost.map == 2 * 25 + 8);
  options.map_replications = options.part_replications = 0;
  const auto less = study::cost_of(stable, cyclical, options);
  CHECK(less.map + less.why == 0);
  CHECK(less.core_seconds < cost.core_seconds);
}

TEST_CASE("a part is zero where its switch does nothing and the parts add up where it does") {
  std::string off = "frictions: {";
  for (const auto& [key, state] : study::all_frictions("off"))
    off += (off.back() == '{' ? "" : ", ") + key.substr(10) + ": " + state;
  off += "}\n";
  const std::string follows = "effects: {over_cycle: stronger_in_slumps, gamma: 20}\n";
  study::ComparisonOptions options;
  options.equal = {"as_given"};
  options.phases = 1;
  options.map_replications = 0;
  for (const std::string& more : {off, off + follows, follows}) {
    const auto stable = variant(file_of("stable", "rule: stable", more));
    const auto cyclical = variant(file_of("cyclical", whole_post, more));
    options.part_replications = 2;
    const auto found = study::compare_scenarios(stable, cyclical, options, silent());
    CHECK((part(found, "frictions") == 0) == more.starts_with(off));
    CHECK((part(found, "gamma") == 0) == !more.ends_with(follows));
    CHECK(std::abs(part(found, "remainder")) < 1e-6);
    CHECK(sum_of_parts(found) == doctest::Approx(net(found)).epsilon(1e-9));
  }
}

TEST_CASE("the sign map has every cell and its markets displace more where more is asked for") {
  const auto stable = variant(file_of("stable", "rule: stable"));
  const auto cyclical = variant(file_of("cyclical", whole_post));
  study::ComparisonOptions options;
  options.equal = {"as_given"};
  options.phases = 1;
  options.part_replications = 0;
  const auto found = study::compare_scenarios(stable, cyclical, options, silent());
  REQUIRE(found.map.size() == 24);
  CHECK(compare::break_even(found.map).size() == 6);
  std::vector<double> shown; // frictions off, then on
  for (const auto& cell : found.map) {
    CHECK(cell.achieved.has_value() == (cell.gamma == 0));
    if (cell.achieved) shown.push_back(*cell.achieved);
  }
  CHECK(shown[3] > shown[0] + 0.3);
  CHECK(shown[7] > shown[4] + 0.3);
  CHECK(found.alternatives.size() == 1);
  CHECK(*found.uncertainty.lowest < *found.uncertainty.highest);
}

TEST_CASE("with draws of the parameters a comparison is the mean over them and says what they do") {
  const std::string head = "draw,parameter,value\n", of = ",measure.training.effect,";
  std::ofstream("weak.csv") << head << "0" << of << "0.1\n";
  std::ofstream("strong.csv") << head << "0" << of << "1.2\n";
  std::ofstream("both.csv") << head << "0" << of << "0.1\n1" << of << "1.2\n";
  study::ComparisonOptions options;
  options.equal = {"as_given"};
  options.phases = 1;
  options.part_replications = options.map_replications = 0;
  const auto compared = [&](const std::string& draws) {
    const std::string more = "parameters: {draws: " + draws + "}\n";
    return study::compare_scenarios(variant(file_of("stable", "rule: stable", more)),
                                    variant(file_of("cyclical", whole_post, more)), options,
                                    silent());
  };
  const auto both = compared("both.csv");
  const double weak = net(compared("weak.csv")), strong = net(compared("strong.csv"));
  CHECK(weak != strong);
  CHECK(net(both) == doctest::Approx((weak + strong) / 2).epsilon(1e-9));
  CHECK(both.replications == 2);
  CHECK(both.uncertainty.draws == 2);
}

TEST_CASE("a scenario compared with itself differs in nothing") {
  const auto a = variant(file_of("one", "rule: stable")),
             b = variant(file_of("two", "rule: stable"));
  study::ComparisonOptions options;
  options.phases = 1;
  options.map_replications = options.part_replications = 0;
  const auto comparison = study::compare_scenarios(a, b, options, silent());
  for (const auto& figure : comparison.equalities[0].figures)
    if (figure.id != "cost_per_job_year") CHECK(figure.difference.mean == 0);
  CHECK(compare::verdict(comparison.equalities[0].figures[0].difference) == "none");
}

TEST_CASE("scenarios for other persons or times are refused with every key that differs") {
  const auto a = variant(file_of("one", "rule: stable"));
  const auto b =
      study::Variant(file_of("two", "rule: stable"),
                     {{{"--seed", "seed", "8"}, {"--set", "evaluation.tail_months", "12"}}, {}});
  try {
    study::compare_scenarios(a, b, {}, silent());
    FAIL("not refused");
  } catch (const InputError& error) {
    CHECK(error.diagnostics().size() == 2);
  }
}

TEST_CASE("shares that are switched one by one start at one scenario and end at the other") {
  study::Cohorts a, b;
  a.years = b.years = 2, a.measures = b.measures = 2;
  for (std::size_t c = 0; c < 2 * 2 * study::Cohorts::kinds; ++c) {
    a.persons.push_back(static_cast<double>(c % 5));
    a.effect.push_back(static_cast<double>(c % 7) - 2);
    b.persons.push_back(static_cast<double>((c + 3) % 4));
    b.effect.push_back(1.5 * static_cast<double>(c % 3));
    if (a.persons.back() == 0) a.effect.back() = 0;
    if (b.persons.back() == 0) b.effect.back() = 0;
  }
  CHECK(study::mixed_effect(a, b, 0) ==
        doctest::Approx(std::accumulate(a.effect.begin(), a.effect.end(), 0.0)));
  CHECK(study::mixed_effect(a, b, 31) ==
        doctest::Approx(std::accumulate(b.effect.begin(), b.effect.end(), 0.0)));
}

TEST_CASE("the sign map's markets displace in the long run what they are asked to") {
  for (const double target : study::map_displacements) {
    MarketPlan market;
    study::set_long_run_displacement(market, target);
    const double lambda = market.reference_lambda;
    const double vacancies = market.matching.vacancies_for(1, lambda);
    const double eps = 1 - impact_displacement(market.matching, 1, vacancies);
    const double most = long_run_displacement(eps, 0.27 * 0.027 / 0.973, 0.27, lambda / vacancies);
    CHECK((1 - market.demand_response) * most == doctest::Approx(target).epsilon(1e-6));
  }
}

TEST_CASE("break-even lies where the difference changes its sign") {
  std::vector<compare::MapCell> map;
  for (const double d : {0.0, 0.3, 0.65, 0.9}) {
    map.push_back({d, 0, false, {100 - 200 * d, {}}, {}});
    map.push_back({d, 10, false, {50, {}}, {}});
  }
  const auto lines = compare::break_even(map);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].displacement.value() == doctest::Approx(0.5));
  CHECK(!lines[1].displacement);
  CHECK(lines[1].positive);
}
