#include "summary.hpp"

#include <fmt/format.h>

#include <tiltak/compare/identities.hpp>
#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>

namespace tiltak::cli {

void print(const Summary& summary, const Plan& plan, const study::Headlines& headlines,
           const Common& common) {
  if (common.json) {
    Json json;
    json.set("output", summary.output);
    if (!summary.part.empty()) json.set("part", summary.part);
    json.set("persons", static_cast<std::int64_t>(summary.persons));
    json.set("months", plan.months);
    json.set("burn_in_months", plan.burn_in);
    json.set("replications", static_cast<std::int64_t>(summary.replications));
    if (headlines.replications() > 0) json.set("job_years", study::in_json(headlines));
    json.set("seconds", summary.seconds);
    fmt::print("{}\n", json.text(2));
  } else if (!common.quiet) {
    fmt::print("{}{}: {} persons, {} months after {} of burn-in, {} replication{}, {:.1f} s\n",
               summary.output, summary.part.empty() ? "" : " (part " + summary.part + ")",
               summary.persons, plan.months, plan.burn_in, summary.replications,
               summary.replications == 1 ? "" : "s", summary.seconds);
    fmt::print("{}", study::in_words(headlines));
  }
}

void check_file(const std::string& path) {
  const auto faults = compare::identity_faults(store::ResultReader(path));
  if (!faults.empty()) throw RunError(fmt::format("{}", fmt::join(faults, "\n")));
}

} // namespace tiltak::cli
