#include <tiltak/study/run_head.hpp>

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <tiltak/engine/plan_parts.hpp>

namespace tiltak::study {
namespace {

// Keys that act from the month on in which they are read, by their beginning. The rest makes
// persons, months or the shape of the file.
constexpr const char* acts_by_month[] = {
    "name.",       "why",       "budget.",     "allocation.",     "frictions.",
    "mechanisms.", "measures.", "effects.",    "market.matching", "market.demand_response",
    "cycle.",      "accounts.", "evaluation.", "replications",    "precision."};

bool may_differ(const std::string& key) {
  return std::any_of(std::begin(acts_by_month), std::end(acts_by_month),
                     [&](const char* beginning) { return key.starts_with(beginning); });
}

// "key = value" lines.
std::map<std::string, std::string> by_key(const std::string& text) {
  std::map<std::string, std::string> values;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    if (const auto sign = line.find(" = "); sign != std::string::npos)
      values[line.substr(0, sign)] = line.substr(sign + 3);
    at = end + 1;
  }
  return values;
}

struct Difference {
  std::string key, there, here;
};

std::vector<Difference> differing_keys(const RunHead& there, const RunHead& here) {
  auto other = by_key(there.parameters);
  std::vector<Difference> differences;
  const std::string none = "not set";
  for (const auto& [key, value] : by_key(here.parameters)) {
    const auto found = other.find(key);
    const std::string before = found == other.end() ? none : found->second;
    if (before != value) differences.push_back({key, before, value});
    if (found != other.end()) other.erase(found);
  }
  for (const auto& [key, value] : other) differences.push_back({key, value, none});
  return differences;
}

void add(Diagnostics& all, const std::string& path, const Difference& d) {
  all.add(Origin{path, 0, 0}, fmt::format("{} is {} there and {} here", d.key, d.there, d.here));
}

bool same_program(const RunHead& there, const RunHead& here, const std::string& path,
                  Diagnostics& all) {
  if (there.program == here.program) return true;
  all.add(Origin{path, 0, 0},
          fmt::format("{} wrote it and this is {}", there.program, here.program), {},
          "only the same program surely goes on with the same bits");
  return false;
}

} // namespace

void RunHead::put_into(store::Provenance& provenance) const {
  provenance.title = title;
  provenance.institution = institution;
  provenance.scenario = scenario;
  provenance.parameters = parameters;
  provenance.changes = changes;
  provenance.fit = fit;
  provenance.seed = plan.seed;
  provenance.expansion = 1 / plan.scale;
}

std::string program_of(const store::Provenance& p) {
  return fmt::format("{} {} (git {})", p.program, p.version, p.commit);
}

RunHead make_head(const store::Provenance& p, const std::vector<Plan>& plans, const Shard& shard,
                  bool full_panel) {
  RunHead head;
  head.program = program_of(p);
  head.title = p.title;
  head.institution = p.institution;
  head.scenario = p.scenario;
  head.parameters = p.parameters;
  head.changes = p.changes;
  head.fit = p.fit;
  head.shard = shard;
  head.full_panel = full_panel;
  head.draws = plans.size();
  for (const Plan& plan : plans)
    for (const PlanPart& part : plan_parts(plan))
      head.draws_digest = head.draws_digest * 31 + part.digest;
  head.plan = plans.front();
  return head;
}

void add_differences(const RunHead& there, const RunHead& here, const std::string& path,
                     Diagnostics& all) {
  if (!same_program(there, here, path, all)) return;
  const auto keys = differing_keys(there, here);
  for (const Difference& difference : keys) add(all, path, difference);
  if (!keys.empty()) return;
  for (const std::string& part : differing_parts(there.plan, here.plan, false))
    all.add(Origin{path, 0, 0}, fmt::format("{} differs, by a file that came with the program or "
                                            "one that a key leads to",
                                            part));
  if (all.empty() && (there.draws_digest != here.draws_digest || there.draws != here.draws))
    all.add(Origin{path, 0, 0}, "the draws of the parameters differ");
}

void refuse_another_run(const RunHead& there, const RunHead& here, const std::string& path) {
  Diagnostics all;
  add_differences(there, here, path, all);
  if (there.shard.number != here.shard.number || there.shard.of != here.shard.of)
    all.add(Origin{path, 0, 0},
            fmt::format("it is of shard {}/{} and this is {}/{}", there.shard.number,
                        there.shard.of, here.shard.number, here.shard.of));
  if (!all.empty()) throw InputError(all);
}

void refuse_another_past(const RunHead& there, const RunHead& here, const std::string& path) {
  Diagnostics all;
  same_program(there, here, path, all);
  for (const Difference& difference : differing_keys(there, here))
    if (!may_differ(difference.key)) add(all, path, difference);
  if (all.empty())
    for (const std::string& part : differing_parts(there.plan, here.plan, true))
      all.add(Origin{path, 0, 0}, part + " differs, which one past cannot have led to");
  const auto refuse = [&](bool wrong, const std::string& what, const std::string& hint) {
    if (wrong) all.add(Origin{path, 0, 0}, what, {}, hint);
  };
  const bool adaptive = !here.plan.precision.figure.empty();
  refuse(there.replication != 0 || there.draws != 1,
         "it was made after the first replication, and a branch has one",
         "use one of the first replication");
  refuse(here.plan.replications != 1 || here.draws != 1 || adaptive || here.shard.of != 1,
         "a branch has one replication: that of its past", "--replications 1");
  const bool coupled = here.plan.evaluation.contrast != Contrast::policy_alone;
  refuse(coupled && here.plan.evaluation.start < there.month,
         fmt::format("it begins with {}, after evaluation.start, {}", to_string(there.month),
                     to_string(here.plan.evaluation.start)),
         "a branch begins before worlds part");
  if (!all.empty()) throw InputError(all);
}

} // namespace tiltak::study
