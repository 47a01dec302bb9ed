// Sequences of 60 months in six states, like those of entrants into measures: seven kinds of
// persons, three of them so settled that many share a sequence. The same numbers on every machine.
#pragma once

#include <cstdint>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::bench {

// States "1".."6": measure, unemployed, full time, part time, disability, outside. Month 1 is
// always state 1. (2000, 20210) and (23790, 20211) are the sets the reference results were computed
// on.
sequence::Sequences synthetic_sequences(std::size_t count, std::uint64_t seed);

// The same with every sequence made different from all others, by a change of state in one or more
// months.
sequence::Sequences all_different(sequence::Sequences sequences, std::uint64_t seed);

} // namespace tiltak::bench
