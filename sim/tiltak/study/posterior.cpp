#include <tiltak/study/posterior.hpp>

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>
#include <fmt/format.h>

#include <tiltak/core/draw.hpp>
#include <tiltak/core/exact.hpp>

namespace tiltak::study {
namespace {

using scenario::ParameterEntry;

// Standard normal numbers by Marsaglia's polar method (1964), which needs a logarithm and no
// cosine.
class Normals {
public:
  Normals(std::uint64_t seed, std::size_t draw) : draws_(seed, static_cast<std::uint32_t>(draw)) {}

  double next() {
    for (;;) {
      const double u = 2 * uniform() - 1, v = 2 * uniform() - 1;
      const double s = u * u + v * v;
      if (s > 0 && s < 1) return u * std::sqrt(-2 * exact::log(s) / s);
    }
  }

private:
  double uniform() {
    return draws_.uniform(PersonId{used_++}, 0, Purpose::resample, parameter_draws);
  }
  static constexpr unsigned parameter_draws = 8; // bootstraps use the offsets below
  Draws draws_;
  std::uint32_t used_ = 0;
};

double value_at(const ParameterEntry& e, double x_moved) {
  return e.logarithmic ? e.value * exact::exp(x_moved * e.width) : e.value + x_moved * e.width;
}

} // namespace

ParameterDraws draw_parameters(const Estimate& estimate, std::size_t count, std::uint64_t seed) {
  const auto p = static_cast<Eigen::Index>(estimate.free.size());
  Eigen::MatrixXd covariance(p, p);
  for (Eigen::Index i = 0; i < p; ++i)
    for (Eigen::Index j = 0; j < p; ++j)
      covariance(i, j) =
          estimate.covariance[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  const Eigen::MatrixXd root = covariance.llt().matrixL();
  ParameterDraws out;
  for (const std::size_t i : estimate.free)
    out.names.push_back(estimate.parameters.entries[i].name);
  constexpr int most_tries = 1000;
  for (std::size_t d = 0; d < count; ++d) {
    Normals normals(seed, d);
    std::vector<double> values(estimate.free.size());
    for (int attempt = 1; attempt <= most_tries; ++attempt) {
      Eigen::VectorXd z(p);
      for (double& number : z) number = normals.next();
      const Eigen::VectorXd moved = root * z;
      bool inside = true;
      for (std::size_t k = 0; k < values.size(); ++k) {
        const auto& e = estimate.parameters.entries[estimate.free[k]];
        const double value = value_at(e, moved[static_cast<Eigen::Index>(k)]);
        values[k] = std::clamp(value, e.low, e.high);
        inside = inside && values[k] == value;
      }
      if (inside) break;
    }
    out.draws.push_back(std::move(values));
  }
  return out;
}

Estimate prior_of(Estimate estimate) {
  const std::size_t p = estimate.free.size();
  for (const std::size_t i : estimate.free)
    estimate.parameters.entries[i].value = estimate.parameters.entries[i].prior;
  estimate.covariance.assign(p, std::vector<double>(p, 0.0));
  for (std::size_t k = 0; k < p; ++k) estimate.covariance[k][k] = 1;
  return estimate;
}

std::string to_csv(const ParameterDraws& draws) {
  std::string out = "draw,parameter,value\n";
  for (std::size_t d = 0; d < draws.draws.size(); ++d)
    for (std::size_t k = 0; k < draws.names.size(); ++k)
      out += fmt::format("{},{},{}\n", d, draws.names[k], draws.draws[d][k]);
  return out;
}

} // namespace tiltak::study
