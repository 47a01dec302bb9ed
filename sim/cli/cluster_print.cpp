// What `tiltak cluster` says on standard output: a summary for people, or JSON for programs.
#include <cmath>

#include <fmt/format.h>

#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/instructions.hpp>
#include <tiltak/sequence/spells.hpp>

#include "cluster.hpp"

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + '"';
}

// JSON has neither NaN nor infinity.
std::string value(double x) { return std::isfinite(x) ? fmt::format("{:.17g}", x) : "null"; }

std::string list(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string quality_json(const Solution& s) {
  const Quality& q = s.quality;
  return fmt::format(
      "{{\"k\": {}, \"partition\": {}, \"PBC\": {}, \"HG\": {}, \"HGSD\": {}, \"ASW\": {}, "
      "\"ASWw\": {}, \"CH\": {}, \"R2\": {}, \"CHsq\": {}, \"R2sq\": {}, \"HC\": {}, "
      "\"ASW_Rousseeuw\": {}}}",
      q.clusters, json_text(s.name), value(q.pbc), value(q.hg), value(q.hgsd), value(q.asw),
      value(q.asww), value(q.ch), value(q.r2), value(q.chsq), value(q.r2sq), value(q.hc),
      value(q.asw_rousseeuw));
}

std::string clusters_json(const Study& study, const Sequences& persons) {
  const Solution& s = study.chosen;
  const auto weight = cluster_weights(s.partition, study.distinct.rows.weights);
  std::vector<std::string> items;
  for (std::size_t c = 0; c < s.medoids.size(); ++c) {
    const std::uint32_t person = study.distinct.first[s.medoids[c]];
    items.push_back(fmt::format(
        "{{\"cluster\": {}, \"weight\": {}, \"medoid\": {}, \"id\": {}, \"sum_distance\": {}, "
        "\"ASW\": {}, \"sequence\": {}}}",
        json_text(cluster_name(s, c)), value(weight[c]), person + 1,
        json_text(persons.ids.empty() ? fmt::format("{}", person + 1) : persons.ids[person]),
        value(s.cost_of_cluster[c]), value(s.quality.asw_of_cluster[c]),
        json_text(spells_text(study.distinct.rows, s.medoids[c]))));
  }
  return list(items);
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

} // namespace

void print_cluster_json(const ClusterOptions& o, const Study& study, const Sequences& persons,
                        const ClusterResults& results) {
  std::vector<std::string> states, qualities, reasons, indices;
  for (const std::string& s : persons.alphabet) states.push_back(json_text(s));
  for (const Solution& s : study.solutions) qualities.push_back(quality_json(s));
  for (const std::string& r : study.suggestion.reasons) reasons.push_back(json_text(r));
  for (const double x : results.stability) indices.push_back(value(x));
  fmt::print(
      "{{\n  \"sequences\": {},\n  \"distinct\": {},\n  \"positions\": {},\n  \"weight\": {},\n",
      persons.size(), study.distinct.rows.size(), persons.positions, value(total_weight(persons)));
  fmt::print("  \"states\": {},\n  \"missing\": {},\n  \"distance\": {},\n  \"norm\": {},\n",
             list(states), persons.has_missing, json_text(o.distance), json_text(o.norm));
  fmt::print("  \"largest_distance\": {},\n  \"linkage\": {},\n  \"instructions\": {},\n",
             value(study.largest_distance), json_text(o.linkage), json_text(instructions_in_use()));
  fmt::print("  \"quality\": [\n    {}\n  ],\n", fmt::join(qualities, ",\n    "));
  fmt::print("  \"suggested_k\": {},\n  \"reasons\": {},\n", study.suggestion.k, list(reasons));
  fmt::print("  \"chosen\": {},\n  \"sum_distance\": {},\n  \"swaps\": {},\n",
             quality_json(study.chosen), value(study.chosen.cost), study.chosen.swaps);
  fmt::print("  \"clusters\": {},\n  \"stability\": {},\n  \"seconds\": {:.3f}\n}}\n",
             clusters_json(study, persons), list(indices), results.seconds);
}

void print_cluster_summary(const Study& study, const Sequences& persons,
                           const ClusterResults& results) {
  fmt::print("{} sequences of up to {} months, {} different; largest distance {:.6g}\n",
             persons.size(), persons.positions, study.distinct.rows.size(), study.largest_distance);
  const Solution& s = study.chosen;
  if (s.partition.clusters == 0) return;
  for (const std::string& reason : study.suggestion.reasons) fmt::print("  {}\n", reason);
  const auto weight = cluster_weights(s.partition, study.distinct.rows.weights);
  const double total = total_weight(study.distinct.rows);
  fmt::print("{} cluster{} ({}), mean distance to the medoid {:.4g}{}\n", s.partition.clusters,
             s.partition.clusters == 1 ? "" : "s", s.name, s.cost / total,
             std::isnan(s.quality.asw) ? "" : fmt::format(", ASW {:.3f}", s.quality.asw));
  for (std::size_t c = 0; c < s.medoids.size(); ++c)
    fmt::print("  {:>3}  {:5.1f} %  {}\n", cluster_name(s, c), 100 * weight[c] / total,
               spells_text(study.distinct.rows, s.medoids[c]));
  if (!results.stability.empty())
    fmt::print("stability: adjusted Rand index {:.3f}, mean of {} bootstrap samples\n",
               mean(results.stability), results.stability.size());
}

} // namespace tiltak::cli
