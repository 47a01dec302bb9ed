#include <tiltak/core/money.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace tiltak {

std::vector<std::int64_t> share_out(std::int64_t total, std::span<const double> weights) {
  std::vector<std::int64_t> parts(weights.size(), 0);
  if (weights.empty()) return parts;
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(sum > 0)) {
    parts[0] = total;
    return parts;
  }
  const std::int64_t magnitude = total < 0 ? -total : total;
  std::vector<double> remainder(weights.size());
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = static_cast<double>(magnitude) * (weights[i] / sum);
    parts[i] = static_cast<std::int64_t>(std::floor(exact));
    remainder[i] = exact - std::floor(exact);
    given += parts[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  // Rounding of the products can leave `given` a little off on either side; walk the list until it
  // adds up, never to a part of weight zero and never below zero.
  std::int64_t left = magnitude - given;
  for (std::size_t step = 0; left != 0; ++step) {
    const std::size_t i = order[step % order.size()];
    if (weights[i] <= 0) continue;
    if (left > 0) {
      ++parts[i];
      --left;
    } else if (parts[i] > 0) {
      --parts[i];
      ++left;
    }
  }
  if (total < 0)
    for (auto& part : parts) part = -part;
  return parts;
}

std::vector<Money> share_out(Money total, std::span<const double> weights) {
  const auto parts = share_out(total.ore, weights);
  std::vector<Money> out(parts.size());
  std::transform(parts.begin(), parts.end(), out.begin(), [](std::int64_t p) { return Money{p}; });
  return out;
}

Money scale(Money amount, double factor) {
  return Money{static_cast<std::int64_t>(std::round(static_cast<double>(amount.ore) * factor))};
}

std::string to_string(Money amount) {
  const auto ore = amount.ore < 0 ? -static_cast<std::uint64_t>(amount.ore)
                                  : static_cast<std::uint64_t>(amount.ore);
  return fmt::format("{}{}.{:02}", amount.ore < 0 ? "-" : "", ore / 100, ore % 100);
}

} // namespace tiltak
