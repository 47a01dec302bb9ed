#include <tiltak/people/earnings.hpp>

#include <algorithm>
#include <iterator>

namespace tiltak {

Money Earnings::g(Month month) const {
  const int year = month.month() >= 5 ? month.year() : month.year() - 1;
  const auto after = basic_amount.upper_bound(year);
  return after == basic_amount.begin() ? after->second : std::prev(after)->second;
}

Money Earnings::mean_g(int year) const {
  const Money old = g(Month::of(year, 1)), raised = g(Month::of(year, 5));
  return scale(old * 4 + raised * 8, 1.0 / 12);
}

Money Earnings::annual(Sex s, Education e, std::size_t band, Hours hours, int year) const {
  const double in_g = education[static_cast<std::size_t>(e)] * sex[static_cast<std::size_t>(s)] *
                      age[band] * (hours == Hours::part_time ? part_time : 1);
  return scale(mean_g(year), in_g);
}

} // namespace tiltak
