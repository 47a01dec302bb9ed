// The entrants of a year as a report needs them: their states by month since entry and, where they
// were clustered, their clusters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/report/disclosure.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::report {

struct Cohort {
  int year = 0; // of entry
  std::size_t months = 0; // followed
  std::vector<std::uint8_t> codes; // entrants x months
  std::vector<std::uint32_t> persons; // their numbers
  std::vector<Month> entry; // first month on a measure
  std::vector<std::int32_t> membership; // number of a cluster from 1; empty: not clustered

  std::size_t size() const { return persons.size(); }
  // Persons by month and state, all entrants or those of a cluster (from 1).
  Counts counts(std::int32_t cluster = 0) const;
};

// From /trajectories, else from the panel of world policy, selected as `tiltak cluster` does it.
// Nothing when the file has neither, when its panel does not cover a cohort, or when nobody
// entered.
std::optional<Cohort> read_cohort(const store::ResultReader& file);

} // namespace tiltak::report
