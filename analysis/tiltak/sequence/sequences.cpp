#include <tiltak/sequence/sequences.hpp>

#include <numeric>

namespace tiltak::sequence {

std::size_t Sequences::length(std::size_t i) const {
  std::size_t n = positions;
  while (n > 0 && row(i)[n - 1] == void_code)
    --n;
  return n;
}

bool Sequences::equally_long() const {
  for (std::size_t i = 0; i < size(); ++i)
    if (length(i) != positions)
      return false;
  return true;
}

double total_weight(const Sequences& sequences) {
  if (sequences.weights.empty())
    return static_cast<double>(sequences.size());
  return std::accumulate(sequences.weights.begin(), sequences.weights.end(), 0.0);
}

Sequences select(const Sequences& all, const std::vector<std::uint32_t>& rows) {
  Sequences some;
  some.alphabet = all.alphabet;
  some.positions = all.positions;
  some.has_missing = all.has_missing;
  some.codes.reserve(rows.size() * all.positions);
  for (const std::uint32_t i : rows) {
    some.codes.insert(some.codes.end(), all.row(i), all.row(i) + all.positions);
    if (!all.weights.empty())
      some.weights.push_back(all.weights[i]);
    if (!all.ids.empty())
      some.ids.push_back(all.ids[i]);
  }
  return some;
}

std::string state_name(const Sequences& sequences, std::size_t code) {
  return code < sequences.alphabet.size() ? sequences.alphabet[code] : "missing";
}

} // namespace tiltak::sequence
