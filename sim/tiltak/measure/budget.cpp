#include <tiltak/measure/budget.hpp>

#include <array>

#include <tiltak/core/exact.hpp>

namespace tiltak {
namespace {

double price(const Measure& m) { return static_cast<double>(m.mean_price().ore); }

// Composition of each group's places, adding up to 1 within a group, 0 outside the post.
std::vector<double> composition(const Catalogue& catalogue, double gap) {
  std::vector<double> shares(catalogue.size(), 0.0);
  std::array<double, 2> sum{};
  for (std::size_t m = 0; m < shares.size(); ++m) {
    if (catalogue[m].post != Post::post_76) continue;
    shares[m] = catalogue[m].composition;
    if (gap != 0 && catalogue[m].cyclical_share != 0)
      shares[m] *= exact::exp(catalogue[m].cyclical_share * gap);
    sum[static_cast<std::size_t>(catalogue[m].group)] += shares[m];
  }
  for (std::size_t m = 0; m < shares.size(); ++m)
    if (const double s = sum[static_cast<std::size_t>(catalogue[m].group)]; s > 0) shares[m] /= s;
  return shares;
}

} // namespace

GroupMoney split_on_groups(const Catalogue& catalogue, Money post_76, double reduced_places) {
  const auto shares = composition(catalogue, 0);
  std::array<double, 2> weights{};
  for (std::size_t m = 0; m < shares.size(); ++m) {
    const auto g = static_cast<std::size_t>(catalogue[m].group);
    weights[g] += (g == 1 ? reduced_places : 1 - reduced_places) * shares[m] * price(catalogue[m]);
  }
  if (!(weights[0] + weights[1] > 0)) return {};
  const auto parts = share_out(post_76, weights);
  return {parts[0], parts[1]};
}

std::vector<double> money_weights(const Catalogue& catalogue, const GroupMoney& groups,
                                  double gap) {
  auto weights = composition(catalogue, gap);
  std::array<double, 2> sum{};
  const auto group = [&](std::size_t m) { return static_cast<std::size_t>(catalogue[m].group); };
  for (std::size_t m = 0; m < weights.size(); ++m) {
    weights[m] *= price(catalogue[m]);
    sum[group(m)] += weights[m];
  }
  const auto all = static_cast<double>((groups[0] + groups[1]).ore);
  for (std::size_t m = 0; m < weights.size(); ++m)
    weights[m] = all > 0 && sum[group(m)] > 0
                     ? weights[m] / sum[group(m)] * static_cast<double>(groups[group(m)].ore) / all
                     : 0;
  return weights;
}

double places_for(double money, const Catalogue& catalogue, std::span<const double> weights) {
  double places = 0;
  for (std::size_t m = 0; m < weights.size(); ++m)
    if (weights[m] > 0) places += money * weights[m] / price(catalogue[m]);
  return places;
}

std::vector<double> tilted(const Catalogue& catalogue, std::vector<double> weights, double money,
                           double places) {
  const auto by = [&](double k) {
    std::vector<double> out = weights;
    std::array<double, 2> before{}, after{};
    const auto group = [&](std::size_t m) { return static_cast<std::size_t>(catalogue[m].group); };
    for (std::size_t m = 0; m < out.size(); ++m) {
      before[group(m)] += out[m];
      if (out[m] > 0) out[m] *= exact::pow(price(catalogue[m]) * 1e-6, -k);
      after[group(m)] += out[m];
    }
    for (std::size_t m = 0; m < out.size(); ++m)
      if (out[m] > 0) out[m] *= before[group(m)] / after[group(m)];
    return out;
  };
  double low = 0, high = 2;
  if (places_for(money, catalogue, weights) >= places) return weights;
  for (int step = 0; step < 20; ++step) {
    const double middle = (low + high) / 2;
    (places_for(money, catalogue, by(middle)) < places ? low : high) = middle;
  }
  return by(high);
}

std::vector<Money> normal_year(const Catalogue& catalogue, const BudgetPlan& budget) {
  Money post;
  for (const Money part : budget.level) post += part;
  std::vector<Money> year = share_out(post, money_weights(catalogue, budget.level, 0));
  for (std::size_t m = 0; m < catalogue.size(); ++m)
    if (catalogue[m].post != Post::post_76)
      year[m] = Money{catalogue[m].mean_price().ore * 12 * budget.places[m]};
  return year;
}

} // namespace tiltak
