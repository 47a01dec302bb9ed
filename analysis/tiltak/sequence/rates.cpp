#include <tiltak/sequence/rates.hpp>

namespace tiltak::sequence {
namespace {

// counts has a row and a column for each of `states`; codes beyond them do not count.
void count(const Sequences& s, std::size_t t, std::size_t states, std::vector<double>& counts) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::uint8_t from = s.row(i)[t];
    const std::uint8_t to = s.row(i)[t + 1];
    if (from < states && to < states)
      counts[from * states + to] += s.weight(i);
  }
}

Rates shares(std::size_t states, std::vector<double> counts) {
  for (std::size_t a = 0; a < states; ++a) {
    double sum = 0;
    for (std::size_t b = 0; b < states; ++b)
      sum += counts[a * states + b];
    if (sum > 0)
      for (std::size_t b = 0; b < states; ++b)
        counts[a * states + b] /= sum;
  }
  return {states, std::move(counts)};
}

} // namespace

Rates transition_rates(const Sequences& s, WithMissing missing) {
  const std::size_t states = missing == WithMissing::yes ? s.states() : s.alphabet.size();
  std::vector<double> counts(states * states, 0.0);
  for (std::size_t t = 0; t + 1 < s.positions; ++t)
    count(s, t, states, counts);
  return shares(states, std::move(counts));
}

std::vector<Rates> transition_rates_by_month(const Sequences& s) {
  std::vector<Rates> all;
  for (std::size_t t = 0; t + 1 < s.positions; ++t) {
    std::vector<double> counts(s.states() * s.states(), 0.0);
    count(s, t, s.states(), counts);
    all.push_back(shares(s.states(), std::move(counts)));
  }
  return all;
}

} // namespace tiltak::sequence
