#include <algorithm>
#include <cmath>

#include <tiltak/sequence/blocks.hpp>
#include <tiltak/sequence/costs.hpp>
#include <tiltak/sequence/lcs.hpp>
#include <tiltak/sequence/measures.hpp>
#include <tiltak/sequence/norm.hpp>
#include <tiltak/sequence/om_kernel.hpp>

namespace tiltak::sequence {
namespace {

// Where every substitution costs two indels, it is a deletion and an insertion: the LCS distance.
bool is_lcs(const Costs& costs) {
  for (std::size_t a = 0; a < costs.states; ++a)
    for (std::size_t b = 0; b < costs.states; ++b)
      if (a != b && costs(a, b) != 2 * costs.indel)
        return false;
  return true;
}

std::vector<double> cost_table(const Sequences& s, const Costs& costs, std::size_t begin) {
  std::vector<double> table(s.states() * s.positions * om_rows, 0.0);
  const std::size_t end = std::min(begin + om_rows, s.size());
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t t = 0; t < s.length(i); ++t)
      for (std::size_t state = 0; state < s.states(); ++state)
        table[(state * s.positions + t) * om_rows + (i - begin)] = costs(state, s.row(i)[t]);
  return table;
}

Dissimilarities align_all(const Sequences& s, const Costs& costs,
                          const std::vector<std::uint16_t>& lengths, const Progress& progress) {
  Square<double> square(s.size());
  std::vector<double> multiples;
  for (std::size_t k = 0; k <= s.positions; ++k)
    multiples.push_back(static_cast<double>(k) * costs.indel);
  // A block may reach beyond the last row.
  std::vector<std::uint8_t> codes = s.codes;
  codes.resize(codes.size() + om_rows * s.positions, 0);
  in_blocks("OM distances", s.size(), om_rows, progress, [&](std::size_t begin, std::size_t) {
    const std::vector<double> table = cost_table(s, costs, begin);
    const std::uint8_t* from = codes.data() + begin * s.positions;
    const OmBlock block{table.data(), from, lengths.data() + begin, s.positions, multiples.data()};
    const OmOthers others{from, lengths.data() + begin, s.size() - begin, square.stride()};
    om_block(block, others, square.row(begin) + begin);
  });
  mirror(square);
  return {std::move(square), 1.0};
}

} // namespace

Dissimilarities optimal_matching(const Sequences& s, const DistanceOptions& options,
                                 const Progress& progress) {
  const Costs costs = costs_for(s, options);
  std::vector<std::uint16_t> lengths(s.size() + om_rows, 0);
  for (std::size_t i = 0; i < s.size(); ++i)
    lengths[i] = static_cast<std::uint16_t>(s.length(i));
  Dissimilarities raw;
  if (is_lcs(costs)) {
    raw = lcs(s, progress);
    raw.unit *= costs.indel;
  } else {
    raw = align_all(s, costs, lengths, progress);
  }
  const Norm norm = norm_of(options.measure, options.norm);
  return normalise(std::move(raw), norm, [&](std::size_t i, std::size_t j) {
    return alignment_limits(lengths[i], lengths[j], costs.indel, costs.highest(), norm);
  });
}

} // namespace tiltak::sequence
