// How ways of searching do on a noisy sum of squares whose answer is known: docs/decisions/040.
// 110 parameters with unit priors, 75 curved residuals, noise that is new at every point.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <random>
#include <vector>

#include <Eigen/Dense>
#include <fmt/format.h>
#include <nlopt.hpp>

#include <tiltak/study/weighing_design.hpp>

namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;
constexpr Eigen::Index parameters = 110, residuals = 75;

class Problem {
public:
  explicit Problem(double noise) : noise_(noise), slopes_(residuals, parameters), at_0_(residuals) {
    std::mt19937_64 bits(5);
    std::normal_distribution<> normal;
    for (Eigen::Index i = 0; i < residuals; ++i)
      for (Eigen::Index k = 0; k < parameters; ++k)
        slopes_(i, k) = normal(bits) * (k % 5 == 0 ? 2 : 0.3) * std::exp(normal(bits) / 2);
    for (double& r : at_0_) r = 3 * normal(bits);
  }

  Vector exact(const Vector& x) const {
    const Vector line = slopes_ * x;
    return at_0_ + line + (0.05 * line.array().square() / (1 + line.array().abs())).matrix();
  }
  // What a simulation would say.
  Vector simulate(const Vector& x) {
    ++simulations;
    std::uint64_t seed = 1469598103934665603ULL;
    for (const double number : x) {
      std::uint64_t word = 0;
      std::memcpy(&word, &number, sizeof word);
      seed = (seed ^ word) * 1099511628211ULL;
    }
    std::mt19937_64 bits(seed);
    std::normal_distribution<> normal;
    Vector r = exact(x);
    for (double& number : r) number += noise_ * normal(bits);
    return r;
  }
  double loss(const Vector& x) const { return exact(x).squaredNorm() + x.squaredNorm(); }

  long simulations = 0;

private:
  double noise_;
  Matrix slopes_;
  Vector at_0_;
};

Matrix by_design(Problem& problem, const Vector& x, double step) {
  const tiltak::study::WeighingDesign design(parameters + 8);
  const auto n = static_cast<double>(design.order());
  Matrix slopes = Matrix::Zero(residuals, parameters);
  const auto sign = [&](std::size_t row, Eigen::Index k) {
    return design.sign(row, static_cast<std::size_t>(k));
  };
  for (std::size_t row = 0; row < design.order(); ++row)
    for (const double side : {step, -step}) {
      Vector moved = x;
      for (Eigen::Index k = 0; k < parameters; ++k) moved[k] += side * sign(row, k);
      const Vector r = problem.simulate(moved);
      for (Eigen::Index k = 0; k < parameters; ++k)
        slopes.col(k) += r * (sign(row, k) / (2 * side * n));
    }
  return slopes;
}

Matrix one_at_a_time(Problem& problem, const Vector& x, double step) {
  Matrix slopes(residuals, parameters);
  const Vector here = problem.simulate(x);
  for (Eigen::Index k = 0; k < parameters; ++k) {
    Vector moved = x;
    moved[k] += step;
    slopes.col(k) = (problem.simulate(moved) - here) / step;
  }
  return slopes;
}

// As study/estimation.cpp: four dampings at once, Broyden between designs.
void levenberg_marquardt(Problem& problem, const std::function<Matrix(const Vector&)>& slopes_at,
                         int rounds, const std::string& name) {
  Vector x = Vector::Zero(parameters), r = problem.simulate(x);
  double damping = 1e-2;
  for (int round = 0; round < rounds; ++round) {
    Matrix j = slopes_at(x);
    for (int step = 0; step < 5; ++step) {
      const double before = r.squaredNorm() + x.squaredNorm();
      double best = before, kept = 0;
      Vector best_x = x, best_r = r;
      for (const double times : {0.125, 1.0, 8.0, 64.0}) {
        Matrix damped = j.transpose() * j + Matrix::Identity(parameters, parameters);
        damped.diagonal() *= 1 + damping * times;
        const Vector y = x - damped.ldlt().solve(j.transpose() * r + x);
        const Vector ry = problem.simulate(y);
        if (ry.squaredNorm() + y.squaredNorm() >= best) continue;
        best = ry.squaredNorm() + y.squaredNorm();
        best_x = y, best_r = ry, kept = times;
      }
      damping = kept > 0 ? std::max(1e-4, damping * kept / 2) : damping * 64;
      if (kept == 0) break;
      const Vector moved = best_x - x;
      j += (best_r - r - j * moved) * moved.transpose() / moved.squaredNorm();
      x = best_x, r = best_r;
      if (before - best < 0.01 * before) break;
    }
  }
  fmt::print("  {:<44} {:6} simulations, loss {:7.1f}\n", name, problem.simulations,
             problem.loss(x));
}

struct Asked {
  Problem* problem;
  long most;
};

double objective(const std::vector<double>& values, std::vector<double>& gradient, void* data) {
  auto& asked = *static_cast<Asked*>(data);
  if (asked.problem->simulations > asked.most) throw nlopt::forced_stop();
  const Vector x = Eigen::Map<const Vector>(values.data(), parameters);
  const Vector r = asked.problem->simulate(x);
  if (!gradient.empty())
    Eigen::Map<Vector>(gradient.data(), parameters) =
        2 * (by_design(*asked.problem, x, 0.2).transpose() * r + x);
  return r.squaredNorm() + x.squaredNorm();
}

void by_nlopt(nlopt::algorithm algorithm, const std::string& name, double noise) {
  Problem problem(noise);
  Asked asked{&problem, 1100};
  nlopt::opt search(algorithm, parameters);
  search.set_min_objective(objective, &asked);
  search.set_lower_bounds(-6);
  search.set_upper_bounds(6);
  std::vector<double> x(parameters, 0.0);
  double least = 0;
  try {
    search.optimize(x, least);
  } catch (const std::exception&) { // stopped, or given up: where it stands counts
  }
  fmt::print("  {:<44} {:6} simulations, loss {:7.1f}\n", "NLopt " + name, problem.simulations,
             problem.loss(Eigen::Map<const Vector>(x.data(), parameters)));
}

} // namespace

int main() {
  for (const double noise : {0.0, 0.3, 1.0}) {
    fmt::print("noise {}\n", noise);
    for (const int rounds : {1, 2}) {
      Problem problem(noise);
      levenberg_marquardt(
          problem, [&](const Vector& x) { return by_design(problem, x, 0.2); }, rounds,
          fmt::format("design, Levenberg-Marquardt, rounds: {}", rounds));
    }
    Problem problem(noise);
    levenberg_marquardt(
        problem, [&](const Vector& x) { return one_at_a_time(problem, x, 0.1); }, 8,
        "one at a time, Levenberg-Marquardt, rounds: 8");
    by_nlopt(nlopt::LD_SLSQP, "SLSQP, gradient from the design", noise);
    by_nlopt(nlopt::LD_LBFGS, "L-BFGS, gradient from the design", noise);
    by_nlopt(nlopt::LD_CCSAQ, "CCSAQ, gradient from the design", noise);
    by_nlopt(nlopt::LN_BOBYQA, "BOBYQA", noise);
    by_nlopt(nlopt::LN_SBPLX, "SBPLX", noise);
  }
}
