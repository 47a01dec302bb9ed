#include <tiltak/engine/common.hpp>

namespace tiltak {

Common::Common(const Plan& the_plan, std::uint32_t replication, const Company& the_company)
    : plan(the_plan), company(the_company), draws(plan.seed, replication),
      people(synthesise(plan.population, plan.first(), plan.all_months(), draws, company.block())),
      types(people.size(), 0), hazards(plan.hazards), effects(plan.measures),
      life_courses(hazards, plan.at_18),
      propensity{PropensityTable(plan.propensity[0]), PropensityTable(plan.propensity[1])},
      pools(plan, people, draws.from_person(static_cast<std::uint32_t>(people.first)), company),
      gains(plan.measures) {
  draws = draws.from_person(static_cast<std::uint32_t>(people.first));
  setting.segments = plan.market.segments();
  for (const Measure& measure : plan.measures)
    setting.sigma_micro.push_back(static_cast<std::int64_t>(measure.sigma * 1e6));
}

Common::Common(const Common& persons, const Plan& the_plan)
    : plan(the_plan), company(persons.company), draws(persons.draws), people(persons.people),
      types(persons.types), hazards(plan.hazards), effects(plan.measures),
      life_courses(hazards, plan.at_18),
      propensity{PropensityTable(plan.propensity[0]), PropensityTable(plan.propensity[1])},
      setting(persons.setting),
      pools(same_pools(plan, persons.plan) ? persons.pools : Pools(plan, people, draws, company)),
      gains(plan.measures) {
  for (std::size_t m = 0; m < plan.measures.size(); ++m)
    setting.sigma_micro[m] = static_cast<std::int64_t>(plan.measures[m].sigma * 1e6);
}

} // namespace tiltak
