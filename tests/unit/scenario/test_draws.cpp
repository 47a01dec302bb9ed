#include <doctest/doctest.h>

#include <tiltak/scenario/draws_file.hpp>

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

std::vector<ParameterDraw> read(const std::string& text, Diagnostics& diagnostics) {
  return read_draws(std::make_shared<Source>("draws.csv", text), diagnostics);
}

} // namespace

TEST_CASE("draws of parameters are read in order") {
  Diagnostics diagnostics;
  const auto draws =
      read("draw,parameter,value\n0,market.lapse,0.2\n0,frailty.weak,0.3\n1,market.lapse,0.1\n",
           diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(draws.size() == 2);
  CHECK(draws[0].size() == 2);
  CHECK(draws[1][0].name == "market.lapse");
  CHECK(draws[1][0].value == 0.1);
}

TEST_CASE("draws that are out of order or no numbers are refused together") {
  Diagnostics diagnostics;
  read("draw,parameter,value\n0,a,1\n2,a,1\n0,a,x\n", diagnostics);
  CHECK(diagnostics.size() == 2);
  Diagnostics empty;
  read("draw,parameter,value\n", empty);
  CHECK(empty.size() == 1);
}
