#include <tiltak/people/places.hpp>

#include <algorithm>

#include <tiltak/people/ipf.hpp>

namespace tiltak {
namespace {

constexpr std::size_t places = counties.size() * skills.size();

std::vector<double> seed_table(const PlacePlan& plan) {
  std::vector<double> seed;
  for (std::size_t o = 0; o < origins.size(); ++o)
    for (std::size_t e = 0; e < educations.size(); ++e)
      for (std::size_t c = 0; c < counties.size(); ++c)
        for (std::size_t s = 0; s < skills.size(); ++s) {
          const auto education = static_cast<Education>(e);
          const bool higher =
              education == Education::higher_short || education == Education::higher_long;
          const bool abroad = static_cast<BirthRegion>(o) != BirthRegion::norway;
          seed.push_back(plan.county[c] * (abroad ? plan.abroad[c] : 1) *
                         (higher ? plan.higher[c] : 1) * plan.skill_by_education[e][s]);
        }
  return seed;
}

} // namespace

Places::Places(const PlacePlan& plan, const std::vector<double>& cells)
    : cumulative_(origins.size() * educations.size()) {
  const std::vector<Margin> margins{{"origin x education", {0, 1}, cells},
                                    {"county", {2}, {plan.county.begin(), plan.county.end()}},
                                    {"skill", {3}, {plan.skill.begin(), plan.skill.end()}}};
  const Fitted fitted =
      fit_margins({origins.size(), educations.size(), counties.size(), skills.size()}, margins,
                  seed_table(plan), 1e-9);
  for (std::size_t k = 0; k < cumulative_.size(); ++k) {
    double sum = 0;
    for (std::size_t p = 0; p < places; ++p)
      cumulative_[k][p] = sum += fitted.cells[k * places + p];
  }
}

Place Places::draw(BirthRegion origin, Education education, double u) const {
  const auto& shares = cumulative_[static_cast<std::size_t>(origin) * educations.size() +
                                   static_cast<std::size_t>(education)];
  const auto found = std::upper_bound(shares.begin(), shares.end(), u * shares.back());
  const auto place =
      std::min<std::size_t>(static_cast<std::size_t>(found - shares.begin()), places - 1);
  return {static_cast<std::uint8_t>(place / skills.size()),
          static_cast<std::uint8_t>(place % skills.size())};
}

} // namespace tiltak
