// The shipped baseline as benchmarks run it: market, measures, budget and, with three worlds,
// accounts from the first month; 24 months before and 120 on record.
#pragma once

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/recorder.hpp>

namespace tiltak::bench {

Plan norway(double scale, bool three_worlds, int months = 120);

// Writes nothing.
struct Nothing : Recorder {
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

} // namespace tiltak::bench
