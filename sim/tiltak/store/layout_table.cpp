// The table of variables. The part of the accounts stands in layout_accounts.cpp, groups and
// attributes in layout_groups.cpp.
#include <tiltak/store/layout.hpp>
#include <tiltak/store/layout_accounts.hpp>

namespace tiltak::store::layout {
namespace {

using enum Type;
using enum Storage;

constexpr bool required = true, optional = false;

constexpr std::string_view month_en = "First day of the month", month_nb = "Første dag i måneden";
constexpr std::string_view bounds_en = "First day of the month and of the next",
                           bounds_nb = "Første dag i måneden og i den neste";
constexpr std::string_view measure_en = "Measure", measure_nb = "Tiltak";
constexpr std::string_view state_en = "State of the person at the end of the month",
                           state_nb = "Personens status ved månedens slutt";

// clang-format off: rows are read as rows
const Variable first[] = {
    // /persons: row p is person p, in every world
    {"/persons/person", "person", u32, column, "1", "Number of the person", "Personens nummer",
     optional, "only where the file holds a sample; otherwise row p is person p"},
    {"/persons/id", "person", text, small, "", "The user's name of the person",
     "Brukerens navn på personen", optional, "only where the population is a file"},
    {"/persons/sex", "person", u8, column, "", "Sex", "Kjønn", required, "", codes::sex},
    {"/persons/birth_month", "person", i32, column, days, "Month of birth", "Fødselsmåned",
     required, "first day of the month"},
    {"/persons/origin", "person", u8, column, "", "Region of birth", "Fødselsregion", required, "",
     codes::origin},
    {"/persons/education", "person", u8, column, "", "Education started", "Påbegynt utdanning",
     required, "", codes::education},
    {"/persons/county", "person", u8, column, "1", "County of residence", "Bostedsfylke", required,
     "index into county_names"},
    {"/persons/skill", "person", u8, column, "1", "Skill segment at the start",
     "Ferdighetssegment ved start", required, "index into skill_names"},
    {"/persons/frailty", "person", u8, column, "1", "Unobserved class", "Uobservert klasse",
     required, "class of frailty, 0 first; not observable in any register"},
    {"/persons/county_names", "counties", text, small, "", "County", "Fylke", required},
    {"/persons/skill_names", "skills", text, small, "", "Skill segment", "Ferdighetssegment",
     required},

    // /worlds/<world>: the panel of replication 0, and counts of all replications
    {"/worlds/<world>/time", "time", i32, small, days, month_en, month_nb, required},
    {"/worlds/<world>/time_bounds", "time edge", i32, small, days, bounds_en, bounds_nb, required},
    {"/worlds/<world>/state", "state", u8, small, "", "State", "Status", optional, "codes 0 to 6",
     codes::state},
    {"/worlds/<world>/replication", "replication", i32, small, "1", "Replication", "Replikasjon",
     optional, "from 0"},
    {"/worlds/<world>/person", "person", u32, column, "1", "Number of the person",
     "Personens nummer", optional,
     "only where the file holds a sample; otherwise row p is person p"},
    {"/worlds/<world>/states", "person time", u8, panel, "", state_en, state_nb, optional,
     "replication 0; coding priority of Nossen et al. (2021)", codes::state},
    {"/worlds/<world>/jobs", "person time", u8, panel, "", "Job at the end of the month",
     "Jobb ved månedens slutt", optional,
     "replication 0; employment is read from here, never from the states", codes::job},
    {"/worlds/<world>/state_counts", "replication time state", i32, replicated, "1",
     "Persons in each state at the end of the month", "Personer i hver status ved månedens slutt",
     optional, "simulated persons; times expansion for the country"},

    {"/worlds/<world>/status", "status", text, small, "", "Job and registration",
     "Jobb og registrering", optional, "the pairs of the transition graph"},
    {"/worlds/<world>/status_counts", "replication time status", i32, replicated, "1",
     "Persons in each job and registration at the end of the month",
     "Personer med hver jobb og registrering ved månedens slutt", optional, "simulated persons"},
    {"/worlds/<world>/with_benefit", "replication time", i32, replicated, "1",
     "Persons with unemployment benefit", "Personer med dagpenger", optional,
     "registered unemployed or on a measure, with months of benefit left"},
    {"/worlds/<world>/measure", "measure", text, small, "", measure_en, measure_nb, optional},
    {"/worlds/<world>/appropriated", "replication time measure", i64, replicated, "ore",
     "Money granted for the month", "Midler stilt til rådighet i måneden", optional},
    {"/worlds/<world>/spent", "replication time measure", i64, replicated, "ore", "Money spent",
     "Brukte midler", optional},

    // /worlds/<world>/spells: measure spells of replication 0, by start
    {"/worlds/<world>/spells/person", "spell", u32, column, "1", "Number of the person",
     "Personens nummer", required},
    {"/worlds/<world>/spells/measure", "spell", u8, column, "1", measure_en, measure_nb, required,
     "index into measure_names"},
    {"/worlds/<world>/spells/start", "spell", i32, column, days, "First month on the measure",
     "Første måned på tiltaket", required},
    {"/worlds/<world>/spells/planned_end", "spell", i32, column, days,
     "Month after the last planned one", "Måneden etter siste planlagte", required},
    {"/worlds/<world>/spells/end", "spell", i32, column, days, "Month after the last one",
     "Måneden etter den siste", required,
     "for a spell that runs on: the month after the file's last"},
    {"/worlds/<world>/spells/ending", "spell", u8, column, "", "How the spell ended",
     "Hvordan løpet endte", required, "", codes::ending},
    {"/worlds/<world>/spells/measure_names", "measures", text, small, "", measure_en, measure_nb,
     required},

    // /worlds/<world>/market: replication 0
    {"/worlds/<world>/market/time", "time", i32, small, days, month_en, month_nb, required},
    {"/worlds/<world>/market/time_bounds", "time edge", i32, small, days, bounds_en, bounds_nb,
     required},
    {"/worlds/<world>/market/segment", "segment", text, small, "", "Segment of the labour market",
     "Segment av arbeidsmarkedet", required, "county and skill"},
    {"/worlds/<world>/market/searchers", "time segment", i32, small, "1", "Persons who search",
     "Personer som søker", optional},
    {"/worlds/<world>/market/effectiveness", "time segment", f64, small, "1",
     "Sum of search effectiveness", "Sum av søkeeffektivitet", required,
     "S of the matching function"},
    {"/worlds/<world>/market/vacancies", "time segment", f64, small, "1", "Vacancies",
     "Ledige stillinger", required, "V, before the month's hires"},
    {"/worlds/<world>/market/matches", "time segment", f64, small, "1", "Matches expected",
     "Forventede treff", optional, "M(S, V)"},
    {"/worlds/<world>/market/hires", "time segment", i32, small, "1", "Hires realised",
     "Ansettelser", required, "H"},
    {"/worlds/<world>/market/tightness", "time segment", f64, small, "1", "Tightness", "Stramhet",
     optional, "V / S"},
    {"/worlds/<world>/market/job_finding", "time segment", f64, small, "month-1",
     "Job finding at unit effectiveness", "Jobbsannsynlighet ved effektivitet én", required,
     "lambda"},

    // /budget: world policy, replication 0
    {"/budget/time", "time", i32, small, days, month_en, month_nb, required},
    {"/budget/time_bounds", "time edge", i32, small, days, bounds_en, bounds_nb, required},
    {"/budget/measure", "measure", text, small, "", measure_en, measure_nb, required},
    {"/budget/appropriated", "time measure", i64, small, "ore", "Money granted for the month",
     "Midler stilt til rådighet i måneden", required, "100 ore are 1 NOK"},
    {"/budget/committed", "time measure", i64, small, "ore", "Money bound by running contracts",
     "Midler bundet i løpende avtaler", optional, "at the end of the month"},
    {"/budget/spent", "time measure", i64, small, "ore", "Money spent", "Brukte midler", required},
    {"/budget/places", "time measure", i32, small, "1", "Places", "Plasser", required,
     "occupied and free"},
    {"/budget/participants", "time measure", i32, small, "1", "Persons on the measure",
     "Personer på tiltaket", optional, "at the end of the month"},
    {"/budget/starts", "time measure", i32, small, "1", "Persons who started",
     "Personer som startet", required},
    {"/budget/queue", "time measure", i32, small, "1", "Persons in the queue for a place",
     "Personer i kø for plass", optional, "after the month's starts"},
    {"/budget/name_en", "measure", text, small, "", "English name", "Engelsk navn", optional},
    {"/budget/name_nb", "measure", text, small, "", "Norwegian name", "Norsk navn", optional},
};

const Variable rest[] = {
    // /replications
    {"/replications/replication", "replication", i32, small, "1", "Replication", "Replikasjon",
     required, "from 0"},
    {"/replications/seed", "replication", u64, small, "1", "Seed", "Frø", required,
     "with the replication's number"},
    {"/replications/draw", "replication", i32, small, "1", "Draw of the parameters",
     "Parametertrekk", optional, "row of parameters.draws, from 0"},
    {"/replications/variance_ratio", "replication", f64, small, "1",
     "Variance of unpaired over paired differences", "Varians av uparede mot parede forskjeller",
     optional,
     "of person-months in ordinary jobs between policy and the other world, over all replications: "
     "what shared luck saves; NaN below two"},
    {"/replications/empty_places", "replication", i64, small, "1",
     "Places that stayed empty in world frozen", "Plasser som sto tomme i verdenen frozen",
     optional},
    {"/replications/empty_places_no_substitution", "replication", i64, small, "1",
     "Places that stayed empty in world no_substitution",
     "Plasser som sto tomme i verdenen no_substitution", optional},
    {"/replications/empty_places_twin", "replication", i64, small, "1",
     "Places that stayed empty in world twin", "Plasser som sto tomme i verdenen twin", optional},

    // /trajectories: written by `tiltak cluster`
    {"/trajectories/month", "month", i32, small, "month", "Months since entry",
     "Måneder siden inngang", required, "from 1, the month of entry"},
    {"/trajectories/person", "entrant", u32, column, "1", "Number of the person",
     "Personens nummer", required},
    {"/trajectories/entry", "entrant", i32, column, days, "Month of entry", "Inngangsmåned",
     required},
    {"/trajectories/states", "entrant month", u8, panel, "", "State", "Status", required, "",
     codes::state},
    {"/trajectories/membership", "entrant", i32, column, "1", "Cluster of the entrant",
     "Deltakerens klynge", required, "number of a cluster, from 1"},
    {"/trajectories/silhouette", "entrant", f64, column, "1", "Silhouette width", "Silhuettbredde",
     optional},
    {"/trajectories/cluster", "cluster", i32, small, "1", "Cluster", "Klynge", required,
     "from 1, largest first"},
    {"/trajectories/size", "cluster", i32, small, "1", "Entrants in the cluster",
     "Deltakere i klyngen", required},
    {"/trajectories/medoid", "cluster", i32, small, "1", "Row of the medoid", "Medoidens rad",
     required, "index along entrant, from 0"},
    {"/trajectories/name_en", "cluster", text, small, "", "English name", "Engelsk navn", optional},
    {"/trajectories/name_nb", "cluster", text, small, "", "Norwegian name", "Norsk navn", optional},
    {"/trajectories/k", "k", i32, small, "1", "Number of clusters", "Antall klynger", optional},
    {"/trajectories/measure_of_quality", "measure_of_quality", text, small, "", "Quality measure",
     "Kvalitetsmål", optional, "names of WeightedCluster: ASW, HC, PBC, ..."},
    {"/trajectories/quality", "k measure_of_quality", f64, small, "1", "Quality of the partition",
     "Partisjonens kvalitet", optional},
    {"/trajectories/entropy", "entrant", f64, column, "1", "Entropy of the time in the states",
     "Entropi av tiden i statusene", optional, "over the log of the number of states"},
    {"/trajectories/turbulence", "entrant", f64, column, "1", "Turbulence", "Turbulens", optional,
     "Elzinga and Liefbroer (2007)"},
    {"/trajectories/complexity", "entrant", f64, column, "1", "Complexity", "Kompleksitet",
     optional, "Gabadinho et al. (2011)"},
    {"/trajectories/transitions", "entrant", f64, column, "1", "Changes of state",
     "Skifter av status", optional},

    // /trajectories/representatives: in the order in which they were taken
    {"/trajectories/representatives/cluster", "representative", i32, small, "1", "Cluster",
     "Klynge", required, "from 1; 0: all entrants"},
    {"/trajectories/representatives/criterion", "representative", text, small, "", "Criterion",
     "Kriterium", required, "density, frequency, centrality or likelihood"},
    {"/trajectories/representatives/radius_of", "representative", text, small, "",
     "Whose largest distance the radius is a share of", "Hvilken største avstand radien er del av",
     required, "cluster or overall"},
    {"/trajectories/representatives/radius", "representative", f64, small, "1", "Radius", "Radius",
     required, "in the unit of the distance"},
    {"/trajectories/representatives/coverage", "representative", f64, small, "1",
     "Share covered by all of them together", "Andel dekket av alle til sammen", required},
    {"/trajectories/representatives/entrant", "representative", i32, small, "1",
     "Row of the representative", "Representantens rad", required, "index along entrant, from 0"},
    {"/trajectories/representatives/score", "representative", f64, small, "1", "Score", "Poeng",
     required},
    {"/trajectories/representatives/assigned", "representative", f64, small, "1",
     "Entrants nearest to it", "Deltakere nærmest den", required},
    {"/trajectories/representatives/within", "representative", f64, small, "1",
     "Of them, within the radius", "Av dem innenfor radien", required},
    {"/trajectories/representatives/mean_distance", "representative", f64, small, "1",
     "Their mean distance to it", "Deres middelavstand til den", required},
    {"/trajectories/representatives/discrepancy", "representative", f64, small, "1",
     "Discrepancy of theirs", "Deres spredning", required},
    {"/trajectories/representatives/quality", "representative", f64, small, "1", "Quality",
     "Kvalitet", required, "per cent of their distance to the centre that it takes away"},

    // /trajectories/description: all entrants and each cluster
    {"/trajectories/description/set", "set", i32, small, "1", "Cluster", "Klynge", required,
     "from 1; 0: all entrants"},
    {"/trajectories/description/month", "month", i32, small, "month", "Months since entry",
     "Måneder siden inngang", required},
    {"/trajectories/description/state", "state", u8, small, "", "State", "Status", required, "",
     codes::state},
    {"/trajectories/description/next_state", "next_state", u8, small, "", "State a month later",
     "Status en måned senere", required, "", codes::state},
    {"/trajectories/description/entrants", "set", f64, small, "1", "Entrants", "Deltakere",
     required},
    {"/trajectories/description/share", "set month state", f64, small, "1",
     "Share in the state", "Andel i statusen", required},
    {"/trajectories/description/entropy", "set month", f64, small, "1", "Entropy of the shares",
     "Entropi av andelene", required, "over the log of the number of states"},
    {"/trajectories/description/modal_state", "set month", u8, small, "", "Most frequent state",
     "Hyppigste status", required, "the first of equally frequent ones", codes::state},
    {"/trajectories/description/mean_months", "set state", f64, small, "month",
     "Mean months in the state", "Måneder i statusen i gjennomsnitt", required},
    {"/trajectories/description/sd_months", "set state", f64, small, "month",
     "Standard deviation of months in the state", "Standardavvik av måneder i statusen", required},
    {"/trajectories/description/spells", "set state", f64, small, "1", "Spells in the state",
     "Løp i statusen", required},
    {"/trajectories/description/mean_spell", "set state", f64, small, "month",
     "Mean months of a spell", "Måneder per løp i gjennomsnitt", required,
     "NaN where there is none"},
    {"/trajectories/description/ever", "set state", f64, small, "1",
     "Share ever in the state", "Andel noen gang i statusen", required},
    {"/trajectories/description/rate", "set state next_state", f64, small, "1",
     "Share that is in the next state a month later", "Andel i neste status en måned senere",
     required},

    // /trajectories/attributes: tables 2 and 3 of the article, a value in a cluster a row
    {"/trajectories/attributes/attribute", "line", text, small, "", "Attribute", "Kjennetegn",
     required},
    {"/trajectories/attributes/value", "line", text, small, "", "Value", "Verdi", required},
    {"/trajectories/attributes/cluster", "line", i32, small, "1", "Cluster", "Klynge", required,
     "from 1"},
    {"/trajectories/attributes/entrants", "line", f64, small, "1", "Entrants", "Deltakere",
     required},
    {"/trajectories/attributes/share_of_value", "line", f64, small, "1",
     "Share of those with the value", "Andel av dem med verdien", required},
    {"/trajectories/attributes/share_of_cluster", "line", f64, small, "1", "Share of the cluster",
     "Andel av klyngen", required},

    // /trajectories/discrepancy: how much of the differences goes with an attribute
    {"/trajectories/discrepancy/attribute", "attribute", text, small, "", "Attribute",
     "Kjennetegn", required},
    {"/trajectories/discrepancy/pseudo_f", "attribute", f64, small, "1", "Pseudo-F", "Pseudo-F",
     required},
    {"/trajectories/discrepancy/pseudo_f_bf", "attribute", f64, small, "1",
     "Pseudo-F after Brown and Forsythe", "Pseudo-F etter Brown og Forsythe", required},
    {"/trajectories/discrepancy/r2", "attribute", f64, small, "1",
     "Share of the discrepancy between groups", "Andel av spredningen mellom grupper", required},
    {"/trajectories/discrepancy/levene", "attribute", f64, small, "1",
     "Levene's test of equal discrepancy", "Levenes test av lik spredning", required},
    {"/trajectories/discrepancy/p", "attribute", f64, small, "1", "Permutation p of the pseudo-F",
     "Permutasjons-p for pseudo-F", required, "NaN where nothing was permuted"},
    {"/trajectories/discrepancy/permutations", "attribute", i32, small, "1", "Permutations",
     "Permutasjoner", required},
};
// clang-format on

} // namespace

std::span<const Variable> variables() {
  static const std::vector<Variable> all = [] {
    std::vector<Variable> rows(std::begin(first), std::end(first));
    const auto accounts = account_variables();
    rows.insert(rows.end(), accounts.begin(), accounts.end());
    rows.insert(rows.end(), std::begin(rest), std::end(rest));
    return rows;
  }();
  return all;
}

} // namespace tiltak::store::layout
