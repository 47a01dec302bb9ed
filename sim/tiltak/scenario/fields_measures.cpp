// Keys of the measures. A scenario changes entries of the catalogue; it does not repeat them.
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Words from_catalogue{"fra katalogen over tiltak", "from the catalogue of measures"};

constexpr Option enabled_options[] = {{"on", {"i bruk", "in use"}},
                                      {"off", {"ikke i bruk", "not in use"}}};

constexpr Option effects_over_cycle_options[] = {
    {"stronger_in_slumps", {"større når ledigheten er høy", "larger when unemployment is high"}},
    {"same", {"lik over konjunkturen", "the same over the cycle"}},
    {"stronger_in_booms", {"større når ledigheten er lav", "larger when unemployment is low"}}};

constexpr Field table[] = {
    {.path = "measures.<id>.enabled",
     .type = {.kind = Kind::choice, .options = enabled_options},
     .fallback = "on",
     .example = "off",
     .does = {"Om tiltaket er i bruk.", "Whether the measure is in use."}},
    {.path = "measures.<id>.price",
     .type = {.kind = Kind::money, .unit = "NOK a month", .min = 0, .max = 1e6},
     .unless_set = from_catalogue,
     .example = "10 400 NOK a month",
     .does = {"Hva en plass koster i måneden.", "What a place costs a month."}},
    {.path = "measures.<id>.share",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .unless_set = from_catalogue,
     .example = "15 %",
     .does = {"Tiltakets andel av pengene til sin gruppe.",
              "The measure's share of the money of its group."}},
    {.path = "measures.<id>.places",
     .type = {.kind = Kind::integer, .unit = "places", .min = 0, .max = 1e6},
     .unless_set = from_catalogue,
     .example = "10 000 places",
     .does = {"Plasser nasjonalt, for tiltak utenfor posten.",
              "Places, national, for measures outside the post."}},
    {.path = "measures.<id>.planned_months",
     .type = {.kind = Kind::months, .min = 1, .max = 600},
     .unless_set = from_catalogue,
     .example = "6 months",
     .does = {"Planlagt varighet.", "Planned duration."}},
    {.path = "measures.<id>.max_months",
     .type = {.kind = Kind::months, .min = 1, .max = 600},
     .unless_set = from_catalogue,
     .example = "12 months",
     .does = {"Lengste varighet.", "Longest duration."}},
    {.path = "measures.<id>.batch",
     .type = {.kind = Kind::integer, .unit = "persons", .min = 1, .max = 1000},
     .unless_set = from_catalogue,
     .example = "15 persons",
     .does = {"Hvor mange som starter sammen.", "How many start together."}},
    {.path = "measures.<id>.notice_months",
     .type = {.kind = Kind::months, .min = 0, .max = 60},
     .unless_set = from_catalogue,
     .example = "1 month",
     .does = {"Måneder fra varsel til start, der trusselvirkningen ligger.",
              "Months from notice to start, where the threat effect lies."}},
    {.path = "measures.<id>.commitment_months",
     .type = {.kind = Kind::months, .min = 0, .max = 120},
     .unless_set = from_catalogue,
     .example = "12 months",
     .does = {"Hvor lenge en kjøpt plass binder pengene.",
              "How long a bought place binds the money."}},
    {.path = "measures.<id>.lock_in",
     .type = {.kind = Kind::share, .min = 0, .max = 2},
     .unless_set = from_catalogue,
     .example = "40 %",
     .does = {"Søkeinnsatsen under tiltaket som andel av den uten: 100 % er ingen innlåsing.",
              "Search effectiveness during the measure as a share of that without: 100 % is no "
              "lock-in."}},
    {.path = "measures.<id>.effect",
     .type = {.kind = Kind::share, .min = -0.95, .max = 10},
     .unless_set = from_catalogue,
     .example = "25 %",
     .does = {"Endringen av jobbhasarden etter tiltaket.",
              "The change of the job hazard after the measure."}},
    {.path = "measures.<id>.effect_delay_months",
     .type = {.kind = Kind::months, .min = 0, .max = 120},
     .unless_set = from_catalogue,
     .example = "3 months",
     .does = {"Måneder etter slutt før virkningen begynner.",
              "Months after the end before the effect begins."}},
    {.path = "measures.<id>.effect_half_life_months",
     .type = {.kind = Kind::months, .min = 1, .max = 1200},
     .unless_set = from_catalogue,
     .example = "36 months",
     .does = {"Måneder til halve virkningen er borte.", "Months until half the effect is gone."}},
    {.path = "measures.<id>.sigma",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .unless_set = from_catalogue,
     .example = "65 %",
     .does = {"Hvor stor del av en ledig stilling en subsidiert start bruker.",
              "How much of a vacancy a subsidised start uses."}},
    {.path = "measures.<id>.retention",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .unless_set = from_catalogue,
     .example = "40 %",
     .does = {"Andelen som blir i jobben når tilskuddet tar slutt.",
              "The share kept on when the subsidy ends."}},
    {.path = "measures.<id>.supply_share",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .unless_set = from_catalogue,
     .example = "80 %",
     .does =
         {"Hvor mye av gevinsten som øker det effektive arbeidstilbudet (og dermed stillingene).",
          "How much of the gain raises effective labour supply (and so the number of jobs)."}},
    {.path = "measures.<id>.threat",
     .type = {.kind = Kind::share, .min = -0.95, .max = 10},
     .unless_set = from_catalogue,
     .example = "10 %",
     .does = {"Endringen av jobbhasarden mellom varsel og start.",
              "The change of the job hazard between notice and start."}},
    {.path = "effects.over_cycle",
     .type = {.kind = Kind::choice, .options = effects_over_cycle_options},
     .fallback = "same",
     .example = "stronger_in_slumps",
     .does = {"Hvordan virkningen av tiltak endrer seg over konjunkturen (tegnet på gamma). "
              "Litteraturen er uenig; "
              "velg en variant.",
              "How the effect of measures varies over the cycle (the sign of gamma). The "
              "literature disagrees; "
              "choose a variant."}},
};

} // namespace

std::span<const Field> measure_fields() {
  return table;
}

} // namespace tiltak::scenario
