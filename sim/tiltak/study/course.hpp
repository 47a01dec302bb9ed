// How the effect of coupled worlds comes about: what a start gives after so many months, of the
// same starts all the way, and which calendar years the job-years fall in. The total of an account
// hides both: lock-in comes first and after-effects last.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <tiltak/core/json.hpp>
#include <tiltak/engine/accounts.hpp>

namespace tiltak {
template <class T> struct Members;
}

namespace tiltak::study {

// Months after the first start that are told, those that the tail holds for every start.
inline constexpr std::array<int, 3> months_after{12, 36, 60};

class Course {
public:
  // Of the next replication; `job_years`: national, of a simulated person-month.
  void add(const Accounts& accounts, double job_years);
  void append(const Course& other); // its replications after these

  // Tables of means with intervals over seeds (`draws`: the draw of the parameters, by
  // replication).
  std::string in_words(const std::vector<std::int32_t>& draws) const;
  Json in_json(const std::vector<std::int32_t>& draws) const;

private:
  template <class> friend struct tiltak::Members; // checkpoints
  static constexpr std::size_t year_flows = 3; // direct, displacement, net

  // By months_after and by reg and lfs, a value for each replication: percentage points more in a
  // job that month (e^F - e^0 of a start), and months in a job until then.
  std::array<std::array<std::vector<double>, 2>, months_after.size()> points_, months_;
  // By year since the evaluation began and flow, ordinary jobs: job-years.
  std::vector<std::array<std::vector<double>, year_flows>> years_;
};

// Means over the draws of each seed: draws come in a round for each seed.
std::vector<double> by_seed(const std::vector<double>& values,
                            const std::vector<std::int32_t>& draws);

} // namespace tiltak::study
