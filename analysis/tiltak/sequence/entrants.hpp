// The entrants of a year, selected as in Nossen et al. (2021): first month on a measure in the
// year, none in the year before, 18 to 56 years old, in the population for all the months they are
// followed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/month.hpp>

namespace tiltak::sequence {

// Six-state codes as stored, person-major: codes[person * months + month].
struct Panel {
  std::span<const std::uint8_t> codes;
  std::size_t months = 0;
  Month start; // of column 0

  std::size_t persons() const { return months == 0 ? 0 : codes.size() / months; }
};

struct EntrantRule {
  int year = 2014;
  int follow_months = 60;
  int youngest = 18, oldest = 56; // whole years in the first month
};

struct Entrant {
  std::uint32_t person;
  std::int32_t first; // column of the first month on a measure
};

// Whether a panel covers what the rule asks for: the year before the year, and the follow-up of
// those who enter in December.
bool covers(const Panel& panel, const EntrantRule& rule);

// Entrants in ascending order of person. `birth` holds Month::index by person. Only columns that
// exist are looked at for the year before; the follow-up must lie inside the panel.
std::vector<Entrant> select_entrants(const Panel& panel, std::span<const std::int16_t> birth,
                                     const EntrantRule& rule);

} // namespace tiltak::sequence
