#include <tiltak/sequence/shuffle.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tiltak::sequence {
namespace {

// 53 random bits as a number in [0, 1).
double fraction(const Draws& draws, std::uint64_t index) {
  const PersonId id{static_cast<std::uint32_t>(index)};
  const auto month = static_cast<std::int32_t>(index >> 32);
  const std::uint64_t high = draws.word(id, month, Purpose::resample);
  const std::uint64_t low = draws.word(id, month, Purpose::resample, 1);
  const std::uint64_t bits = (high << 21) ^ (low >> 11);
  return static_cast<double>(bits) * 0x1p-53;
}

} // namespace

std::uint64_t below(const Draws& draws, std::uint64_t index, std::uint64_t bound) {
  const auto drawn =
      static_cast<std::uint64_t>(fraction(draws, index) * static_cast<double>(bound));
  return std::min(drawn, bound - 1);
}

void shuffle(std::vector<std::uint32_t>& values, const Draws& draws) {
  for (std::size_t i = values.size(); i > 1; --i)
    std::swap(values[i - 1], values[below(draws, i, i)]);
}

std::vector<double> resample(const std::vector<double>& weights, std::uint64_t count,
                             const Draws& draws) {
  std::vector<double> up_to(weights.size());
  std::partial_sum(weights.begin(), weights.end(), up_to.begin());
  std::vector<double> drawn(weights.size(), 0.0);
  for (std::uint64_t i = 0; i < count; ++i) {
    const double at = fraction(draws, i) * up_to.back();
    const auto place = std::upper_bound(up_to.begin(), up_to.end() - 1, at) - up_to.begin();
    drawn[static_cast<std::size_t>(place)] += 1;
  }
  return drawn;
}

} // namespace tiltak::sequence
