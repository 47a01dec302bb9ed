// What a scenario says of the measures, and whether the whole still makes sense.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <tiltak/core/exact.hpp>
#include <tiltak/scenario/budget_plan.hpp>

namespace tiltak::scenario {
namespace {

void change_places(const Values& values, const std::string& prefix, Measure& m) {
  const auto whole = [&](const char* key, auto& into) {
    if (values.has(prefix + key))
      into = static_cast<std::remove_reference_t<decltype(into)>>(values.integer(prefix + key));
  };
  if (values.has(prefix + "price")) {
    m.price = values.money(prefix + "price");
    m.price_step = 0; // the price that is said is the price of every month
  }
  if (values.has(prefix + "share")) m.composition = values.real(prefix + "share");
  if (values.has(prefix + "cyclical_share"))
    m.cyclical_share = exact::log(1 + values.real(prefix + "cyclical_share"));
  whole("places", m.places);
  whole("from_age", m.from_age);
  whole("to_age", m.to_age);
  whole("batch", m.batch);
  whole("notice_months", m.notice);
  whole("commitment_months", m.commitment);
  if (values.has(prefix + "planned_months"))
    m.planned_min = m.planned_max = static_cast<int>(values.integer(prefix + "planned_months"));
  whole("max_months", m.max_months);
  m.planned_max = std::min(m.planned_max, m.max_months);
  m.planned_min = std::min(m.planned_min, m.max_months);
  if (values.has(prefix + "enabled") && !values.is_on(prefix + "enabled"))
    m.composition = 0, m.places = 0;
}

void change_effects(const Values& values, const std::string& prefix, Measure& m) {
  const auto real = [&](const char* key, double& into) {
    if (values.has(prefix + key)) into = values.real(prefix + key);
  };
  const auto log_of_change = [&](const char* key, double& into) {
    if (values.has(prefix + key)) into = exact::log(1 + values.real(prefix + key));
  };
  if (values.has(prefix + "lock_in"))
    m.lock_in = exact::log(std::max(1e-6, values.real(prefix + "lock_in")));
  log_of_change("effect", m.effect);
  log_of_change("part_time_effect", m.part_time);
  log_of_change("reduced_effect", m.reduced);
  log_of_change("studies_effect", m.studies);
  log_of_change("threat", m.threat);
  if (values.has(prefix + "effect_delay_months"))
    m.delay = static_cast<int>(values.integer(prefix + "effect_delay_months"));
  if (values.has(prefix + "effect_half_life_months"))
    m.decay = 0.6931471805599453 /
              static_cast<double>(values.integer(prefix + "effect_half_life_months"));
  real("sigma", m.sigma);
  real("supply_share", m.supply_share);
  real("retention", m.retention);
  real("new_skill", m.new_skill);
}

// The key of a measure that the user wrote, so that a message points into the scenario.
Diagnostic at(const Values& values, const std::string& id, std::initializer_list<const char*> keys,
              std::string message, std::string hint) {
  for (const char* key : keys)
    if (const std::string path = "measures." + id + "." + key;
        values.has(path) && !values.at(path).is_default())
      return values.error(path, std::move(message), std::move(hint));
  return {{}, std::move(message), {}, std::move(hint), {}};
}

void check_eligible(const Values& values, const Measure& m, Diagnostics& diagnostics) {
  const int from = std::max(m.from_age, first_age), to = std::min(m.to_age, last_age);
  if (m.from_age > m.to_age || from > to)
    diagnostics.add(at(
        values, m.id, {"from_age", "to_age"},
        fmt::format("nobody is eligible for {}: from {} to {} years", m.id, m.from_age, m.to_age),
        fmt::format("the population is {} to {} years old", first_age, last_age)));
  if (m.post == Post::post_76 && m.composition > 0 && m.price.ore <= 0)
    diagnostics.add(
        at(values, m.id, {"price", "share"},
           fmt::format("{} costs nothing, so that no money turns into its places", m.id),
           "give measures.<id>.price, or 0 as its share"));
}

// What the shares that a scenario sets leave of a group goes to the group's other measures, in
// their proportions; so does the share of a measure that is switched off.
void settle_shares(const Values& values, Catalogue& catalogue, Diagnostics& diagnostics) {
  std::array<double, 2> set{}, rest{};
  std::array<const Measure*, 2> first{};
  const auto is_set = [&](const Measure& m) {
    const std::string key = "measures." + m.id + ".share";
    return values.has(key) && !values.at(key).is_default();
  };
  for (const Measure& m : catalogue) {
    if (m.post != Post::post_76) continue;
    const auto g = static_cast<std::size_t>(m.group);
    (is_set(m) ? set : rest)[g] += m.composition;
    if (is_set(m) && first[g] == nullptr) first[g] = &m;
  }
  for (Measure& m : catalogue)
    if (const auto g = static_cast<std::size_t>(m.group);
        m.post == Post::post_76 && first[g] != nullptr && !is_set(m) && rest[g] > 0)
      m.composition *= std::max(0.0, 1 - set[g]) / rest[g];
  for (std::size_t g = 0; g < set.size(); ++g)
    if (first[g] != nullptr && (set[g] > 1.005 || (rest[g] <= 0 && set[g] < 0.995)))
      diagnostics.add(
          at(values, first[g]->id, {"share"},
             fmt::format("the shares of {} add up to {:.1f} %",
                         g == 0 ? "job seekers' measures" : "measures for reduced capacity",
                         100 * set[g]),
             "they must add up to 100 %; what they leave goes to the measures not named"));
}

} // namespace

void apply_measures(const Values& values, Catalogue& catalogue, Diagnostics& diagnostics) {
  const std::string& over_cycle = values.choice("effects.over_cycle");
  const double gamma = over_cycle == "same" ? 0 : values.real("effects.gamma");
  for (Measure& m : catalogue) {
    const std::string prefix = "measures." + m.id + ".";
    change_places(values, prefix, m);
    change_effects(values, prefix, m);
    if (gamma != 0) m.gamma = over_cycle == "stronger_in_booms" ? gamma : -gamma;
    check_eligible(values, m, diagnostics);
  }
  settle_shares(values, catalogue, diagnostics);
}

} // namespace tiltak::scenario
