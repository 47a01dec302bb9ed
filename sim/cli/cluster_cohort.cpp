#include "cluster_cohort.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;

constexpr std::array state_names{"full_time",  "part_time", "measure",
                                 "unemployed", "other",     "reduced_capacity"};

Attribute by_code(const store::ResultReader& file, const Cohort& cohort, const char* name,
                  store::Codes codes) {
  Attribute attribute{name, {}};
  const std::string path = std::string("/persons/") + name;
  const auto values = file.read<std::uint8_t>(path); // checked against the codes
  for (const Entrant& e : cohort.entrants)
    attribute.values.emplace_back(codes[values.at(e.person)].en);
  return attribute;
}

Attribute by_age(const Cohort& cohort, const std::vector<std::int32_t>& births) {
  constexpr std::array<std::pair<int, const char*>, 4> groups{
      {{30, "18-29"}, {40, "30-39"}, {50, "40-49"}, {200, "50-56"}}};
  Attribute attribute{"age", {}};
  for (std::size_t i = 0; i < cohort.entrants.size(); ++i) {
    const auto born = store::month_of_days(births[cohort.entrants[i].person]);
    const int age = (cohort.entry(i) - *born) / 12;
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return age < g.first; });
    attribute.values.emplace_back(group->second);
  }
  return attribute;
}

// The measure an entrant is on in the first month: of several the one that began first.
Attribute by_measure(const store::ResultReader& file, const Cohort& cohort) {
  const std::string spells = "/worlds/policy/spells";
  const auto names = file.read_text(spells + "/measure_names");
  const auto person = file.read<std::uint32_t>(spells + "/person");
  const auto measure = file.read<std::uint8_t>(spells + "/measure");
  const auto start = file.read<std::int32_t>(spells + "/start");
  const auto end = file.read<std::int32_t>(spells + "/end");
  std::map<std::uint32_t, std::size_t> entrant_of;
  for (std::size_t i = 0; i < cohort.entrants.size(); ++i)
    entrant_of[cohort.entrants[i].person] = i;
  Attribute attribute{"measure", std::vector<std::string>(cohort.entrants.size(), "other")};
  std::vector<std::int32_t> earliest(cohort.entrants.size(), 0);
  for (std::size_t s = 0; s < person.size(); ++s) {
    const auto found = entrant_of.find(person[s]);
    if (found == entrant_of.end() || measure[s] >= names.size()) continue;
    const std::size_t i = found->second;
    const std::int32_t entry = days_since_1970(cohort.entry(i));
    const bool taken = attribute.values[i] != "other" && start[s] >= earliest[i];
    if (start[s] > entry || end[s] <= entry || taken) continue;
    attribute.values[i] = names[measure[s]];
    earliest[i] = start[s];
  }
  return attribute;
}

void read_attributes(const store::ResultReader& file, const std::vector<std::int32_t>& births,
                     Cohort& cohort) {
  cohort.attributes = {by_code(file, cohort, "sex", store::codes::sex), by_age(cohort, births),
                       by_code(file, cohort, "origin", store::codes::origin),
                       by_code(file, cohort, "education", store::codes::education)};
  if (file.has("/worlds/policy/spells")) cohort.attributes.push_back(by_measure(file, cohort));
}

} // namespace

Cohort read_cohort(const store::ResultReader& file) {
  const std::string world = "/worlds/policy";
  if (!file.has(world + "/states"))
    throw InputError({file.path(), 0, 0}, "no panel of states to cluster",
                     "a file written with output.panel: full");
  const auto codes = file.read<std::uint8_t>(world + "/states");
  const auto births = file.read<std::int32_t>("/persons/birth_month");
  const auto months = file.months(world);
  std::vector<std::int16_t> birth;
  for (const std::int32_t day : births) {
    const auto month = store::month_of_days(day);
    if (!month) file.fail("/persons/birth_month holds a day that is not the first of a month");
    birth.push_back(static_cast<std::int16_t>(month->index));
  }
  Cohort cohort;
  cohort.start = months.front();
  const EntrantRule rule;
  const Panel panel{codes, months.size(), cohort.start};
  if (!covers(panel, rule))
    throw InputError({file.path(), 0, 0},
                     fmt::format("the panel does not follow those who entered in {}", rule.year),
                     fmt::format("{} to {}", to_string(Month::of(rule.year - 1, 1)),
                                 to_string(Month::of(rule.year, 12) + (rule.follow_months - 1))));
  cohort.entrants = select_entrants(panel, birth, rule);
  if (cohort.entrants.size() < 20)
    throw InputError(
        {file.path(), 0, 0},
        fmt::format("only {} persons entered a measure in {}", cohort.entrants.size(), rule.year),
        "at least 20", "simulate a larger share of the population (--scale)");
  cohort.sequences.alphabet.assign(state_names.begin(), state_names.end());
  cohort.sequences.positions = static_cast<std::size_t>(rule.follow_months);
  for (const Entrant& e : cohort.entrants) {
    const std::uint8_t* row = codes.data() + e.person * months.size() + e.first;
    cohort.sequences.ids.push_back(fmt::format("{}", e.person));
    cohort.sequences.codes.insert(cohort.sequences.codes.end(), row, row + rule.follow_months);
  }
  read_attributes(file, births, cohort);
  return cohort;
}

} // namespace tiltak::cli
