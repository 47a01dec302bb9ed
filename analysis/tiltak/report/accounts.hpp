// The accounts of a results file, summed to what a report shows: job-years in the country.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/report/interval.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::report {

enum class Jobs : std::uint8_t { ordinary, with_subsidised };

struct Accounts {
  std::vector<std::string> groups, measures;
  std::size_t replications = 0;
  // By variable ("net_reg"): replications x groups x measures, person-months over the whole file.
  std::map<std::string, std::vector<double>> sums;
  // Simulated persons behind a row, in the mean of the replications: of a group, those who take
  // part or whose job differs; of a measure, participants ("none" has everybody). Empty: not known.
  std::vector<double> affected, participants;

  // National job-years by replication: of everybody, of a group, or by a measure.
  std::vector<double> all(const std::string& item, Jobs jobs) const;
  std::vector<double> of_group(const std::string& item, Jobs jobs, std::size_t group) const;
  std::vector<double> of_measure(const std::string& item, Jobs jobs, std::size_t measure) const;

  double job_years = 0; // a simulated person-month in the country
};

// The items in the order of the account, as the layout names them without their ending.
const std::vector<std::string>& account_items();

// Nothing when the file has no accounts. A person is in several groups; the first is everybody.
std::optional<Accounts> read_accounts(const store::ResultReader& file);

} // namespace tiltak::report
