#include <doctest/doctest.h>

#include <tiltak/sequence/entrants.hpp>

using namespace tiltak;
using namespace tiltak::sequence;

namespace {
constexpr std::size_t months = 84;
const Month start = Month::of(2013, 1);

// A person who is unemployed but for the given columns.
std::vector<std::uint8_t> life(std::initializer_list<std::pair<std::size_t, std::uint8_t>> parts) {
  std::vector<std::uint8_t> row(months, 3);
  for (auto [column, code] : parts) row[column] = code;
  return row;
}
} // namespace

TEST_CASE("entrants are chosen as in the article") {
  const std::int16_t thirty = static_cast<std::int16_t>(Month::of(1984, 1).index);
  std::vector<std::uint8_t> codes;
  std::vector<std::int16_t> birth;
  const auto add = [&](const std::vector<std::uint8_t>& row, std::int16_t born) {
    codes.insert(codes.end(), row.begin(), row.end());
    birth.push_back(born);
  };
  add(life({{12, 2}}), thirty); // 0 enters in January 2014
  add(life({{5, 2}, {15, 2}}), thirty); // 1 was on a measure in 2013
  add(life({{23, 2}}), thirty); // 2 enters in December: followed to November 2018
  add(life({{24, 2}}), thirty); // 3 enters in 2015
  add(life({{14, 2}, {40, 6}}), thirty); // 4 leaves the population
  add(life({{14, 2}, {80, 6}}), thirty); // 5 leaves after the 60 months
  add(life({{14, 2}}), static_cast<std::int16_t>(Month::of(1957, 2).index)); // 6 is 57
  add(life({{14, 2}}), static_cast<std::int16_t>(Month::of(1957, 4).index)); // 7 is 56
  const Panel panel{codes, months, start};
  CHECK(covers(panel, {}));
  const auto entrants = select_entrants(panel, birth, {});
  std::vector<std::uint32_t> persons;
  for (const auto& e : entrants) persons.push_back(e.person);
  CHECK(persons == std::vector<std::uint32_t>{0, 2, 5, 7});
  CHECK(entrants[0].first == 12);
  CHECK_FALSE(covers({codes, months, start + 1}, {}));
}
