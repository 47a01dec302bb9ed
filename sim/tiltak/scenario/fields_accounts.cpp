// Keys of the accounts: how money and person-months of different years are added up.
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Field table[] = {
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
    {.path = "accounts.price_year",
     .type = {.kind = Kind::integer, .min = 1990, .max = 2100},
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

std::span<const Field> account_fields() { return table; }

} // namespace tiltak::scenario
