#include <tiltak/study/variant.hpp>

#include <fmt/format.h>

#include <tiltak/scenario/draws_file.hpp>
#include <tiltak/scenario/plan.hpp>

namespace tiltak::study {
namespace {

bool same_hazards(const HazardParameters& a, const HazardParameters& b) {
  for (std::size_t e = 0; e < edge_count; ++e)
    if (a[e].base != b[e].base || a[e].sex != b[e].sex || a[e].age != b[e].age ||
        a[e].origin != b[e].origin || a[e].education != b[e].education || a[e].weak != b[e].weak ||
        a[e].ill != b[e].ill || a[e].duration != b[e].duration || a[e].benefit != b[e].benefit ||
        a[e].cycle != b[e].cycle)
      return false;
  return true;
}

} // namespace

Variant::Variant(std::filesystem::path path, scenario::Change change)
    : path_(path.string()), change_(std::move(change)), values_(scenario::resolve(path, change_)) {}

scenario::Values
Variant::values(const std::vector<std::pair<std::string, std::string>>& also) const {
  scenario::Change change = change_;
  for (const auto& [key, value] : also) change.assignments.push_back({"tiltak", key, value});
  return scenario::resolve(path_, change);
}

Variant Variant::with(const std::vector<std::pair<std::string, std::string>>& also) const {
  scenario::Change change = change_;
  for (const auto& [key, value] : also) change.assignments.push_back({"tiltak", key, value});
  return Variant(path_, change);
}

std::vector<Plan>
Variant::plans(const std::vector<std::pair<std::string, std::string>>& also) const {
  auto all = also;
  all.emplace_back("evaluation.worlds", "coupled");
  all.emplace_back("evaluation.contrast", "marginal");
  return scenario::make_plans(values(all));
}

std::pair<std::string, std::string> Variant::level(double factor) const {
  const Money level = scale(values_.money("budget.level"), factor);
  return {"budget.level", fmt::format("{} NOK", level.ore / 100)};
}

std::vector<std::vector<std::pair<std::string, std::string>>> Variant::phases(int count) const {
  if (values_.choice("cycle.kind") != "sinusoid") return {{}};
  const std::int64_t period = values_.integer("cycle.period_months");
  const std::int64_t first = values_.integer("cycle.phase_months");
  std::vector<std::vector<std::pair<std::string, std::string>>> phases;
  for (int k = 0; k < count; ++k)
    phases.push_back(
        {{"cycle.phase_months", fmt::format("{} months", (first + k * period / count) % period)}});
  return phases;
}

void require_same_ground(const Variant& first, const std::vector<Plan>& first_plans,
                         const Variant& second, const std::vector<Plan>& second_plans) {
  const Plan &a = first_plans.front(), &b = second_plans.front();
  Diagnostics diagnostics;
  const auto require = [&](bool same, const char* key) {
    if (same) return;
    const std::string what =
        fmt::format("'{}' differs from {}: the comparison would not be of the same persons, luck "
                    "and times",
                    key, first.path());
    if (second.values().has(key))
      diagnostics.add(second.values().error(key, what));
    else
      diagnostics.add(Origin{second.path(), 0, 0}, what);
  };
  require(a.seed == b.seed, "seed");
  require(a.replications == b.replications, "replications");
  require(a.scale == b.scale, "population.scale");
  require(a.burn_in == b.burn_in, "population.burn_in_months");
  require(a.start == b.start, "horizon.start");
  require(a.evaluation.start == b.evaluation.start, "evaluation.start");
  require(a.evaluation.window == b.evaluation.window, "evaluation.window_months");
  require(a.evaluation.tail == b.evaluation.tail, "evaluation.tail_months");
  require(a.demand == b.demand, "cycle.kind");
  require(a.market.segments() == b.market.segments(), "market.geography");
  require(a.measures.size() == b.measures.size(), "measures");
  require(same_hazards(a.hazards, b.hazards), "parameters.file");
  bool same_draws = first_plans.size() == second_plans.size();
  for (std::size_t d = 1; same_draws && d < first_plans.size(); ++d)
    same_draws = same_hazards(first_plans[d].hazards, second_plans[d].hazards);
  require(same_draws, "parameters.draws");
  if (!diagnostics.empty()) throw InputError(diagnostics);
}

} // namespace tiltak::study
