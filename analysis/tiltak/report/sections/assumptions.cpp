// What is assumed because no source decides it, with the values that were in force in this run.
#include <array>

#include <tiltak/report/sections/assumptions.hpp>
#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

struct Assumption {
  const char *key, *words; // of the scenario; of the catalogue
};
constexpr std::array all{
    Assumption{"market.demand_response", "assumptions.demand_response"},
    Assumption{"market.matching", "assumptions.matching"},
    Assumption{"effects.over_cycle", "assumptions.over_cycle"},
    Assumption{"evaluation.removes", "assumptions.removes"},
    Assumption{"allocation.rule", "assumptions.allocation"},
    Assumption{"budget.reduced_capacity", "assumptions.reduced_capacity"},
    Assumption{"cycle.kind", "assumptions.cycle"},
    Assumption{"accounts.discount_rate", "assumptions.discount_rate"},
    Assumption{"accounts.tax_cost", "assumptions.tax_cost"},
};

std::size_t frictions_on(const Parameters& parameters) {
  std::size_t on = 0;
  for (const auto& [key, value] : parameters)
    if (key.starts_with("frictions.") && value == "on") ++on;
  return on;
}

} // namespace

std::optional<Section> assumptions_section(const Parameters& parameters, const Words& say) {
  Table table{"assumptions-table",
              say("assumptions.table"),
              {{say("assumptions.assumption"), ""},
               {say("assumptions.in_force"), ""},
               {say("changes.key"), ""}},
              {},
              say("assumptions.note")};
  for (const Assumption& one : all) {
    const auto at = parameters.find(one.key);
    if (at != parameters.end()) table.rows.push_back({say(one.words), at->second, one.key});
  }
  if (table.rows.empty()) return std::nullopt;
  table.rows.push_back(
      {say("assumptions.frictions"), std::to_string(frictions_on(parameters)), "frictions"});
  return Section{"assumptions",
                 say("assumptions.title"),
                 {Paragraph{say("assumptions.about")}, std::move(table)}};
}

std::optional<Section> assumptions(const Source& source) {
  return assumptions_section(source.parameters, source.say);
}

} // namespace tiltak::report
