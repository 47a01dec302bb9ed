#include <tiltak/sequence/distinct.hpp>

#include <numeric>
#include <string_view>
#include <unordered_map>

namespace tiltak::sequence {
namespace {

std::vector<double> own_weights(const Sequences& sequences) {
  return sequences.weights.empty() ? std::vector<double>(sequences.size(), 1.0) : sequences.weights;
}

struct Key {
  std::string_view codes;
  std::uint32_t group;
  bool operator==(const Key&) const = default;
};

struct Hash {
  std::size_t operator()(const Key& key) const {
    return std::hash<std::string_view>{}(key.codes) + 0x9E3779B97F4A7C15u * key.group;
  }
};

} // namespace

Distinct distinct(const Sequences& sequences, const std::vector<std::uint32_t>& classes) {
  Distinct result;
  result.own_weight = own_weights(sequences);
  result.of.resize(sequences.size());
  std::vector<double> weights;
  std::unordered_map<Key, std::uint32_t, Hash> seen;
  seen.reserve(sequences.size());
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    const std::string_view codes(reinterpret_cast<const char*>(sequences.row(i)),
                                 sequences.positions);
    const Key key{codes, classes.empty() ? 0u : classes[i]};
    const auto [entry, is_new] = seen.emplace(key, static_cast<std::uint32_t>(weights.size()));
    if (is_new) {
      result.first.push_back(static_cast<std::uint32_t>(i));
      weights.push_back(0.0);
      result.squares.push_back(0.0);
    }
    result.of[i] = entry->second;
    weights[entry->second] += result.own_weight[i];
    result.squares[entry->second] += result.own_weight[i] * result.own_weight[i];
  }
  result.rows = select(sequences, result.first);
  result.rows.weights = std::move(weights);
  return result;
}

Distinct undivided(const Sequences& sequences) {
  Distinct result;
  result.rows = sequences;
  result.rows.weights = result.own_weight = own_weights(sequences);
  result.first.resize(sequences.size());
  std::iota(result.first.begin(), result.first.end(), 0u);
  result.of = result.first;
  for (const double w : result.own_weight)
    result.squares.push_back(w * w);
  return result;
}

} // namespace tiltak::sequence
