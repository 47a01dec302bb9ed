#include "control.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "groups.hpp"

namespace tiltak::serve {
namespace {

using scenario::Field;
using scenario::Kind;
using scenario::Type;
using scenario::Values;

constexpr double million = 1e6;

bool is_number(const Type& type) {
  return type.kind == Kind::integer || type.kind == Kind::real || type.kind == Kind::money ||
         type.kind == Kind::share || type.kind == Kind::months;
}

bool in_millions(const Type& type) { return type.kind == Kind::money && type.max >= 1e9; }

std::string_view written_unit(const Type& type) {
  if (type.kind == Kind::money) return in_millions(type) ? "million NOK" : "NOK";
  return scenario::unit_of(type);
}

// A whole number of ore as kroner or millions of kroner, exactly.
std::string money_text(Money money, bool millions) {
  const std::int64_t one = millions ? 100'000'000 : 100;
  std::string text = std::to_string(money.ore / one);
  std::string rest = fmt::format("{:0{}}", money.ore % one, millions ? 8 : 2);
  rest.erase(rest.find_last_not_of('0') + 1);
  return rest.empty() ? text : text + "." + rest;
}

std::string shown(const Type& type, const scenario::Scalar& value) {
  if (const auto* money = std::get_if<Money>(&value)) return money_text(*money, in_millions(type));
  if (type.kind == Kind::share) return fmt::format("{:.12g}", 100 * std::get<double>(value));
  return scenario::to_string(value);
}

Control control_of(const std::string& key, const Field& field, const Values& values) {
  Control control;
  control.key = key;
  control.field = &field;
  control.unit = written_unit(field.type);
  if (values.has(key)) control.shown = shown(field.type, values.at(key).scalar);
  return control;
}

// A field's keys: itself, or one for each name that <id> may be.
std::vector<std::string> keys_of(const Field& field, const std::vector<std::string>& measures) {
  const auto wildcard = field.path.find("<id>");
  if (wildcard == std::string_view::npos) return {std::string(field.path)};
  std::vector<std::string> keys, names = measures;
  if (!field.ids.empty()) names.clear();
  for (const auto& id : field.ids) names.emplace_back(id.name);
  for (const std::string& name : names)
    keys.push_back(std::string(field.path).replace(wildcard, 4, name));
  return keys;
}

} // namespace

const Control* Base::find(std::string_view key) const {
  for (const Group& group : groups)
    for (const Control& control : group.controls)
      if (control.key == key) return &control;
  return nullptr;
}

Base make_base(const std::filesystem::path& path) {
  scenario::Change change;
  change.measures = scenario::measure_ids();
  const Values values = scenario::resolve(path, change);
  const Plan plan = scenario::make_plan(values);
  const auto name = [&](const char* key) {
    return values.has(key) ? values.text(key) : path.stem().string();
  };
  Base base{path, name("name.nb"), name("name.en"), empty_groups(plan.measures)};
  Control name_input;
  name_input.key = name_key;
  name_input.field = scenario::find_field("name.en");
  put(std::move(name_input), base.groups, plan.measures);
  for (const Field& field : scenario::fields()) {
    if (field.type.kind == Kind::file || field.path == "why" || field.path.starts_with("name."))
      continue;
    for (const std::string& key : keys_of(field, change.measures))
      put(control_of(key, field, values), base.groups, plan.measures);
  }
  for (Group& group : base.groups) in_reading_order(group);
  std::erase_if(base.groups, [](const Group& group) { return group.controls.empty(); });
  return base;
}

std::string as_scenario(const Control& control, std::string_view written, Language language) {
  std::string text(written);
  if (!is_number(control.field->type)) return text;
  if (language == Language::nb) std::replace(text.begin(), text.end(), ',', '.');
  const bool bare =
      text.find_first_not_of("0123456789+-. \xc2\xa0\xe2\x80\xaf") == std::string::npos;
  if (bare && !control.unit.empty()) text.append(" ").append(control.unit);
  return text;
}

std::string as_input(const Control& control, std::string_view value, Language language) {
  std::string text(value);
  if (language == Language::nb && is_number(control.field->type))
    std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string range(const Control& control, Language language) {
  const Type& type = control.field->type;
  if (!is_number(type)) return {};
  const double times = type.kind == Kind::share ? 100 : in_millions(type) ? 1 / million : 1;
  const bool nb = language == Language::nb;
  const auto bound = [&](double value) {
    return as_input(control, fmt::format("{:.12g}", value * times), language);
  };
  const bool from = std::isfinite(type.min), to = std::isfinite(type.max);
  std::string text;
  if (from && to)
    text = fmt::format("{} {} {}", bound(type.min), nb ? "til" : "to", bound(type.max));
  else if (from)
    text = fmt::format("{} {}", nb ? "minst" : "at least", bound(type.min));
  else if (to)
    text = fmt::format("{} {}", nb ? "høyst" : "at most", bound(type.max));
  return text;
}

} // namespace tiltak::serve
