#include <tiltak/sequence/discrepancy.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/draw.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/shuffle.hpp>
#include <tiltak/sequence/wide.hpp>

namespace tiltak::sequence {
namespace {

// The weight of every group in every row: by_row[row * groups + group].
struct GroupWeights {
  std::size_t groups;
  std::vector<double> by_row;
  std::vector<double> total;
};

GroupWeights group_weights(const Distinct& persons, const std::vector<std::uint32_t>& group,
                           std::size_t groups) {
  GroupWeights w{groups, std::vector<double>(persons.rows.size() * groups, 0.0),
                 std::vector<double>(groups, 0.0)};
  for (std::size_t i = 0; i < group.size(); ++i) {
    w.by_row[persons.of[i] * groups + group[i]] += persons.own_weight[i];
    w.total[group[i]] += persons.own_weight[i];
  }
  return w;
}

// to_group[row * groups + group]: sum of the group's weights times distances to the row.
std::vector<double> distances_to_groups(const Dissimilarities& d, const GroupWeights& w) {
  std::vector<double> sums(w.by_row.size(), 0.0);
  std::visit(
      [&](const auto& cells) {
        parallel::for_blocks(d.size(), 64, [&](std::size_t begin, std::size_t end, std::size_t) {
          for (std::size_t i = begin; i < end; ++i) {
            double* sum = sums.data() + i * w.groups;
            for (std::size_t j = 0; j < d.size(); ++j) {
              const double distance = d.unit * static_cast<double>(cells.row(i)[j]);
              const double* weight = w.by_row.data() + j * w.groups;
              for (std::size_t g = 0; g < w.groups; ++g) sum[g] += weight[g] * distance;
            }
          }
        });
      },
      d.cells);
  return sums;
}

// Sum of squares of every group.
std::vector<double> squares(const GroupWeights& w, const std::vector<double>& to_group) {
  std::vector<double> ss(w.groups, 0.0);
  for (std::size_t c = 0; c < w.by_row.size(); ++c) ss[c % w.groups] += w.by_row[c] * to_group[c];
  for (std::size_t g = 0; g < w.groups; ++g) ss[g] /= 2 * w.total[g];
  return ss;
}

std::vector<std::uint32_t> numbered(const std::vector<std::string>& of_person,
                                    const std::vector<std::string>& values) {
  std::map<std::string_view, std::uint32_t> numbers;
  for (const std::string& value : values)
    numbers.emplace(value, static_cast<std::uint32_t>(numbers.size()));
  std::vector<std::uint32_t> group;
  for (const std::string& value : of_person) group.push_back(numbers.at(value));
  return group;
}

double f_of(double total, const std::vector<double>& ss, double weight) {
  const double within = std::accumulate(ss.begin(), ss.end(), 0.0);
  const auto groups = static_cast<double>(ss.size());
  return ((total - within) / (groups - 1)) / (within / (weight - groups));
}

// F of the distances of rows to the centres of their groups.
double levene(const GroupWeights& w, const std::vector<double>& to_group,
              const std::vector<double>& ss, double weight) {
  std::vector<double> sum(w.groups, 0.0), squared(w.groups, 0.0);
  for (std::size_t c = 0; c < w.by_row.size(); ++c) {
    const std::size_t g = c % w.groups;
    const double centre = (to_group[c] - ss[g]) / w.total[g];
    sum[g] += w.by_row[c] * centre;
    squared[g] += w.by_row[c] * centre * centre;
  }
  const double all = std::accumulate(sum.begin(), sum.end(), 0.0);
  const double all_squared = std::accumulate(squared.begin(), squared.end(), 0.0);
  double within = 0;
  for (std::size_t g = 0; g < w.groups; ++g) within += squared[g] - sum[g] * sum[g] / w.total[g];
  const double total = all_squared - all * all / weight;
  const auto groups = static_cast<double>(w.groups);
  return ((total - within) / (groups - 1)) / (within / (weight - groups));
}

double bartlett(const std::vector<Group>& groups, double weight) {
  const auto k = static_cast<double>(groups.size());
  double pooled = 0, logs = 0, inverse = 0;
  for (const Group& g : groups) {
    pooled += (g.weight - 1) * (g.discrepancy / (weight - k));
    logs += (g.weight - 1) * std::log(g.discrepancy);
    inverse += 1 / (g.weight - 1);
  }
  const double correction = 1 + 1 / (3 * (k - 1)) * (inverse - 1 / (weight - k));
  return ((weight - k) * std::log(pooled) - logs) / correction;
}

double p_value(const Dissimilarities& d, const Distinct& persons, std::vector<std::uint32_t> group,
               const Discrepancy& found, double total, std::size_t permutations, std::uint64_t seed,
               const Progress& progress) {
  if (permutations == 0) return std::numeric_limits<double>::quiet_NaN();
  std::size_t as_high = 1;
  for (std::uint32_t r = 0; r < permutations; ++r) {
    progress("permutations", r, permutations);
    shuffle(group, Draws(seed, r));
    const GroupWeights w = group_weights(persons, group, found.groups.size());
    const double f = f_of(total, squares(w, distances_to_groups(d, w)), found.total.weight);
    if (f >= found.f * (1 - 1e-12)) ++as_high;
  }
  progress("permutations", permutations, permutations);
  return static_cast<double>(as_high) / static_cast<double>(permutations + 1);
}

// All but p.
Discrepancy figures(const GroupWeights& w, const std::vector<double>& to_group,
                    const std::vector<std::string>& values, const Group& whole) {
  const std::vector<double> ss = squares(w, to_group);
  const double total = whole.discrepancy * whole.weight;
  const double between = total - std::accumulate(ss.begin(), ss.end(), 0.0);
  Discrepancy result;
  result.total = whole;
  double unequal = 0;
  for (std::size_t g = 0; g < values.size(); ++g) {
    result.groups.push_back({values[g], w.total[g], ss[g] / w.total[g]});
    unequal += (1 - w.total[g] / whole.weight) * result.groups[g].discrepancy;
  }
  result.f = f_of(total, ss, whole.weight);
  result.f_bf = between / unequal;
  result.r2 = between / total;
  result.bartlett = bartlett(result.groups, whole.weight);
  result.levene = levene(w, to_group, ss, whole.weight);
  return result;
}

} // namespace

Discrepancy discrepancy(const Dissimilarities& d, const Distinct& persons,
                        const Attribute& attribute, std::size_t permutations, std::uint64_t seed,
                        const Progress& progress) {
  const std::vector<std::string> values = sorted_values(attribute.values);
  if (values.size() < 2)
    throw InputError({attribute.name}, "has one value only",
                     "an attribute in which persons differ");
  const std::vector<std::uint32_t> group = numbered(attribute.values, values);
  const GroupWeights all = group_weights(persons, std::vector<std::uint32_t>(group.size(), 0), 1);
  const double total = squares(all, distances_to_groups(d, all)).front();
  const GroupWeights w = group_weights(persons, group, values.size());
  Discrepancy result =
      figures(w, distances_to_groups(d, w), values, {"", all.total[0], total / all.total[0]});
  result.attribute = attribute.name;
  result.permutations = permutations;
  result.p = p_value(d, persons, group, result, total, permutations, seed, progress);
  return result;
}

} // namespace tiltak::sequence
