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

// Months are Month::index in 16 bits (to year 2730).
struct People {
  std::vector<std::int16_t> birth; // month of birth
  std::vector<std::int16_t> arrival; // first month in the population
  std::vector<std::int16_t> departure; // first month no longer in it: 67th birthday, death or move
  std::vector<std::uint16_t> base; // base_type(): sex, origin, education, frailty
  std::vector<std::uint8_t> county;
  std::vector<std::uint8_t> skill;
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
