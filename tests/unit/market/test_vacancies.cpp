#include <doctest/doctest.h>

#include <tiltak/market/vacancies.hpp>

using namespace tiltak;

namespace {

Market open_market(double phi = 0) {
  MarketPlan plan;
  plan.demand_response = phi;
  Market market(plan);
  market.open(0, {.search = 100, .searchers = 500, .population = 2000, .labour = 1600}, 1500, 10);
  return market;
}

const Supply usual{.search = 100, .searchers = 500, .population = 2000, .labour = 1600};

double positions(const Segment& s) { return s.employed + s.vacancies + s.subsidised; }

} // namespace

TEST_CASE("a market opens at its reference") {
  Market market = open_market();
  CHECK(market.clear(0, usual) == doctest::Approx(0.5));
}

TEST_CASE("positions change by demand only") {
  Market market = open_market();
  const double before = positions(market.segments()[0]);
  market.clear(0, usual);
  market.post(0, {.hires = 50, .leavers = 30, .subsidised_micro = 2'000'000}, usual, 1);
  const Segment& s = market.segments()[0];
  CHECK(s.employed == 1520);
  CHECK(s.subsidised == doctest::Approx(12));
  // What employers posted, less the leavers' positions and the lapsed vacancies (a tenth of the 100
  // there were), is the whole change.
  CHECK(positions(s) == doctest::Approx(before - 30 + s.posted - 10));
}

TEST_CASE("in balance the positions stand still") {
  Market market = open_market();
  const double before = positions(market.segments()[0]);
  for (int month = 0; month < 200; ++month) {
    market.clear(0, usual);
    market.post(0, {.hires = 40, .leavers = 40, .subsidised_micro = 0}, usual, 1);
  }
  CHECK(positions(market.segments()[0]) == doctest::Approx(before));
}

TEST_CASE("a fall in demand lowers vacancies and an overdraft is carried on") {
  Market market = open_market();
  market.clear(0, usual);
  market.post(0, {.hires = 40, .leavers = 40, .subsidised_micro = 0}, usual, 0.9);
  const double lower = market.segments()[0].vacancies;
  CHECK(lower < 100);
  market.post(0, {.hires = 500, .leavers = 0, .subsidised_micro = 0}, usual, 0.5);
  CHECK(market.segments()[0].vacancies < 0);
  CHECK(market.clear(0, usual) == 0);
}

TEST_CASE("with full response desired positions grow with supply") {
  Market none = open_market(0), full = open_market(1);
  Supply more = usual;
  more.labour = 1.1 * usual.labour;
  none.post(0, {.hires = 40, .leavers = 40, .subsidised_micro = 0}, more, 1);
  full.post(0, {.hires = 40, .leavers = 40, .subsidised_micro = 0}, more, 1);
  CHECK(full.segments()[0].posted > none.segments()[0].posted + 0.2 * 0.1 * 1600 * 0.9);
}
