// Where a person lives and what work she can do: the counties of 2014, the regions they merge into,
// and the skill segments of the labour market. Codes are stored in files: never renumber.
#pragma once

#include <array>
#include <cstdint>

#include <tiltak/people/attributes.hpp>

namespace tiltak {

// The 19 counties, as they were from 1972 to 2017: those of the entrants of 2014 and of AFI (2016).
inline constexpr std::array<Category, 19> counties{{
    {"ostfold", "Østfold", "Østfold"},
    {"akershus", "Akershus", "Akershus"},
    {"oslo", "Oslo", "Oslo"},
    {"hedmark", "Hedmark", "Hedmark"},
    {"oppland", "Oppland", "Oppland"},
    {"buskerud", "Buskerud", "Buskerud"},
    {"vestfold", "Vestfold", "Vestfold"},
    {"telemark", "Telemark", "Telemark"},
    {"aust_agder", "Aust-Agder", "Aust-Agder"},
    {"vest_agder", "Vest-Agder", "Vest-Agder"},
    {"rogaland", "Rogaland", "Rogaland"},
    {"hordaland", "Hordaland", "Hordaland"},
    {"sogn_og_fjordane", "Sogn og Fjordane", "Sogn og Fjordane"},
    {"more_og_romsdal", "Møre og Romsdal", "Møre og Romsdal"},
    {"sor_trondelag", "Sør-Trøndelag", "Sør-Trøndelag"},
    {"nord_trondelag", "Nord-Trøndelag", "Nord-Trøndelag"},
    {"nordland", "Nordland", "Nordland"},
    {"troms", "Troms", "Troms"},
    {"finnmark", "Finnmark", "Finnmark"},
}};

// Statistics Norway's regions (NUTS 2) of that time.
inline constexpr std::array<Category, 7> regions{{
    {"oslo_akershus", "Oslo og Akershus", "Oslo and Akershus"},
    {"hedmark_oppland", "Hedmark og Oppland", "Hedmark and Oppland"},
    {"south_east", "Sør-Østlandet", "South-eastern Norway"},
    {"agder_rogaland", "Agder og Rogaland", "Agder and Rogaland"},
    {"west", "Vestlandet", "Western Norway"},
    {"trondelag", "Trøndelag", "Trøndelag"},
    {"north", "Nord-Norge", "Northern Norway"},
}};

inline constexpr std::array<std::uint8_t, counties.size()> region_of_county{
    2, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6};

// Kinds of work that do not compete for the same vacancies, by the skill levels of ISCO-08: major
// groups 5 and 9; 4, 6, 7 and 8; 1, 2 and 3.
inline constexpr std::array<Category, 3> skills{{
    {"service", "Salg, service, omsorg, renhold", "Sales, service, care, cleaning"},
    {"skilled", "Kontor, håndverk, industri, transport", "Clerks, crafts, industry, transport"},
    {"professional", "Høyskole- og akademiske yrker, ledere", "Professionals and managers"},
}};

} // namespace tiltak
