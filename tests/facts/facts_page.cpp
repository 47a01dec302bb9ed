// Writes docs/model/facts.md: the facts the baseline is to reproduce together, published and
// simulated.
#include <fmt/format.h>

#include <tiltak/study/moments.hpp>

#include "baseline.hpp"

using namespace tiltak;

int main() {
  const study::TargetFile targets = baseline_targets();
  const study::Moments moments = study::simulate_moments(baseline("10 %"));
  fmt::print("# Facts to reproduce together\n\n"
             "Published, and as the baseline has them at scale 0.1 (seed 2014), each with its "
             "read-out. The width is\nthat of the target: a standard error or, where none is "
             "published, a judgement. Made by\n`build/release/tests/facts/facts_page > "
             "docs/model/facts.md`; `tests/facts` checks them.\n\n"
             "| read-out | published | width | simulated | gap in widths | source |\n"
             "|---|---|---|---|---|---|\n");
  for (const Fact& fact : facts_together) {
    const study::Target* target = find_target(targets, fact.target);
    if (target == nullptr) return 1;
    const double simulated = moments.at(fact.target);
    fmt::print("| {} (`{}`) | {} | {}{} | {:.2f} | {:+.1f} | {} |\n", fact.words, fact.target,
               target->value, target->width, target->judged ? ", judged" : "", simulated,
               (simulated - target->value) / target->width, target->source);
  }
}
