#include <tiltak/scenario/schema.hpp>

#include <cmath>

#include <fmt/format.h>

#include <tiltak/scenario/fields.hpp>

namespace tiltak::scenario {
namespace {

constexpr const char* digits = "[+-]?[0-9]{1,3}([ \\u00a0]?[0-9]{3})*";

std::string both(const Words& words) { return fmt::format("{}\n\n{}", words.en, words.nb); }

// A value as an editor should insert it: a number where a number is meant, else a text.
Json literal(const Type& type, std::string_view written) {
  if (type.kind == Kind::boolean) return written == "true";
  Node node;
  node.text = written;
  Misread why;
  const auto value = read_scalar(type, node, why);
  if (!value || to_string(*value) != written) return written;
  if (const auto* whole = std::get_if<std::int64_t>(&*value)) return *whole;
  if (const auto* real = std::get_if<double>(&*value)) return *real;
  return written;
}

void set_bounds(Json& schema, const Type& type) {
  const bool whole = type.kind == Kind::integer || type.kind == Kind::months;
  const auto bound = [&](double value) {
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
  };
  if (std::isfinite(type.min)) schema.set("minimum", bound(type.min));
  if (std::isfinite(type.max)) schema.set("maximum", bound(type.max));
}

// What may follow the number, as a regular expression.
std::string unit_pattern(const Type& type) {
  switch (type.kind) {
  case Kind::months: return " ?months?";
  case Kind::share: return "(\\.[0-9]+)? ?%";
  case Kind::money: {
    std::string period{type.unit.substr(std::min(type.unit.find(" a ") + 3, type.unit.size()))};
    if (period == "month") period = "(month|måned(en)?|mnd)";
    if (period == "year") period = "(year|året|år)";
    return fmt::format("(\\.[0-9]+)?( (million|billion|millioner|mill\\.?|milliard(er)?|mrd\\.?))?"
                       "( (NOK|kr\\.?|kroner?)(( a | per |/| i ){})?)?",
                       period);
  }
  default: break;
  }
  const bool plural = type.unit.ends_with('s');
  const std::string unit{type.unit.substr(0, type.unit.size() - (plural ? 1 : 0))};
  const std::string fraction = type.kind == Kind::real ? "(\\.[0-9]+)?" : "";
  return fmt::format("{} ?{}{}", fraction, unit, plural ? "s?" : "");
}

// A bare number, or a number with its unit as a text.
void set_number(Json& schema, const Type& type) {
  Json number;
  const bool whole = type.kind == Kind::integer || type.kind == Kind::months;
  number.set("type", whole ? "integer" : "number");
  set_bounds(number, type);
  Json with_unit;
  with_unit.set("type", "string");
  with_unit.set("pattern", fmt::format("^{}{}$", digits, unit_pattern(type)));
  schema.set("anyOf", Json::Array{number, with_unit});
}

void set_type(Json& schema, const Type& type) {
  switch (type.kind) {
  case Kind::text:
  case Kind::file:
    schema.set("type", "string");
    schema.set("minLength", 1);
    return;
  case Kind::boolean: schema.set("type", "boolean"); return;
  case Kind::month:
    schema.set("type", "string");
    schema.set("pattern", "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$");
    return;
  case Kind::choice: {
    Json& names = schema.set("enum", Json::array());
    Json meanings = Json::array();
    for (const Option& option : type.options) {
      names.push(option.name);
      meanings.push(both(option.words));
    }
    schema.set("enumDescriptions", std::move(meanings));
    return;
  }
  default: set_number(schema, type);
  }
}

Json schema_of(const Field& field) {
  Json schema;
  schema.set("description", both(field.does));
  set_type(schema, field.type);
  if (!field.fallback.empty()) schema.set("default", literal(field.type, field.fallback));
  if (!field.example.empty())
    schema.set("examples", Json::Array{literal(field.type, field.example)});
  return schema;
}

Json of_level(const Level& level) {
  if (level.field) return schema_of(*level.field);
  Json schema;
  schema.set("type", "object");
  schema.set("additionalProperties", false);
  Json properties = Json::object();
  for (const std::string& key : level.order) properties.set(key, of_level(level.children.at(key)));
  for (const Option& id : level.ids) {
    Json below = of_level(*level.any);
    below.set("description", both(id.words));
    properties.set(id.name, std::move(below));
  }
  if (level.any && level.ids.empty())
    schema.set("patternProperties", Json::Object{{"^[a-z][a-z0-9_]{0,63}$", of_level(*level.any)}});
  else
    schema.set("properties", std::move(properties));
  return schema;
}

} // namespace

Json json_schema() {
  Json schema;
  schema.set("$schema", "http://json-schema.org/draft-07/schema#");
  schema.set("title", "tiltak scenario");
  schema.set("description", "What a scenario changes. Keys that are left out keep their defaults.");
  const Json top = of_level(top_level());
  for (const char* part : {"type", "additionalProperties", "properties"})
    schema.set(part, *top.find(part));
  return schema;
}

} // namespace tiltak::scenario
