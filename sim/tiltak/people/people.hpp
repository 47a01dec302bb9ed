// The persons of a run: what is the same in every world. One column a property; a person is an
// index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/people/attributes.hpp>
#include <tiltak/people/given.hpp>

namespace tiltak {

// The k-th of n blocks of persons with neighbouring numbers; all where nothing is said. Blocks are
// whole stretches of 4096 persons, as the panel's chunks are, but for the country's last.
struct PersonBlock {
  std::size_t number = 0, of = 1;
  std::size_t begin(std::size_t persons) const;
  std::size_t end(std::size_t persons) const { return PersonBlock{number + 1, of}.begin(persons); }
};

// Months are Month::index in 16 bits (to year 2730).
struct People {
  std::vector<std::int16_t> birth; // month of birth
  std::vector<std::int16_t> arrival; // first month in the population
  std::vector<std::int16_t> departure; // first month no longer in it: 67th birthday, death or move
  std::vector<std::uint16_t> base; // base_type(): sex, origin, education, frailty
  std::vector<std::uint8_t> county;
  std::vector<std::uint8_t> skill;
  // Where the persons of a country are shared out on processes: the number in the country of the
  // first one here, and how many there are in all.
  std::size_t first = 0, in_country = 0;
  // Of a population that a file gives, else empty.
  std::vector<std::string> id;
  std::vector<GivenStart> start;

  std::size_t size() const { return birth.size(); }
  void resize(std::size_t n);

  Sex sex(std::size_t p) const {
    return static_cast<Sex>(base[p] / (frailty_classes * educations.size() * origins.size()));
  }
  BirthRegion origin(std::size_t p) const {
    return static_cast<BirthRegion>(base[p] / (frailty_classes * educations.size()) %
                                    origins.size());
  }
  Education education(std::size_t p) const {
    return static_cast<Education>(base[p] / frailty_classes % educations.size());
  }
  std::size_t frailty(std::size_t p) const { return base[p] % frailty_classes; }
  int age(std::size_t p, Month month) const { return (month.index - birth[p]) / 12; }
  bool present(std::size_t p, Month month) const {
    return arrival[p] <= month.index && month.index < departure[p];
  }
};

} // namespace tiltak
