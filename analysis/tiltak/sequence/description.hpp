// A set of sequences in figures: TraMineR's seqstatd, seqmodst, seqmeant, seqtrate and seqtab.
//
// The missing value is left out, as TraMineR does by default; months after a sequence's end always
// are. Logarithms are natural, and an entropy is divided by the log of the size of the alphabet,
// also where states are never visited.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/sequence/rates.hpp>
#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

// Of one month of the sequences.
struct Cross {
  std::vector<double> share; // of each state
  double valid = 0; // weight of those in a state
  double entropy = 0; // 0..1
  std::size_t modal = 0; // the first of equally frequent states
};

// The variance is the unbiased one, sum of w (x - mean)^2 over W - sum of w^2 / W (n - 1 where all
// weights are 1); the error is the deviation over the root of W.
struct TimeInState {
  double mean = 0, variance = 0, deviation = 0, error = 0; // months
};

struct SpellsInState {
  double count = 0; // weight of the spells
  double mean = 0; // months a spell
  double visited = 0; // share of sequences with one or more
};

struct Frequent {
  std::uint32_t row = 0;
  double weight = 0;
  double share = 0;
};

struct Description {
  double weight = 0; // of the set
  std::vector<Cross> months;
  std::vector<TimeInState> time; // in each state
  std::vector<SpellsInState> spells; // in each state
  Rates rates; // pooled over months
  std::vector<Frequent> frequent; // the ten most frequent sequences, by their first rows
  double modal_share = 0; // share of the sequence of modal states, if it occurs
};

// Of rows with weights. `squares` is the sum of the squared weights
// of the persons they stand for.
Description describe(const Sequences& rows, double squares);

} // namespace tiltak::sequence
