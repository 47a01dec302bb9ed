#include <tiltak/sequence/individual.hpp>

#include <algorithm>
#include <cmath>

#include <tiltak/sequence/spells.hpp>

namespace tiltak::sequence {
namespace {

std::vector<Spell> valid_spells(const Sequences& s, std::size_t i) {
  std::vector<Spell> valid;
  for (const Spell& spell : spells(s, i))
    if (spell.state < s.alphabet.size())
      valid.push_back(spell);
  return valid;
}

// Different subsequences: each state doubles them, less those that its last occurrence already
// made.
template <class State>
double subsequences(std::size_t count, std::size_t states, const State& state) {
  std::vector<double> before(states, 0.0); // the number before the last occurrence
  double all = 1;
  for (std::size_t j = 0; j < count; ++j) {
    double& last = before[state(j)];
    const double doubled = 2 * all - last;
    last = all;
    all = doubled;
  }
  return all;
}

double variance(const std::vector<Spell>& all, double mean) {
  double sum = 0;
  for (const Spell& s : all) {
    const double gap = static_cast<double>(s.months) - mean;
    sum += gap * gap;
  }
  return sum / static_cast<double>(all.size());
}

// Turbulence of a sequence that goes round the alphabet month by month.
double largest_turbulence(std::size_t length, std::size_t states) {
  return std::log2(subsequences(length, states, [&](std::size_t j) { return j % states; }));
}

} // namespace

Individual individual(const Sequences& s, std::size_t i) {
  const std::vector<Spell> all = valid_spells(s, i);
  const std::size_t states = s.alphabet.size();
  Individual x;
  x.months.assign(states, 0.0);
  double length = 0;
  for (const Spell& spell : all) {
    x.months[spell.state] += static_cast<double>(spell.months);
    length += static_cast<double>(spell.months);
  }
  if (all.empty())
    return x;
  for (const double m : x.months)
    if (m > 0)
      x.entropy_raw -= m / length * std::log(m / length);
  x.entropy = states > 1 ? x.entropy_raw / std::log(static_cast<double>(states)) : 0.0;
  x.spells = static_cast<double>(all.size());
  x.transitions = x.spells - 1;
  x.subsequences = subsequences(all.size(), states, [&](std::size_t j) { return all[j].state; });
  const double mean = length / x.spells;
  const double most = (x.spells - 1) * (1 - mean) * (1 - mean);
  x.turbulence = std::log2(x.subsequences * ((most + 1) / (variance(all, mean) + 1)));
  const double largest = largest_turbulence(static_cast<std::size_t>(length), states);
  x.turbulence_norm = largest > 1 ? (x.turbulence - 1) / (largest - 1) : 0.0;
  const double moves = length > 1 ? x.transitions / (length - 1) : 0.0;
  x.complexity = std::sqrt(moves * x.entropy);
  const auto visited =
      std::count_if(x.months.begin(), x.months.end(), [](double m) { return m > 0; });
  const double breadth =
      states > 1 ? static_cast<double>(visited - 1) / static_cast<double>(states - 1) : 0.0;
  x.volatility = 0.5 * breadth + 0.5 * moves;
  return x;
}

} // namespace tiltak::sequence
