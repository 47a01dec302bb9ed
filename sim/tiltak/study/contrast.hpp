// One replication of two scenarios on the same persons and luck, in national figures: the flows of
// the accounts and what each side cost.
#pragma once

#include <array>

#include <tiltak/core/progress.hpp>
#include <tiltak/engine/account_entries.hpp>
#include <tiltak/engine/file_recorder.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/study/valuation.hpp>

namespace tiltak::study {

struct Side { // one scenario, over the window and the tail
  double appropriated = 0; // in the window
  double unspent = 0; // of it: back to the Treasury
  double place_months = 0; // occupied
  compare::Balance balance; // commitments that run on after the window are paid and charged
};

struct ContrastResult {
  // Job-years; policy is the first scenario, the other world the second.
  std::array<std::array<std::array<double, worths>, flavours>, flow_count> flows{};
  std::array<std::array<Side, worths>, 2> side{};

  // Adds another result, times a factor: for means.
  void add(const ContrastResult& other, double factor);
  double flow(Flow f, Worth worth, std::size_t flavour = 0) const {
    return flows[static_cast<std::size_t>(f)][flavour][worth];
  }
};

// What is run: plans for the same population, horizon and evaluation.
struct Contrasted {
  const Plan& first;
  const Plan* second = nullptr; // null: what `first` says it is compared with
  const Valuation& valuation;
  const Plan* history = nullptr; // of the months before the evaluation; null: `first`
  FileRecorder* file = nullptr; // that records the run as well; null: none
};

ContrastResult run_contrast(const Contrasted& run, std::uint32_t replication,
                            const Progress& progress);

// The same without the accounts: the flow `net` alone, from stocks, and the sides. Two worlds in
// place of three, and nothing to keep about persons.
ContrastResult run_stocks(const Contrasted& run, std::uint32_t replication,
                          const Progress& progress);

// Stocks in the window alone, for what only depends on it: the sides' appropriations.
ContrastResult run_window(const Contrasted& run, std::uint32_t replication,
                          const Progress& progress);

} // namespace tiltak::study
