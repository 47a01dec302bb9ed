#include <tiltak/study/explanation.hpp>

#include <algorithm>
#include <array>

#include <tiltak/compare/shapley.hpp>
#include <tiltak/core/part_of.hpp>
#include <tiltak/study/cohorts.hpp>

namespace tiltak::study {
namespace {

constexpr std::array factor_names{"volume",  "timing",    "mix",      "composition",
                                  "effects", "threat",    "cuts",     "displacement",
                                  "gamma",   "frictions", "remainder"};
enum Factor : std::size_t {
  threat = cohort_factors,
  cuts,
  displacement,
  gamma,
  frictions,
  remainder
};
using Parts = std::array<double, factor_names.size()>;

// Switches of the run, as bits of a set.
constexpr std::uint32_t gamma_on = 1, frictions_on = 2, both_on = 3;

bool has_gamma(const std::vector<Pairing::Plans>& plans) {
  const auto moves = [](const Plan& plan) {
    return std::any_of(plan.measures.begin(), plan.measures.end(),
                       [](const Measure& m) { return m.gamma != 0; });
  };
  return std::any_of(plans.begin(), plans.end(),
                     [&](const auto& one) { return moves(one.first) || moves(one.second); });
}

// The runs with some switches on: plans, and those of the months before the evaluation, which have
// the frictions of the headline, so that all runs with the same gamma begin in the same state.
class Switched {
public:
  explicit Switched(const Explained& headline)
      : headline_(headline),
        moves_(std::uint32_t{has_gamma(headline.pairing.plans(headline.level))} * gamma_on |
               std::uint32_t{headline.pairing.has_frictions()} * frictions_on) {
    for (std::uint32_t set = 0; set <= both_on; ++set)
      if ((set & ~moves_) == 0) plans_[set] = make(set);
  }

  // The difference in the net effect by the set of switches that are on.
  std::array<double, 4> net(std::uint32_t replication, const Progress& progress) const {
    std::array<double, 4> by_set{};
    for (std::uint32_t set = 0; set <= both_on; ++set)
      if ((set & ~moves_) != 0)
        by_set[set] = by_set[set & moves_]; // the same run, and no rounding between
      else
        by_set[set] = set == moves_ ? headline_.net[replication] : run(set, replication, progress);
    return by_set;
  }

  const std::vector<Pairing::Plans>& off() const { return plans_[0]; }
  const Plan& history_of_off(std::size_t k) const { return plans_[moves_ & frictions_on][k].first; }

private:
  double run(std::uint32_t set, std::uint32_t replication, const Progress& progress) const {
    const std::uint32_t before = set | (moves_ & frictions_on);
    double sum = 0;
    for (std::size_t k = 0; k < plans_[set].size(); ++k) {
      const Pairing::Plans& one = plans_[set][k];
      const Plan* other_history = before == set ? nullptr : &plans_[before][k].first;
      sum +=
          run_stocks({one.first, &one.second, one.valuation, other_history}, replication, progress)
              .flow(Flow::net, discounted);
    }
    return sum / static_cast<double>(plans_[set].size());
  }

  std::vector<Pairing::Plans> make(std::uint32_t set) const {
    const auto keys = (set & frictions_on) != 0 ? Pairing::Keys{} : all_frictions("off");
    return headline_.pairing.plans(headline_.level, keys, [&](Plan& plan) {
      if ((set & gamma_on) == 0)
        for (Measure& measure : plan.measures) measure.gamma = 0;
    });
  }

  const Explained& headline_;
  std::uint32_t moves_; // switches that something hangs on
  std::array<std::vector<Pairing::Plans>, 4> plans_; // by set
};

// The difference without gamma and frictions, from each scenario against none.
void add_cohorts(const Switched& runs, std::uint32_t replication, Parts& parts,
                 const Progress& progress) {
  const double weight = 1.0 / static_cast<double>(runs.off().size());
  for (std::size_t k = 0; k < runs.off().size(); ++k) {
    const Pairing::Plans& one = runs.off()[k];
    const Plan& history = runs.history_of_off(k);
    const auto first = run_cohorts(one.first, history, replication, one.valuation, progress);
    const auto second = run_cohorts(one.second, history, replication, one.valuation, progress);
    const auto values = compare::shapley(cohort_factors, [&](std::uint32_t set) {
      return mixed_effect(second, first, set); // from the second to the first
    });
    for (std::size_t f = 0; f < cohort_factors; ++f) parts[f] += weight * values[f];
    parts[threat] += weight * (first.threat - second.threat);
    parts[cuts] += weight * (first.cuts - second.cuts);
    parts[displacement] -= weight * (first.displacement - second.displacement);
    parts[remainder] -= weight * (first.net - second.net);
  }
}

} // namespace

std::vector<compare::Part> explain(const Explained& headline, int replications,
                                   const Progress& progress) {
  const Switched runs(headline);
  std::array<std::vector<double>, factor_names.size()> all;
  const auto count = static_cast<std::uint32_t>(replications);
  for (std::uint32_t r = 0; r < count; ++r) {
    Parts parts{};
    const Progress half[] = {part_of(progress, "why they differ", 2 * r, 2 * count),
                             part_of(progress, "why they differ", 2 * r + 1, 2 * count)};
    const std::array<double, 4> net = runs.net(r, half[0]);
    const auto switches = compare::shapley(2, [&](std::uint32_t set) { return net[set]; });
    parts[gamma] = switches[0];
    parts[frictions] = switches[1];
    add_cohorts(runs, r, parts, half[1]);
    parts[remainder] += net[0];
    for (std::size_t k = 0; k < factor_names.size(); ++k) all[k].push_back(parts[k]);
  }
  std::vector<compare::Part> explained;
  for (std::size_t k = 0; k < factor_names.size(); ++k)
    explained.push_back({factor_names[k], compare::spread_of(all[k])});
  return explained;
}

} // namespace tiltak::study
