// Keys of the labour market: the business cycle, matching, the parameter file.
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Option cycle_kind_options[] = {
    {"constant", {"ingen konjunktur", "no cycle"}},
    {"sinusoid", {"en jevn bølge", "an even wave"}},
    {"historical", {"Norge slik det var", "Norway as it was"}},
    {"regime",
     {"tilfeldige skift mellom høy- og lavkonjunktur", "random switches between boom and slump"}},
    {"shock", {"et fall og en opphenting", "a fall and a recovery"}},
    {"file", {"fra cycle.file", "from cycle.file"}}};

constexpr Option market_matching_options[] = {
    {"den_haan", {"den Haan, Ramey og Watson (2000)", "den Haan, Ramey and Watson (2000)"}},
    {"cobb_douglas",
     {"Cobb-Douglas, aldri over min(S, V)", "Cobb-Douglas, never above min(S, V)"}}};

constexpr Option market_geography_options[] = {
    {"national", {"hele landet er ett marked", "the country is one market"}},
    {"regions", {"sju landsdeler", "seven regions"}},
    {"counties", {"de 19 fylkene i 2014", "the 19 counties of 2014"}}};

constexpr Option market_skills_options[] = {
    {"one", {"alt arbeid er ett marked", "all work is one market"}},
    {"three",
     {"service, faglært arbeid og høyskoleyrker hver for seg",
      "service, skilled and professional work apart"}}};

constexpr Field market_table[] = {
    {.path = "cycle.kind",
     .type = {.kind = Kind::choice, .options = cycle_kind_options},
     .fallback = "constant",
     .example = "historical",
     .does = {"Hvordan etterspørselen etter arbeidskraft svinger.",
              "How the demand for labour moves."}},
    {.path = "cycle.file",
     .type = {.kind = Kind::file},
     .example = "cycles/boom.csv",
     .does = {"CSV med kolonnene month og demand (1 = normalt), når cycle.kind er file.",
              "CSV with the columns month and demand (1 = normal), where cycle.kind is file."}},
    {.path = "cycle.amplitude",
     .type = {.kind = Kind::share, .min = 0, .max = 0.5},
     .fallback = "2 %",
     .example = "3 %",
     .does = {"Største avvik fra normal etterspørsel: bølgens topp, dybden av en lavkonjunktur "
              "eller et sjokk.",
              "Largest deviation from normal demand: the wave's crest, the depth of a slump or a "
              "shock."}},
    {.path = "cycle.period_months",
     .type = {.kind = Kind::months, .min = 2, .max = 1200},
     .fallback = "96",
     .example = "96 months",
     .does = {"Lengden av en hel bølge (sinusoid).", "The length of a whole wave (sinusoid)."}},
    {.path = "cycle.phase_months",
     .type = {.kind = Kind::months, .min = -1200, .max = 1200},
     .fallback = "0",
     .example = "24 months",
     .does = {"Hvor langt inne i bølgen (eller i filen) horisonten begynner.",
              "How far into the wave (or the file) the horizon begins."}},
    {.path = "cycle.boom_months",
     .type = {.kind = Kind::real, .unit = "months", .min = 1, .max = 1200},
     .fallback = "60",
     .example = "60 months",
     .does = {"Gjennomsnittlig varighet av en høykonjunktur (regime).",
              "Mean length of a boom (regime)."}},
    {.path = "cycle.slump_months",
     .type = {.kind = Kind::real, .unit = "months", .min = 1, .max = 1200},
     .fallback = "24",
     .example = "24 months",
     .does = {"Gjennomsnittlig varighet av en lavkonjunktur (regime).",
              "Mean length of a slump (regime)."}},
    {.path = "cycle.normal_unemployment",
     .type = {.kind = Kind::share, .min = 0, .max = 0.3},
     .fallback = "2.8 %",
     .example = "2.8 %",
     .does = {"Registrert ledighet der etterspørselen er normal (historical): den i 2014, som "
              "parametrene er tilpasset.",
              "Registered unemployment at which demand is normal (historical): that of 2014, to "
              "which the parameters are fitted."}},
    {.path = "cycle.positions_per_unemployed",
     .type = {.kind = Kind::real, .min = 0, .max = 10},
     .fallback = "1.7",
     .example = "1.7",
     .does = {"Stillinger færre for hver flere registrert ledig (historical). 1,7 er stigningen av "
              "AKU-ledighet på registrert ledighet i 27 kvartaler 2012-2018.",
              "Positions fewer for each more registered unemployed (historical). 1.7 is the slope "
              "of survey unemployment on registered unemployment in 27 quarters 2012-2018."}},
    {.path = "cycle.shock_start",
     .type = {.kind = Kind::month},
     .fallback = "2015-01",
     .example = "2015-01",
     .does = {"Måneden fallet begynner (shock).", "The month in which the fall begins (shock)."}},
    {.path = "cycle.fall_months",
     .type = {.kind = Kind::months, .min = 1, .max = 600},
     .fallback = "12",
     .example = "12 months",
     .does = {"Måneder fra fallet begynner til bunnen (shock).",
              "Months from the start of the fall to the trough (shock)."}},
    {.path = "cycle.recovery_months",
     .type = {.kind = Kind::months, .min = 1, .max = 600},
     .fallback = "36",
     .example = "36 months",
     .does = {"Måneder fra bunnen til det normale (shock).",
              "Months from the trough back to normal (shock)."}},
    {.path = "market.matching",
     .type = {.kind = Kind::choice, .options = market_matching_options},
     .fallback = "den_haan",
     .example = "cobb_douglas",
     .does = {"Funksjonen som gir antall koblinger av søk og ledige stillinger.",
              "The function that gives the number of matches from search and vacancies."}},
    {.path = "market.geography",
     .type = {.kind = Kind::choice, .options = market_geography_options},
     .fallback = "counties",
     .example = "national",
     .does = {"Hvor fint arbeidsmarkedet er delt etter sted. For små områder slås sammen, se "
              "market.smallest_segment.",
              "How finely the labour market is divided by place. Areas that are too small are "
              "merged, see market.smallest_segment."}},
    {.path = "market.skills",
     .type = {.kind = Kind::choice, .options = market_skills_options},
     .fallback = "three",
     .example = "one",
     .does = {"Om ulike slags arbeid er ulike markeder. Opplæring kan flytte en person mellom dem.",
              "Whether kinds of work are markets apart. Training can move a person between them."}},
    {.path = "market.smallest_segment",
     .type = {.kind = Kind::integer, .unit = "simulated persons", .min = 0, .max = 1000000},
     .fallback = "2000",
     .example = "2000",
     .does =
         {"Hvor mange simulerte personer et segment (område x slags arbeid) minst har. Er det "
          "for få, slås fylker sammen til landsdeler, landsdeler til landet, og til slutt "
          "arbeid av ulike slag.",
          "How many simulated persons a segment (area x kind of work) has at least. Where there "
          "are too few, counties merge into regions, regions into the country, and at last "
          "the kinds of work."}},
    {.path = "market.demand_response",
     .type = {.kind = Kind::real, .min = 0, .max = 1},
     .fallback = "0.5",
     .example = "0.5",
     .does = {"Hvor mye av en økning i det effektive arbeidstilbudet som gir flere stillinger på "
              "sikt (phi): 0 ingen, 1 hele. Data bestemmer den ikke; se følsomheten.",
              "How much of a rise in effective labour supply becomes jobs in the long run (phi): 0 "
              "none, 1 all. Data do not settle it; look at the sensitivity."}},
    {.path = "parameters.file",
     .type = {.kind = Kind::file},
     .unless_set = {"de kalibrerte parametrene som følger med",
                    "the calibrated parameters that are shipped"},
     .example = "parameters.yaml",
     .does = {"Filen med modellens estimerte parametre (fra tiltak calibrate).",
              "The file of the model's estimated parameters (from tiltak calibrate)."}},
    {.path = "parameters.draws",
     .type = {.kind = Kind::file},
     .unless_set = {"parametrene som de er", "the parameters as they are"},
     .example = "draws.csv",
     .does = {"CSV med kolonnene draw, parameter, value: trekk fra parametrenes usikkerhet. Hvert "
              "trekk simuleres i alle replikasjoner (tiltak run).",
              "A CSV with the columns draw, parameter, value: draws from the uncertainty of the "
              "parameters. Each is simulated in every replication (tiltak run)."}},
    {.path = "parameters.variants",
     .type = {.kind = Kind::text},
     .unless_set = {"ingen", "none"},
     .example = "gamma_negative displacement_none",
     .does =
         {"Navngitte varianter der funnene strider mot hverandre, med mellomrom mellom: filer i "
          "scenarios/evidence/variants, lagt over parametrene i rekkefølge.",
          "Named variants where evidence is in conflict, blanks between them: files of "
          "scenarios/evidence/variants, laid over the parameters in order."}},
};

} // namespace

std::span<const Field> market_fields() { return market_table; }

} // namespace tiltak::scenario
