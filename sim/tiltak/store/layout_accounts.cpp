// The part of the layout's table that accounts fill.
#include <tiltak/store/layout_accounts.hpp>

namespace tiltak::store::layout {
namespace {

using enum Type;
using enum Storage;

// clang-format off: rows are read as rows
const Variable table[] = {
    // /accounts: see the model, worlds and accounts. A flow has four variables: ordinary jobs, and
    // subsidised ones besides, as persons and as hundredths of a full-time equivalent.
#define TILTAK_ACCOUNT(group, dimensions, name, presence, en, nb, what)                          \
  {group name "_reg", dimensions, i32, replicated, "month", en ", ordinary jobs",                \
   nb ", ordinær jobb", presence, what},                                                         \
  {group name "_lfs", dimensions, i32, replicated, "month", en ", ordinary or subsidised jobs",  \
   nb ", ordinær eller subsidiert jobb", presence, what},                                        \
  {group name "_reg_fte", dimensions, i32, replicated, "0.01 month",                             \
   en ", ordinary jobs, full-time equivalents", nb ", ordinær jobb, heltidsekvivalenter",        \
   optional, what},                                                                              \
  {group name "_lfs_fte", dimensions, i32, replicated, "0.01 month",                             \
   en ", ordinary or subsidised jobs, full-time equivalents",                                    \
   nb ", ordinær eller subsidiert jobb, heltidsekvivalenter", optional, what}
#define TILTAK_FLOWS(group, dimensions, presence)                                                \
  TILTAK_ACCOUNT(group, dimensions, "gross", presence, "Gross employment of" \
                 " participants", "Brutto sysselsetting blant deltakere", \
                 "sum of e^P over participants"), \
  TILTAK_ACCOUNT(group, dimensions, "deadweight", presence, "Deadweight", "Dødvekt", \
                 "sum of min(e^P, e^0) over participants"), \
  TILTAK_ACCOUNT(group, dimensions, "own_loss", presence, "Own loss", "Eget tap", \
                 "sum of (e^0 - e^P)+ over participants"), \
  TILTAK_ACCOUNT(group, dimensions, "direct", presence, "Direct effect", "Direkte virkning", \
                 "lock_in + after_effect"), \
  TILTAK_ACCOUNT(group, dimensions, "lock_in", presence, "Lock-in", "Innlåsing", \
                 "e^F - e^0 while on a measure in F"), \
  TILTAK_ACCOUNT(group, dimensions, "after_effect", presence, "After-effect", \
                 "Ettervirkning", \
                 "e^F - e^0, the rest of participants"), \
  TILTAK_ACCOUNT(group, dimensions, "threat", presence, "Threat effect", \
                 "Varslingsvirkning", \
                 "e^F - e^0 of others, and of participants before their first start, but for" \
                 " the next two"), \
  TILTAK_ACCOUNT(group, dimensions, "relabelling", presence, "Effect of relabelling", \
                 "Virkning av omregistrering", \
                 "of these, from when they were registered with reduced capacity for the sake of" \
                 " a place, in one of P and 0 alone"), \
  TILTAK_ACCOUNT(group, dimensions, "cuts", presence, "Effect of cuts of running measures", \
                 "Virkning av kutt i tiltak i gang", \
                 "of these, from when a measure begun before the window was ended in one of P" \
                 " and 0 alone"), \
  TILTAK_ACCOUNT(group, dimensions, "displacement", presence, "Displacement", \
                 "Fortrengning", \
                 "sum of e^F - e^P over all"), \
  TILTAK_ACCOUNT(group, dimensions, "net", presence, "Net effect", "Nettovirkning", \
                 "sum of e^P - e^0 over all"), \
  TILTAK_ACCOUNT(group, dimensions, "substitution", optional, "Substitution", \
                 "Substitusjon", \
                 "sum of e^G - e^P over all: displacement by the subsidised place" \
                 " itself; with world no_substitution"), \
  TILTAK_ACCOUNT(group, dimensions, "congestion", optional, "Congestion", "Trengsel", \
                 "sum of e^F - e^G over all: displacement by competition for vacancies;" \
                 " with world no_substitution"), \
  TILTAK_ACCOUNT(group, dimensions, "displacement_twin", optional, "Displacement seen" \
                 " from the other end", "Fortrengning sett fra den andre enden", \
                 "sum of e^0 - e^Z over all; with world twin")
    {"/accounts/replication", "replication", i32, small, "1", "Replication", "Replikasjon",
     required, "from 0"},
    {"/accounts/group", "group", text, small, "", "Group of persons", "Gruppe", required,
     "all, then grouping.category; a person is in one category of each grouping"},
    {"/accounts/measure", "measure", text, small, "", measure_en, measure_nb, required,
     "of the first start that counts; none: does not take part"},
    {"/accounts/time", "time", i32, small, days, month_en, month_nb, required},
    {"/accounts/time_bounds", "time edge", i32, small, days, bounds_en, bounds_nb, required},
    TILTAK_FLOWS("/accounts/", "replication group measure time", required),
    {"/accounts/affected", "replication group", i64, small, "1", "Persons affected",
     "Berørte personer", optional,
     "participants, and others whose job differs between the worlds in some month"},

    // /since_start: participants alone
    {"/since_start/replication", "replication", i32, small, "1", "Replication", "Replikasjon",
     required, "from 0"},
    {"/since_start/measure", "measure", text, small, "", measure_en, measure_nb, required},
    {"/since_start/since", "since", i32, small, "month", "Months since the first start",
     "Måneder siden første start", required, "0 is the month of the start; below 0 before it"},
    {"/since_start/participants", "replication measure", i64, small, "1", "Participants",
     "Deltakere", optional, "persons, by the measure of the first start that counts"},
    TILTAK_FLOWS("/since_start/", "replication measure since", optional),

    // /deadweight: how deadweight is measured elsewhere, and how far it could be from the account
    {"/deadweight/replication", "replication", i32, small, "1", "Replication", "Replikasjon",
     required, "from 0"},
    {"/deadweight/measure", "measure", text, small, "", measure_en, measure_nb, required},
    {"/deadweight/within", "within", i32, small, "month", "Months after the start",
     "Måneder etter start", required, "the month after that of the start is the first"},
    {"/deadweight/time", "time", i32, small, days, month_en, month_nb, required},
    {"/deadweight/time_bounds", "time edge", i32, small, days, bounds_en, bounds_nb, required},
    {"/deadweight/subsidised_starts", "replication measure", i64, small, "1", "Subsidised starts",
     "Starter med lønnstilskudd", required, "every start in the window in policy"},
    {"/deadweight/hired_anyway", "replication measure within", i64, small, "1",
     "Subsidised starts with an ordinary job in the other world",
     "Starter med lønnstilskudd som har ordinær jobb i den andre verdenen", required,
     "at the end of one of the months"},
#define TILTAK_BOUND(name, en, nb)                                                               \
  {"/deadweight/" name "_reg", "replication measure time", i32, replicated, "month",             \
   en ", ordinary jobs", nb ", ordinær jobb", required, "Fréchet, within cells of like persons"}, \
  {"/deadweight/" name "_lfs", "replication measure time", i32, replicated, "month",             \
   en ", ordinary or subsidised jobs", nb ", ordinær eller subsidiert jobb", required,           \
   "Fréchet, within cells of like persons"}
    TILTAK_BOUND("low", "Least deadweight", "Minste dødvekt"),
    TILTAK_BOUND("high", "Largest deadweight", "Største dødvekt"),
#undef TILTAK_BOUND
#undef TILTAK_FLOWS
#undef TILTAK_ACCOUNT
};
// clang-format on

} // namespace

std::span<const Variable> account_variables() { return table; }

} // namespace tiltak::store::layout
