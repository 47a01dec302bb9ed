// Would another sample of persons have given the same clusters?
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/linkage.hpp>
#include <tiltak/sequence/study.hpp>

namespace tiltak::sequence {

// Agreement of two partitions of weighted rows, corrected for chance: 1 for the same, about 0 for
// unrelated ones (Hubert and Arabie 1985, equation 5, with weights for counts).
double adjusted_rand_index(const Partition& a, const Partition& b,
                           const std::vector<double>& weights);

// Draws as many persons with replacement, clusters them anew in the way the solution was made, and
// gives for each of the samples the adjusted Rand index with the solution over the persons drawn
// (Hennig 2007, with the Rand index in the place of Jaccard's).
std::vector<double> stability(const Study& study, const StudyOptions& options, std::size_t samples,
                              std::uint64_t seed, const Progress& progress = silent());

} // namespace tiltak::sequence
