#include <doctest/doctest.h>

#include <stdexcept>

#include <tiltak/store/slab.hpp>

#include "small_file.hpp"

using namespace tiltak::store;

namespace {

// The codes of one person as the runs say.
std::vector<std::uint8_t> expanded(const std::vector<Run>& runs) {
  std::vector<std::uint8_t> codes;
  for (const Run& run : runs)
    codes.insert(codes.end(), run.months, run.code);
  return codes;
}

} // namespace

TEST_CASE("runs are what the months were") {
  for (const std::size_t persons : {1u, 15u, 16u, 17u, 100u}) {
    Slab slab(persons, 20);
    for (std::size_t m = 0; m < 20; ++m) {
      std::vector<std::uint8_t> codes(persons);
      for (std::size_t p = 0; p < persons; ++p)
        codes[p] = code_of(p, m);
      slab.add(codes);
    }
    CHECK(slab.is_whole());
    std::vector<Run> runs;
    slab.read_runs(runs);
    const auto codes = expanded(runs);
    REQUIRE(codes.size() == persons * 20);
    for (std::size_t p = 0; p < persons; ++p)
      for (std::size_t m = 0; m < 20; ++m)
        REQUIRE(codes[p * 20 + m] == code_of(p, m));
  }
}

TEST_CASE("persons that are not there are code 0 and months that are not there repeat the last") {
  Slab slab(20, 5);
  slab.add(std::vector<std::uint8_t>(17, 3));
  slab.add(std::vector<std::uint8_t>(17, 9));
  std::vector<Run> runs;
  slab.read_runs(runs);
  const auto codes = expanded(runs);
  REQUIRE(codes.size() == 100);
  CHECK(std::vector<std::uint8_t>(codes.begin() + 80, codes.begin() + 85) ==
        std::vector<std::uint8_t>{3, 9, 9, 9, 9});
  CHECK(std::vector<std::uint8_t>(codes.begin() + 85, codes.end()) ==
        std::vector<std::uint8_t>(15, 0));
}

TEST_CASE("a code that takes more than four bits is refused") {
  Slab slab(20, 5);
  std::vector<std::uint8_t> codes(20, 0);
  codes[3] = 16;
  CHECK_THROWS_AS(slab.add(codes), std::logic_error);
  codes[3] = 0;
  codes[19] = 255;
  CHECK_THROWS_AS(slab.add(codes), std::logic_error);
}
