#include <tiltak/scenario/cycle_path.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/draw.hpp>
#include <tiltak/scenario/cycle_file.hpp>
#include <tiltak/scenario/data_files.hpp>

namespace tiltak::scenario {
namespace {

// sin(2 pi x) from its Taylor series after reduction to [-1/4, 1/4]: the same bits everywhere.
double sine_of_turns(double x) {
  x -= static_cast<double>(static_cast<std::int64_t>(x));
  if (x < 0) x += 1;
  if (x > 0.5) return -sine_of_turns(x - 0.5);
  if (x > 0.25) x = 0.5 - x;
  const double a = 6.283185307179586 * x, z = a * a;
  double term = a, sum = a;
  for (int k = 1; k < 12; ++k) {
    term *= -z / ((2.0 * k) * (2.0 * k + 1));
    sum += term;
  }
  return sum;
}

// The horizon, and where it begins in months of the cycle.
struct Horizon {
  Month start;
  int months = 0;
};

std::vector<double> sinusoid(const Values& values, Horizon horizon) {
  const auto phase = static_cast<double>(values.integer("cycle.phase_months"));
  const auto period = static_cast<double>(values.integer("cycle.period_months"));
  const double amplitude = values.real("cycle.amplitude");
  std::vector<double> demand;
  for (int m = 0; m < horizon.months; ++m)
    demand.push_back(1 + amplitude * sine_of_turns((m + phase) / period));
  return demand;
}

// A fall in a straight line and a recovery in a straight line.
std::vector<double> shock(const Values& values, Horizon horizon) {
  const Month from = values.month("cycle.shock_start");
  const auto fall = static_cast<double>(values.integer("cycle.fall_months"));
  const auto recovery = static_cast<double>(values.integer("cycle.recovery_months"));
  const double depth = values.real("cycle.amplitude");
  std::vector<double> demand;
  for (int m = 0; m < horizon.months; ++m) {
    const auto since = static_cast<double>(horizon.start + m - from);
    const double part =
        since < fall ? std::max(0.0, since / fall) : std::max(0.0, 1 - (since - fall) / recovery);
    demand.push_back(1 - depth * part);
  }
  return demand;
}

// Two regimes that switch at random, with geometric durations of the means given. In a slump demand
// is drawn towards 1 - amplitude, in a boom so far above 1 that the long-run mean is 1; each month
// it goes a sixth of the way. The path belongs to the seed, and is the same in every replication.
std::vector<double> regimes(const Values& values, Horizon horizon) {
  const double amplitude = values.real("cycle.amplitude");
  const double boom = values.real("cycle.boom_months"), slump = values.real("cycle.slump_months");
  const Draws draws(static_cast<std::uint64_t>(values.integer("seed")), 0);
  const auto uniform = [&](int month) {
    return draws.uniform(PersonId{0}, horizon.start.index + month, Purpose::cycle);
  };
  bool in_slump = uniform(-1) < slump / (boom + slump);
  double now = 1;
  std::vector<double> demand;
  for (int m = 0; m < horizon.months; ++m) {
    if (uniform(m) < 1 / (in_slump ? slump : boom)) in_slump = !in_slump;
    now += (1 + amplitude * (in_slump ? -1 : slump / boom) - now) / 6;
    demand.push_back(now);
  }
  return demand;
}

// The months of a series that the horizon needs, from `phase` months after its own start on.
std::vector<double> covered(const Values& values, const MonthlySeries& series, Horizon horizon,
                            std::string_view key) {
  const Month from = horizon.start + static_cast<int>(values.integer("cycle.phase_months"));
  const Month to = from + horizon.months;
  if (from < series.first || to > series.end()) {
    Diagnostics diagnostics;
    diagnostics.add(values.error(
        key,
        fmt::format("the cycle has {} to {}, the run needs {} to {}", to_string(series.first),
                    to_string(series.end() - 1), to_string(from), to_string(to - 1)),
        "shorten the horizon, or begin elsewhere by horizon.start or cycle.phase_months"));
    throw InputError(diagnostics);
  }
  const auto begin = series.values.begin() + (from - series.first);
  return {begin, begin + horizon.months};
}

std::vector<double> user_file(const Values& values, Horizon horizon) {
  Diagnostics diagnostics;
  const Value& said = values.at("cycle.file");
  const auto source = read_source(values.file("cycle.file"), said.written, said.place, diagnostics);
  MonthlySeries series;
  if (source) series = read_monthly(source, "demand", 0.1, 10, {}, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return covered(values, series, horizon, "cycle.file");
}

// Demand from registered unemployment u, per cent of the labour force: with the labour force as it
// is, (100 - u) per cent of it have a job. Registered unemployment moves less than unemployment as
// the labour force survey has it, by the factor cycle.positions_per_unemployed.
std::vector<double> historical(const Values& values, Horizon horizon) {
  Diagnostics diagnostics;
  const auto path = shipped_file("cycles/norway.csv");
  const auto source = read_source(path, path.string(), {}, diagnostics);
  MonthlySeries series;
  if (source) series = read_monthly(source, "registered", 0, 50, {"basis"}, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  auto demand = covered(values, series, horizon, "cycle.kind");
  const double normal = 100 * values.real("cycle.normal_unemployment");
  const double factor = values.real("cycle.positions_per_unemployed");
  for (double& d : demand) d = 1 - factor * (d - normal) / (100 - normal);
  return demand;
}

std::vector<double> in_horizon(const Values& values, Horizon horizon) {
  const std::string& kind = values.choice("cycle.kind");
  if (kind == "sinusoid") return sinusoid(values, horizon);
  if (kind == "shock") return shock(values, horizon);
  if (kind == "regime") return regimes(values, horizon);
  if (kind == "file") return user_file(values, horizon);
  if (kind == "historical") return historical(values, horizon);
  return std::vector<double>(static_cast<std::size_t>(horizon.months), 1.0);
}

} // namespace

std::vector<double> demand_path(const Values& values, Month first, int months) {
  const Month start = values.month("horizon.start");
  std::vector<double> demand(static_cast<std::size_t>(start - first), 1.0);
  const auto path = in_horizon(values, {start, months - (start - first)});
  demand.insert(demand.end(), path.begin(), path.end());
  return demand;
}

} // namespace tiltak::scenario
