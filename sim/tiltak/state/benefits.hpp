// How long benefits last: the rules, and read-outs of a person's months. Money is elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tiltak {

// Unemployment benefit: two years as a main rule (Meld. St. 33 (2023-2024), lines 8153-8154),
// earned by a year's work (104 weeks; navikt/dp-behandling, evidence C07; the income limits are not
// modelled). Months run down while registered as unemployed or on a measure; a right is kept
// through a job that is too short for a new one, and lost after a year outside.
constexpr std::uint8_t benefit_months = 24;
constexpr int months_to_earn_benefit = 12;

// Months of unemployment benefit left.
enum class Benefit : std::uint8_t { none, running, ending };
constexpr std::size_t benefit_classes = 3;
constexpr int benefit_ends_within = 2; // months left at most
constexpr Benefit benefit_class(int months_left) {
  if (months_left == 0) return Benefit::none;
  return months_left <= benefit_ends_within ? Benefit::ending : Benefit::running;
}

// Work assessment allowance (AAP): three years, 784 working days (Meld. St. 33, lines 4790-4803;
// navikt/aap-behandlingsflyt, evidence C08). Extensions beyond them are not modelled.
constexpr int aap_months = 36;

// Whether a person registered with reduced capacity for so many months receives AAP.
constexpr bool receives_aap(int months_in_spell) { return months_in_spell < aap_months; }

} // namespace tiltak
