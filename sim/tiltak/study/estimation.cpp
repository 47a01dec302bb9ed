#include <tiltak/study/estimation.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <mutex>

#include <Eigen/Dense>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/study/estimation_problem.hpp>

namespace tiltak::study {
namespace {

std::vector<double> list(const Vector& v) { return {v.data(), v.data() + v.size()}; }
Vector vector(const std::vector<double>& v) {
  return Eigen::Map<const Vector>(v.data(), static_cast<Eigen::Index>(v.size()));
}

// How far the work has come, in simulations. Counted from several threads.
class Count {
public:
  Count(const Progress& progress, std::int64_t done, std::int64_t of)
      : progress_(progress), done_(done), of_(of) {}
  void add_one() {
    check_stop();
    const std::scoped_lock lock(one_at_a_time_);
    ++done_;
    progress_("calibrating", static_cast<std::uint64_t>(std::min(done_, of_)),
              static_cast<std::uint64_t>(of_));
  }

private:
  const Progress& progress_;
  std::mutex one_at_a_time_;
  std::int64_t done_, of_;
};

class Search {
public:
  Search(const EstimationProblem& problem, const EstimationOptions& options, EstimationState& state,
         Count& count)
      : problem_(problem), options_(options), state_(state), count_(count), x_(problem.start()) {}

  // Where the search stands: simulated anew after a break, which gives the same numbers.
  void begin(bool resumed) {
    if (resumed) x_ = vector(state_.x);
    const auto now = problem_.simulate(x_, state_.rounds, one());
    problem_.require_all(now.moments);
    moments_ = now.moments;
    if (!resumed) {
      state_.noise = list(now.error);
      state_.before = list(now.moments);
      state_.simulations = problem_.replications();
    }
    noise_ = vector(state_.noise);
    gaps_ = problem_.gaps(moments_, noise_);
    if (!resumed) state_.loss_before = loss();
    state_.x = list(x_);
    if (!resumed && options_.slopes_of != nullptr) begin_with(*options_.slopes_of);
    if (resumed && state_.designs > 0)
      slopes_ = {Eigen::Map<const Matrix>(state_.slopes.data(), problem_.parameters(), gaps_.size())
                     .transpose(),
                 state_.slopes_noise};
  }

  double loss() const { return problem_.loss(gaps_, x_); }
  const Vector& x() const { return x_; }
  const Vector& moments() const { return moments_; }

  // One design, then steps as long as they pay. Where none pays, the design of the next round makes
  // the slopes clearer. A round ends with other replications than it had: of several candidates the
  // best is also the luckiest, and among the same persons nothing would seem better any more.
  void round() {
    constexpr int most_steps = 5, most_refusals = 2;
    const double at_first = loss();
    if (state_.rounds > 0 || options_.slopes_of == nullptr) measure_slopes();
    for (int step = 0, refusals = 0; step < most_steps && refusals < most_refusals; ++step) {
      const double before = loss();
      if (!go())
        ++refusals;
      else if (before - loss() < options_.enough * before)
        break;
    }
    ++state_.rounds;
    state_.in_vain = at_first - loss() < options_.enough * at_first ? state_.in_vain + 1 : 0;
    state_.finished = state_.in_vain == 2 || state_.rounds >= options_.most_rounds;
    moments_ = problem_.simulate(x_, state_.rounds, one()).moments;
    gaps_ = problem_.gaps(moments_, noise_);
    state_.simulations += problem_.replications();
    state_.x = list(x_);
    state_.slopes.clear();
    for (const auto& row : slopes_.of_targets.rowwise())
      state_.slopes.insert(state_.slopes.end(), row.begin(), row.end());
    state_.slopes_noise = slopes_.noise;
  }

  // Slopes change less over the steps of a few rounds than noise moves those of one design: they
  // are means over the last designs.
  const Slopes& measure_slopes() {
    constexpr int most_designs = 4;
    state_.simulations += problem_.simulations_of_slopes();
    const Slopes fresh = problem_.slopes(x_, noise_, options_.step, state_.rounds, one());
    const int kept = std::min(state_.designs, most_designs - 1);
    const double n = kept + 1;
    if (kept == 0) {
      slopes_ = fresh;
    } else {
      slopes_.of_targets = (kept * slopes_.of_targets + fresh.of_targets) / n;
      slopes_.noise = (kept * kept * slopes_.noise + fresh.noise) / (n * n);
    }
    state_.designs = kept + 1;
    return slopes_;
  }

private:
  // Gaps there were measured in widths with another noise.
  void begin_with(const EstimationState& other) {
    const Vector ratio =
        problem_.widths(vector(other.noise)).cwiseQuotient(problem_.widths(noise_));
    slopes_.of_targets =
        ratio.asDiagonal() *
        Eigen::Map<const Matrix>(other.slopes.data(), problem_.parameters(), ratio.size())
            .transpose();
    slopes_.noise = other.slopes_noise * ratio.squaredNorm() / static_cast<double>(ratio.size());
    state_.designs = other.designs;
  }

  std::function<void()> one() {
    return [this] { count_.add_one(); };
  }

  // Several dampings at once: a simulation of each is cheap beside a design.
  bool go() {
    constexpr std::array<double, 4> tries{0.125, 1, 8, 64};
    constexpr double farthest = 1.5; // widths of a prior in one step: slopes are local
    const Slopes slopes = without_noise(slopes_);
    const Matrix hessian = curvature(slopes);
    const Vector gradient = slopes.of_targets.transpose() * gaps_ + x_;
    std::array<Vector, tries.size()> candidates, moments;
    parallel::for_each(tries.size(), [&](std::size_t k) {
      Matrix damped = hessian;
      damped.diagonal() *= 1 + state_.damping * tries[k];
      Vector step = -damped.ldlt().solve(gradient);
      step *= std::min(1.0, farthest / step.cwiseAbs().maxCoeff());
      candidates[k] = x_ + step;
      moments[k] = problem_.simulate(candidates[k], state_.rounds, one()).moments;
    });
    state_.simulations += static_cast<std::int64_t>(tries.size()) * problem_.replications();
    std::size_t best = 0;
    const auto loss_of = [&](std::size_t k) {
      if (moments[k].hasNaN()) return std::numeric_limits<double>::infinity(); // a world apart
      return problem_.loss(problem_.gaps(moments[k], noise_), candidates[k]);
    };
    for (std::size_t k = 1; k < tries.size(); ++k)
      if (loss_of(k) < loss_of(best)) best = k;
    if (!(loss_of(best) < loss())) {
      state_.damping *= tries.back();
      return false;
    }
    accept(candidates[best], moments[best]);
    state_.damping = std::max(1e-4, state_.damping * tries[best] / 2);
    return true;
  }

  // Broyden (1965): the slopes along the step are what the step showed, as far as that is more
  // certain than they are. The step compares two means over the replications; a slope is a sum over
  // all simulations of the designs, each so many steps away. Where what was not foreseen is larger
  // than noise can be, it is the slopes that are wrong.
  void accept(const Vector& x, const Vector& moments) {
    const Vector gaps = problem_.gaps(moments, noise_);
    const Vector step = x - x_, unforeseen = gaps - gaps_ - slopes_.of_targets * step;
    const double of_step = 2.0 / problem_.replications();
    const double of_slope =
        1 / (static_cast<double>(problem_.simulations_of_slopes() * state_.designs) *
             options_.step * options_.step);
    const double noise = 2 * noise_.cwiseQuotient(problem_.widths(noise_)).squaredNorm();
    const double doubt = of_step / of_slope * std::min(1.0, noise / unforeseen.squaredNorm());
    slopes_.of_targets += unforeseen * step.transpose() / (step.squaredNorm() + doubt);
    x_ = x;
    moments_ = moments;
    gaps_ = gaps;
  }

  const EstimationProblem& problem_;
  const EstimationOptions& options_;
  EstimationState& state_;
  Count& count_;
  Vector x_, moments_, noise_, gaps_;
  Slopes slopes_;
};

void fill_posterior(Estimate& result, const Slopes& slopes) {
  const Matrix covariance = curvature(slopes).inverse();
  for (Eigen::Index i = 0; i < covariance.rows(); ++i) {
    auto& e = result.parameters.entries[result.free[static_cast<std::size_t>(i)]];
    e.sd = e.width * std::sqrt(covariance(i, i));
    result.covariance.push_back(list(covariance.row(i)));
  }
}

} // namespace

Estimation::Estimation(const scenario::Values& values, const scenario::ParameterFile& start,
                       const std::vector<Target>& targets, const EstimationOptions& options)
    : values_(values), start_(start), targets_(targets), options_(options) {}

std::string Estimation::inputs() const {
  std::string text = values_.canonical() + scenario::write_parameters(start_.entries, "");
  for (const Target& t : targets_)
    text += fmt::format("{} {} {} {} {}\n", t.id, t.value, t.width, t.held_out,
                        static_cast<int>(t.side));
  text += fmt::format("{} {} {}", options_.most_rounds, options_.enough, options_.step);
  if (options_.slopes_of != nullptr)
    text += fmt::format(" {}", fmt::join(options_.slopes_of->slopes, " "));
  return fmt::format("{:016x}", scenario::fnv1a(text));
}

std::string Estimation::names() const {
  std::string text;
  for (const auto& entry : start_.entries)
    if (entry.width > 0 && !entry.held) text += entry.name + "\n";
  for (const Target& t : targets_) text += fmt::format("{} {}\n", t.id, t.held_out);
  return fmt::format("{:016x}", scenario::fnv1a(text));
}

Estimate Estimation::run(const Progress& progress,
                         const std::function<void(const EstimationState&)>& save,
                         const EstimationState* resume) {
  const EstimationProblem problem(values_, start_, targets_);
  EstimationState state;
  if (resume) state = *resume;
  if (resume && state.inputs != inputs())
    throw InputError({"--resume", 0, 0},
                     "the state is of other targets, priors, options or another scenario",
                     "run again without --resume to begin anew");
  state.inputs = inputs();
  if (options_.slopes_of != nullptr && options_.slopes_of->names != names())
    throw InputError({"--slopes", 0, 0},
                     "the slopes are of other parameters or targets than are estimated here",
                     "a state of an estimation with the same --estimate and the same targets");
  state.names = names();
  for (const EstimationState* given : {resume, options_.slopes_of})
    if (given != nullptr) problem.require_fits(*given);
  const std::int64_t each = problem.simulations_of_slopes() + 12 * problem.replications();
  Count count(progress, state.simulations,
              std::max(each * (options_.most_rounds + options_.posterior),
                       std::int64_t{problem.replications()}));
  Search search(problem, options_, state, count);
  search.begin(resume != nullptr);
  while (!state.finished && state.rounds < options_.most_rounds) {
    search.round();
    save(state);
  }
  Estimate result;
  result.parameters = problem.at(search.x());
  result.free = problem.free();
  if (options_.posterior) fill_posterior(result, search.measure_slopes());
  result.before = state.before;
  result.after = list(search.moments());
  result.noise = state.noise;
  result.loss_before = state.loss_before;
  result.loss_after = search.loss();
  result.rounds = state.rounds;
  result.simulations = state.simulations;
  return result;
}

} // namespace tiltak::study
