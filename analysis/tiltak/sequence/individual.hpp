// One sequence in figures: TraMineR's seqient, seqST, seqici, seqtransn, seqsubsn, seqivolatility.
#pragma once

#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

// The missing value counts as no month and no spell of its own, and ends the spell before it.
struct Individual {
  std::vector<double> months; // in each state
  double spells = 0;          // runs of months in one state
  double transitions = 0;     // spells - 1
  double subsequences = 0;    // different subsequences of the states of the spells, the empty one
                              // included (phi)
  double entropy_raw = 0;     // of the shares of time, natural logarithm
  double entropy = 0;         // entropy_raw / log(size of the alphabet)
  double turbulence =
      0; // log2(phi (s2max + 1) / (s2 + 1)), s2 the population variance of the
         // spells' months, s2max = (spells - 1) (1 - mean)^2 (Elzinga and Liefbroer 2007)
  double turbulence_norm = 0; // (turbulence - 1) / (largest for the length and alphabet - 1)
  double complexity = 0;      // sqrt(transitions / (length - 1) * entropy) (Gabadinho et al. 2011)
  double volatility =
      0; // half (states visited - 1) / (alphabet - 1), half transitions / (length - 1)
};

Individual individual(const Sequences& sequences, std::size_t i);

} // namespace tiltak::sequence
