// A plan in parts that can be told apart: what must be the same where a run goes on from what
// another program, or the same at another time, has simulated.
#pragma once

#include <string>
#include <vector>

#include <tiltak/engine/plan.hpp>

namespace tiltak {

enum class PartOfPlan {
  fixed, // persons, their luck, months: the same for everything that has one past
  open // acts month by month, so another plan may say otherwise from some month on
};

struct PlanPart {
  std::string name; // as a user knows it: "the population"
  PartOfPlan kind;
  std::uint64_t digest; // of every number in it
};

std::vector<PlanPart> plan_parts(const Plan& plan);

// The names of those parts that differ; of the fixed ones alone where asked.
std::vector<std::string> differing_parts(const Plan& a, const Plan& b, bool fixed_alone);

} // namespace tiltak
