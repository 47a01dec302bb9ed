// Keys of the accounts: how money and person-months of different years are added up.
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Field account_table[] = {
    {.path = "accounts.discount_rate",
     .type = {.kind = Kind::share, .min = 0, .max = 0.2},
     .fallback = "4 %",
     .example = "0 %",
     .does = {"Kalkulasjonsrenten i året, for penger og personmåneder likt.",
              "The discount rate a year, for money and person-months alike."}},
    {.path = "accounts.part_time",
     .type = {.kind = Kind::share, .min = 0, .max = 1},
     .fallback = "50 %",
     .example = "50 %",
     .does =
         {"Hvor mye av en heltidsstilling en deltidsjobb regnes som. Standardverdien er skjønn: "
          "midten av spennet fra 1 time i uken til 95 % (Nossen mfl. 2021).",
          "How much of a full-time job a part-time job counts as. The default is judgement: the "
          "middle of the range from 1 hour a week to 95 % (Nossen et al. 2021)."}},
    {.path = "accounts.money_year",
     .type = {.kind = Kind::integer, .min = 2000, .max = 2024},
     .fallback = "2019",
     .example = "2019",
     .does = {"Året bevilgningen og prisene i katalogen er i kroner fra. Standardverdien er året "
              "katalogens priser er fra.",
              "The year whose kroner the appropriation and the prices of the catalogue are in. The "
              "default is the year of the catalogue's prices."}},
    {.path = "accounts.price_year",
     .type = {.kind = Kind::integer, .min = 2000, .max = 2024},
     .fallback = "2024",
     .example = "2024",
     .does = {"Året kronene regnes i (deflatert med lønn).",
              "The year whose kroner amounts are given in (wage-deflated)."}},
    {.path = "accounts.tax_cost",
     .type = {.kind = Kind::share, .min = 0, .max = 2},
     .fallback = "20 %",
     .example = "20 %",
     .does = {"Kostnaden ved å hente inn en skattekrone (Finansdepartementets rundskriv R-109).",
              "The cost of raising a krone of taxes (the Ministry of Finance's circular R-109)."}},
};

} // namespace

std::span<const Field> account_fields() { return account_table; }

} // namespace tiltak::scenario
