// How much of the discrepancy of sequences goes with an attribute (Studer et al. 2011; TraMineR
// dissassoc): analysis of variance with distances in the place of squared deviations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

struct Attribute {
  std::string name;
  std::vector<std::string> values; // of each person
};

struct Group {
  std::string value;
  double weight = 0;
  double discrepancy = 0; // half the mean distance of all ordered pairs
};

struct Discrepancy {
  std::string attribute;
  double f = 0;        // (SS between / (G - 1)) / (SS within / (W - G))
  double f_bf = 0;     // Brown and Forsythe's: SS between / sum (1 - n_g / W) discrepancy_g
  double r2 = 0;       // SS between / SS total
  double bartlett = 0; // equality of discrepancies
  double levene = 0;   // F of the distances to the own group's centre
  double p = 0;        // share of the permutations, the data themselves among them, with F as high
  std::size_t permutations = 0;
  std::vector<Group> groups;
  Group total;
};

// SS of a set of weight n: sum over unordered pairs of w w d / n. Permutations move the values
// among persons, weights stay with their sequences; they are drawn by `seed` and are the same for
// any number of threads. 0 permutations: p is NaN. An attribute with one value is an InputError.
Discrepancy discrepancy(const Dissimilarities& d, const Distinct& persons,
                        const Attribute& attribute, std::size_t permutations, std::uint64_t seed,
                        const Progress& progress = silent());

} // namespace tiltak::sequence
