#include <tiltak/study/cohorts.hpp>

#include <array>
#include <cmath>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/engine/allocation.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/state/readout.hpp>
#include <tiltak/study/world_numbers.hpp>

namespace tiltak::study {
namespace {

class CohortRecorder : public Recorder {
public:
  CohortRecorder(const Plan& plan, const Valuation& valuation)
      : plan_(plan), valuation_(valuation) {
    cohorts.years = static_cast<std::size_t>(plan.evaluation.window + 11) / 12;
    cohorts.measures = plan.measures.size();
    cohorts.persons.assign(cohorts.years * cohorts.measures * Cohorts::kinds, 0);
    cohorts.effect = cohorts.persons;
  }

  void begin(const People& people, std::size_t) override {
    people_ = &people;
    seen_.assign(people.size(), 0);
  }

  void month(int, std::size_t number, const WorldEngine& engine, Month t) override {
    const int since = t - plan_.evaluation.start;
    if (since < 0 || since >= plan_.evaluation.window + plan_.evaluation.tail) return;
    if (number == policy) {
      if (since < plan_.evaluation.window) take_in(engine, t);
      return;
    }
    if (number != other && number != frozen) return;
    const double job_year = valuation_.expansion / 12 * valuation_.factor(discounted, since) *
                            (number == frozen ? 1 : -1);
    for (const auto& [person, cell] : participants_)
      if (has_ordinary_job(engine.world().pair_of(person))) cohorts.effect[cell] += job_year;
  }

  Cohorts cohorts;

private:
  void take_in(const WorldEngine& engine, Month t) {
    const auto year = static_cast<std::size_t>(t - plan_.evaluation.start) / 12;
    for (const MeasureStart& start : engine.tally().started) {
      if (seen_[start.person] != 0) continue;
      seen_[start.person] = 1;
      const bool seeker = plan_.measures[start.measure].group == MeasureGroup::job_seekers;
      const std::size_t kind = std::size_t{people_->age(start.person, t) < 30} +
                               2 * std::size_t{seeker && start.seeking > long_term_months} +
                               4 * std::size_t{outside_eea(people_->origin(start.person))};
      const std::size_t cell = cohorts.cell(year, start.measure, kind);
      participants_.emplace_back(start.person, cell);
      cohorts.persons[cell] += valuation_.expansion;
    }
  }

  const Plan& plan_;
  const Valuation& valuation_;
  const People* people_ = nullptr;
  std::vector<char> seen_;
  std::vector<std::pair<std::uint32_t, std::size_t>> participants_;
};

double sum(const std::vector<double>& values, std::size_t first, std::size_t count) {
  double total = 0;
  for (std::size_t k = first; k < first + count; ++k) total += values[k];
  return total;
}

// The share of a part in a whole, of `a` or, where that has no whole to share, of `b`.
double share(const Cohorts& a, const Cohorts& b, std::array<std::size_t, 2> part,
             std::array<std::size_t, 2> whole) {
  for (const Cohorts* c : {&a, &b})
    if (const double all = sum(c->persons, whole[0], whole[1]); all > 0)
      return sum(c->persons, part[0], part[1]) / all;
  return 0;
}

double effect_of_a_start(const Cohorts& a, const Cohorts& b, std::size_t cell) {
  for (const Cohorts* c : {&a, &b})
    if (c->persons[cell] > 0) return c->effect[cell] / c->persons[cell];
  return 0;
}

} // namespace

double mixed_effect(const Cohorts& a, const Cohorts& b, std::uint32_t from_b) {
  const auto pick = [&](unsigned factor) -> std::pair<const Cohorts&, const Cohorts&> {
    if ((from_b >> factor & 1u) != 0) return {b, a};
    return {a, b};
  };
  const auto [volume, unused] = pick(0);
  const auto [timing, timing_else] = pick(1);
  const auto [mix, mix_else] = pick(2);
  const auto [kinds, kinds_else] = pick(3);
  const auto [effect, effect_else] = pick(4);
  const std::size_t all = a.persons.size(), year_size = a.measures * Cohorts::kinds;
  const double persons = sum(volume.persons, 0, all);
  double total = 0;
  for (std::size_t y = 0; y < a.years; ++y) {
    const std::size_t year = y * year_size;
    const double in_year = share(timing, timing_else, {year, year_size}, {0, all});
    for (std::size_t m = 0; m < a.measures; ++m) {
      const std::size_t measure = a.cell(y, m, 0);
      const double on_measure = share(mix, mix_else, {measure, Cohorts::kinds}, {year, year_size});
      for (std::size_t k = 0; k < Cohorts::kinds; ++k) {
        const std::size_t cell = measure + k;
        const double of_kind = share(kinds, kinds_else, {cell, 1}, {measure, Cohorts::kinds});
        if (of_kind > 0)
          total += persons * in_year * on_measure * of_kind *
                   effect_of_a_start(effect, effect_else, cell);
      }
    }
  }
  return total;
}

Cohorts run_cohorts(Plan plan, const Plan& history, std::uint32_t replication,
                    const Valuation& valuation, const Progress& progress) {
  plan.evaluation.contrast = Contrast::none;
  plan.evaluation.post_76_only = false;
  Simulation simulation(plan, replication, nullptr, &history);
  CohortRecorder recorder(plan, valuation);
  simulation.run(recorder, progress);
  const Accounts& accounts = *simulation.accounts();
  Cohorts& cohorts = recorder.cohorts;
  const auto total = [&](Flow flow) {
    double sum = 0;
    for (std::size_t t = 0; t < accounts.months(); ++t)
      for (std::size_t m = 0; m < accounts.measures(); ++m)
        sum += valuation.expansion / 12 * valuation.factor(discounted, static_cast<int>(t)) *
               static_cast<double>(accounts.at(flow, 0, 0, m, t));
    return sum;
  };
  cohorts.threat = total(Flow::threat);
  cohorts.cuts = total(Flow::cuts) + total(Flow::relabelling);
  cohorts.displacement = total(Flow::displacement);
  cohorts.net = total(Flow::net);
  const double direct = total(Flow::direct), found = sum(cohorts.effect, 0, cohorts.effect.size());
  if (std::abs(direct - found) > 1e-6 * (1 + std::abs(direct)))
    throw RunError("the starts' effects do not add up to the direct effect of the accounts");
  return std::move(cohorts);
}

} // namespace tiltak::study
