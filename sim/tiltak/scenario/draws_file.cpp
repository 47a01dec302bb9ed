#include <tiltak/scenario/draws_file.hpp>

#include <fmt/format.h>

#include <tiltak/scenario/csv_table.hpp>
#include <tiltak/scenario/parameters_in_force.hpp>
#include <tiltak/scenario/plan.hpp>

namespace tiltak::scenario {

std::vector<ParameterDraw> read_draws(const SourcePtr& source, Diagnostics& diagnostics) {
  enum : std::size_t { draw, parameter, value };
  constexpr double any = 1e9;
  CsvTable table(source, {{"draw"}, {"parameter"}, {"value"}}, diagnostics);
  std::vector<ParameterDraw> draws;
  while (table.has(draw) && table.has(parameter) && table.has(value) && table.next()) {
    const auto number = static_cast<std::size_t>(table.integer(draw, 0, 1'000'000));
    if (number > draws.size() || (number + 1 < draws.size())) {
      table.error(draw, fmt::format("draw {} after draw {}", number, draws.size() - 1), {},
                  "draws 0, 1, 2 ... in order");
      continue;
    }
    if (number == draws.size()) draws.emplace_back();
    ParameterEntry entry;
    entry.name = std::string(table.text(parameter));
    entry.value = table.real(value, -any, any);
    entry.place = table.place(parameter);
    draws.back().push_back(std::move(entry));
  }
  if (draws.empty() && diagnostics.empty())
    diagnostics.add(Place{source, 0, 0}.error("there is no draw in this file"));
  table.finish();
  return draws;
}

std::vector<Plan> make_plans(const Values& values) {
  if (!values.has("parameters.draws")) return {make_plan(values)};
  Diagnostics diagnostics;
  const Value& said = values.at("parameters.draws");
  const auto source =
      read_source(values.file("parameters.draws"), said.written, said.place, diagnostics);
  const ParameterFile file = read_parameters(parameter_path(values), diagnostics);
  std::vector<ParameterDraw> draws;
  if (source) draws = read_draws(source, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  std::vector<Plan> plans;
  for (const ParameterDraw& draw : draws) {
    ParameterFile drawn = file;
    drawn.entries.insert(drawn.entries.end(), draw.begin(), draw.end());
    lay_variants(values, drawn, diagnostics); // what a variant fixes, no draw moves
    if (!diagnostics.empty()) throw InputError(diagnostics);
    plans.push_back(make_plan(values, drawn));
  }
  return plans;
}

} // namespace tiltak::scenario
