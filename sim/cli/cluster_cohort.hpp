// The entrants of a results file as `tiltak cluster OUT.h5` sees them.
#pragma once

#include <string>
#include <vector>

#include <tiltak/sequence/discrepancy.hpp>
#include <tiltak/sequence/entrants.hpp>
#include <tiltak/sequence/sequences.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::cli {

struct Cohort {
  std::vector<sequence::Entrant> entrants;
  sequence::Sequences sequences; // named by the numbers of their persons
  std::vector<sequence::Attribute> attributes; // sex, age, origin, education, measure
  Month start; // of the file's panel

  Month entry(std::size_t i) const { return start + entrants[i].first; }
};

// Throws InputError where the file has no panel, does not follow the entrants, or has fewer
// than 20.
Cohort read_cohort(const store::ResultReader& file);

} // namespace tiltak::cli
