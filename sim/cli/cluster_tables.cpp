#include "cluster_tables.hpp"

#include <map>
#include <numeric>

#include <tiltak/sequence/cluster_sets.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/individual.hpp>
#include <tiltak/sequence/silhouette.hpp>

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;
using Reals = std::vector<double>;
using Integers = std::vector<std::int32_t>;
using Texts = std::vector<std::string>;

Integers counted(std::size_t count, std::int32_t from) {
  Integers values(count);
  std::iota(values.begin(), values.end(), from);
  return values;
}

// value(x) of every x.
template <class All, class Value> auto each(const All& all, const Value& value) {
  std::vector<decltype(value(all[0]))> values;
  for (const auto& x : all) values.push_back(value(x));
  return values;
}

// The quality of every cut; solutions with other k's names are the chosen one's.
void write_quality(store::Table& table, const Study& study) {
  Integers ks;
  Reals values;
  for (const Solution& s : study.solutions) {
    const Quality& q = s.quality;
    if (s.name != study.solutions.front().name) continue;
    ks.push_back(static_cast<std::int32_t>(q.clusters));
    values.insert(values.end(),
                  {q.pbc, q.hg, q.hgsd, q.asw, q.asww, q.ch, q.r2, q.chsq, q.r2sq, q.hc});
  }
  table.write("k", ks);
  table.write("measure_of_quality",
              Texts{"PBC", "HG", "HGSD", "ASW", "ASWw", "CH", "R2", "CHsq", "R2sq", "HC"});
  table.write("quality", values);
}

// Figures of the distinct rows, for each person.
template <class Value> Reals of_persons(const Study& study, const Value& value) {
  return each(study.distinct.of, [&](std::uint32_t row) { return value(row); });
}

void write_individuals(store::Table& table, const Study& study) {
  std::vector<Individual> rows;
  for (std::size_t r = 0; r < study.distinct.rows.size(); ++r)
    rows.push_back(individual(study.distinct.rows, r));
  table.write("entropy", of_persons(study, [&](auto r) { return rows[r].entropy; }));
  table.write("turbulence", of_persons(study, [&](auto r) { return rows[r].turbulence; }));
  table.write("complexity", of_persons(study, [&](auto r) { return rows[r].complexity; }));
  table.write("transitions", of_persons(study, [&](auto r) { return rows[r].transitions; }));
}

void write_silhouettes(store::Table& table, const Study& study) {
  if (study.distances.size() == 0) return; // sampled
  const Partition& p = study.chosen.partition;
  const auto& weights = study.distinct.rows.weights;
  const auto widths = silhouettes(p, weights, cluster_sums(study.distances, weights, p)).asw;
  table.write("silhouette", of_persons(study, [&](auto r) { return widths[r]; }));
}

} // namespace

void write_clusters_table(store::ResultWriter& file, const Study& study, const Cohort& cohort,
                          const std::vector<Name>& names) {
  store::Table table = file.group("/trajectories");
  const std::size_t n = cohort.entrants.size(), k = study.chosen.partition.clusters;
  const auto size = cluster_weights(study.chosen.partition, study.distinct.rows.weights);
  table.write("month", counted(cohort.sequences.positions, 1));
  table.dimension("entrant", n);
  table.write("person", each(cohort.entrants, [](const Entrant& e) { return e.person; }));
  Integers entry;
  for (std::size_t i = 0; i < n; ++i) entry.push_back(days_since_1970(cohort.entry(i)));
  table.write("entry", entry);
  table.write("states", cohort.sequences.codes);
  table.write("membership", each(study.cluster_of_person(study.chosen),
                                 [](std::uint32_t c) { return static_cast<std::int32_t>(c) + 1; }));
  table.write("cluster", counted(k, 1));
  table.write("size", each(size, [](double w) { return static_cast<std::int32_t>(w); }));
  table.write("medoid", each(study.chosen.medoids, [&](std::uint32_t row) {
                return static_cast<std::int32_t>(study.distinct.first[row]);
              }));
  table.write("name_en", each(names, [](const Name& name) { return name.en; }));
  table.write("name_nb", each(names, [](const Name& name) { return name.nb; }));
  write_quality(table, study);
  write_silhouettes(table, study);
  write_individuals(table, study);
}

void write_description_table(store::ResultWriter& file, const Study& study, const Cohort& cohort) {
  store::Table table = file.group("/trajectories/description");
  const std::size_t states = cohort.sequences.alphabet.size();
  std::vector<std::uint8_t> codes(states), modal;
  std::iota(codes.begin(), codes.end(), std::uint8_t{0});
  const std::vector<ClusterSet> sets = cluster_sets(study);
  table.write("set", counted(sets.size(), 0));
  table.write("month", counted(cohort.sequences.positions, 1));
  table.write("state", codes);
  table.write("next_state", codes);
  Reals entrants, share, entropy, mean, deviation, spells, length, ever, rate;
  for (const ClusterSet& set : sets) {
    const Description d = describe(study, set).description;
    entrants.push_back(d.weight);
    for (const sequence::Cross& m : d.months) {
      share.insert(share.end(), m.share.begin(), m.share.end());
      entropy.push_back(m.entropy);
      modal.push_back(static_cast<std::uint8_t>(m.modal));
    }
    for (std::size_t s = 0; s < states; ++s) {
      mean.push_back(d.time[s].mean);
      deviation.push_back(d.time[s].deviation);
      spells.push_back(d.spells[s].count);
      length.push_back(d.spells[s].mean);
      ever.push_back(d.spells[s].visited);
      for (std::size_t to = 0; to < states; ++to) rate.push_back(d.rates(s, to));
    }
  }
  const std::pair<const char*, const Reals*> columns[] = {
      {"entrants", &entrants}, {"share", &share},         {"entropy", &entropy},
      {"mean_months", &mean},  {"sd_months", &deviation}, {"spells", &spells},
      {"mean_spell", &length}, {"ever", &ever},           {"rate", &rate}};
  for (const auto& [name, values] : columns) table.write(name, *values);
  table.write("modal_state", modal);
}

void write_membership_table(store::ResultWriter& file, const std::vector<MembershipLine>& lines) {
  using Line = MembershipLine;
  store::Table table = file.group("/trajectories/attributes");
  table.dimension("line", lines.size());
  table.write("attribute", each(lines, [](const Line& x) { return x.attribute; }));
  table.write("value", each(lines, [](const Line& x) { return x.value; }));
  table.write("cluster",
              each(lines, [](const Line& x) { return static_cast<std::int32_t>(x.cluster) + 1; }));
  table.write("entrants", each(lines, [](const Line& x) { return x.weight; }));
  table.write("share_of_value", each(lines, [](const Line& x) { return x.share_of_value; }));
  table.write("share_of_cluster", each(lines, [](const Line& x) { return x.share_of_cluster; }));
}

void write_discrepancy_table(store::ResultWriter& file, const std::vector<Discrepancy>& all) {
  store::Table table = file.group("/trajectories/discrepancy");
  table.write("attribute", each(all, [](const Discrepancy& d) { return d.attribute; }));
  table.write("pseudo_f", each(all, [](const Discrepancy& d) { return d.f; }));
  table.write("pseudo_f_bf", each(all, [](const Discrepancy& d) { return d.f_bf; }));
  table.write("r2", each(all, [](const Discrepancy& d) { return d.r2; }));
  table.write("levene", each(all, [](const Discrepancy& d) { return d.levene; }));
  table.write("p", each(all, [](const Discrepancy& d) { return d.p; }));
  table.write("permutations", each(all, [](const Discrepancy& d) {
                return static_cast<std::int32_t>(d.permutations);
              }));
}

void write_representatives_table(store::ResultWriter& file,
                                 const std::vector<RepresentativesOfCluster>& all,
                                 const Study& study) {
  struct Line {
    std::int32_t cluster;
    const RepresentativesOfCluster* set;
    Representative one;
  };
  std::vector<Line> lines;
  std::map<std::string, std::int32_t> number{{"all", 0}};
  for (const RepresentativesOfCluster& set : all) {
    const auto cluster =
        number.try_emplace(set.cluster, static_cast<std::int32_t>(number.size())).first->second;
    for (const Representative& one : set.found.all) lines.push_back({cluster, &set, one});
  }
  const auto text = [](auto view) { return std::string(view); };
  store::Table table = file.group("/trajectories/representatives");
  table.dimension("representative", lines.size());
  table.write("cluster", each(lines, [](const Line& x) { return x.cluster; }));
  table.write("criterion",
              each(lines, [&](const Line& x) { return text(name(x.set->criterion)); }));
  table.write("radius_of", each(lines, [&](const Line& x) {
                return text(x.set->radius_of == RadiusOf::overall ? "overall" : "cluster");
              }));
  table.write("radius", each(lines, [](const Line& x) { return x.set->found.radius; }));
  table.write("coverage", each(lines, [](const Line& x) { return x.set->found.coverage; }));
  table.write("entrant", each(lines, [&](const Line& x) {
                return static_cast<std::int32_t>(study.distinct.first[x.one.row]);
              }));
  table.write("score", each(lines, [](const Line& x) { return x.one.score; }));
  table.write("assigned", each(lines, [](const Line& x) { return x.one.assigned; }));
  table.write("within", each(lines, [](const Line& x) { return x.one.within; }));
  table.write("mean_distance", each(lines, [](const Line& x) { return x.one.mean_distance; }));
  table.write("discrepancy", each(lines, [](const Line& x) { return x.one.discrepancy; }));
  table.write("quality", each(lines, [](const Line& x) { return x.one.quality; }));
}

} // namespace tiltak::cli
