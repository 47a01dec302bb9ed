// What a run will need, known before it begins: bytes from the types of the columns, seconds from
// measured times of a person's month.
#pragma once

#include <cstdint>

#include <tiltak/engine/plan.hpp>

namespace tiltak {

struct Needs {
  double persons = 0; // kept from the start: those who come of age or move in later among them
  std::size_t worlds = 1;
  std::int64_t bytes = 0; // at the peak
  std::int64_t file_bytes = 0; // of the results file
  std::int64_t checkpoint_bytes = 0; // of one checkpoint, at most
  double core_seconds = 0; // of one core, all replications
};

// Bytes of one person's columns, by the types they have.
struct PersonBytes {
  std::size_t shared; // what all worlds have in common
  std::size_t world; // in each
  std::size_t accounts; // with worlds that are compared
};
PersonBytes person_bytes();

// Nanoseconds of a person in the population, of this processor (docs/guide/operators.md says how
// and where they were measured).
struct PersonTimes {
  double made = 330; // once a replication: synthesis, demography, first month's columns
  double month = 20; // a month's draws and what all worlds share
  double world = 21; // a month in a world
  double accounted = 2; // a month of accounts
  double recorded = 1.5; // a month in a world's panel, compressed and written
};

// `panel`: whether the full panel is recorded, as it is of replication 0.
Needs needs(const Plan& plan, bool panel, const PersonTimes& times = {});

} // namespace tiltak
