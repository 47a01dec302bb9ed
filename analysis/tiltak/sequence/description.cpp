#include <tiltak/sequence/description.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/spells.hpp>

namespace tiltak::sequence {
namespace {

std::vector<Cross> by_month(const Sequences& s) {
  const std::size_t states = s.alphabet.size();
  std::vector<Cross> months(s.positions);
  for (std::size_t t = 0; t < s.positions; ++t) {
    Cross& m = months[t];
    m.share.assign(states, 0.0);
    for (std::size_t i = 0; i < s.size(); ++i) {
      if (s.row(i)[t] >= states) continue;
      m.share[s.row(i)[t]] += s.weight(i);
      m.valid += s.weight(i);
    }
    for (double& share : m.share) {
      if (m.valid > 0) share /= m.valid;
      if (share > 0) m.entropy -= share * std::log(share);
    }
    if (states > 1) m.entropy /= std::log(static_cast<double>(states));
    m.modal = static_cast<std::size_t>(std::max_element(m.share.begin(), m.share.end()) -
                                       m.share.begin());
  }
  return months;
}

TimeInState time_in(const Sequences& s, std::size_t state, double total, double squares) {
  std::vector<double> months(s.size());
  TimeInState time;
  for (std::size_t i = 0; i < s.size(); ++i) {
    months[i] = static_cast<double>(std::count(s.row(i), s.row(i) + s.positions, state));
    time.mean += s.weight(i) * months[i];
  }
  time.mean /= total;
  for (std::size_t i = 0; i < s.size(); ++i)
    time.variance += s.weight(i) * (months[i] - time.mean) * (months[i] - time.mean);
  time.variance /= total - squares / total;
  time.deviation = std::sqrt(time.variance);
  time.error = time.deviation / std::sqrt(total);
  return time;
}

std::vector<SpellsInState> spells_in_states(const Sequences& s, double total) {
  std::vector<SpellsInState> all(s.alphabet.size());
  for (std::size_t i = 0; i < s.size(); ++i) {
    std::vector<bool> visited(all.size(), false);
    for (const Spell& spell : spells(s, i)) {
      if (spell.state >= all.size()) continue;
      SpellsInState& of = all[spell.state];
      of.count += s.weight(i);
      of.mean += s.weight(i) * static_cast<double>(spell.months);
      if (!visited[spell.state]) of.visited += s.weight(i) / total;
      visited[spell.state] = true;
    }
  }
  for (SpellsInState& of : all) of.mean = of.count > 0 ? of.mean / of.count : std::nan("");
  return all;
}

std::vector<Frequent> most_frequent(const Sequences& s, double total) {
  constexpr std::size_t most = 10;
  std::vector<Frequent> all;
  const Distinct different = distinct(s); // identical rows may have been kept apart
  for (std::size_t i = 0; i < different.first.size(); ++i) {
    const double weight = different.rows.weights[i];
    all.push_back({different.first[i], weight, weight / total});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Frequent& a, const Frequent& b) { return a.weight > b.weight; });
  all.resize(std::min(all.size(), most));
  return all;
}

double share_of_modal(const Sequences& s, const std::vector<Cross>& months, double total) {
  double weight = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    std::size_t t = 0;
    while (t < s.positions && s.row(i)[t] == months[t].modal) ++t;
    if (t == s.positions) weight += s.weight(i);
  }
  return weight / total;
}

} // namespace

Description describe(const Sequences& rows, double squares) {
  Description d;
  d.weight = total_weight(rows);
  d.months = by_month(rows);
  for (std::size_t state = 0; state < rows.alphabet.size(); ++state)
    d.time.push_back(time_in(rows, state, d.weight, squares));
  d.spells = spells_in_states(rows, d.weight);
  d.rates = transition_rates(rows, WithMissing::no);
  d.frequent = most_frequent(rows, d.weight);
  d.modal_share = share_of_modal(rows, d.months, d.weight);
  return d;
}

} // namespace tiltak::sequence
