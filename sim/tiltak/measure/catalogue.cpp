#include <tiltak/measure/catalogue.hpp>

#include <algorithm>

namespace tiltak {

Money Measure::mean_price() const {
  if (price_step == 0) return price;
  std::int64_t months = 0, early = 0;
  for (int planned = planned_min; planned <= planned_max; ++planned) {
    months += planned;
    early += std::min(planned, price_step);
  }
  return Money{(price.ore * early + price_later.ore * (months - early)) / months};
}

} // namespace tiltak
