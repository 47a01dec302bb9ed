// Ways to part the entrants of a cohort: by who they are and by what they entered.
#pragma once

#include <string>
#include <vector>

#include <tiltak/report/disclosure.hpp>
#include <tiltak/report/source.hpp>

namespace tiltak::report {

struct Grouping {
  std::string title; // "Sex"
  std::vector<std::string> labels; // "Woman", "Man"
  std::vector<int> of_entrant; // index into labels; -1: in none
};

// By sex, age at entry, region of birth, education and, where the file has spells, first measure.
// Labels without entrants are left out.
std::vector<Grouping> groupings(const Source& source);

// Entrants by label and cluster.
Counts cross(const Grouping& grouping, const Cohort& cohort, std::size_t clusters);

} // namespace tiltak::report
