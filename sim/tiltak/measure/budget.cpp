#include <tiltak/measure/budget.hpp>

#include <array>

namespace tiltak {

Budget::Budget(const Catalogue& catalogue, std::vector<Money> per_year)
    : catalogue_(&catalogue), plan_(std::move(per_year)), per_year_(plan_) {}

void Budget::set_factors(const std::vector<double>& factors) {
  for (std::size_t m = 0; m < plan_.size(); ++m)
    per_year_[m] = factors[m] == 1 ? plan_[m] : scale(plan_[m], factors[m]);
}

std::vector<Money> split_appropriation(const Catalogue& catalogue, Money post_76,
                                       double reduced_places) {
  const std::array<double, 2> of_places{1 - reduced_places, reduced_places};
  std::array<double, 2> composition{};
  for (const Measure& m : catalogue)
    if (m.post == Post::post_76) composition[static_cast<std::size_t>(m.group)] += m.composition;
  std::vector<double> weights(catalogue.size(), 0.0);
  bool any = false;
  for (std::size_t m = 0; m < catalogue.size(); ++m) {
    const auto group = static_cast<std::size_t>(catalogue[m].group);
    if (catalogue[m].post != Post::post_76 || composition[group] <= 0) continue;
    weights[m] = of_places[group] * catalogue[m].composition / composition[group] *
                 static_cast<double>(catalogue[m].price.ore);
    any = any || weights[m] > 0;
  }
  if (!any) return std::vector<Money>(catalogue.size());
  return share_out(post_76, weights);
}

Money Budget::month_money(std::size_t measure, int month) const {
  // Running twelfths: the part up to this month less the part up to the last.
  const std::int64_t year = per_year_[measure].ore;
  return Money{year / 12 * month + year % 12 * month / 12 -
               (year / 12 * (month - 1) + year % 12 * (month - 1) / 12)};
}

std::int64_t Budget::places(std::size_t measure, int month) const {
  const Money price = (*catalogue_)[measure].price;
  return price.ore == 0 ? 0 : month_money(measure, month).ore / price.ore;
}

Money Budget::spent(std::size_t measure, std::int64_t participants) const {
  return (*catalogue_)[measure].price * participants;
}

} // namespace tiltak
