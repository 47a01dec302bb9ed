#include <tiltak/scenario/budget_plan.hpp>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/year_table.hpp>

namespace tiltak::scenario {
namespace {

Revisions revisions(const Values& values) {
  const std::string& choice = values.choice("budget.revisions");
  if (choice == "spring") return Revisions::spring;
  return choice == "none" ? Revisions::none : Revisions::spring_and_autumn;
}

// The user's table of money by year, or the one that ships.
SourcePtr year_source(const Values& values, bool of_user, Diagnostics& diagnostics) {
  if (of_user) {
    const Value& said = values.at("budget.file");
    return read_source(values.file("budget.file"), said.written, said.place, diagnostics);
  }
  const auto file = shipped_file("budgets/norway-post-76.csv");
  return read_source(file, file.string(), {}, diagnostics);
}

BudgetRule budget_rule(const Values& values, double scaled, Diagnostics& diagnostics) {
  BudgetRule rule;
  const std::string& kind = values.choice("budget.rule");
  rule.revisions = revisions(values);
  if (kind == "historical" || kind == "path") {
    rule.kind = BudgetRule::Kind::path;
    if (const auto source = year_source(values, kind == "path", diagnostics))
      rule.path = read_year_table(source, diagnostics);
    for (auto& [year, money] : rule.path) money = scale(money, scaled);
  }
  if (kind != "cyclical") return rule;
  rule.kind = BudgetRule::Kind::cyclical;
  rule.response_in = values.choice("budget.response_in") == "places" ? BudgetRule::Response::places
                                                                     : BudgetRule::Response::share;
  rule.response =
      values.real(rule.response_in == BudgetRule::Response::places ? "budget.places_response"
                                                                   : "budget.response");
  rule.lag = static_cast<int>(values.integer("budget.lag_months"));
  rule.window = static_cast<int>(values.integer("budget.window_months"));
  if (values.has("budget.normal_unemployment"))
    rule.normal = 100 * values.real("budget.normal_unemployment");
  rule.floor = values.real("budget.floor");
  rule.ceiling = values.real("budget.ceiling");
  rule.whole_post = values.choice("budget.swings") == "whole_post";
  return rule;
}

Frictions frictions(const Values& values) {
  const auto on = [&](const char* id) { return values.is_on(std::string("frictions.") + id); };
  const auto real = [&](const char* id) { return values.real(std::string("mechanisms.") + id); };
  const auto whole = [&](const char* id) {
    return static_cast<int>(values.integer(std::string("mechanisms.") + id));
  };
  Frictions f;
  f.place_target = on("place_target");
  f.benefit_crowding = on("benefit_crowding");
  f.benefit = values.money("mechanisms.benefit");
  f.benefit_usual = real("benefit_usual");
  f.group_quota = on("group_quota");
  f.county_key = on("county_key");
  f.key_months =
      static_cast<int>(std::max<std::int64_t>(1, values.integer("budget.county_key_months")));
  f.office_pools = on("office_pools");
  f.office_places = whole("office_places");
  f.contracts = on("contracts");
  f.lapse = on("lapse");
  f.carry_over = values.real("budget.carry_over");
  f.ratchet = real("ratchet");
  f.rush = real("rush");
  f.refunds = on("refunds");
  f.refund_share = real("refund_share");
  f.late_money = on("late_money");
  f.late_share = real("late_share");
  f.stop_and_go = on("stop_and_go");
  f.tolerance = real("tolerance");
  f.gain = real("gain");
  f.caseworkers = on("caseworkers");
  f.refusals = whole("refusals");
  f.appetite_low = real("appetite");
  f.appetite_recovery = real("recovery");
  f.season = on("season");
  f.summer = real("summer");
  f.batches = on("batches");
  f.relabelling = on("relabelling");
  f.relabel_rate = real("relabel_rate");
  f.mismatch = on("mismatch");
  f.mismatch_share = real("mismatch_share");
  f.guarantees = on("guarantees");
  f.cyclical_mix = on("cyclical_mix");
  f.staff = on("staff");
  f.staff_strength = real("staff_strength");
  f.selective_suppliers = on("selective_suppliers");
  f.employers = on("employers");
  f.offers = real("offers");
  return f;
}

} // namespace

BudgetPlan budget_plan(const Values& values, const Catalogue& catalogue, double scaled,
                       Diagnostics& diagnostics) {
  BudgetPlan budget;
  budget.scale = scaled;
  const Money level = scale(values.money("budget.level"), scaled);
  budget.level = split_on_groups(catalogue, level, values.real("budget.reduced_capacity"));
  for (const Measure& m : catalogue)
    budget.places.push_back(
        m.post == Post::post_76
            ? 0
            : static_cast<std::int64_t>(static_cast<double>(m.places) * scaled + 0.5));
  budget.rule = budget_rule(values, scaled, diagnostics);
  budget.frictions = frictions(values);
  return budget;
}

AllocationPlan allocation_plan(const Values& values, double estimated_chains) {
  static const std::pair<const char*, AllocationRule> rules[] = {
      {"practice", AllocationRule::practice},   {"priority", AllocationRule::priority},
      {"random", AllocationRule::random},       {"need", AllocationRule::need},
      {"prospects", AllocationRule::prospects}, {"effect", AllocationRule::effect},
      {"optimal", AllocationRule::optimal}};
  AllocationPlan plan;
  for (const auto& [name, rule] : rules)
    if (values.choice("allocation.rule") == name) plan.rule = rule;
  plan.long_after = static_cast<int>(values.integer("allocation.long_term_months"));
  plan.young_below = static_cast<int>(values.integer("allocation.young_below"));
  plan.chain_share = values.has("allocation.chain_share") ? values.real("allocation.chain_share")
                                                          : estimated_chains;
  return plan;
}

} // namespace tiltak::scenario
