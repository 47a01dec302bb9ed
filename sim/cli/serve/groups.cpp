#include "groups.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include <tiltak/scenario/fields.hpp>

namespace tiltak::serve {
namespace {

struct Label {
  std::string_view key, group;
  Words words;
};

// What is seen at once, in its order.
constexpr Label labels[] = {
    {"name", "run", {"Navn på scenarioet", "Name of the scenario"}},
    {"budget.rule", "budget", {"Budsjettregel", "Budget rule"}},
    {"budget.level", "budget", {"Bevilgning i et normalt år", "Appropriation in a normal year"}},
    {"budget.response", "budget", {"Svar på ledighet", "Response to unemployment"}},
    {"budget.lag_months", "budget", {"Etterslep", "Lag"}},
    {"budget.swings", "budget", {"Hva som svinger", "What moves"}},
    {"cycle.kind", "cycle", {"Konjunktur", "Business cycle"}},
    {"cycle.amplitude", "cycle", {"Utslag", "Amplitude"}},
    {"cycle.period_months", "cycle", {"Lengden på en syklus", "Length of a cycle"}},
    {"allocation.rule", "allocation", {"Hvem som får plassene", "Who gets the places"}},
    {"population.scale", "size", {"Andel som simuleres", "Share simulated"}},
    {"replications", "size", {"Replikasjoner", "Replications"}},
};

struct Title {
  std::string_view id;
  Words words;
};

constexpr Title first_groups[] = {
    {"run", {"Scenarioet", "The scenario"}},
    {"budget", {"Bevilgningen", "The appropriation"}},
    {"cycle", {"Konjunkturen", "The business cycle"}},
    {"mix-job_seekers", {"Tiltak for arbeidssøkere", "Measures for job seekers"}},
    {"mix-reduced_capacity",
     {"Tiltak ved nedsatt arbeidsevne", "Measures for reduced work capacity"}},
    {"allocation", {"Fordelingen av plasser", "The allocation of places"}},
    {"size", {"Hvor stor simuleringen er", "How large the simulation is"}},
};

// By the first part of the key.
constexpr Title more_groups[] = {
    {"budget", {"Mer om bevilgningen", "More on the appropriation"}},
    {"allocation", {"Mer om fordelingen", "More on the allocation"}},
    {"cycle", {"Mer om konjunkturen", "More on the business cycle"}},
    {"frictions", {"Friksjoner", "Frictions"}},
    {"mechanisms", {"Hvor sterke friksjonene er", "How strong the frictions are"}},
    {"market", {"Arbeidsmarkedet", "The labour market"}},
    {"effects", {"Virkningen over konjunkturen", "Effects over the cycle"}},
    {"accounts", {"Regnskapet", "The accounts"}},
    {"horizon", {"Tiden som simuleres", "The time simulated"}},
    {"evaluation", {"Hva det måles mot", "What it is measured against"}},
    {"population", {"Befolkningen", "The population"}},
    {"precision", {"Presisjon", "Precision"}},
    {"seed", {"Tilfeldighetene", "The luck"}},
};

const Label* find_label(std::string_view key) {
  const auto* at = std::find_if(std::begin(labels), std::end(labels),
                                [&](const Label& label) { return label.key == key; });
  return at == std::end(labels) ? nullptr : at;
}

constexpr std::string_view more = "-more";

Group* find(std::string_view id, std::vector<Group>& groups) {
  for (Group& group : groups)
    if (group.id == id) return &group;
  return nullptr;
}

constexpr Title units[] = {
    {"%", {"%", "%"}},
    {"months", {"måneder", "months"}},
    {"million NOK", {"mill. kr", "NOK million"}},
    {"NOK", {"kr", "NOK"}},
    {"years", {"år", "years"}},
    {"persons", {"personer", "persons"}},
    {"places", {"plasser", "places"}},
    {"places a person", {"plasser per person", "places a person"}},
    {"points", {"poeng", "points"}},
};

} // namespace

std::vector<Group> empty_groups(const std::vector<Measure>& measures) {
  std::vector<Group> groups;
  for (const Title& title : first_groups)
    groups.push_back({std::string(title.id),
                      std::string(title.words.nb),
                      std::string(title.words.en),
                      true,
                      {}});
  for (const Title& title : more_groups)
    groups.push_back({std::string(title.id).append(more),
                      std::string(title.words.nb),
                      std::string(title.words.en),
                      false,
                      {}});
  for (const Measure& m : measures) groups.push_back({"measures." + m.id, m.nb, m.en, false, {}});
  return groups;
}

void put(Control control, std::vector<Group>& groups, const std::vector<Measure>& measures) {
  const auto parts = scenario::segments(control.key);
  Group* group = find(parts.front() + std::string(more), groups);
  if (parts.front() == "measures") group = find("measures." + parts[1], groups);
  if (const Label* label = find_label(control.key)) {
    control.nb = label->words.nb;
    control.en = label->words.en;
    group = find(label->group, groups);
  }
  for (const Measure& m : measures) {
    if (control.key != "measures." + m.id + ".share") continue;
    if (m.post != Post::post_76 || m.composition <= 0) return; // it has places, not a share
    control.nb = m.nb;
    control.en = m.en;
    if (control.shown.empty()) control.shown = fmt::format("{:.12g}", 100 * m.composition);
    group = find(m.group == MeasureGroup::job_seekers ? "mix-job_seekers" : "mix-reduced_capacity",
                 groups);
  }
  if (group) group->controls.push_back(std::move(control));
}

void in_reading_order(Group& group) {
  std::stable_sort(group.controls.begin(), group.controls.end(),
                   [](const Control& a, const Control& b) {
                     const Label *first = find_label(a.key), *second = find_label(b.key);
                     return first && second && first < second;
                   });
}

std::string_view unit_in(Language language, std::string_view unit) {
  for (const Title& title : units)
    if (title.id == unit) return in(language, title.words);
  return unit;
}

} // namespace tiltak::serve
