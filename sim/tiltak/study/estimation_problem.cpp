#include <tiltak/study/estimation_problem.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/study/effect_moments.hpp>
#include <tiltak/study/weighing_design.hpp>

namespace tiltak::study {
namespace {

// Columns of the design that no parameter uses: what they show is noise.
constexpr std::size_t spare_columns = 8;

double value_of(const Moments& moments, const std::string& id) {
  const auto found = moments.find(id);
  if (found != moments.end()) return found->second;
  // A category nobody is in has no entry; a name that is none at all has no relatives either.
  const std::string family = id.substr(0, id.rfind('.'));
  const auto near = moments.lower_bound(family + ".");
  if (near != moments.end() && near->first.starts_with(family + ".")) return 0;
  const auto entrants = moments.find("entrants.count");
  if (id.starts_with("entrants.") && entrants != moments.end() && entrants->second == 0)
    return std::numeric_limits<double>::quiet_NaN(); // nobody to speak of
  std::vector<std::string> names;
  for (const auto& [name, unused] : moments) names.push_back(name);
  throw InputError({"targets", 0, 0}, "no moment is called '" + id + "'", {},
                   did_you_mean(id, names));
}

} // namespace

EstimationProblem::EstimationProblem(const scenario::Values& values,
                                     const scenario::ParameterFile& start,
                                     const std::vector<Target>& targets)
    : values_(values), start_(start), targets_(targets),
      replications_(static_cast<std::uint32_t>(values.integer("replications"))) {
  for (std::size_t i = 0; i < start.entries.size(); ++i)
    if (start.entries[i].width > 0 && !start.entries[i].held) free_.push_back(i);
  for (const Target& target : targets) has_effects_ = has_effects_ || target.is_effect();
}

Vector EstimationProblem::start() const {
  Vector x(parameters());
  for (Eigen::Index k = 0; k < x.size(); ++k) {
    const auto& e = start_.entries[free_[static_cast<std::size_t>(k)]];
    x[k] = e.logarithmic ? exact::log(e.value / e.prior) / e.width : (e.value - e.prior) / e.width;
  }
  return x;
}

scenario::ParameterFile EstimationProblem::at(const Vector& x) const {
  scenario::ParameterFile file = start_;
  for (Eigen::Index k = 0; k < x.size(); ++k) {
    auto& e = file.entries[free_[static_cast<std::size_t>(k)]];
    const double step = x[k] * e.width;
    e.value =
        std::clamp(e.logarithmic ? e.prior * exact::exp(step) : e.prior + step, e.low, e.high);
  }
  return file;
}

Vector EstimationProblem::in_order(const Moments& moments) const {
  Vector v(static_cast<Eigen::Index>(targets_.size()));
  for (std::size_t i = 0; i < targets_.size(); ++i)
    v[static_cast<Eigen::Index>(i)] = value_of(moments, targets_[i].id);
  return v;
}

Vector EstimationProblem::simulate_one(const Vector& x, std::uint32_t replication) const {
  const Plan plan = scenario::make_plan(values_, at(x));
  Moments moments = simulate_moments(plan, replication);
  if (has_effects_) add_effect_moments(plan, replication, moments);
  return in_order(moments);
}

EstimationProblem::Simulated
EstimationProblem::simulate(const Vector& x, int turn,
                            const std::function<void()>& done_one) const {
  std::vector<Vector> all(replications_);
  const std::uint32_t first = static_cast<std::uint32_t>(turn) * replications_;
  parallel::for_each(replications_, [&](std::size_t r) {
    all[r] = simulate_one(x, first + static_cast<std::uint32_t>(r));
    done_one();
  });
  Simulated s{Vector::Zero(all[0].size()), Vector::Zero(all[0].size())};
  for (Eigen::Index i = 0; i < s.moments.size(); ++i) {
    double n = 0, sum = 0, squares = 0;
    for (const Vector& v : all)
      if (!std::isnan(v[i])) n += 1, sum += v[i];
    s.moments[i] = sum / n; // NaN where there is nobody
    for (const Vector& v : all)
      if (!std::isnan(v[i])) squares += (v[i] - s.moments[i]) * (v[i] - s.moments[i]);
    if (n > 1) s.error[i] = std::sqrt(squares / (n * (n - 1)));
  }
  return s;
}

void EstimationProblem::require_all(const Vector& moments) const {
  for (Eigen::Index i = 0; i < moments.size(); ++i)
    if (std::isnan(moments[i]))
      throw InputError({"targets", 0, 0},
                       "at this scale there is nobody whom '" +
                           targets_[static_cast<std::size_t>(i)].id + "' is of",
                       "a larger --scale, more --replications, or --no-effects");
}

void EstimationProblem::require_fits(const EstimationState& state) const {
  const std::size_t p = free_.size(), t = targets_.size();
  if (state.x.size() == p && state.noise.size() == t && state.before.size() == t &&
      state.slopes.size() == (state.designs > 0 ? p * t : 0))
    return;
  throw InputError({"--resume", 0, 0}, "the state is damaged",
                   "run again without --resume to begin anew");
}

Vector EstimationProblem::widths(const Vector& noise) const {
  Vector w(noise.size());
  for (Eigen::Index i = 0; i < w.size(); ++i) {
    const double width = targets_[static_cast<std::size_t>(i)].width;
    w[i] = std::sqrt(width * width + noise[i] * noise[i]);
  }
  return w;
}

Vector EstimationProblem::gaps(const Vector& moments, const Vector& noise) const {
  Vector r = Vector::Zero(moments.size());
  const Vector width = widths(noise);
  for (Eigen::Index i = 0; i < r.size(); ++i) {
    const Target& target = targets_[static_cast<std::size_t>(i)];
    if (target.held_out || std::isnan(moments[i])) continue; // nobody: says nothing
    r[i] = target.gap(moments[i]) / width[i];
  }
  return r;
}

std::int64_t EstimationProblem::simulations_of_slopes() const {
  return static_cast<std::int64_t>(2 * WeighingDesign(free_.size() + spare_columns).order());
}

Slopes EstimationProblem::slopes(const Vector& x, const Vector& noise, double step, int turn,
                                 const std::function<void()>& done_one) const {
  const WeighingDesign design(free_.size() + spare_columns);
  const std::size_t n = design.order();
  // Each round meets other columns, so that what two parameters do together does not fall on the
  // same third one again and again.
  const auto column = [&](std::size_t k) { return (k + 7 * static_cast<std::size_t>(turn)) % n; };
  std::vector<Vector> gaps_of(2 * n);
  parallel::for_each(2 * n, [&](std::size_t run) {
    Vector moved = x;
    for (std::size_t k = 0; k < free_.size(); ++k)
      moved[static_cast<Eigen::Index>(k)] +=
          (run % 2 == 0 ? step : -step) * design.sign(run / 2, column(k));
    gaps_of[run] =
        gaps(simulate_one(moved, static_cast<std::uint32_t>(turn) * replications_ +
                                     static_cast<std::uint32_t>(run / 2 % replications_)),
             noise);
    done_one();
  });
  Matrix by_column = Matrix::Zero(gaps_of[0].size(), static_cast<Eigen::Index>(n));
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t run = 0; run < 2 * n; ++run)
      by_column.col(static_cast<Eigen::Index>(k)) +=
          gaps_of[run] * ((run % 2 == 0 ? 1 : -1) * design.sign(run / 2, column(k)) /
                          (2 * step * static_cast<double>(n)));
  Slopes slopes;
  slopes.of_targets = by_column.leftCols(parameters());
  const Eigen::Index spare = by_column.cols() - parameters();
  slopes.noise = by_column.rightCols(spare).squaredNorm() / static_cast<double>(spare);
  return slopes;
}

} // namespace tiltak::study
