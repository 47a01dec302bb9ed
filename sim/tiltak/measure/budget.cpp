#include <tiltak/measure/budget.hpp>

#include <array>

namespace tiltak {

Budget::Budget(const Catalogue& catalogue, const std::array<Money, 2>& per_year)
    : catalogue_(catalogue), per_year_(catalogue.size()) {
  for (std::size_t group = 0; group < per_year.size(); ++group) {
    std::vector<double> weights(catalogue.size(), 0.0);
    bool any = false;
    for (std::size_t m = 0; m < catalogue.size(); ++m)
      if (static_cast<std::size_t>(catalogue[m].group) == group) {
        weights[m] = catalogue[m].share;
        any = any || catalogue[m].share > 0;
      }
    if (!any) continue;
    const auto parts = share_out(per_year[group], weights);
    for (std::size_t m = 0; m < catalogue.size(); ++m) per_year_[m] += parts[m];
  }
}

Money Budget::month_money(std::size_t measure, int month) const {
  // Running twelfths: the part up to this month less the part up to the last.
  const std::int64_t year = per_year_[measure].ore;
  return Money{year / 12 * month + year % 12 * month / 12 -
               (year / 12 * (month - 1) + year % 12 * (month - 1) / 12)};
}

std::int64_t Budget::places(std::size_t measure, int month) const {
  const Money price = catalogue_[measure].price;
  return price.ore == 0 ? 0 : month_money(measure, month).ore / price.ore;
}

Money Budget::spent(std::size_t measure, std::int64_t participants) const {
  return catalogue_[measure].price * participants;
}

} // namespace tiltak
