// The free parameters as one vector and the gaps of the targets as another. Only estimation sees
// it.
#pragma once

#include <functional>

#include <tiltak/study/estimation.hpp>
#include <tiltak/study/slopes.hpp>

namespace tiltak::study {

class EstimationProblem {
public:
  EstimationProblem(const scenario::Values& values, const scenario::ParameterFile& start,
                    const std::vector<Target>& targets);

  Eigen::Index parameters() const { return static_cast<Eigen::Index>(free_.size()); }
  const std::vector<std::size_t>& free() const { return free_; }
  std::uint32_t replications() const { return replications_; }

  // Parameters as deviations from the prior in its widths, kept within their bounds.
  Vector start() const;
  scenario::ParameterFile at(const Vector& x) const;

  // By target: the mean over replications, and its standard error where there are several. Each
  // turn has replications of its own. What is counted by `done_one` is simulations.
  struct Simulated {
    Vector moments, error;
  };
  Simulated simulate(const Vector& x, int turn, const std::function<void()>& done_one) const;
  Vector simulate_one(const Vector& x, std::uint32_t replication) const;

  // Throws InputError when a moment is of nobody (NaN).
  void require_all(const Vector& moments) const;

  // Throws InputError when a state read from a file has other sizes.
  void require_fits(const EstimationState& state) const;

  // Gaps of the fitted targets in their widths; of those held out and of moments of nobody 0.
  // `noise` by target.
  Vector gaps(const Vector& moments, const Vector& noise) const;
  // By target: its width with the noise of the simulation, in which gaps are measured.
  Vector widths(const Vector& noise) const;
  double loss(const Vector& gaps, const Vector& x) const {
    return gaps.squaredNorm() + x.squaredNorm();
  }

  // Slopes around x from a weighing design of pairs of simulations, up and down by `step`.
  Slopes slopes(const Vector& x, const Vector& noise, double step, int turn,
                const std::function<void()>& done_one) const;
  std::int64_t simulations_of_slopes() const;

private:
  Vector in_order(const Moments& moments) const;

  const scenario::Values& values_;
  const scenario::ParameterFile& start_;
  const std::vector<Target>& targets_;
  std::uint32_t replications_;
  std::vector<std::size_t> free_;
  bool has_effects_ = false;
};

} // namespace tiltak::study
