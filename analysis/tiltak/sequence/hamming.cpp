#include <limits>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/costs.hpp>
#include <tiltak/sequence/measures.hpp>
#include <tiltak/sequence/norm.hpp>
#include <tiltak/sequence/pairs.hpp>

namespace tiltak::sequence {
namespace {

constexpr const char* hamming_distances = "Hamming distances";

template <class Cell> Dissimilarities count(const Sequences& s, const Progress& progress) {
  const std::size_t n = s.positions;
  return {all_pairs<Cell>(s.size(), hamming_distances, progress,
                          [&](std::size_t i, std::size_t j) {
                            const std::uint8_t* a = s.row(i);
                            const std::uint8_t* b = s.row(j);
                            unsigned differing = 0;
                            for (std::size_t t = 0; t < n; ++t) differing += a[t] != b[t];
                            return differing;
                          }),
          1.0};
}

Dissimilarities sum(const Sequences& s, const std::vector<Costs>& costs, const Progress& progress) {
  return {all_pairs<double>(s.size(), hamming_distances, progress,
                            [&](std::size_t i, std::size_t j) {
                              double cost = 0;
                              for (std::size_t t = 0; t < s.positions; ++t)
                                cost += costs[t](s.row(i)[t], s.row(j)[t]);
                              return cost;
                            }),
          1.0};
}

Dissimilarities normed(const Sequences& s, Dissimilarities raw, const std::vector<Costs>& costs,
                       Norm norm) {
  double most = 0;
  for (const Costs& c : costs) most += c.highest();
  const auto length = static_cast<double>(s.positions);
  return normalise(std::move(raw), norm,
                   [=](std::size_t, std::size_t) { return Limits{length, length, most}; });
}

} // namespace

Dissimilarities hamming(const Sequences& s, const DistanceOptions& options,
                        const Progress& progress) {
  const std::vector<Costs> costs(s.positions, costs_for(s, options));
  const bool counts = options.costs == CostRule::constant;
  Dissimilarities raw = !counts              ? sum(s, costs, progress)
                        : s.positions <= 255 ? count<std::uint8_t>(s, progress)
                                             : count<std::uint16_t>(s, progress);
  return normed(s, std::move(raw), costs, norm_of(options.measure, options.norm));
}

Dissimilarities dynamic_hamming(const Sequences& s, const DistanceOptions& options,
                                const Progress& progress) {
  const std::vector<Costs> costs = costs_by_month(s);
  return normed(s, sum(s, costs, progress), costs, norm_of(options.measure, options.norm));
}

} // namespace tiltak::sequence
