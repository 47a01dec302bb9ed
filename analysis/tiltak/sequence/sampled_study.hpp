// A study of more sequences than a matrix can hold.
#pragma once

#include <tiltak/sequence/study.hpp>

namespace tiltak::sequence {

// Fills in solutions, suggestion and the chosen one by sample_medoids() for every k, or the one
// wanted. Qualities are those of one more sample of persons, the same for every k.
void cluster_by_sampling(Study& study, const StudyOptions& options, const Progress& progress);

} // namespace tiltak::sequence
