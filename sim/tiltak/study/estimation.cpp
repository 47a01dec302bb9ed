#include <tiltak/study/estimation.hpp>

#include <atomic>
#include <cmath>

#include <Eigen/Dense>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/plan.hpp>

namespace tiltak::study {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

// The free parameters as one vector: deviations from the prior in prior widths.
class Problem {
public:
  Problem(const scenario::Values& values, const scenario::ParameterFile& start,
          const std::vector<Target>& targets)
      : values_(values), start_(start) {
    for (std::size_t i = 0; i < start.entries.size(); ++i)
      if (start.entries[i].width > 0) free_.push_back(i);
    for (const Target& target : targets)
      if (!target.held_out) targets_.push_back(target);
  }

  std::size_t parameters() const { return free_.size(); }
  std::size_t residuals() const { return targets_.size() + free_.size(); }
  const std::vector<std::size_t>& free() const { return free_; }

  Vector start() const {
    Vector x(static_cast<Eigen::Index>(free_.size()));
    for (std::size_t k = 0; k < free_.size(); ++k) {
      const auto& e = start_.entries[free_[k]];
      x[static_cast<Eigen::Index>(k)] =
          e.logarithmic ? exact::log(e.value / e.prior) / e.width : (e.value - e.prior) / e.width;
    }
    return x;
  }

  scenario::ParameterFile at(const Vector& x) const {
    scenario::ParameterFile file = start_;
    for (std::size_t k = 0; k < free_.size(); ++k) {
      auto& e = file.entries[free_[k]];
      const double step = x[static_cast<Eigen::Index>(k)] * e.width;
      e.value = e.logarithmic ? e.prior * exact::exp(step) : e.prior + step;
    }
    return file;
  }

  Moments moments(const Vector& x) const {
    return simulate_moments(scenario::make_plan(values_, at(x)));
  }

  Vector residuals(const Vector& x, const Moments& moments) const {
    Vector r(static_cast<Eigen::Index>(residuals()));
    Eigen::Index i = 0;
    for (const Target& target : targets_)
      r[i++] = (value(moments, target.id) - target.value) / target.width;
    for (Eigen::Index k = 0; k < x.size(); ++k) r[i++] = x[k];
    return r;
  }

private:
  static double value(const Moments& moments, const std::string& id) {
    const auto found = moments.find(id);
    if (found != moments.end()) return found->second;
    // A category nobody is in has no entry; a name that is none at all has no relatives either.
    const auto near = moments.lower_bound(id.substr(0, id.rfind('.')));
    if (near != moments.end() &&
        near->first.substr(0, id.rfind('.')) == id.substr(0, id.rfind('.')))
      return 0;
    std::vector<std::string> names;
    for (const auto& [name, unused] : moments) names.push_back(name);
    throw InputError({"targets", 0, 0}, "no moment is called '" + id + "'", {},
                     did_you_mean(id, names));
  }

  const scenario::Values& values_;
  const scenario::ParameterFile& start_;
  std::vector<Target> targets_;
  std::vector<std::size_t> free_;
};

// Forward differences; the rows of the priors are known. A tenth of a width is a step large enough
// to move simulated persons and small enough to be local.
Matrix jacobian(const Problem& problem, const Vector& x, const Vector& at_x,
                const std::function<void()>& done_one) {
  constexpr double step = 0.1;
  Matrix j(at_x.size(), x.size());
  parallel::for_each(static_cast<std::size_t>(x.size()), [&](std::size_t k) {
    Vector moved = x;
    moved[static_cast<Eigen::Index>(k)] += step;
    j.col(static_cast<Eigen::Index>(k)) =
        (problem.residuals(moved, problem.moments(moved)) - at_x) / step;
    done_one();
  });
  return j;
}

} // namespace

Estimate estimate(const scenario::Values& values, const scenario::ParameterFile& start,
                  const std::vector<Target>& targets, const EstimationOptions& options,
                  const Progress& progress) {
  const Problem problem(values, start, targets);
  Estimate result;
  Vector x = problem.start();
  Moments now = problem.moments(x);
  Vector r = problem.residuals(x, now);
  result.before = now;
  result.loss_before = r.squaredNorm();
  result.evaluations = 1;
  double damping = 1e-2;
  Matrix j;
  for (result.rounds = 0; result.rounds < options.most_rounds;) {
    ++result.rounds;
    std::atomic<std::uint64_t> columns{0};
    j = jacobian(problem, x, r, [&] {
      ++columns;
      check_stop();
    });
    result.evaluations += static_cast<int>(x.size());
    const Matrix normal = j.transpose() * j;
    const Vector gradient = j.transpose() * r;
    const double before = r.squaredNorm();
    for (int attempt = 0; attempt < 6; ++attempt, damping *= 8) {
      Matrix damped = normal;
      damped.diagonal() *= 1 + damping;
      const Vector candidate = x - damped.ldlt().solve(gradient);
      const Moments moments = problem.moments(candidate);
      const Vector residuals = problem.residuals(candidate, moments);
      ++result.evaluations;
      if (residuals.squaredNorm() >= before) continue;
      x = candidate;
      r = residuals;
      now = moments;
      damping /= 16;
      break;
    }
    progress("calibrating", static_cast<std::uint64_t>(result.rounds),
             static_cast<std::uint64_t>(options.most_rounds));
    if (before - r.squaredNorm() < options.enough * before) break;
  }
  result.after = now;
  result.loss_after = r.squaredNorm();
  result.parameters = problem.at(x).entries;
  // Laplace: the inverse of half the Hessian at the end; priors are rows of the Jacobian.
  const Matrix covariance = (j.transpose() * j).inverse();
  for (std::size_t k = 0; k < problem.free().size(); ++k) {
    auto& e = result.parameters[problem.free()[k]];
    const auto i = static_cast<Eigen::Index>(k);
    e.sd = e.width * std::sqrt(covariance(i, i));
  }
  return result;
}

} // namespace tiltak::study
