#include <tiltak/store/codes.hpp>

#include <array>

namespace tiltak::store::codes {
namespace {

// The six states of Nossen et al. (2021) and what is outside; colours told apart with the common
// forms of colour blindness (Okabe and Ito 2008), grey for who is not in the population.
constexpr std::array<Code, 7> states{{
    {0, "full_time", "Full-time job", "Heltidsjobb", "#0072b2"},
    {1, "part_time", "Part-time job", "Deltidsjobb", "#56b4e9"},
    {2, "measure", "Measure", "Tiltak", "#009e73"},
    {3, "unemployed", "Unemployed", "Helt ledig", "#e69f00"},
    {4, "other", "Other", "Annet", "#f0e442"},
    {5, "reduced_capacity", "Reduced work capacity", "Nedsatt arbeidsevne", "#cc79a7"},
    {6, "outside_population", "Outside the population", "Utenfor befolkningen", "#999999"},
}};

constexpr std::array<Code, 5> jobs{{
    {0, "none", "No job", "Ingen jobb", ""},
    {1, "part", "Part-time, ordinary", "Deltid, ordinær", ""},
    {2, "full", "Full-time, ordinary", "Heltid, ordinær", ""},
    {3, "subsidised_part", "Part-time, subsidised", "Deltid, med tilskudd", ""},
    {4, "subsidised_full", "Full-time, subsidised", "Heltid, med tilskudd", ""},
}};

constexpr std::array<Code, 2> sexes{{
    {0, "woman", "Woman", "Kvinne", ""},
    {1, "man", "Man", "Mann", ""},
}};

constexpr std::array<Code, 8> origins{{
    {0, "norway", "Norway", "Norge", ""},
    {1, "western", "Western countries", "Vestlige land", ""},
    {2, "eu_east", "Eastern Europe in the EU", "Øst-Europa innenfor EU", ""},
    {3, "other_east", "Eastern Europe outside the EU", "Øst-Europa utenfor EU", ""},
    {4, "latin_america", "Latin America", "Latin-Amerika", ""},
    {5, "asia", "Asia", "Asia", ""},
    {6, "africa", "Africa", "Afrika", ""},
    {7, "unknown", "Unknown", "Ukjent", ""},
}};

constexpr std::array<Code, 5> educations{{
    {0, "compulsory", "Compulsory school", "Grunnskole", ""},
    {1, "upper_secondary", "Upper secondary", "Videregående", ""},
    {2, "higher_short", "Higher education ≤ 4 years", "Høyere utdanning ≤ 4 år", ""},
    {3, "higher_long", "Higher education > 4 years", "Høyere utdanning > 4 år", ""},
    {4, "unknown", "Unknown", "Ukjent", ""},
}};

constexpr std::array<Code, 8> endings{{
    {0, "running", "Runs on when the file ends", "Løper ved filens slutt", ""},
    {1, "planned", "Ran its planned time", "Løp planlagt tid", ""},
    {2, "job", "Left for an ordinary job", "Avbrutt for ordinær jobb", ""},
    {3, "left", "Left for another reason", "Avbrutt av annen grunn", ""},
    {4, "health", "Left for reduced capacity or pension", "Over i nedsatt arbeidsevne eller trygd",
     ""},
    {5, "retained", "Kept on by the employer", "Ansatt videre etter tilskuddet", ""},
    {6, "outside", "Left the population", "Ut av befolkningen", ""},
    {7, "cut", "Ended because money was cut", "Avsluttet ved kutt i midlene", ""},
}};

// The 19 counties of 1972 to 2017.
constexpr std::array<Code, 19> counties{{
    {0, "ostfold", "Østfold", "Østfold", ""},
    {1, "akershus", "Akershus", "Akershus", ""},
    {2, "oslo", "Oslo", "Oslo", ""},
    {3, "hedmark", "Hedmark", "Hedmark", ""},
    {4, "oppland", "Oppland", "Oppland", ""},
    {5, "buskerud", "Buskerud", "Buskerud", ""},
    {6, "vestfold", "Vestfold", "Vestfold", ""},
    {7, "telemark", "Telemark", "Telemark", ""},
    {8, "aust_agder", "Aust-Agder", "Aust-Agder", ""},
    {9, "vest_agder", "Vest-Agder", "Vest-Agder", ""},
    {10, "rogaland", "Rogaland", "Rogaland", ""},
    {11, "hordaland", "Hordaland", "Hordaland", ""},
    {12, "sogn_og_fjordane", "Sogn og Fjordane", "Sogn og Fjordane", ""},
    {13, "more_og_romsdal", "Møre og Romsdal", "Møre og Romsdal", ""},
    {14, "sor_trondelag", "Sør-Trøndelag", "Sør-Trøndelag", ""},
    {15, "nord_trondelag", "Nord-Trøndelag", "Nord-Trøndelag", ""},
    {16, "nordland", "Nordland", "Nordland", ""},
    {17, "troms", "Troms", "Troms", ""},
    {18, "finnmark", "Finnmark", "Finnmark", ""},
}};

// What counties merge into; the last is where all are one market.
constexpr std::array<Code, 8> regions{{
    {0, "oslo_akershus", "Oslo and Akershus", "Oslo og Akershus", ""},
    {1, "hedmark_oppland", "Hedmark and Oppland", "Hedmark og Oppland", ""},
    {2, "south_east", "South-eastern Norway", "Sør-Østlandet", ""},
    {3, "agder_rogaland", "Agder and Rogaland", "Agder og Rogaland", ""},
    {4, "west", "Western Norway", "Vestlandet", ""},
    {5, "trondelag", "Trøndelag", "Trøndelag", ""},
    {6, "north", "Northern Norway", "Nord-Norge", ""},
    {7, "norway", "Norway", "Norge", ""},
}};

// Kinds of work.
constexpr std::array<Code, 3> skills{{
    {0, "service", "Sales, service, care, cleaning", "Salg, service, omsorg, renhold", ""},
    {1, "skilled", "Clerks, crafts, industry, transport", "Kontor, håndverk, industri, transport",
     ""},
    {2, "professional", "Professionals and managers", "Høyskole- og akademiske yrker, ledere", ""},
}};

} // namespace

const Codes none{};
const Codes state{states};
const Codes job{jobs};
const Codes sex{sexes};
const Codes origin{origins};
const Codes education{educations};
const Codes ending{endings};
const Codes county{counties};
const Codes region{regions};
const Codes skill{skills};

} // namespace tiltak::store::codes
