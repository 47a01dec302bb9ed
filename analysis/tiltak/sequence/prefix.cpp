#include <tiltak/sequence/measures.hpp>
#include <tiltak/sequence/norm.hpp>
#include <tiltak/sequence/pairs.hpp>

namespace tiltak::sequence {
namespace {

std::size_t common(const std::uint8_t* a, const std::uint8_t* b, std::size_t most, bool reversed) {
  std::size_t n = 0;
  if (reversed)
    while (n < most && *(a - n) == *(b - n))
      ++n;
  else
    while (n < most && a[n] == b[n])
      ++n;
  return n;
}

} // namespace

Dissimilarities common_prefix(const Sequences& s, const DistanceOptions& options,
                              const Progress& progress) {
  const bool reversed = options.measure == Measure::rlcp;
  std::vector<std::size_t> length(s.size());
  for (std::size_t i = 0; i < s.size(); ++i)
    length[i] = s.length(i);
  const auto start = [&](std::size_t i) {
    return reversed && length[i] > 0 ? s.row(i) + length[i] - 1 : s.row(i);
  };
  Dissimilarities raw{
      all_pairs<std::uint16_t>(s.size(), "prefix distances", progress,
                               [&](std::size_t i, std::size_t j) {
                                 const std::size_t most = std::min(length[i], length[j]);
                                 return length[i] + length[j] -
                                        2 * common(start(i), start(j), most, reversed);
                               }),
      1.0};
  return normalise(
      std::move(raw), norm_of(options.measure, options.norm), [&](std::size_t i, std::size_t j) {
        const auto p = static_cast<double>(length[i]), q = static_cast<double>(length[j]);
        return Limits{p, q, p + q};
      });
}

} // namespace tiltak::sequence
