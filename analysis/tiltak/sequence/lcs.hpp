// LCS distance: d = p + q - 2 S, with p and q the lengths of two sequences and S the length of
// their longest common subsequence (Elzinga 2008; TraMineR seqdist method "LCS"). The same number
// as optimal matching with substitution 2 and indel 1.
#pragma once

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/sequences.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

constexpr std::size_t longest_lcs = 1024; // positions

// All pairs. Bytes where they hold the distances (always up to 64 positions, and up to 255 where
// all are equally long), two bytes elsewhere. Equally long: the unit is 2.
Dissimilarities lcs(const Sequences& sequences, const Progress& progress = silent());

} // namespace tiltak::sequence
