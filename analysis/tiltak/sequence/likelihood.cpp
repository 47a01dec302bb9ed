#include <tiltak/sequence/likelihood.hpp>

#include <cmath>

#include <tiltak/sequence/rates.hpp>

namespace tiltak::sequence {

std::vector<double> negative_log_likelihood(const Sequences& s) {
  const std::vector<Rates> rates = transition_rates_by_month(s);
  std::vector<double> first(s.states(), 0.0);
  double total = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.length(i) == 0)
      continue;
    first[s.row(i)[0]] += s.weight(i);
    total += s.weight(i);
  }
  std::vector<double> result(s.size(), 0.0);
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::uint8_t* codes = s.row(i);
    const std::size_t n = s.length(i);
    if (n > 0)
      result[i] = -std::log(first[codes[0]] / total);
    for (std::size_t t = 1; t < n; ++t)
      result[i] -= std::log(rates[t - 1](codes[t - 1], codes[t]));
  }
  return result;
}

} // namespace tiltak::sequence
