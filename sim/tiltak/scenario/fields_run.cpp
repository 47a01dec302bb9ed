// Keys of the run itself: who, when, how often, what is recorded.
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Option precision_figure_options[] = {
    {"none", {"ingen: et fast antall", "none: a fixed number"}},
    {"net", {"nettovirkningen, ordinær jobb", "the net effect, ordinary jobs"}},
    {"direct", {"den direkte virkningen, ordinær jobb", "the direct effect, ordinary jobs"}},
    {"displacement", {"fortrengningen, ordinær jobb", "displacement, ordinary jobs"}}};

constexpr Option evaluation_worlds_options[] = {
    {"policy", {"bare scenariet", "the scenario alone"}},
    {"coupled", {"også verdenene det sammenlignes med", "also the worlds it is compared with"}},
    {"no_substitution",
     {"dessuten en uten substitusjon (sigma = 0)",
      "besides, one without substitution (sigma = 0)"}}};

constexpr Option evaluation_twins_options[] = {{"on", {"på", "on"}}, {"off", {"av", "off"}}};

constexpr Option evaluation_contrast_options[] = {
    {"none", {"mot ingen starter i vinduet", "against no starts in the window"}},
    {"marginal", {"mot en endret bevilgning", "against a changed appropriation"}}};

constexpr Option evaluation_removes_options[] = {
    {"all", {"alle tiltak", "all measures"}},
    {"post_76",
     {"bare tiltakene på kap. 634 post 76", "only the measures on chapter 634 post 76"}}};

constexpr Option output_panel_options[] = {
    {"none", {"ingen personers måneder", "no persons' months"}},
    {"sample", {"månedene til et utvalg", "the months of a sample"}},
    {"full", {"månedene til alle", "the months of everyone"}}};

constexpr Field run_table[] = {
    {.path = "name.nb",
     .type = {},
     .example = "Stabil bevilgning",
     .does = {"Navnet på scenariet på bokmål, i rapporter.",
              "The scenario's name in Norwegian, in reports."}},
    {.path = "name.en",
     .type = {},
     .example = "Stable appropriation",
     .does = {"Navnet på scenariet på engelsk, i rapporter.",
              "The scenario's name in English, in reports."}},
    {.path = "why",
     .type = {},
     .example = "Forslag i Prop. 1 S; Ola Nordmann",
     .does = {"Hvem som har skrevet scenariet, hvorfor, og hvor tallene kommer fra.",
              "Who wrote the scenario, why, and where its figures come from."}},
    {.path = "extends",
     .type = {.kind = Kind::file},
     .example = "../baseline/norway.yaml",
     .does = {"Scenariofilen denne bygger på; det som står her, går foran.",
              "The scenario file this one builds on; what is written here comes first."}},
    {.path = "seed",
     .type = {.kind = Kind::integer, .min = 0, .max = 9007199254740992.0},
     .fallback = "2014",
     .example = "42",
     .does =
         {"Frøet for alle tilfeldige trekk. Samme frø gir samme resultat, uansett antall tråder.",
          "The seed of all random draws. The same seed gives the same results for any number of "
          "threads."}},
    {.path = "replications",
     .type = {.kind = Kind::integer, .min = 1, .max = 100000},
     .fallback = "1",
     .example = "20",
     .does = {"Hvor mange ganger simuleringen gjentas med andre trekk, for usikkerheten.",
              "How many times the simulation is repeated with other draws, for the uncertainty."}},
    {.path = "precision.figure",
     .type = {.kind = Kind::choice, .options = precision_figure_options},
     .fallback = "none",
     .example = "net",
     .does = {"Tallet som avgjør hvor mange ganger simuleringen gjentas; none: replications.",
              "The figure that decides how often the simulation is repeated; none: replications."}},
    {.path = "precision.job_years",
     .type = {.kind = Kind::real, .unit = "job-years", .min = 0, .max = 1e9},
     .fallback = "500",
     .example = "200",
     .does = {"Simuleringen gjentas til 95 %-intervallet for precision.figure går høyst så mange "
              "årsverk, nasjonalt, til hver side.",
              "The simulation is repeated until the 95 % interval of precision.figure reaches at "
              "most so many job-years, national, to either side."}},
    {.path = "precision.most_replications",
     .type = {.kind = Kind::integer, .min = 4, .max = 100000},
     .fallback = "100",
     .example = "400",
     .does = {"Hvor mange ganger simuleringen høyst gjentas av hensyn til precision.figure.",
              "How many times at most the simulation is repeated for the sake of "
              "precision.figure."}},
    {.path = "population.scale",
     .type = {.kind = Kind::share, .min = 0.0001, .max = 1},
     .fallback = "0.05",
     .example = "5 %",
     .does = {"Andelen av befolkningen 18-66 år (3,48 millioner) som simuleres. Penger og ledige "
              "stillinger skaleres likt; rapporter viser nasjonale tall.",
              "The share of the population aged 18-66 (3.48 million) that is simulated. Money and "
              "vacancies are scaled alike; reports show national figures."}},
    {.path = "population.file",
     .type = {.kind = Kind::file},
     .unless_set = {"befolkningen syntetiseres", "the population is synthesised"},
     .example = "persons.csv",
     .does =
         {"En CSV-fil med personer, i stedet for den syntetiske befolkningen: kolonnene står i "
          "docs/formats/persons.md. population.scale sier hvor stor del av landet de er.",
          "A CSV file of persons, in place of the synthetic population: docs/formats/persons.md "
          "has the columns. population.scale says how large a part of the country they are."}},
    {.path = "population.burn_in_months",
     .type = {.kind = Kind::months, .min = 0, .max = 1200},
     .fallback = "48",
     .example = "48 months",
     .does = {"Måneder som simuleres før horisonten, til fordelingen er stasjonær; de lagres ikke.",
              "Months simulated before the horizon until the distribution is stationary; not "
              "recorded."}},
    {.path = "horizon.start",
     .type = {.kind = Kind::month},
     .fallback = "2013-01",
     .example = "2014-01",
     .does = {"Den første måneden som lagres.", "The first month that is recorded."}},
    {.path = "horizon.months",
     .type = {.kind = Kind::months, .min = 1, .max = 1200},
     .fallback = "84",
     .example = "84 months",
     .does = {"Hvor mange måneder som lagres. De 84 fra januar 2013 er et år før 2014, "
              "inntaksåret, og 60 måneder etter det.",
              "How many months are recorded. The 84 from January 2013 are a year before 2014, the "
              "year of entry, and 60 months after it."}},
    {.path = "evaluation.start",
     .type = {.kind = Kind::month},
     .fallback = "2014-01",
     .example = "2014-01",
     .does = {"Den første måneden der starter på tiltak teller i regnskapet.",
              "The first month in which starts on measures count in the accounts."}},
    {.path = "evaluation.window_months",
     .type = {.kind = Kind::months, .min = 1, .max = 600},
     .fallback = "12",
     .example = "12 months",
     .does = {"Hvor lenge starter teller. For konjunkturregler: et helt antall konjunkturer.",
              "How long starts count. For rules that follow the cycle: a whole number of cycles."}},
    {.path = "evaluation.tail_months",
     .type = {.kind = Kind::months, .min = 0, .max = 600},
     .fallback = "60",
     .example = "60 months",
     .does = {"Måneder etter vinduet, uten nye starter i noen verden. Under 60 fanges ikke hele "
              "virkningen.",
              "Months after the window, without new starts in any world. Below 60 part of the "
              "effect is missed."}},
    {.path = "evaluation.worlds",
     .type = {.kind = Kind::choice, .options = evaluation_worlds_options},
     .fallback = "coupled",
     .example = "policy",
     .does = {"Hvilke verdener som simuleres med de samme personene og de samme trekkene.",
              "Which worlds are simulated with the same persons and the same draws."}},
    {.path = "evaluation.twins",
     .type = {.kind = Kind::choice, .options = evaluation_twins_options},
     .fallback = "off",
     .example = "on",
     .does =
         {"Om det også simuleres en verden uten tiltakene i scenariets marked: hver deltakers "
          "tvilling, og fortrengningen sett fra den andre enden.",
          "Whether a world without the measures in the scenario's market is simulated too: each "
          "participant's twin, and displacement seen from the other end."}},
    {.path = "evaluation.contrast",
     .type = {.kind = Kind::choice, .options = evaluation_contrast_options},
     .fallback = "none",
     .example = "marginal",
     .does = {"Hva scenariet sammenlignes med. Ingen starter ligger langt utenfor data.",
              "What the scenario is compared with. No starts at all lies far outside the data."}},
    {.path = "evaluation.removes",
     .type = {.kind = Kind::choice, .options = evaluation_removes_options},
     .fallback = "all",
     .example = "post_76",
     .does = {"Hvilke tiltak som ikke har starter i verdenen uten starter.",
              "Which measures have no starts in the world without starts."}},
    {.path = "evaluation.change",
     .type = {.kind = Kind::share, .min = -1, .max = 1},
     .fallback = "-20 %",
     .example = "20 %",
     .does = {"Endringen av bevilgningen når sammenligningen er marginal.",
              "The change of the appropriation where the contrast is marginal."}},
    {.path = "output.panel",
     .type = {.kind = Kind::choice, .options = output_panel_options},
     .fallback = "full",
     .example = "sample",
     .does = {"Hvilke personers månedlige tilstander som lagres.",
              "Whose monthly states are stored."}},
    {.path = "output.sample",
     .type = {.kind = Kind::share, .min = 0.0001, .max = 1},
     .fallback = "10 %",
     .example = "10 %",
     .does = {"Andelen personer i utvalget når output.panel er sample.",
              "The share of persons in the sample where output.panel is sample."}},
};

} // namespace

std::span<const Field> run_fields() { return run_table; }

} // namespace tiltak::scenario
