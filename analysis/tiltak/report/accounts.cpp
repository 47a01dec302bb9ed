#include <tiltak/report/accounts.hpp>

#include <numeric>

namespace tiltak::report {
namespace {

constexpr double months_in_year = 12;
constexpr double many = 1e6; // persons

std::string variable(const std::string& item, Jobs jobs) {
  return item + (jobs == Jobs::ordinary ? "_reg" : "_lfs");
}

// Sums over months: replications x groups x measures.
std::vector<double> sum_over_time(const std::vector<std::int32_t>& values, std::size_t months) {
  std::vector<double> sums;
  for (std::size_t from = 0; from + months <= values.size(); from += months) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(from);
    sums.push_back(static_cast<double>(
        std::accumulate(first, first + static_cast<std::ptrdiff_t>(months), std::int64_t{0})));
  }
  return sums;
}

// The mean over replications of a variable by replication and row; empty where the file has none.
std::vector<double> mean_persons(const store::ResultReader& file, const std::string& name,
                                 std::size_t rows) {
  if (!file.has(name)) return {};
  const auto values = file.read<std::int64_t>(name);
  std::vector<double> means(rows, 0);
  for (std::size_t k = 0; k < values.size(); ++k)
    means[k % rows] += static_cast<double>(values[k] * static_cast<std::int64_t>(rows)) /
                       static_cast<double>(values.size());
  return means;
}

// Adds up the cells of each replication that `wanted(group, measure)` names.
template <class Wanted>
std::vector<double> add_up(const Accounts& accounts, const std::string& name,
                           const Wanted& wanted) {
  const std::vector<double>& cells = accounts.sums.at(name);
  const std::size_t measures = accounts.measures.size(), groups = accounts.groups.size();
  std::vector<double> out(accounts.replications, 0);
  for (std::size_t r = 0; r < accounts.replications; ++r)
    for (std::size_t g = 0; g < groups; ++g)
      for (std::size_t m = 0; m < measures; ++m)
        if (wanted(g, m)) out[r] += cells[(r * groups + g) * measures + m] * accounts.job_years;
  return out;
}

} // namespace

const std::vector<std::string>& account_items() {
  static const std::vector<std::string> items{
      "gross",  "deadweight",  "own_loss", "lock_in",      "after_effect", "direct",
      "threat", "relabelling", "cuts",     "displacement", "net"};
  return items;
}

std::vector<double> Accounts::all(const std::string& item, Jobs jobs) const {
  return add_up(*this, variable(item, jobs), [](std::size_t g, std::size_t) { return g == 0; });
}

std::vector<double> Accounts::of_group(const std::string& item, Jobs jobs,
                                       std::size_t group) const {
  return add_up(*this, variable(item, jobs),
                [=](std::size_t g, std::size_t) { return g == group; });
}

std::vector<double> Accounts::of_measure(const std::string& item, Jobs jobs,
                                         std::size_t measure) const {
  return add_up(*this, variable(item, jobs),
                [=](std::size_t g, std::size_t m) { return g == 0 && m == measure; });
}

std::optional<Accounts> read_accounts(const store::ResultReader& file) {
  if (!file.has("/accounts")) return std::nullopt;
  Accounts accounts;
  accounts.groups = file.read_text("/accounts/group");
  accounts.measures = file.read_text("/accounts/measure");
  accounts.job_years = file.provenance().expansion / months_in_year;
  for (const std::string& item : account_items())
    for (const Jobs jobs : {Jobs::ordinary, Jobs::with_subsidised}) {
      const std::string name = "/accounts/" + variable(item, jobs);
      const auto shape = file.shape(name);
      if (shape[3] == 0) return std::nullopt;
      accounts.replications = shape[0];
      accounts.sums[variable(item, jobs)] = sum_over_time(file.read<std::int32_t>(name), shape[3]);
    }
  accounts.affected = mean_persons(file, "/accounts/affected", accounts.groups.size());
  accounts.participants =
      mean_persons(file, "/since_start/participants", accounts.measures.size() - 1);
  if (!accounts.participants.empty()) accounts.participants.push_back(many);
  const bool is_empty =
      accounts.replications == 0 || accounts.groups.empty() || accounts.measures.empty();
  return is_empty ? std::nullopt : std::optional(std::move(accounts));
}

} // namespace tiltak::report
