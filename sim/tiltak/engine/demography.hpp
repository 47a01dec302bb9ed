// What age and the calendar do to persons, the same in every world: who arrives, who leaves, whose
// age band changes. Settled once, listed by month.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

class Demography {
public:
  Demography(const People& people, Month first, int months);

  // The persons, in ascending order, to whom something happens in the month: arrival, departure or
  // a birthday that changes the band.
  std::span<const std::uint32_t> events(Month month) const;

private:
  Month first_;
  std::vector<std::size_t> offset_; // by month, into persons_
  std::vector<std::uint32_t> persons_;
};

} // namespace tiltak
