#include <tiltak/sequence/files.hpp>

#include <algorithm>

#include <tiltak/sequence/output.hpp>
#include <tiltak/sequence/spells.hpp>

namespace tiltak::sequence {
namespace {

std::string id_of(const Sequences& persons, std::size_t i) {
  return persons.ids.empty() ? fmt::format("{}", i + 1) : csv_text(persons.ids[i]);
}

void write_quality_line(Output& out, const Solution& s) {
  const Quality& q = s.quality;
  const auto [least, most] = std::minmax_element(q.weight.begin(), q.weight.end());
  out.print("{},{}", q.clusters, csv_text(s.name));
  for (const double value : {q.pbc, q.hg, q.hgsd, q.asw, q.asww, q.ch, q.r2, q.chsq, q.r2sq, q.hc,
                             q.asw_rousseeuw, *least, *most})
    out.print(",{}", exact_text(value));
  out.write(s.medoids.empty() ? ",NA\n" : fmt::format(",{}\n", exact_text(s.cost)));
}

void write_medoid_lines(Output& out, const Study& study, const Solution& s,
                        const Sequences& persons) {
  const double total = total_weight(study.distinct.rows);
  const std::vector<double> weight = cluster_weights(s.partition, study.distinct.rows.weights);
  for (std::size_t c = 0; c < s.medoids.size(); ++c) {
    const std::uint32_t person = study.distinct.first[s.medoids[c]];
    out.print("{},{},{},{},{},{},{},{},{},{},{},{}\n", s.partition.clusters, csv_text(s.name),
              csv_text(cluster_name(s, c)), person + 1, id_of(persons, person),
              exact_text(weight[c]), exact_text(weight[c] / total),
              exact_text(s.cost_of_cluster[c]), exact_text(s.cost_of_cluster[c] / weight[c]),
              exact_text(s.quality.asw_of_cluster[c]), exact_text(s.quality.asww_of_cluster[c]),
              csv_text(spells_text(study.distinct.rows, s.medoids[c])));
  }
}

} // namespace

std::string cluster_name(const Solution& s, std::size_t cluster) {
  return s.labels.empty() ? fmt::format("{}", cluster + 1) : s.labels[cluster];
}

void write_matrix(const std::string& file, const Dissimilarities& d, const Distinct& persons) {
  Output out(file);
  std::string line;
  for (std::size_t i = 1; i < persons.persons(); ++i) {
    line.clear();
    for (std::size_t j = 0; j < i; ++j) {
      if (j > 0)
        line += ',';
      fmt::format_to(std::back_inserter(line), "{:.17g}", d.at(persons.of[i], persons.of[j]));
    }
    line += '\n';
    out.write(line);
  }
  out.finish();
}

void write_merges(const std::string& file, const Tree& tree, const Distinct& persons) {
  Output out(file);
  const Tree all = of_persons(tree, persons);
  out.write("merge1,merge2,height\n");
  for (std::size_t t = 0; t < all.merges.size(); ++t) {
    const RMerge m = r_merge(all, t);
    out.print("{},{},{}\n", m.first, m.second, exact_text(all.merges[t].height));
  }
  out.finish();
}

void write_quality(const std::string& file, const Study& study) {
  Output out(file);
  out.write("k,partition,PBC,HG,HGSD,ASW,ASWw,CH,R2,CHsq,R2sq,HC,ASW_Rousseeuw,min_size,max_size,"
            "sum_distance\n");
  bool has_chosen = false;
  for (const Solution& s : study.solutions) {
    write_quality_line(out, s);
    has_chosen = has_chosen || (s.name == study.chosen.name &&
                                s.partition.clusters == study.chosen.partition.clusters);
  }
  if (!has_chosen)
    write_quality_line(out, study.chosen);
  out.finish();
}

void write_medoids(const std::string& file, const Study& study, const Sequences& persons) {
  Output out(file);
  out.write(
      "k,partition,cluster,medoid,id,weight,share,sum_distance,mean_distance,ASW,ASWw,sequence\n");
  bool several = false;
  for (const Solution& s : study.solutions)
    if (s.name == study.chosen.name && !s.medoids.empty()) {
      write_medoid_lines(out, study, s, persons);
      several = true;
    }
  if (!several)
    write_medoid_lines(out, study, study.chosen, persons);
  out.finish();
}

void write_clusters(const std::string& file, const Study& study, const Sequences& persons) {
  Output out(file);
  const auto cluster = study.cluster_of_person(study.chosen);
  out.write("row,id,cluster,medoid\n");
  for (std::size_t i = 0; i < cluster.size(); ++i)
    out.print("{},{},{},{}\n", i + 1, id_of(persons, i),
              csv_text(cluster_name(study.chosen, cluster[i])),
              study.distinct.first[study.chosen.medoids[cluster[i]]] + 1);
  out.finish();
}

void write_representatives(const std::string& file,
                           const std::vector<RepresentativesOfCluster>& all, const Study& study,
                           const Sequences& persons) {
  Output out(file);
  out.write(
      "cluster,criterion,radius_of,largest_distance,radius,coverage,rank,representative,id,score,"
      "na,nb,SD,MD,DC,V,Q,sequence\n");
  for (const RepresentativesOfCluster& set : all) {
    const std::string head = fmt::format(
        "{},{},{},{},{},{}", csv_text(set.cluster), name(set.criterion),
        set.radius_of == RadiusOf::overall ? "overall" : "cluster", exact_text(set.found.largest),
        exact_text(set.found.radius), exact_text(set.found.coverage));
    const auto figures = [](const Representative& r) {
      return fmt::format("{},{},{},{},{},{},{}", exact_text(r.assigned), exact_text(r.within),
                         exact_text(r.distance), exact_text(r.mean_distance),
                         exact_text(r.centre_distance), exact_text(r.discrepancy),
                         exact_text(r.quality));
    };
    std::size_t rank = 0;
    for (const Representative& r : set.found.all) {
      const std::uint32_t person = study.distinct.first[r.row];
      out.print("{},{},{},{},{},{},{}\n", head, ++rank, person + 1, id_of(persons, person),
                exact_text(r.score), figures(r), csv_text(spells_text(study.distinct.rows, r.row)));
    }
    out.print("{},Total,NA,NA,NA,{},NA\n", head, figures(set.found.total));
  }
  out.finish();
}

} // namespace tiltak::sequence
