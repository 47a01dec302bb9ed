#include <tiltak/study/contrast.hpp>

#include <numeric>

#include <tiltak/engine/simulation.hpp>

namespace tiltak::study {
namespace {

class SideRecorder : public Recorder {
public:
  explicit SideRecorder(const Contrasted& run)
      : plans_{&run.first, run.second ? run.second : &run.first}, valuation_(run.valuation),
        pay_(run.first.earnings), file_(run.file) {}

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
    for (const Worth worth : {discounted, undiscounted}) {
      const double factor = valuation_.factor(worth, since);
      Side& side = sides[number][worth];
      side.balance.add(balance, factor);
      side.place_months += factor * places;
      if (since >= evaluation.window) continue;
      side.appropriated += factor * paid.appropriated;
      side.unspent += factor * (paid.appropriated - paid.spent);
    }
  }

  std::array<std::array<Side, worths>, 2> sides{};

private:
  std::array<const Plan*, 2> plans_;
  const Valuation& valuation_;
  PayTable pay_;
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
        const double job_years =
            valuation.expansion / 12 / (f < 2 ? 1 : 100) * static_cast<double>(sum);
        for (const Worth worth : {discounted, undiscounted})
          result.flows[k][f][worth] += job_years * valuation.factor(worth, static_cast<int>(t));
      }
  }
  return result;
}

ContrastResult run_window(const Contrasted& run, std::uint32_t replication,
                          const Progress& progress) {
  Plan first = run.first, second = *run.second;
  for (Plan* plan : {&first, &second}) plan->evaluation.window_only = true;
  return run_contrast({first, &second, run.valuation}, replication, progress);
}

} // namespace tiltak::study
