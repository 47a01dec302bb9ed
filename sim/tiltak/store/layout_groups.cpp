// The tables of groups and of root attributes.
#include <tiltak/store/layout.hpp>

namespace tiltak::store::layout {
namespace {

const Group group_table[] = {
    {"/persons", "Persons", "What a person brings along; the same in every world."},
    {"/worlds/<world>", "A world",
     "Months of replication 0, person by person, and counts of all replications."},
    {"/worlds/<world>/spells", "Measure spells",
     "Every spell on a measure in replication 0, by start."},
    {"/worlds/<world>/market", "The labour market", "Segments by month, replication 0."},
    {"/budget", "Budget", "Money and places by month and measure: world `policy`, replication 0."},
    {"/accounts", "Accounts",
     "Person-months by replication, group, measure and month; exact integers."},
    {"/since_start", "Accounts since the start",
     "The same for participants, by months since the first start."},
    {"/deadweight", "Deadweight otherwise",
     "Subsidised starts who had a job in the other world, and bounds of deadweight."},
    {"/replications", "Replications", "A row for each."},
    {"/trajectories", "Trajectories",
     "Entrants followed from their first month, and their clusters."},
    {"/trajectories/representatives", "Representative trajectories",
     "Entrants that stand for a cluster, in both readings of the radius."},
    {"/trajectories/description", "Trajectories in figures", "All entrants and each cluster."},
    {"/trajectories/attributes", "Clusters by attribute",
     "Who is in which cluster: tables 2 and 3 of Nossen et al. (2021)."},
    {"/trajectories/discrepancy", "Discrepancy",
     "How much of the differences between trajectories goes with an attribute."},
};

const Attribute attribute_table[] = {
    {"Conventions", "text", "`CF-1.11`: CF in style; money is not a unit CF knows"},
    {"title", "text", "the scenario's name"},
    {"institution", "text", "who ran it, where given"},
    {"source", "text", "`tiltak VERSION (git COMMIT)`"},
    {"history", "text",
     "a line for each program that wrote or changed the file: time, command line"},
    {"tiltak_format", "text", "`results`"},
    {"tiltak_format_version", "int32 [2]", "major, minor: see the head of this page"},
    {"tiltak_version", "text", "version of the program"},
    {"tiltak_commit", "text",
     "git commit it was built from; `-dirty` when files were changed; `unknown`"},
    {"tiltak_command_line", "text", "as typed, quoted for a shell"},
    {"tiltak_scenario", "text", "the scenario file in full"},
    {"tiltak_parameters", "text", "every value in force, resolved"},
    {"tiltak_changes", "text",
     "a line for each key that is not the default: key, from, to, place, what it decides (nb, en)"},
    {"tiltak_fit", "text",
     "the table beside the parameters that says how well they reproduce what is published, by "
     "tabs; `# stale` or `# variants: ...` where it is of other values than those in force; "
     "missing: none"},
    {"tiltak_branched_from", "text",
     "where `tiltak run --branch` made it: the checkpoint, its first month, and the changes of the "
     "scenario that the months before are of"},
    {"tiltak_seed", "uint64", "seed of the run"},
    {"tiltak_threads", "int32", "threads used; results do not depend on it"},
    {"tiltak_expansion", "float64", "simulated units times this are national ones"},
    {"tiltak_started", "text", "UTC, ISO 8601"},
    {"tiltak_ended", "text", "UTC, ISO 8601"},
    {"tiltak_libraries", "text", "names and versions of the libraries it was built with"},
    {"tiltak_processor", "text", "model and vector instructions of the processor"},
};

} // namespace

std::span<const Group> groups() {
  return group_table;
}
std::span<const Attribute> root_attributes() {
  return attribute_table;
}

} // namespace tiltak::store::layout
