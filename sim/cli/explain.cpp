// tiltak explain: every value in force, its unit, and who said so.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "command.hpp"
#include "explain_source.hpp"

namespace tiltak::cli {
namespace {

using scenario::Field;
using scenario::Value;
using scenario::Values;
using scenario::Words;

struct Row {
  std::string key; // of a field without a value its path, with <id>
  const Field* field;
  const Value* value; // nullptr: not set, and no default
};

std::string_view in_language(const Words& words, const std::string& language) {
  return language == "nb" ? words.nb : words.en;
}

// All keys in the order of the table, several for one with <id>; those in force and those not set.
std::vector<Row> all_rows(const Values& values) {
  std::vector<Row> rows;
  for (const Field& field : scenario::fields()) {
    const std::size_t before = rows.size();
    for (const auto& [key, value] : values.all())
      if (value.field == &field) rows.push_back({key, &field, &value});
    if (rows.size() == before) rows.push_back({std::string(field.path), &field, nullptr});
  }
  return rows;
}

bool is_below(const std::string& key, const std::string& asked) {
  return key == asked || key.starts_with(asked + ".");
}

// The rows of one key, or of all keys below a part of one. Throws InputError if there are none.
std::vector<Row> rows_of(const Values& values, const std::string& asked) {
  std::vector<Row> rows = all_rows(values);
  if (asked.empty()) return rows;
  const Field* pattern = scenario::find_field(asked);
  std::vector<std::string> names = scenario::top_level().order;
  for (const Row& row : rows) names.push_back(row.key);
  std::erase_if(rows, [&](const Row& row) { return !is_below(row.key, asked); });
  if (rows.empty() && pattern)
    rows.push_back({asked, pattern, values.has(asked) ? &values.at(asked) : nullptr});
  if (rows.empty()) {
    const auto sources = source_names(values);
    names.insert(names.end(), sources.begin(), sources.end());
    throw InputError({"KEY", 0, 0}, fmt::format("unknown key '{}'", asked), {},
                     did_you_mean(asked, names));
  }
  return rows;
}

std::string shown(const Row& row) {
  if (row.value) return with_unit(row.field->type, row.value->scalar);
  return row.field->fallback.empty() ? "-" : std::string(row.field->fallback);
}

// The first line of a value, for the table.
std::string in_short(const Row& row) {
  const std::string text = shown(row);
  const std::size_t end = text.find('\n');
  return end == std::string::npos ? text : text.substr(0, end) + " ...";
}

std::string from(const Row& row, const std::string& language) {
  if (row.value) return to_string(row.value->place.origin());
  if (!row.field->fallback.empty()) return "default";
  const auto words = in_language(row.field->unless_set, language);
  return words.empty() ? "not set" : std::string(words);
}

void print_table(const std::vector<Row>& rows, const std::string& language) {
  constexpr std::size_t widest_value = 28;
  std::size_t key_width = 0, value_width = 0;
  for (const Row& row : rows) {
    key_width = std::max(key_width, row.key.size());
    value_width = std::max(value_width, std::min(in_short(row).size(), widest_value));
  }
  for (const Row& row : rows)
    fmt::print("{:<{}}  {:<{}}  {}\n", row.key, key_width, in_short(row), value_width,
               from(row, language));
}

void print_in_full(const Row& row, const std::string& language) {
  fmt::print("{} = {}\n", row.key, shown(row));
  fmt::print("   from     {}\n", from(row, language));
  fmt::print("   allowed  {}\n", allowed(row.field->type));
  if (!row.field->fallback.empty()) fmt::print("   default  {}\n", row.field->fallback);
  fmt::print("   {}\n", in_language(row.field->does, language));
  for (const auto& option : row.field->type.options)
    fmt::print("   {}: {}\n", option.name, in_language(option.words, language));
  print_catalogue_source(row.key);
}

// Shares as fractions, money in NOK.
Json typed(const scenario::Scalar& scalar) {
  if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return *whole;
  if (const auto* real = std::get_if<double>(&scalar)) return *real;
  if (const auto* flag = std::get_if<bool>(&scalar)) return *flag;
  if (const auto* money = std::get_if<Money>(&scalar))
    return money->ore % 100 == 0 ? Json(money->ore / 100)
                                 : Json(static_cast<double>(money->ore) / 100);
  return scenario::to_string(scalar);
}

Json in_json(const Row& row, const std::string& language) {
  Json json;
  json.set("key", row.key);
  json.set("value", row.value ? typed(row.value->scalar) : Json{});
  json.set("shown", row.value ? Json(shown(row)) : Json{});
  json.set("from", row.value ? row.value->place.origin().file : std::string{});
  json.set("line", row.value ? row.value->place.line : 0);
  json.set("column", row.value ? row.value->place.column : 0);
  json.set("written", row.value ? row.value->written : std::string{});
  json.set("default", row.field->fallback);
  json.set("allowed", allowed(row.field->type));
  json.set("description", in_language(row.field->does, language));
  return json;
}

struct ExplainOptions {
  std::string path, key, language = "en";
};

int explain(const ExplainOptions& options, const Common& common) {
  const Values values = scenario::resolve(options.path, change_of(common));
  if (!options.key.empty() && !common.json && explain_source(values, options.key)) return done;
  const std::vector<Row> rows = rows_of(values, options.key);
  if (common.json) {
    Json json;
    json.set("scenario", options.path);
    json.set("hash", fmt::format("{:016x}", values.hash()));
    Json& list = json.set("values", Json::array());
    for (const Row& row : rows) list.push(in_json(row, options.language));
    fmt::print("{}\n", json.text(2));
  } else if (!options.key.empty() && rows.size() == 1) {
    print_in_full(rows.front(), options.language);
  } else {
    print_table(rows, options.language);
  }
  return done;
}

} // namespace

Action declare_explain(Arguments& app, Common& common) {
  const auto options = std::make_shared<ExplainOptions>();
  add_scenario(app, common, options->path);
  app.option(
      "KEY", options->key,
      "One key, or the beginning of several, as 'budget'; a parameter, as 'hazard.jobs.weak'; "
      "an entry of the evidence, as 'evidence.M02'");
  app.option("--lang", options->language, "Language of the descriptions")
      .one_of({"nb", "en"})
      .shows_default();
  app.footer("Example:\n  tiltak explain scenarios/baseline/norway.yaml budget.level");
  return [options, &common] { return explain(*options, common); };
}

} // namespace tiltak::cli
