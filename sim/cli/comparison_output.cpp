#include "comparison_output.hpp"

#include <string>

#include <fmt/format.h>

namespace tiltak::cli {
namespace {

std::string with_interval(const compare::Spread& spread) {
  return fmt::format("{:.0f}", spread.mean) +
         (spread.half_width ? fmt::format(" ± {:.0f}", *spread.half_width) : "");
}

std::string larger(const compare::Spread& difference) {
  const std::string verdict = compare::verdict(difference);
  return verdict == "none" ? "no detectable difference" : verdict;
}

void print_map(const compare::Comparison& comparison) {
  if (comparison.map.empty()) return;
  fmt::print(
      "   sign map, job-years: long-run displacement asked for (and shown by a run) x gamma\n"
      "   {:<10} {:>16} {:>18} {:>18} {:>18}\n",
      "frictions", "displacement", "gamma -", "0", "+");
  for (std::size_t k = 0; k + 2 < comparison.map.size(); k += 3) {
    const auto* row = &comparison.map[k];
    std::string asked = fmt::format("{:.2f}", row->displacement);
    if (row[1].achieved) asked += fmt::format(" ({:.2f})", *row[1].achieved);
    fmt::print("   {:<10} {:>16} {:>18} {:>18} {:>18}\n", row->frictions ? "on" : "off", asked,
               with_interval(row[0].difference), with_interval(row[1].difference),
               with_interval(row[2].difference));
  }
  for (const compare::BreakEven& line : compare::break_even(comparison.map)) {
    const std::string at = line.displacement
                               ? fmt::format("zero at displacement {:.2f}", *line.displacement)
                               : fmt::format("{} everywhere", line.positive ? "first" : "second");
    fmt::print("   frictions {}, gamma {:g}: {}\n", line.frictions ? "on" : "off", line.gamma, at);
  }
  for (const compare::Alternative& other : comparison.alternatives)
    fmt::print("   {:<22} {:>14}\n", other.id, with_interval(other.difference));
}

void print_uncertainty(const compare::Uncertainty& u) {
  fmt::print("   net varies by {:.0f} from seed to seed", u.sources.seed);
  if (u.draws > 1)
    fmt::print(", by {:.0f} with the parameters ({} draws)", u.sources.parameters, u.draws);
  fmt::print(" (standard deviations)");
  if (u.lowest) fmt::print("; {:.0f} to {:.0f} over the structures", *u.lowest, *u.highest);
  fmt::print("\n");
}

Json in_json(const compare::Spread& spread) {
  Json json;
  json.set("mean", spread.mean);
  if (spread.half_width) json.set("half_width", *spread.half_width);
  return json;
}

Json in_json(const compare::GroupGain& gain) {
  Json json;
  json.set("group", gain.group);
  if (gain.affected >= 0) json.set("affected", gain.affected);
  json.set("net", in_json(gain.net));
  json.set("direct", in_json(gain.direct));
  json.set("displacement", in_json(gain.displacement));
  return json;
}

Json in_json(const compare::Uncertainty& u) {
  Json json;
  json.set("seed", u.sources.seed);
  if (u.draws > 1) json.set("parameters", u.sources.parameters);
  json.set("draws", static_cast<std::int64_t>(u.draws));
  if (u.lowest) json.set("lowest", *u.lowest);
  if (u.highest) json.set("highest", *u.highest);
  return json;
}

} // namespace

void print(const compare::Comparison& comparison) {
  fmt::print("\n{} against {}, {} replications x {} phases\n", comparison.first.en,
             comparison.second.en, comparison.replications, comparison.phases);
  print_map(comparison);
  for (const compare::Equality& equality : comparison.equalities) {
    fmt::print("   equal in {} (level {:.4f}, gap {:+.3f} %), NOK of {}\n", equality.kind,
               equality.level, 100 * equality.gap, comparison.price_year);
    for (const compare::Figure& figure : equality.figures)
      fmt::print("   {:<22} {:>14}\n", figure.id, with_interval(figure.difference));
    fmt::print("   larger net effect: {}\n", larger(equality.figures.front().difference));
  }
  print_uncertainty(comparison.uncertainty);
  if (!comparison.parts.empty()) fmt::print("   why the net effects differ, job-years\n");
  for (const compare::Part& part : comparison.parts)
    fmt::print("   {:<22} {:>14}\n", part.id, with_interval(part.value));
}

Json in_json(const compare::Comparison& comparison) {
  Json json;
  json.set("first", comparison.first.en);
  json.set("second", comparison.second.en);
  json.set("replications", static_cast<std::int64_t>(comparison.replications));
  json.set("phases", static_cast<std::int64_t>(comparison.phases));
  json.set("price_year", comparison.price_year);
  json.set("discount_rate", comparison.discount_rate);
  Json& equalities = json.set("equal", Json::array());
  for (const compare::Equality& equality : comparison.equalities) {
    Json one;
    one.set("kind", equality.kind);
    one.set("level", equality.level);
    one.set("gap", equality.gap);
    for (const compare::Figure& figure : equality.figures) {
      Json& figure_json = one.set(figure.id, in_json(figure.difference));
      figure_json.set("undiscounted", figure.undiscounted.mean);
      if (figure.first) figure_json.set("first", figure.first->mean);
      if (figure.second) figure_json.set("second", figure.second->mean);
    }
    equalities.push(std::move(one));
  }
  Json& groups = json.set("groups", Json::array());
  for (const compare::GroupGain& gain : comparison.groups) groups.push(in_json(gain));
  Json& parts = json.set("parts", Json::object());
  for (const compare::Part& part : comparison.parts) parts.set(part.id, in_json(part.value));
  Json& map = json.set("map", Json::array());
  for (const compare::MapCell& cell : comparison.map) {
    Json one = in_json(cell.difference);
    one.set("displacement", cell.displacement);
    one.set("gamma", cell.gamma);
    one.set("frictions", cell.frictions);
    if (cell.achieved) one.set("displacement_shown", *cell.achieved);
    map.push(std::move(one));
  }
  Json& alternatives = json.set("alternatives", Json::object());
  for (const auto& other : comparison.alternatives)
    alternatives.set(other.id, in_json(other.difference));
  json.set("uncertainty", in_json(comparison.uncertainty));
  return json;
}

} // namespace tiltak::cli
