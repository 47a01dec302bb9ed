#include <tiltak/engine/demography.hpp>

#include <algorithm>
#include <array>

namespace tiltak {
namespace {

// Calls note(month index) for each month of the horizon with an event of this person.
template <class Note>
void for_events(const People& people, std::size_t p, Month first, int months, const Note& note) {
  const int end = first.index + months;
  const auto inside = [&](int m) { return m >= first.index && m < end; };
  const int arrival = people.arrival[p], departure = people.departure[p];
  if (inside(arrival)) note(arrival);
  if (inside(departure) && departure != arrival) note(departure);
  for (std::size_t band = 1; band < age_band_count; ++band) {
    const int birthday = people.birth[p] + 12 * age_band_from[band];
    if (inside(birthday) && birthday > arrival && birthday < departure) note(birthday);
  }
}

} // namespace

Demography::Demography(const People& people, Month first, int months)
    : first_(first), offset_(static_cast<std::size_t>(months) + 1, 0) {
  for (std::size_t p = 0; p < people.size(); ++p)
    for_events(people, p, first, months,
               [&](int m) { ++offset_[static_cast<std::size_t>(m - first.index) + 1]; });
  for (std::size_t m = 1; m < offset_.size(); ++m) offset_[m] += offset_[m - 1];
  persons_.resize(offset_.back());
  std::vector<std::size_t> next(offset_.begin(), offset_.end() - 1);
  for (std::size_t p = 0; p < people.size(); ++p)
    for_events(people, p, first, months, [&](int m) {
      persons_[next[static_cast<std::size_t>(m - first.index)]++] = static_cast<std::uint32_t>(p);
    });
}

std::span<const std::uint32_t> Demography::events(Month month) const {
  const auto m = static_cast<std::size_t>(month - first_);
  return {persons_.data() + offset_[m], offset_[m + 1] - offset_[m]};
}

} // namespace tiltak
