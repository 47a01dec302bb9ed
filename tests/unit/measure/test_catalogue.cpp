#include <doctest/doctest.h>

#include <tiltak/measure/catalogue.hpp>
#include <tiltak/measure/gains.hpp>

using namespace tiltak;

TEST_CASE("a wage subsidy falls after its step and its mean price lies between") {
  Measure m;
  m.planned_min = m.planned_max = 12;
  m.price = Money::nok(20'000); // 40 per cent for six months, then 30
  m.price_later = Money::nok(15'000);
  m.price_step = 6;
  CHECK(m.price_at(5) == Money::nok(20'000));
  CHECK(m.price_at(6) == Money::nok(15'000));
  CHECK(m.mean_price() == Money::nok(17'500));
}

TEST_CASE("gains rise with the effect and fall with lock-in") {
  Catalogue all(3);
  for (Measure& m : all) m.planned_min = m.planned_max = 6;
  all[1].effect = 0.3;
  all[2].effect = 0.3;
  all[2].lock_in = -1;
  all[1].group_effect[1] = 1; // twice the effect for those born outside the EEA
  const Gains gains(all);
  for (std::size_t bin = 0; bin < prospect_bins; ++bin) {
    CHECK(gains.at(bin, 0, 0) == doctest::Approx(0));
    CHECK(gains.at(bin, 0, 1) > 0);
    CHECK(gains.at(bin, 2, 1) > gains.at(bin, 0, 1));
    CHECK(gains.at(bin, 0, 2) < gains.at(bin, 0, 1));
  }
  CHECK(prospect_bin(0) == 0);
  CHECK(prospect_bin(5) == prospect_bins - 1);
  CHECK(prospect_bin(0.05) > prospect_bin(0.02));
}
