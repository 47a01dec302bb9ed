#include <cmath>

#include <tiltak/sequence/costs.hpp>
#include <tiltak/sequence/measures.hpp>
#include <tiltak/sequence/norm.hpp>
#include <tiltak/sequence/pairs.hpp>
#include <tiltak/sequence/spells.hpp>

namespace tiltak::sequence {
namespace {

struct SpellCosts {
  const Costs& costs;
  double expansion;

  double insertion(const Spell& s) const {
    return costs.indel + expansion * static_cast<double>(s.months - 1);
  }
  double substitution(const Spell& a, const Spell& b) const {
    const auto m = static_cast<double>(a.months - 1), n = static_cast<double>(b.months - 1);
    if (a.state == b.state)
      return expansion * std::fabs(m - n);
    return costs(a.state, b.state) + expansion * (m + n);
  }
};

double align(const std::vector<Spell>& a, const std::vector<Spell>& b, const SpellCosts& costs) {
  thread_local std::vector<double> row;
  row.assign(b.size() + 1, 0.0);
  for (std::size_t j = 0; j < b.size(); ++j)
    row[j + 1] = row[j] + costs.insertion(b[j]);
  for (const Spell& spell : a) {
    double diagonal = row[0];
    const double insertion = costs.insertion(spell);
    row[0] += insertion;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double above = row[j + 1];
      row[j + 1] = std::min({row[j] + costs.insertion(b[j]), above + insertion,
                             diagonal + costs.substitution(spell, b[j])});
      diagonal = above;
    }
  }
  return row.back();
}

} // namespace

Dissimilarities optimal_matching_of_spells(const Sequences& s, const DistanceOptions& options,
                                           const Progress& progress) {
  const Costs costs = costs_for(s, options);
  const SpellCosts spell_costs{costs, options.expansion};
  const auto spells = all_spells(s);
  Dissimilarities raw{all_pairs<double>(s.size(), "OMspell distances", progress,
                                        [&](std::size_t i, std::size_t j) {
                                          return align(spells[i], spells[j], spell_costs);
                                        }),
                      1.0};
  const Norm norm = norm_of(options.measure, options.norm);
  return normalise(std::move(raw), norm, [&](std::size_t i, std::size_t j) {
    return alignment_limits(static_cast<double>(s.length(i)), static_cast<double>(s.length(j)),
                            costs.indel, costs.highest(), norm);
  });
}

} // namespace tiltak::sequence
