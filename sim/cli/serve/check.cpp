#include "check.hpp"

#include <fmt/format.h>

#include <tiltak/core/json.hpp>
#include <tiltak/scenario/draws_file.hpp>
#include <tiltak/scenario/plan.hpp>

#include "groups.hpp"

namespace tiltak::serve {
namespace {

using scenario::Kind;
using scenario::Values;

// The input that a diagnostic is about: assignments are named after their keys.
std::string input_of(const Diagnostic& diagnostic) {
  return diagnostic.where.file.starts_with("name.") ? std::string(name_key) : diagnostic.where.file;
}

std::string message(const Control* control, const Order& order, Language language) {
  const bool nb = language == Language::nb;
  if (!control) return nb ? "Scenarioet kan ikke simuleres." : "The scenario cannot be simulated.";
  const auto written = order.written.find(control->key);
  std::string text =
      fmt::format(fmt::runtime(nb ? "«{}» kan ikke brukes her." : "“{}” cannot be used here."),
                  written == order.written.end() ? control->shown : written->second);
  if (const std::string allowed = range(*control, language); !allowed.empty())
    text += fmt::format(fmt::runtime(nb ? " Tillatt er {} {}." : " Allowed is {} {}."), allowed,
                        unit_in(language, control->unit));
  return text;
}

void add_faults(Order& order, const Base& base, const Diagnostics& diagnostics, Language language) {
  for (const Diagnostic& one : diagnostics.all()) {
    const Control* control = base.find(input_of(one));
    std::string detail = one.message;
    for (const std::string& more : {one.allowed, one.hint})
      if (!more.empty()) detail += "; " + more;
    order.faults.push_back(
        {control ? control->key : std::string{}, message(control, order, language), detail});
  }
}

void over(Order& order, const char* key, Language language, const std::string& most) {
  const bool nb = language == Language::nb;
  order.faults.push_back({key, fmt::format(fmt::runtime(nb ? "Denne tjeneren tillater høyst {}."
                                                           : "This server allows {} at most."),
                                           most)});
}

void check_limits(Order& order, const Values& values, const Plan& plan, const Limits& limits,
                  Language language) {
  if (values.real("population.scale") > limits.scale)
    over(order, "population.scale", language, fmt::format("{:.12g} %", 100 * limits.scale));
  const std::string most = std::to_string(limits.replications);
  std::int64_t replications = values.integer("replications");
  if (replications > limits.replications) over(order, "replications", language, most);
  if (values.has("precision.figure") && values.choice("precision.figure") != "none") {
    replications = std::max(replications, values.integer("precision.most_replications"));
    if (replications > limits.replications)
      over(order, "precision.most_replications", language, most);
  }
  const double size = static_cast<double>(plan.population.persons) *
                      static_cast<double>(plan.all_months()) * static_cast<double>(replications);
  if (order.faults.empty() && size > limits.person_months)
    over(order, "population.scale", language,
         fmt::format(fmt::runtime(language == Language::nb
                                      ? "{:.0f} mill. personmåneder; dette er {:.0f} mill."
                                      : "{:.0f} million person-months; this is {:.0f}"),
                     limits.person_months / 1e6, size / 1e6));
}

std::string in_file(const scenario::Value& value) {
  const Kind kind = value.field->type.kind;
  if (kind == Kind::file)
    return Json(std::filesystem::absolute(std::get<std::string>(value.scalar)).string()).text();
  return kind == Kind::text ? Json(std::get<std::string>(value.scalar)).text()
                            : with_unit(value.field->type, value.scalar);
}

bool is_set(const std::string& key, const scenario::Value& value) {
  return !value.is_default() && key != "extends";
}

} // namespace

std::string scenario_text(const Values& values) {
  std::string text;
  std::vector<std::string> above;
  for (const auto& [key, value] : values.all()) {
    if (!is_set(key, value)) continue;
    const auto parts = scenario::segments(key);
    std::size_t same = 0;
    while (same + 1 < parts.size() && same < above.size() && parts[same] == above[same]) ++same;
    for (std::size_t i = same; i + 1 < parts.size(); ++i)
      text += fmt::format("{:{}}{}:\n", "", 2 * i, parts[i]);
    text += fmt::format("{:{}}{}: {}\n", "", 2 * (parts.size() - 1), parts.back(), in_file(value));
    above.assign(parts.begin(), parts.end() - 1);
  }
  return text;
}

std::optional<Checked> check(Order& order, const Base& base, const Limits& limits,
                             Language language) {
  if (!order.faults.empty()) return std::nullopt;
  Diagnostics diagnostics;
  const scenario::Change change{order.changes, scenario::measure_ids()};
  const auto values = scenario::resolve(base.path, change, diagnostics);
  if (values)
    attempt(
        [&] {
          const auto plans = scenario::make_plans(*values);
          check_limits(order, *values, plans.front(), limits, language);
        },
        diagnostics);
  add_faults(order, base, diagnostics, language);
  if (!order.faults.empty()) return std::nullopt;
  Checked checked{base.nb, base.en, scenario_text(*values), {}};
  if (values->has("name.nb")) checked.name_nb = values->text("name.nb");
  if (values->has("name.en")) checked.name_en = values->text("name.en");
  for (const auto& [key, value] : values->all())
    if (is_set(key, value) && !key.starts_with("name.") && key != "why")
      checked.settings.emplace_back(key, with_unit(value.field->type, value.scalar));
  return checked;
}

} // namespace tiltak::serve
