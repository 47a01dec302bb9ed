// The baseline as a plan, and the facts it is to reproduce together.
#pragma once

#include <string>
#include <vector>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/evidence.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/study/targets.hpp>

namespace tiltak {

inline Plan baseline(const std::string& scale, const std::string& months = "84") {
  scenario::Change change;
  change.assignments.push_back({"test", "population.scale", scale});
  change.assignments.push_back({"test", "horizon.months", months});
  return scenario::make_plan(
      scenario::resolve(scenario::shipped_file("baseline/norway.yaml"), change));
}

// A fact is a target; its words say what is read off.
struct Fact {
  const char* target;
  const char* words;
};

inline constexpr Fact facts_together[] = {
    {"stock.register.employed", "Employed, per cent of the population 18-66 (register)"},
    {"stock.register.unemployed", "Registered unemployed, per cent of the population"},
    {"stock.register.health_benefit", "Health benefits and no job, per cent of the population"},
    {"stock.registered.reduced", "Registered with reduced capacity, per cent of the population"},
    {"unemployed.six_months",
     "Registered unemployed who have sought for 6 months or more, per cent"},
    {"survey.unemployed", "Survey unemployment, per cent of the labour force"},
    {"survey.unemployed_to_outside",
     "Survey unemployed who are outside the labour force a quarter later, per cent"},
    {"survey.exits_ratio", "Survey: exits from employment to outside over those to unemployment"},
    {"survey.entries_ratio", "Survey: entries to employment from outside over from unemployment"},
    {"health.same_five_years",
     "On health benefits at five year-ends of those at the first, per cent"},
    {"disability.next_year", "Disability pensioners with the pension a year later, per cent"},
    {"disability.works", "Disability pensioners with a job, per cent"},
    {"reduced.aap", "Reduced capacity within AAP's three years, per cent"},
};

inline study::TargetFile baseline_targets() {
  Diagnostics diagnostics;
  const scenario::EvidenceBase evidence(scenario::shipped_file("evidence"), diagnostics);
  auto file =
      study::read_targets(scenario::shipped_file("baseline/targets.yaml"), evidence, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return file;
}

inline const study::Target* find_target(const study::TargetFile& file, const std::string& id) {
  for (const study::Target& target : file.targets)
    if (target.id == id) return &target;
  return nullptr;
}

} // namespace tiltak
