// Distances made comparable between sequences of unequal length.
#pragma once

#include <functional>

#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// What a distance of two sequences is set against: their lengths, in the unit of the distance, and
// the largest distance they could have.
struct Limits {
  double p, q, most;
};

// With d the distance (TraMineR seqdist, `norm`):
//   maxlength  d / max(p, q)        gmean      1 - (most - d) / (2 sqrt(p q))
//   maxdist    d / most             yujian_bo  2 d / (d + most)
// 0 stays 0. Elzinga (2008), Gabadinho et al. (2011), Yujian and Bo (2007).
double normalised(double d, const Limits& limits, Norm norm);

Dissimilarities normalise(Dissimilarities raw, Norm norm,
                          const std::function<Limits(std::size_t, std::size_t)>& limits);

// Of optimal matching, for lengths p and q in months.
Limits alignment_limits(double p, double q, double indel, double highest_substitution, Norm norm);

// The norm that "auto" stands for.
Norm norm_of(Measure measure, Norm norm);

} // namespace tiltak::sequence
