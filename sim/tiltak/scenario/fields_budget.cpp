// Keys of the appropriation and of who gets the places.
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Option allocation_rule_options[] = {
    {"practice",
     {"som kontorene gjør det: vekter estimert fra dem som deltok",
      "as offices do: weights estimated from who took part"}},
    {"priority",
     {"prioriterte grupper først: under 30 år, langtidsledige, født utenfor EØS",
      "priority groups first: under 30, long-term unemployed, born outside the EEA"}},
    {"random", {"loddtrekning", "by lot"}},
    {"need", {"dårligst utsikter først", "worst prospects first"}},
    {"prospects", {"best utsikter først (fløteskumming)", "best prospects first (cream-skimming)"}},
    {"effect", {"størst modellert virkning først", "largest modelled effect first"}},
    {"optimal",
     {"best samlet virkning (minste kostnads flyt)", "best total effect (min-cost flow)"}}};

constexpr Option budget_rule_options[] = {
    {"stable", {"samme realbeløp hvert år", "the same real amount every year"}},
    {"cyclical", {"følger den publiserte ledigheten", "follows published unemployment"}},
    {"historical", {"bevilgningene slik de var", "the appropriations as they were"}},
    {"path", {"fra budget.file", "from budget.file"}}};

constexpr Option budget_response_options[] = {
    {"share",
     {"andel av bevilgningen for hvert prosentpoeng ledighet",
      "a share of the appropriation for each percentage point of unemployment"}},
    {"places",
     {"plasser for arbeidssøkere for hver registrert ledig",
      "places for job seekers for each registered unemployed person"}}};

constexpr Option budget_swings_options[] = {
    {"job_seekers", {"bare arbeidssøkernes plasser", "job seekers' places only"}},
    {"whole_post", {"hele posten", "the whole post"}}};

constexpr Option budget_revisions_options[] = {
    {"none", {"ingen", "none"}},
    {"spring", {"revidert nasjonalbudsjett", "the revised budget in spring"}},
    {"spring_and_autumn", {"også nysalderingen om høsten", "also the autumn one"}}};

constexpr Field budget_table[] = {
    {.path = "budget.rule",
     .type = {.kind = Kind::choice, .options = budget_rule_options},
     .fallback = "stable",
     .example = "cyclical",
     .does = {"Hvordan bevilgningen til tiltak endres fra år til år.",
              "How the appropriation to measures moves from year to year."}},
    {.path = "budget.level",
     .type = {.kind = Kind::money, .unit = "NOK a year", .min = 0, .max = 1e12},
     .fallback = "7 361 million NOK",
     .example = "7.3 billion NOK",
     .does = {"Bevilgningen på kap. 634 post 76 i et normalt år, nasjonalt. Standardverdien er "
              "revidert budsjett for 2019: om lag 59 000 plasser uten VTA.",
              "The appropriation on chapter 634 post 76 in a normal year, national. The default is "
              "the revised budget of 2019: about 59,000 places, VTA apart."}},
    {.path = "budget.file",
     .type = {.kind = Kind::file},
     .example = "budgets/path.csv",
     .does = {"CSV med kolonnene year og nok, når budget.rule er path.",
              "CSV with the columns year and nok, where budget.rule is path."}},
    {.path = "budget.response",
     .type = {.kind = Kind::share, .min = -5, .max = 5},
     .fallback = "20 %",
     .example = "20 %",
     .does = {"Endringen av bevilgningen for hvert prosentpoeng ledigheten er over det normale "
              "(cyclical).",
              "The change of the appropriation for each percentage point of unemployment above "
              "normal (cyclical)."}},
    {.path = "budget.response_in",
     .type = {.kind = Kind::choice, .options = budget_response_options},
     .fallback = "share",
     .example = "places",
     .does = {"Hva den sykliske regelen svarer med: budget.response eller "
              "budget.places_response.",
              "What the cyclical rule answers with: budget.response or budget.places_response."}},
    {.path = "budget.places_response",
     .type = {.kind = Kind::real, .unit = "places a person", .min = -5, .max = 5},
     .fallback = "0.38",
     .example = "0.37",
     .does = {"Nye plasser for arbeidssøkere for hver registrert ledig over det normale. Norge: "
              "0,38 med 6 måneders etterslep (2000-06), 0,37 med 15 måneder (2014-18).",
              "New places for job seekers for each registered unemployed person above normal. "
              "Norway: 0.38 at a lag of 6 months (2000-06), 0.37 at 15 months (2014-18)."}},
    {.path = "budget.window_months",
     .type = {.kind = Kind::months, .min = 1, .max = 60},
     .fallback = "12",
     .example = "3 months",
     .does = {"Månedene som ledigheten er gjennomsnittet av (cyclical).",
              "The months whose mean unemployment counts (cyclical)."}},
    {.path = "budget.lag_months",
     .type = {.kind = Kind::months, .min = 0, .max = 120},
     .fallback = "12",
     .example = "12 months",
     .does = {"Måneder fra den siste publiserte ledigheten som teller, til vedtaket (cyclical).",
              "Months from the last published unemployment that counts to the decision "
              "(cyclical)."}},
    {.path = "budget.swings",
     .type = {.kind = Kind::choice, .options = budget_swings_options},
     .fallback = "job_seekers",
     .example = "whole_post",
     .does = {"Hvilken del av posten som svinger (cyclical).",
              "Which part of the post moves (cyclical)."}},
    {.path = "budget.normal_unemployment",
     .type = {.kind = Kind::share, .min = 0, .max = 0.3},
     .unless_set = {"gjennomsnittet av året før horizon.start",
                    "the mean of the year before horizon.start"},
     .example = "2.8 %",
     .does = {"Den publiserte ledigheten som regelen regner som normal (cyclical).",
              "The published unemployment that the rule counts as normal (cyclical)."}},
    {.path = "budget.floor",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .fallback = "50 %",
     .example = "50 %",
     .does = {"Det minste bevilgningen kan bli, som andel av budget.level (cyclical).",
              "The least the appropriation can become, as a share of budget.level (cyclical)."}},
    {.path = "budget.ceiling",
     .type = {.kind = Kind::share, .min = 1, .max = 10},
     .fallback = "200 %",
     .example = "200 %",
     .does = {"Det meste bevilgningen kan bli, som andel av budget.level (cyclical).",
              "The most the appropriation can become, as a share of budget.level (cyclical)."}},
    {.path = "budget.revisions",
     .type = {.kind = Kind::choice, .options = budget_revisions_options},
     .fallback = "none",
     .example = "spring",
     .does = {"Når bevilgningen kan endres i løpet av året.",
              "When the appropriation can change within the year."}},
    {.path = "budget.reduced_capacity",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .fallback = "76 %",
     .example = "80 %",
     .does =
         {"Andelen av plassene som går til personer med nedsatt arbeidsevne. Standardverdien er "
          "det som er igjen av 60 000 plasser når 14 600 er arbeidssøkeres (middel av 2013 og "
          "2014); målet var 83 % i 2014, 80 % i 2015 og senere 75 % (AFI 2016).",
          "The share of the places that goes to persons with reduced capacity. The default is "
          "what is left of 60,000 places when 14,600 are job seekers' (mean of 2013 and 2014); "
          "the target was 83 % in 2014, 80 % in 2015 and 75 % later (AFI 2016)."}},
    {.path = "budget.carry_over",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .fallback = "5 %",
     .example = "5 %",
     .does = {"Andelen av statens post som kan overføres til neste år.",
              "The share of the state's post that can be carried over to the next year."}},
    {.path = "budget.county_key_months",
     .type = {.kind = Kind::months, .min = 0, .max = 60},
     .fallback = "12",
     .example = "12 months",
     .does = {"Hvor mange måneder nøkkelen som fordeler pengene på fylker, ligger etter.",
              "How many months the key that splits the money on counties lags behind."}},
    {.path = "allocation.rule",
     .type = {.kind = Kind::choice, .options = allocation_rule_options},
     .fallback = "practice",
     .example = "need",
     .does = {"Hvem som får plassene når det er flere søkere enn plasser.",
              "Who gets the places where more apply than there are places."}},
    {.path = "allocation.long_term_months",
     .type = {.kind = Kind::months, .min = 1, .max = 60},
     .fallback = "6",
     .example = "6 months",
     .does = {"Måneder som arbeidssøker før en regnes som langtidsledig.",
              "Months of job seeking before a person counts as long-term unemployed."}},
    {.path = "allocation.chain_share",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .example = "20 %",
     .does =
         {"Sannsynligheten for at den som avslutter et tiltak og fortsatt er registrert, får et "
          "av en annen type innen seks måneder, foran andre. Uten nøkkelen: som estimert, slik "
          "at andelen med flere tiltak på rad blir den publiserte.",
          "The probability that who ends a measure and is still registered gets one of another "
          "type within six months, ahead of others. Without the key: as estimated, such that "
          "the share with measures in a row is the published one."}},
    {.path = "allocation.young_below",
     .type = {.kind = Kind::integer, .unit = "years", .min = 18, .max = 67},
     .fallback = "30",
     .example = "30 years",
     .does = {"Alderen som ungdomsprioriteringen går opp til.",
              "The age below which the young have priority."}},
};

} // namespace

std::span<const Field> budget_fields() { return budget_table; }

} // namespace tiltak::scenario
