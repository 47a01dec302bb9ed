#include <tiltak/study/evaluation.hpp>

#include <algorithm>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/part_of.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/state/readout.hpp>
#include <tiltak/study/world_numbers.hpp>

namespace tiltak::study {
namespace {

constexpr std::size_t twin = 3; // number of the world, where no other is asked for

// Cells of one year of the window: group x like persons (engine/deadweight.hpp) x outside the EEA x
// benefit x spell so far.
constexpr std::size_t cells_of_year = 2 * alike_cells * 2 * 2 * duration_bands;

bool counts(Pair pair, std::size_t outcome) {
  return outcome == 0 ? has_ordinary_job(pair) : has_job(pair);
}

} // namespace

double EvaluationRecorder::Count::mean() const {
  return persons == 0 ? 0 : static_cast<double>(employed) / static_cast<double>(persons);
}

EvaluationRecorder::EvaluationRecorder(const Plan& plan)
    : plan_(plan), years_(static_cast<std::size_t>(plan.evaluation.window + 11) / 12),
      records_(static_cast<std::size_t>(plan.evaluation.window)), spent_(plan.measures.size(), 0) {
  for (std::size_t o = 0; o < outcomes; ++o)
    for (std::size_t h = 0; h < horizons.size(); ++h) {
      participants_[o][h].resize(plan.measures.size() * years_ * cells_of_year);
      controls_[o][h].resize(years_ * cells_of_year);
      worlds_[o][h].resize(plan.measures.size());
    }
}

void EvaluationRecorder::begin(const People& people, std::size_t) {
  people_ = &people;
  treated_.assign(people.size(), 0);
}

std::uint16_t EvaluationRecorder::cell(std::size_t p, std::size_t group, int seeking, bool benefit,
                                       Month t) const {
  const auto year = static_cast<std::size_t>(t - plan_.evaluation.start) / 12;
  std::size_t cell = (year * 2 + group) * alike_cells + alike_cell(*people_, p, t);
  cell = cell * 2 + std::size_t{outside_eea(people_->origin(p))};
  cell = cell * 2 + std::size_t{benefit};
  return static_cast<std::uint16_t>(cell * duration_bands + duration_band(seeking));
}

// The month's starts, and who could have started and did not.
void EvaluationRecorder::take_in(const WorldEngine& engine, Month t) {
  const World& world = engine.world();
  auto& records = records_[static_cast<std::size_t>(t - plan_.evaluation.start)];
  for (const MeasureStart& start : engine.tally().started) {
    if (treated_[start.person] != 0) continue;
    treated_[start.person] = 1;
    const auto group = static_cast<std::size_t>(plan_.measures[start.measure].group);
    records.push_back({start.person, cell(start.person, group, start.seeking, start.benefit > 0, t),
                       static_cast<std::uint8_t>(start.measure + 1)});
  }
  for (std::uint32_t p = 0; p < world.pair.size(); ++p) {
    const Pair pair = world.pair_of(p);
    if ((pair != Pair::none_unemployed && pair != Pair::none_reduced) || treated_[p] != 0) continue;
    records.push_back({p,
                       cell(p, pair == Pair::none_reduced, t.index - world.spell_since[p],
                            world.benefit_left(p, t + 1) > 0, t),
                       0});
  }
}

// How those who were taken in `horizons[horizon]` months ago stand in a world.
void EvaluationRecorder::look(const WorldEngine& engine, std::size_t world, Month t,
                              std::size_t horizon) {
  const int month = t - plan_.evaluation.start - horizons[horizon];
  if (month < 0 || month >= plan_.evaluation.window) return;
  for (const Record& record : records_[static_cast<std::size_t>(month)]) {
    if (record.measure == 0 && world != policy) continue;
    const Pair pair = engine.world().pair_of(record.person);
    if (pair == Pair::outside) continue; // dead, moved or past 66: in no study
    for (std::size_t o = 0; o < outcomes; ++o) {
      const auto add = [&](Count& count) {
        ++count.persons;
        count.employed += counts(pair, o);
      };
      if (record.measure == 0) {
        add(controls_[o][horizon][record.cell]);
        continue;
      }
      const std::size_t m = record.measure - 1u;
      add(worlds_[o][horizon][m][world]);
      if (world == policy) add(participants_[o][horizon][m * years_ * cells_of_year + record.cell]);
    }
  }
}

void EvaluationRecorder::month(int, std::size_t number, const WorldEngine& engine, Month t) {
  const int since = t - plan_.evaluation.start;
  if (since < 0) return;
  if (number == policy && since < plan_.evaluation.window) take_in(engine, t);
  for (std::size_t h = 0; h < horizons.size(); ++h) look(engine, number, t, h);
  if (number > other || since >= plan_.evaluation.window + plan_.evaluation.tail) return;
  const auto& spent = engine.appropriation().month().spent;
  for (std::size_t m = 0; m < spent_.size(); ++m)
    spent_[m] += number == policy ? spent[m].ore : -spent[m].ore;
}

std::vector<MeasureAccount> EvaluationRecorder::costs(const Accounts& accounts) const {
  std::vector<MeasureAccount> costs(spent_.size());
  for (std::size_t m = 0; m < spent_.size(); ++m) {
    std::int64_t months = 0;
    for (std::size_t t = 0; t < accounts.months(); ++t)
      months += accounts.at(Flow::direct, 0, 0, m, t);
    costs[m].spending = static_cast<double>(spent_[m]) / 100 / plan_.scale;
    costs[m].job_years = static_cast<double>(months) / 12 / plan_.scale;
  }
  return costs;
}

Finding EvaluationRecorder::finding(std::size_t m, std::size_t o, std::size_t h) const {
  const std::size_t size = years_ * cells_of_year;
  Finding finding;
  Count controls;
  double matched = 0, persons = 0;
  const auto group = static_cast<std::size_t>(plan_.measures[m].group);
  for (std::size_t c = 0; c < size; ++c) {
    const Count& without = controls_[o][h][c];
    if (c / (cells_of_year / 2) % 2 == group) {
      controls.persons += without.persons;
      controls.employed += without.employed;
    }
    const Count& with = participants_[o][h][m * size + c];
    if (with.persons == 0 || without.persons == 0) continue; // no common support
    matched += static_cast<double>(with.persons) * (with.mean() - without.mean());
    persons += static_cast<double>(with.persons);
  }
  const auto& worlds = worlds_[o][h][m];
  finding.participants = static_cast<double>(worlds[policy].persons);
  finding.raw = 100 * (worlds[policy].mean() - controls.mean());
  finding.matched = persons > 0 ? 100 * matched / persons : 0;
  finding.twin = 100 * (worlds[policy].mean() - worlds[twin].mean());
  finding.direct = 100 * (worlds[frozen].mean() - worlds[other].mean());
  return finding;
}

Findings EvaluationRecorder::findings() const {
  Findings all(plan_.measures.size());
  for (std::size_t m = 0; m < all.size(); ++m)
    for (std::size_t o = 0; o < outcomes; ++o)
      for (std::size_t h = 0; h < horizons.size(); ++h) all[m][o][h] = finding(m, o, h);
  return all;
}

namespace {

// Means over draws by seed; `pick` finds the measure, outcome and horizon.
template <class Pick, class Number>
compare::Spread over_seeds(const Evaluation& evaluation, const Pick& pick, const Number& number) {
  std::vector<double> seeds;
  for (std::size_t r = 0; r < evaluation.replications.size(); r += evaluation.draws) {
    std::vector<double> known;
    for (std::size_t d = 0; d < evaluation.draws; ++d)
      if (const Finding& finding = pick(evaluation.replications[r + d]); finding.participants > 0)
        known.push_back(number(finding));
    if (!known.empty()) seeds.push_back(compare::spread_of(known).mean);
  }
  return compare::spread_of(seeds);
}

} // namespace

compare::Spread Evaluation::spread(double Finding::* number, std::size_t measure,
                                   std::size_t outcome, std::size_t horizon) const {
  return over_seeds(
      *this, [&](const Findings& f) { return f[measure][outcome][horizon]; },
      [&](const Finding& finding) { return finding.*number; });
}

compare::Spread Evaluation::bias(std::size_t measure, std::size_t outcome,
                                 std::size_t horizon) const {
  return over_seeds(
      *this, [&](const Findings& f) { return f[measure][outcome][horizon]; },
      [](const Finding& finding) { return finding.matched - finding.twin; });
}

MeasureAccount Evaluation::cost(std::size_t measure) const {
  MeasureAccount mean;
  for (const auto& run : costs) {
    mean.spending += run[measure].spending / static_cast<double>(costs.size());
    mean.job_years += run[measure].job_years / static_cast<double>(costs.size());
  }
  return mean;
}

compare::Sources Evaluation::sources(double Finding::* number, std::size_t measure,
                                     std::size_t outcome, std::size_t horizon) const {
  std::vector<double> values;
  for (const Findings& findings : replications)
    values.push_back(findings[measure][outcome][horizon].*number);
  return compare::sources_of(values, draws);
}

Evaluation evaluate(std::vector<Plan> plans, const Progress& progress) {
  for (Plan& plan : plans) {
    plan.evaluation.contrast = Contrast::none;
    plan.evaluation.no_substitution = false;
    plan.evaluation.twins = true;
    const int needed =
        plan.evaluation.start - plan.start + plan.evaluation.window + plan.evaluation.tail;
    if (plan.months < needed)
      throw RunError("the horizon ends before the evaluation does"); // the plan's maker sees to it
  }
  Evaluation evaluation{{}, plans.size(), {}, Headlines(plans.front().scale)};
  for (std::uint32_t r = 0; goes_on(plans.front(), evaluation.headlines, r); ++r)
    for (std::size_t d = 0; d < plans.size(); ++d) {
      Simulation simulation(plans[d], r);
      EvaluationRecorder recorder(plans[d]);
      const auto asked = std::max(static_cast<std::uint32_t>(plans.front().replications), r + 1);
      simulation.run(recorder,
                     part_of(progress, "replications", r * plans.size() + d, asked * plans.size()));
      evaluation.replications.push_back(recorder.findings());
      evaluation.costs.push_back(recorder.costs(*simulation.accounts()));
      evaluation.headlines.add(*simulation.accounts(), static_cast<std::int32_t>(d));
    }
  return evaluation;
}

} // namespace tiltak::study
