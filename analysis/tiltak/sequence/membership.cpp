#include <tiltak/sequence/membership.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include <tiltak/sequence/wide.hpp>

namespace tiltak::sequence {
namespace {

constexpr std::size_t most_values = 12;

bool are_many_numbers(const std::vector<std::string>& values) {
  return values.size() > most_values &&
         std::all_of(values.begin(), values.end(),
                     [](const auto& v) { return number(v).has_value(); });
}

std::vector<MembershipLine> mean_lines(const Attribute& a, const Partition& p,
                                       const std::vector<double>& weights) {
  std::vector<MembershipLine> lines(p.clusters);
  for (std::size_t c = 0; c < p.clusters; ++c) {
    lines[c].attribute = a.name;
    lines[c].cluster = c;
  }
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    lines[p.cluster[i]].weight += weights[i];
    lines[p.cluster[i]].mean += weights[i] * *number(a.values[i]);
  }
  for (auto& line : lines)
    line.mean /= line.weight;
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    MembershipLine& line = lines[p.cluster[i]];
    line.deviation += weights[i] * std::pow(*number(a.values[i]) - line.mean, 2);
  }
  for (auto& line : lines)
    line.deviation = std::sqrt(line.deviation / (line.weight - 1));
  return lines;
}

} // namespace

std::vector<MembershipLine> membership(const Attribute& a, const Partition& p,
                                       const std::vector<double>& weights) {
  const std::vector<std::string> values = sorted_values(a.values);
  if (are_many_numbers(values))
    return mean_lines(a, p, weights);
  std::map<std::string, std::vector<double>> counts; // value -> weight in each cluster
  for (const std::string& v : values)
    counts[v].assign(p.clusters, 0.0);
  for (std::size_t i = 0; i < a.values.size(); ++i)
    counts[a.values[i]][p.cluster[i]] += weights[i];
  const std::vector<double> in_cluster = cluster_weights(p, weights);
  std::vector<MembershipLine> lines;
  for (const std::string& v : values) {
    double with_value = 0;
    for (const double w : counts[v])
      with_value += w;
    for (std::size_t c = 0; c < p.clusters; ++c) {
      const double w = counts[v][c];
      lines.push_back({a.name, v, c, w, w / with_value, w / in_cluster[c], 0.0, 0.0});
    }
  }
  return lines;
}

} // namespace tiltak::sequence
