#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/individual.hpp>
#include <tiltak/sequence/output.hpp>
#include <tiltak/sequence/spells.hpp>

namespace tiltak::sequence {
namespace {

// One line of the long table: cluster,table,row,column,value.
class Lines {
public:
  explicit Lines(Output& out) : out_(out) {}
  void of(const std::string& cluster) { cluster_ = csv_text(cluster); }
  void add(std::string_view table, std::string_view row, std::string_view column, double value) {
    out_.print("{},{},{},{},{}\n", cluster_, table, csv_text(row), csv_text(column),
               exact_text(value));
  }

private:
  Output& out_;
  std::string cluster_;
};

std::string text(std::size_t number) { return fmt::format("{}", number); }

void add_months(Lines& lines, const DescriptionOfCluster& set) {
  const auto& alphabet = set.rows.alphabet;
  for (std::size_t t = 0; t < set.description.months.size(); ++t) {
    const Cross& m = set.description.months[t];
    const std::string row = text(t + 1);
    for (std::size_t s = 0; s < alphabet.size(); ++s)
      lines.add("state_share", row, alphabet[s], m.share[s]);
    lines.add("valid", row, "weight", m.valid);
    lines.add("entropy", row, "entropy", m.entropy);
    lines.add("modal_state", row, alphabet[m.modal], m.share[m.modal]);
  }
}

void add_states(Lines& lines, const DescriptionOfCluster& set) {
  const auto& alphabet = set.rows.alphabet;
  const Description& d = set.description;
  for (std::size_t s = 0; s < alphabet.size(); ++s) {
    lines.add("mean_time", alphabet[s], "mean", d.time[s].mean);
    lines.add("mean_time", alphabet[s], "variance", d.time[s].variance);
    lines.add("mean_time", alphabet[s], "sd", d.time[s].deviation);
    lines.add("mean_time", alphabet[s], "se", d.time[s].error);
    lines.add("spells", alphabet[s], "count", d.spells[s].count);
    lines.add("spells", alphabet[s], "mean_months", d.spells[s].mean);
    lines.add("spells", alphabet[s], "share_with", d.spells[s].visited);
  }
  for (std::size_t a = 0; a < alphabet.size(); ++a)
    for (std::size_t b = 0; b < alphabet.size(); ++b)
      lines.add("transition_rate", alphabet[a], alphabet[b], d.rates(a, b));
}

void add_frequent(Lines& lines, const DescriptionOfCluster& set) {
  for (std::size_t f = 0; f < set.description.frequent.size(); ++f) {
    const Frequent& most = set.description.frequent[f];
    const std::string sequence = spells_text(set.rows, most.row);
    lines.add("frequent_weight", text(f + 1), sequence, most.weight);
    lines.add("frequent_share", text(f + 1), sequence, most.share);
  }
  lines.add("modal_sequence", "", "share", set.description.modal_share);
}

void add_individual(Lines& lines, const std::string& id, const Individual& x,
                    const Sequences& rows) {
  lines.add("individual", id, "entropy", x.entropy);
  lines.add("individual", id, "entropy_raw", x.entropy_raw);
  lines.add("individual", id, "turbulence", x.turbulence);
  lines.add("individual", id, "turbulence_norm", x.turbulence_norm);
  lines.add("individual", id, "complexity", x.complexity);
  lines.add("individual", id, "transitions", x.transitions);
  lines.add("individual", id, "spells", x.spells);
  lines.add("individual", id, "subsequences", x.subsequences);
  lines.add("individual", id, "volatility", x.volatility);
  for (std::size_t s = 0; s < x.months.size(); ++s)
    lines.add("individual", id, fmt::format("months_{}", rows.alphabet[s]), x.months[s]);
}

} // namespace

void write_description(const std::string& file, const std::vector<DescriptionOfCluster>& all,
                       const Study& study, const Sequences& persons) {
  Output out(file);
  out.write("cluster,table,row,column,value\n");
  Lines lines(out);
  for (const DescriptionOfCluster& set : all) {
    lines.of(set.cluster);
    lines.add("sequences", "", "weight", set.description.weight);
    add_months(lines, set);
    add_states(lines, set);
    add_frequent(lines, set);
  }
  lines.of("all");
  std::vector<Individual> of_row;
  for (std::size_t r = 0; r < study.distinct.rows.size(); ++r)
    of_row.push_back(individual(study.distinct.rows, r));
  for (std::size_t i = 0; i < study.distinct.of.size(); ++i)
    add_individual(lines, persons.ids.empty() ? text(i + 1) : persons.ids[i],
                   of_row[study.distinct.of[i]], study.distinct.rows);
  out.finish();
}

void write_discrepancy(const std::string& file, const std::vector<Discrepancy>& all) {
  Output out(file);
  out.write("attribute,value,weight,discrepancy,F,Fbf,R2,Bartlett,Levene,p,permutations\n");
  for (const Discrepancy& d : all) {
    for (const Group& g : d.groups)
      out.print("{},{},{},{},NA,NA,NA,NA,NA,NA,NA\n", csv_text(d.attribute), csv_text(g.value),
                exact_text(g.weight), exact_text(g.discrepancy));
    out.print("{},Total,{},{},{},{},{},{},{},{},{}\n", csv_text(d.attribute),
              exact_text(d.total.weight), exact_text(d.total.discrepancy), exact_text(d.f),
              exact_text(d.f_bf), exact_text(d.r2), exact_text(d.bartlett), exact_text(d.levene),
              exact_text(d.p), d.permutations);
  }
  out.finish();
}

void write_membership(const std::string& file, const std::vector<MembershipLine>& lines,
                      const Solution& solution) {
  Output out(file);
  out.write("attribute,value,cluster,weight,share_of_value,share_of_cluster,mean,sd\n");
  for (const MembershipLine& l : lines) {
    const std::string cluster = csv_text(cluster_name(solution, l.cluster));
    if (l.value.empty())
      out.print("{},,{},{},NA,NA,{},{}\n", csv_text(l.attribute), cluster, exact_text(l.weight),
                exact_text(l.mean), exact_text(l.deviation));
    else
      out.print("{},{},{},{},{},{},NA,NA\n", csv_text(l.attribute), csv_text(l.value), cluster,
                exact_text(l.weight), exact_text(l.share_of_value), exact_text(l.share_of_cluster));
  }
  out.finish();
}

} // namespace tiltak::sequence
