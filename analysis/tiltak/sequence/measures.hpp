// The distances, a file each; distances() in distance.hpp chooses among them.
#pragma once

#include <tiltak/sequence/distance.hpp>

namespace tiltak::sequence {

// Optimal matching: the cheapest way of insertions, deletions and substitutions (Abbott and Forrest
// 1986; Needleman and Wunsch 1970). Normed with lengths times indel.
Dissimilarities optimal_matching(const Sequences&, const DistanceOptions&, const Progress&);

// Optimal matching of spells (Studer and Ritschard 2016): inserting a spell of m months costs
// indel + e (m - 1), changing its length e a month, putting another state in its place the
// substitution cost and e (m - 1) for each of the two.
Dissimilarities optimal_matching_of_spells(const Sequences&, const DistanceOptions&,
                                           const Progress&);

// Sum of substitution costs month by month; plain Hamming counts months that differ.
Dissimilarities hamming(const Sequences&, const DistanceOptions&, const Progress&);
Dissimilarities dynamic_hamming(const Sequences&, const DistanceOptions&, const Progress&);

// p + q - 2 times the length of the longest common prefix (lcp) or suffix (rlcp).
Dissimilarities common_prefix(const Sequences&, const DistanceOptions&, const Progress&);

// Distance of the shares of time in each state, interval by interval (Deville and Saporta 1983).
Dissimilarities distribution_distance(const Sequences&, const DistanceOptions&, const Progress&);

} // namespace tiltak::sequence
