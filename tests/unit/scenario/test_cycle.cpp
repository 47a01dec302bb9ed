#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include <tiltak/scenario/cycle_file.hpp>
#include <tiltak/scenario/cycle_path.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "files.hpp"
#include "reading.hpp"

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

std::vector<double> demand_of(const Values& values, Month from, int months) {
  Diagnostics diagnostics;
  const auto demand = demand_path(values, from, months, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return demand;
}

const Month cycle_from = Month::of(2012, 1); // a year of burn-in before the horizon

std::vector<double> path(const std::string& cycle, int months = 84, std::string more = {}) {
  const Files files;
  const auto file =
      files.write("s.yaml", "horizon:\n  start: 2013-01\n" + more + "cycle:\n" + cycle);
  return demand_of(resolve(file), cycle_from, 12 + months);
}

std::string refused(const std::string& cycle, const std::string& csv) {
  const Files files;
  files.write("c.csv", csv);
  const auto file = files.write("s.yaml", "cycle:\n" + cycle);
  try {
    demand_of(resolve(file), cycle_from, 12 + 24);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

std::string months(int from, int count, const std::string& value = "1.01") {
  std::string text = "month,demand\n";
  for (int m = from; m < from + count; ++m)
    text += to_string(Month::of(2013, 1) + m) + "," + value + "\n";
  return text;
}

} // namespace

TEST_CASE("demand is normal before the horizon whatever the cycle") {
  for (const char* cycle :
       {"  kind: constant\n", "  kind: sinusoid\n  phase_months: 24\n", "  kind: regime\n",
        "  kind: historical\n", "  kind: shock\n  shock_start: 2012-06\n"}) {
    const auto demand = path(cycle);
    REQUIRE(demand.size() == 96);
    for (std::size_t m = 0; m < 12; ++m) CHECK(demand[m] == 1);
    for (const double d : demand) CHECK((d > 0.5 && d < 1.5));
  }
}

TEST_CASE("a wave has its height and its length") {
  const auto demand = path("  kind: sinusoid\n  amplitude: 4 %\n  period_months: 40\n", 80);
  for (std::size_t m = 0; m < 80; ++m)
    CHECK(demand[12 + m] ==
          doctest::Approx(1 + 0.04 * std::sin(2 * 3.14159265358979 * static_cast<double>(m) / 40)));
}

TEST_CASE("a shock falls and recovers in straight lines") {
  const auto demand = path("  kind: shock\n  amplitude: 10 %\n  shock_start: 2013-07\n"
                           "  fall_months: 5\n  recovery_months: 20\n");
  CHECK(demand[12 + 6] == 1);
  CHECK(demand[12 + 7] == doctest::Approx(0.98));
  CHECK(demand[12 + 11] == doctest::Approx(0.9));
  CHECK(demand[12 + 21] == doctest::Approx(0.95));
  CHECK(demand[12 + 31] == doctest::Approx(1));
}

TEST_CASE("regimes switch by the seed and are normal on average") {
  const std::string cycle = "  kind: regime\n  amplitude: 4 %\n  boom_months: 30\n"
                            "  slump_months: 10\n";
  const auto one = path(cycle, 1200, "  months: 1200\n"),
             same = path(cycle, 1200, "  months: 1200\n");
  const auto other = path(cycle, 1200, "  months: 1200\nseed: 5\n");
  CHECK(one == same);
  CHECK(one != other);
  const double low = *std::min_element(one.begin(), one.end());
  const double high = *std::max_element(one.begin(), one.end());
  CHECK(low > 0.96 - 1e-9);
  CHECK(low < 0.97);
  CHECK(high < 1 + 0.04 / 3 + 1e-9);
  CHECK(high > 1.012);
  // Thirty whole cycles: the share of time in slumps has a standard error below 0.05, and the range
  // is 0.053 wide.
  const double mean = std::accumulate(one.begin() + 12, one.end(), 0.0) / 1200;
  CHECK(std::abs(mean - 1) < 0.01);
}

TEST_CASE("history follows registered unemployment") {
  const auto demand = path("  kind: historical\n");
  // 2.8 per cent is normal; 1.7 positions for each unemployed. In the first quarter of 2016
  // Norges Bank has 3.10 per cent, in the third of 2013 it has 2.65.
  CHECK(demand[12 + 37] == doctest::Approx(1 - 1.7 * 0.30 / 97.2).epsilon(0.001));
  CHECK(demand[12 + 7] == doctest::Approx(1 + 1.7 * 0.15 / 97.2).epsilon(0.001));
  CHECK_THROWS_AS(path("  kind: historical\n", 144, "  months: 144\n"), InputError);
}

TEST_CASE("a file of one's own is followed month by month") {
  const Files files;
  std::string csv = "month,demand\n";
  for (int m = 0; m < 30; ++m)
    csv += to_string(Month::of(2012, 10) + m) + "," + std::to_string(1 + 0.001 * m) + "\n";
  files.write("c.csv", csv);
  const auto file = files.write("s.yaml", "cycle:\n  kind: file\n  file: c.csv\n");
  const auto demand = demand_of(resolve(file), cycle_from, 12 + 24);
  for (int m = 0; m < 24; ++m)
    CHECK(demand[static_cast<std::size_t>(12 + m)] == doctest::Approx(1 + 0.001 * (m + 3)));
}

TEST_CASE("a cycle that is too short or has gaps is refused with its place") {
  const std::string cycle = "  kind: file\n  file: c.csv\n";
  CHECK(refused(cycle, months(0, 24)).empty());
  CHECK(has(refused(cycle, months(0, 23)),
            "the cycle has 2013-01 to 2014-11, the run needs 2013-01 to 2014-12"));
  CHECK(has(refused(cycle, months(1, 40)), "s.yaml:3:9"));
  std::string gap = months(0, 30);
  gap.erase(gap.find("2013-05"), 13);
  CHECK(has(refused(cycle, gap), "c.csv:6:1: error: month: 2013-05 is missing before 2013-06"));
  std::string swapped = months(0, 30);
  swapped.replace(swapped.find("2013-07"), 7, "2013-03");
  const std::string both = refused(cycle, swapped);
  CHECK(has(both, "c.csv:8:1: error: month: 2013-03 stands already, or comes too late"));
  CHECK(has(both, "2013-07 is missing before 2013-08"));
}

TEST_CASE("every bad cell of a cycle is reported at once") {
  const std::string all = refused("  kind: file\n  file: c.csv\n",
                                  "month,demand\n2013-1,1\n2013-02,1,1\n2013-03,abc\n2013-04,nan\n"
                                  "2013-05,-1\n2013-06,\n");
  for (const char* part :
       {"c.csv:2:1: error: month: '2013-1' is not a month", "c.csv:3:1: error: 3 cells, not 2",
        "c.csv:4:9: error: demand: 'abc' is not a number", "c.csv:5:9: error: demand: 'nan'",
        "c.csv:6:9: error: demand: -1 is out of range", "c.csv:7:9: error: demand: '' is not"})
    CHECK_MESSAGE(has(all, part), part << " in " << all);
  CHECK(has(refused("  kind: file\n  file: c.csv\n", "month;demand\n2013-01;1\n"),
            "separated by commas"));
  CHECK(has(refused("  kind: file\n  file: c.csv\n", "month,demande\n2013-01,1\n"),
            "did you mean 'demand'?"));
  CHECK(has(refused("  kind: file\n  file: c.csv\n", "month,demand\n"), "no month in this file"));
  CHECK(has(refused("  kind: file\n  file: none.csv\n", ""), "none.csv"));
}

TEST_CASE("the cycles that ship can be run") {
  const std::filesystem::path folder = TILTAK_SOURCE_DIR "/scenarios/cycles";
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    ++seen;
    CHECK(demand_of(resolve(entry.path()), cycle_from, 96).size() == 96);
  }
  CHECK(seen == 8);
}
