// What a run left behind, and the figures that the frictions are known by.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include <tiltak/engine/simulation.hpp>

namespace tiltak {

struct StartedBy {
  MeasureStart start;
  int month, age, planned;
  bool weak;
};

// What a run left behind that the figures look at.
struct Run : Recorder {
  explicit Run(const Plan& the_plan) : plan(the_plan) {}
  void begin(const People& them, std::size_t) override { people = &them; }
  void month(int m, std::size_t, const WorldEngine& engine, Month t) override {
    budgets.push_back(engine.appropriation().month());
    stocks.push_back(engine.world().stock);
    for (const MeasureStart& start : engine.tally().started)
      started.push_back({start, m, people->age(start.person, t),
                         engine.world().measure_end[start.person] - t.index,
                         is_weak(people->frailty(start.person))});
    ended.insert(ended.end(), engine.tally().ended.begin(), engine.tally().ended.end());
    if (t.month() == 1) distance += key_distance(engine);
    granted = engine.appropriation().granted();
  }
  // How far the shares of the counties in the money are from those in the registered.
  double key_distance(const WorldEngine& engine) const {
    const auto& pools = engine.appropriation().pools();
    std::vector<double> registered(pools.size(), 0), money(pools.size(), 0);
    for (std::size_t p = 0; p < people->size(); ++p) {
      const Pair pair = hazard_pair(engine.world().pair_of(p));
      registered[people->county[p] % pools.size()] +=
          pair == Pair::none_unemployed || pair == Pair::none_reduced;
    }
    for (std::size_t j = 0; j < pools.size(); ++j)
      money[j] = static_cast<double>(pools[j].granted.ore);
    const double all = std::accumulate(registered.begin(), registered.end(), 0.0);
    const double year = std::accumulate(money.begin(), money.end(), 0.0);
    double sum = 0;
    for (std::size_t j = 0; j < pools.size(); ++j)
      sum += std::abs(registered[j] / all - money[j] / year);
    return sum;
  }

  const Plan& plan;
  const People* people = nullptr;
  std::vector<BudgetMonth> budgets;
  std::vector<std::array<std::int64_t, pair_count>> stocks;
  std::vector<StartedBy> started;
  std::vector<MeasureSpell> ended;
  double distance = 0;
  Money granted;
};

using Pick = std::function<bool(const Measure&)>;

inline double participants(const Run& run, int from, int to, const Pick& pick) {
  double sum = 0;
  for (int t = from; t < to; ++t)
    for (std::size_t m = 0; m < run.plan.measures.size(); ++m)
      if (pick(run.plan.measures[m]))
        sum += static_cast<double>(run.budgets[static_cast<std::size_t>(t)].participants[m]);
  return sum;
}

// Share of the starts that `pick` is true of, among those of `among`.
inline double share_of_starts(const Run& run, const std::function<bool(const StartedBy&)>& pick,
                              const std::function<bool(const StartedBy&)>& among) {
  double picked = 0, all = 0;
  for (const StartedBy& one : run.started)
    if (among(one)) {
      ++all;
      picked += pick(one);
    }
  return all > 0 ? picked / all : 0;
}

inline bool on_post(const Measure& m) { return m.post == Post::post_76; }
inline bool for_seekers(const Measure& m) { return m.group == MeasureGroup::job_seekers; }
inline bool any(const StartedBy&) { return true; }
inline int month_of_year(const StartedBy& one) { return one.month % 12 + 1; }

inline const Measure& measure_of(const Run& run, const StartedBy& one) {
  return run.plan.measures[one.start.measure];
}

inline double spent(const Run& run) {
  double sum = 0;
  for (const BudgetMonth& month : run.budgets)
    for (std::size_t m = 0; m < run.plan.measures.size(); ++m)
      if (on_post(run.plan.measures[m])) sum += static_cast<double>(month.spent[m].ore);
  return sum;
}

inline double granted(const Run& run, int from, int to) {
  double sum = 0;
  for (int t = from; t < to; ++t)
    for (std::size_t m = 0; m < run.plan.measures.size(); ++m)
      if (on_post(run.plan.measures[m]))
        sum += static_cast<double>(run.budgets[static_cast<std::size_t>(t)].appropriated[m].ore);
  return sum;
}

inline std::function<double(const Run&)> starts_between(int first, int last) {
  return [=](const Run& run) {
    return share_of_starts(
        run,
        [&](const StartedBy& one) {
          return month_of_year(one) >= first && month_of_year(one) <= last;
        },
        any);
  };
}

inline double starts_in_months(const Run& run, int from, int to) {
  return static_cast<double>(
      std::count_if(run.started.begin(), run.started.end(),
                    [&](const StartedBy& one) { return one.month >= from && one.month < to; }));
}

inline double unevenness(const Run& run) {
  double sum = 0, squares = 0;
  for (int t = 0; t < run.plan.months; ++t) {
    const double n = starts_in_months(run, t, t + 1);
    sum += n;
    squares += n * n;
  }
  const double mean = sum / run.plan.months;
  return std::sqrt(squares / run.plan.months - mean * mean) / mean;
}

inline double wage_subsidies(const Run& run, int from, int to) {
  return share_of_starts(
      run, [&](const StartedBy& one) { return measure_of(run, one).subsidised; },
      [&](const StartedBy& one) { return one.month >= from && one.month < to; });
}

inline double quota_deviation(const Run& run) {
  double sum = 0;
  for (int t = 0; t < run.plan.months; ++t) {
    const double all = participants(run, t, t + 1, on_post);
    const double reduced =
        participants(run, t, t + 1, [](const Measure& m) { return on_post(m) && !for_seekers(m); });
    sum += std::abs(reduced / all - 0.83);
  }
  return sum / run.plan.months;
}

} // namespace tiltak
