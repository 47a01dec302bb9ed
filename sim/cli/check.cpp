// tiltak check: everything that is wrong with a scenario, at once, without running it.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/engine/needs.hpp>
#include <tiltak/scenario/draws_file.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "command.hpp"

namespace tiltak::cli {
namespace {

// Something that can be said of a scenario without running it.
struct Fact {
  const char* name; // in the JSON
  Json value;
  std::string words; // for people; empty: not said to them
};

std::string in_words(double bytes) {
  return bytes < 1e9 ? fmt::format("{:.0f} MB", bytes / 1e6)
                     : fmt::format("{:.1f} GB", bytes / 1e9);
}

// What a run of the plan would need.
std::vector<Fact> need(const scenario::Values& values, const std::vector<Plan>& plans) {
  const Needs all = needs(plans.front(), values.choice("output.panel") != "none");
  const auto draws = static_cast<double>(plans.size());
  const double seconds = draws * all.core_seconds;
  return {{"persons", static_cast<std::int64_t>(all.persons), {}},
          {"bytes", all.bytes,
           fmt::format("about {} of memory", in_words(static_cast<double>(all.bytes)))},
          {"file_bytes", all.file_bytes,
           fmt::format("{} of results", in_words(static_cast<double>(all.file_bytes)))},
          {"checkpoint_bytes", all.checkpoint_bytes, {}},
          {"seconds", seconds, fmt::format("{:.0f} s on one core", seconds + 0.5)}};
}

std::vector<Fact> facts(const scenario::Values& values) {
  const Month start = values.month("horizon.start");
  const auto months = values.integer("horizon.months");
  const std::string last = to_string(start + static_cast<std::int32_t>(months - 1));
  const auto times = values.integer("replications");
  return {
      {"first_month", to_string(start), {}},
      {"last_month", last, fmt::format("{} months, {} to {}", months, to_string(start), last)},
      {"replications", times, fmt::format("{} replication{}", times, times == 1 ? "" : "s")},
      {"scale", values.real("population.scale"),
       fmt::format("scale {}", values.real("population.scale"))},
      {"hash", fmt::format("{:016x}", values.hash()), {}},
  };
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  Json json;
  json.set("file", diagnostic.where.file);
  json.set("line", diagnostic.where.line);
  json.set("column", diagnostic.where.column);
  json.set("message", diagnostic.message);
  json.set("allowed", diagnostic.allowed);
  json.set("hint", diagnostic.hint);
  return json;
}

int check(const std::string& path, const Common& common) {
  Diagnostics diagnostics;
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  auto values = scenario::resolve(path, change, diagnostics);
  std::vector<Fact> all;
  if (values) try {
      all = facts(*values);
      for (const Fact& fact : need(*values, scenario::make_plans(*values))) all.push_back(fact);
    } catch (const InputError& error) { // what only the files the scenario leads to can tell
      for (const Diagnostic& diagnostic : error.diagnostics().all()) diagnostics.add(diagnostic);
      values.reset();
      all.clear();
    }
  fmt::print(stderr, "{}", to_string(diagnostics));
  Json json;
  json.set("scenario", path);
  json.set("ok", values.has_value());
  Json& errors = json.set("errors", Json::array());
  for (const auto& diagnostic : diagnostics.all()) errors.push(diagnostic_json(diagnostic));
  std::string words;
  for (const Fact& fact : all) {
    json.set(fact.name, fact.value);
    if (!fact.words.empty()) words += (words.empty() ? "" : "; ") + fact.words;
  }
  if (common.json)
    fmt::print("{}\n", json.text(2));
  else if (values && !common.quiet)
    fmt::print("{}: nothing wrong\n   {}\n", path, words);
  if (!values)
    fmt::print(stderr, "tiltak: {} {} in {}\n", diagnostics.size(),
               diagnostics.size() == 1 ? "error" : "errors", path);
  return values ? done : wrong_input;
}

} // namespace

Action declare_check(Arguments& app, Common& common) {
  const auto path = std::make_shared<std::string>();
  add_scenario(app, common, *path);
  app.footer("Ends with 0 if the scenario can be run, with 2 if not.\n\n"
             "Example:\n  tiltak check scenarios/baseline/norway.yaml --set population.scale=0.01");
  return [path, &common] { return check(*path, common); };
}

} // namespace tiltak::cli
