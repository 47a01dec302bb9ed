// What the simulation says where a published figure speaks: the same quantity, by name.
//
//   stock.register.employed     per cent of the population, mean over the last year of the record
//   stock.registered.reduced    per cent of the population registered with reduced capacity
//   stock.full_time_of_employed per cent
//   unemployed.six_months       per cent of the registered unemployed, seeking 6 months or more
//   reduced.aap                 per cent of the persons with reduced capacity within AAP's duration
//   survey..., disability...    flows.hpp
//   cycle...                    cycle_moments.hpp
//   health.same_five_years      per cent of health-benefit recipients in one December with the same
//                               register status in the five Decembers from it
//   entrants.month12.full_time  per cent of the entrants in their 12th month; every state
//   entrants.month12.unemployed_or_measure
//   entrants.months.full_time   per cent of the entrants' person-months; every state
//   entrants.sex.woman ...      per cent of the entrants: sex, age, origin, education, benefit,
//                               long_term, first_measure
//   entrants.chained            per cent of the entrants who began another type of measure within
//   six
//                               months of the end of the first
//   entrants.count              persons, national
//   stock.employed.immigrant_gap, stock.employed.sex_gap
//                               percentage points: immigrants less others 20-66, women less men
//                               20-64
//   stock.reduced.compulsory, stock.reduced.outside_eea, unemployed.outside_eea
//                               per cent of the persons registered so
//   intensity.all, .under_25 ... per cent of the gross unemployed who are on a measure
//   mix.job_seekers.training ... per cent of the group's participants on post 76
//   market.vacancy_rate         vacancies, per cent of positions, mean over the record
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/recorder.hpp>

namespace tiltak::study {

using Moments = std::map<std::string, double>;

// Keeps what the moments need, month by month.
class MomentRecorder : public Recorder {
public:
  explicit MomentRecorder(const Plan& plan) : plan_(plan) {}
  void begin(const People& people, std::size_t worlds) override;
  void month(int month, std::size_t number, const WorldEngine& engine, Month t) override;

  // After the run.
  Moments moments() const;

private:
  struct StartNote {
    std::uint32_t person;
    int month;
    MeasureStart how;
  };
  void stocks(Moments& out) const;
  void durations(Moments& out) const;
  void health(Moments& out) const;
  void entrants(Moments& out) const;
  bool chained(const StartNote& first, const std::vector<const StartNote*>& own) const;
  void groups(Moments& out) const;
  void mix(Moments& out) const;

  const Plan& plan_;
  People people_;
  std::vector<std::vector<std::uint8_t>> pairs_; // by month
  std::vector<std::int64_t> long_unemployed_, unemployed_; // by month
  std::int64_t reduced_ = 0, aap_ = 0; // person-months
  std::vector<StartNote> starts_; // job seekers', in order of month and person
  std::map<std::uint32_t, std::vector<MeasureSpell>> spells_; // ended, of job seekers
  std::array<std::int64_t, most_measures> on_measure_{}; // person-months
  double vacancies_ = 0, positions_ = 0; // summed over months
};

// Runs one replication of the plan and takes its moments.
Moments simulate_moments(const Plan& plan, std::uint32_t replication = 0);

} // namespace tiltak::study
