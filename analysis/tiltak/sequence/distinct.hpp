// Identical sequences, found once. Everything that costs the square of a number works on the
// distinct ones with the sum of their persons' weights; the results are those of all persons.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

struct Distinct {
  Sequences rows;                   // in order of first appearance; weights are sums, always filled
  std::vector<std::uint32_t> first; // the person each row was first seen at
  std::vector<std::uint32_t> of;    // person -> row
  std::vector<double> own_weight;   // of each person
  std::vector<double> squares;      // of each row: the sum of its persons' squared weights

  std::size_t persons() const { return of.size(); }
};

// Rows are one for each sequence; with `classes` (one a person) one for each sequence and class.
Distinct distinct(const Sequences& sequences, const std::vector<std::uint32_t>& classes = {});

// The same shape with nothing removed: each person is a row.
Distinct undivided(const Sequences& sequences);

} // namespace tiltak::sequence
