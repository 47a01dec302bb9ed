#include <tiltak/study/cycle_moments.hpp>

#include <numeric>

#include <tiltak/state/readout.hpp>

namespace tiltak::study {
namespace {

double mean(std::span<const double> x) {
  return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

double covariance(std::span<const double> x, std::span<const double> y) {
  const double mx = mean(x), my = mean(y);
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mx) * (y[i] - my);
  return sum / static_cast<double>(x.size());
}

} // namespace

void cycle_moments(const PairPanel& panel, std::span<const double> demand,
                   std::map<std::string, double>& out) {
  constexpr double standing_still = 1e-12;
  if (panel.months.empty() || covariance(demand, demand) < standing_still) return;
  std::vector<double> registered, survey;
  for (const auto& month : panel.months) {
    double employed = 0, unemployed = 0, on_register = 0;
    for (const std::uint8_t code : month) {
      const auto pair = static_cast<Pair>(code);
      employed += survey_status(pair) == Survey::employed;
      unemployed += survey_status(pair) == Survey::unemployed;
      on_register += pair == Pair::none_unemployed;
    }
    registered.push_back(100 * on_register / (employed + unemployed));
    survey.push_back(100 * unemployed / (employed + unemployed));
  }
  out["cycle.registered"] = -covariance(registered, demand) / (100 * covariance(demand, demand));
  out["cycle.survey_on_registered"] =
      covariance(survey, registered) / covariance(registered, registered);
}

} // namespace tiltak::study
