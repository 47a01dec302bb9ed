#include <tiltak/study/contrast.hpp>

#include <numeric>

#include <tiltak/engine/simulation.hpp>

namespace tiltak::study {
namespace {

// National job-years of what the accounts count by ones or, in full-time equivalents, hundredths.
double job_years(const Valuation& valuation, std::size_t flavour) {
  return valuation.expansion / 12 / (flavour < 2 ? 1 : 100);
}

class SideRecorder : public Recorder {
public:
  explicit SideRecorder(const Contrasted& run)
      : plans_{&run.first, run.second ? run.second : &run.first}, valuation_(run.valuation),
        pay_(run.first.earnings), amounts_(job_amounts(run.first.part_time_hundredths)),
        file_(run.file) {}

  void begin(const People& people, std::size_t worlds) override {
    if (file_) file_->begin(people, worlds);
  }

  void end(const std::vector<WorldEngine>& worlds) override {
    if (file_) file_->end(worlds);
  }

  void month(int month, std::size_t number, const WorldEngine& engine, Month t) override {
    if (file_) file_->month(month, number, engine, t);
    const EvaluationPlan& evaluation = plans_[0]->evaluation;
    const int since = t - evaluation.start;
    if (number > 1 || since < 0 || since >= evaluation.window + evaluation.tail) return;
    const MonthTotals totals = totals_of(engine, t);
    const auto paid = money(totals, *plans_[number], valuation_);
    const auto balance = compare::balance_of(person_months(totals, pay_.of(engine), valuation_),
                                             paid, valuation_.rates);
    const auto& participants = engine.world().participants;
    const double places = valuation_.expansion *
                          static_cast<double>(std::accumulate(participants.begin(),
                                                              participants.end(), std::int64_t{0}));
    const auto employed = employment_of(engine.world(), amounts_);
    for (const Worth worth : {discounted, undiscounted}) {
      const double factor = valuation_.factor(worth, since);
      for (std::size_t f = 0; f < flavours; ++f)
        net[f][worth] += (number == 0 ? 1 : -1) * factor * job_years(valuation_, f) *
                         static_cast<double>(employed[f]);
      Side& side = sides[number][worth];
      side.balance.add(balance, factor);
      side.place_months += factor * places;
      if (since >= evaluation.window) continue;
      side.appropriated += factor * paid.appropriated;
      side.unspent += factor * (paid.appropriated - paid.spent);
    }
  }

  std::array<std::array<Side, worths>, 2> sides{};
  std::array<std::array<double, worths>, flavours> net{}; // from stocks, job-years

private:
  std::array<const Plan*, 2> plans_;
  const Valuation& valuation_;
  PayTable pay_;
  JobAmounts amounts_;
  FileRecorder* file_;
};

} // namespace

void ContrastResult::add(const ContrastResult& other, double factor) {
  for (std::size_t k = 0; k < flow_count; ++k)
    for (std::size_t f = 0; f < flavours; ++f)
      for (std::size_t w = 0; w < worths; ++w) flows[k][f][w] += factor * other.flows[k][f][w];
  for (std::size_t s = 0; s < side.size(); ++s)
    for (std::size_t w = 0; w < worths; ++w) {
      Side& sum = side[s][w];
      const Side& more = other.side[s][w];
      sum.appropriated += factor * more.appropriated;
      sum.unspent += factor * more.unspent;
      sum.place_months += factor * more.place_months;
      sum.balance.add(more.balance, factor);
    }
}

ContrastResult run_contrast(const Contrasted& run, std::uint32_t replication,
                            const Progress& progress) {
  Simulation simulation(run.first, replication, run.second, run.history);
  SideRecorder recorder(run);
  simulation.run(recorder, progress);
  const Accounts& accounts = *simulation.accounts();
  if (run.file) run.file->add_accounts(accounts);
  const Valuation& valuation = run.valuation;
  ContrastResult result;
  result.side = recorder.sides;
  for (std::size_t k = 0; k < flow_count; ++k) {
    const auto flow = static_cast<Flow>(k);
    if (!accounts.has(flow)) continue;
    for (std::size_t f = 0; f < flavours; ++f)
      for (std::size_t t = 0; t < accounts.months(); ++t) {
        std::int64_t sum = 0;
        for (std::size_t m = 0; m < accounts.measures(); ++m) sum += accounts.at(flow, f, 0, m, t);
        const double all = job_years(valuation, f) * static_cast<double>(sum);
        for (const Worth worth : {discounted, undiscounted})
          result.flows[k][f][worth] += all * valuation.factor(worth, static_cast<int>(t));
      }
  }
  return result;
}

namespace {

ContrastResult stocks(const Contrasted& run, bool window_only, std::uint32_t replication,
                      const Progress& progress) {
  Plan first = run.first;
  first.evaluation.stocks_only = true;
  first.evaluation.window_only = window_only;
  Simulation simulation(first, replication, run.second, run.history);
  SideRecorder recorder(run);
  simulation.run(recorder, progress);
  ContrastResult result;
  result.side = recorder.sides;
  result.flows[static_cast<std::size_t>(Flow::net)] = recorder.net;
  return result;
}

} // namespace

ContrastResult run_stocks(const Contrasted& run, std::uint32_t replication,
                          const Progress& progress) {
  return stocks(run, false, replication, progress);
}

ContrastResult run_window(const Contrasted& run, std::uint32_t replication,
                          const Progress& progress) {
  return stocks(run, true, replication, progress);
}

} // namespace tiltak::study
