// What a person is, apart from what happens to her: the classifications of table 1 in Nossen et al.
// (2021), with their words. Codes are stored in files: never renumber.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tiltak {

struct Category {
  std::string_view name, nb, en;
};

enum class Sex : std::uint8_t { woman, man };
inline constexpr std::array<Category, 2> sexes{
    {{"woman", "Kvinner", "Women"}, {"man", "Menn", "Men"}}};

// Age bands of table 1, then two for 57-66, whom the article leaves out.
constexpr std::size_t age_band_count = 10;
inline constexpr std::array<int, age_band_count + 1> age_band_from{18, 20, 25, 30, 35, 40,
                                                                   45, 50, 57, 62, 67};
inline constexpr std::array<Category, age_band_count> age_bands{{{"18-19", "18–19", "18–19"},
                                                                 {"20-24", "20–24", "20–24"},
                                                                 {"25-29", "25–29", "25–29"},
                                                                 {"30-34", "30–34", "30–34"},
                                                                 {"35-39", "35–39", "35–39"},
                                                                 {"40-44", "40–44", "40–44"},
                                                                 {"45-49", "45–49", "45–49"},
                                                                 {"50-56", "50–56", "50–56"},
                                                                 {"57-61", "57–61", "57–61"},
                                                                 {"62-66", "62–66", "62–66"}}};

// Band of an age in whole years; ages below 18 count as the first, above 66 as the last.
constexpr std::size_t age_band(int years) {
  std::size_t band = 0;
  while (band + 1 < age_band_count && years >= age_band_from[band + 1]) ++band;
  return band;
}

enum class BirthRegion : std::uint8_t {
  norway,
  western,
  eu_east,
  other_east,
  latin_america,
  asia,
  africa,
  unknown
};
inline constexpr std::array<Category, 8> origins{{
    {"norway", "Norge", "Norway"},
    {"western", "Vestlige land", "Western countries"},
    {"eu_east", "Øst-Europa innenfor EU", "Eastern Europe in the EU"},
    {"other_east", "Øst-Europa utenfor EU", "Eastern Europe outside the EU"},
    {"latin_america", "Latin-Amerika", "Latin America"},
    {"asia", "Asia", "Asia"},
    {"africa", "Afrika", "Africa"},
    {"unknown", "Ukjent", "Unknown"},
}};

// Born outside the EEA, the priority group: the article's total of 29.7 per cent is the sum of
// these.
constexpr bool outside_eea(BirthRegion o) {
  return o == BirthRegion::other_east || o == BirthRegion::latin_america ||
         o == BirthRegion::asia || o == BirthRegion::africa;
}

// Highest education started.
enum class Education : std::uint8_t {
  compulsory,
  upper_secondary,
  higher_short,
  higher_long,
  unknown
};
inline constexpr std::array<Category, 5> educations{{
    {"compulsory", "Grunnskole", "Compulsory school"},
    {"upper_secondary", "Videregående", "Upper secondary"},
    {"higher_short", "Høyere utdanning ≤ 4 år", "Higher education ≤ 4 years"},
    {"higher_long", "Høyere utdanning > 4 år", "Higher education > 4 years"},
    {"unknown", "Ukjent", "Unknown"},
}};

// Unobserved classes, without which nothing that lasts 60 months fits: weak prospects of a job or
// not, poor health or not. The two are independent.
constexpr std::size_t frailty_classes = 4;
constexpr bool is_weak(std::size_t frailty) { return frailty % 2 == 1; }
constexpr bool is_ill(std::size_t frailty) { return frailty / 2 == 1; }

// A type is everything a hazard depends on that changes at most with a birthday.
constexpr std::size_t base_types =
    sexes.size() * origins.size() * educations.size() * frailty_classes;
constexpr std::size_t type_count = base_types * age_band_count;

constexpr std::size_t base_type(Sex s, BirthRegion o, Education e, std::size_t frailty) {
  return ((static_cast<std::size_t>(s) * origins.size() + static_cast<std::size_t>(o)) *
              educations.size() +
          static_cast<std::size_t>(e)) *
             frailty_classes +
         frailty;
}
// Types of one age band stand together, so that persons of one age touch one part of a table.
constexpr std::size_t type_of(std::size_t base, std::size_t band) {
  return band * base_types + base;
}

} // namespace tiltak
