#include <tiltak/compare/by_group.hpp>

#include <algorithm>
#include <array>

#include <tiltak/compare/costs.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::compare {
namespace {

constexpr std::array<const char*, 3> flows{"net", "direct", "displacement"};

// What is added up over files: by flow, group and replication.
struct Sums {
  std::vector<std::string> groups;
  std::size_t replications = 0, draws = 1;
  std::array<std::vector<std::vector<double>>, flows.size()> flow;
  std::vector<double> affected; // by group
};

std::size_t draws_of(const store::ResultReader& file) {
  if (!file.has("/replications/draw")) return 1;
  const auto draws = file.read<std::int32_t>("/replications/draw");
  return draws.empty()
             ? 1
             : static_cast<std::size_t>(*std::max_element(draws.begin(), draws.end())) + 1;
}

Sums empty_sums(const store::ResultReader& file) {
  Sums sums;
  sums.groups = file.read_text("/accounts/group");
  sums.draws = draws_of(file);
  sums.replications = file.shape("/accounts/net_reg")[0] / sums.draws;
  for (auto& flow : sums.flow)
    flow.assign(sums.groups.size(), std::vector<double>(sums.replications, 0));
  sums.affected.assign(sums.groups.size(), 0);
  return sums;
}

// Adds the runs of a file, times `weight`, in job-years.
void add_flow(const store::ResultReader& file, std::size_t which, double rate, double weight,
              Sums& sums) {
  const std::string path = std::string("/accounts/") + flows[which] + "_reg";
  const auto shape = file.shape(path);
  const std::size_t cells = shape[2] * shape[3], months = shape[3];
  const double job_year = weight * file.provenance().expansion / 12;
  std::vector<double> worth(months);
  for (std::size_t t = 0; t < months; ++t)
    worth[t] = job_year * present_value_factor(rate, static_cast<int>(t));
  std::vector<std::int32_t> run(shape[1] * cells);
  for (std::uint64_t r = 0; r < sums.replications * sums.draws; ++r) {
    file.read_rows<std::int32_t>(path, r, 1, run);
    for (std::size_t g = 0; g < sums.groups.size(); ++g)
      for (std::size_t c = 0; c < cells; ++c)
        sums.flow[which][g][r / sums.draws] += worth[c % months] * run[g * cells + c];
  }
}

void add_affected(const store::ResultReader& file, Sums& sums, double weight) {
  if (!file.has("/accounts/affected")) {
    std::fill(sums.affected.begin(), sums.affected.end(), -1);
    return;
  }
  const auto affected = file.read<std::int64_t>("/accounts/affected");
  for (std::size_t k = 0; k < affected.size(); ++k)
    sums.affected[k % sums.groups.size()] += weight * static_cast<double>(affected[k]);
}

void add(const store::ResultReader& file, double rate, double files, Sums& sums) {
  if (file.read_text("/accounts/group") != sums.groups || draws_of(file) != sums.draws ||
      file.shape("/accounts/net_reg")[0] != sums.replications * sums.draws)
    file.fail("has other groups or replications than the first file of the comparison");
  const double runs = files * static_cast<double>(sums.draws);
  for (std::size_t which = 0; which < flows.size(); ++which)
    add_flow(file, which, rate, 1 / runs, sums);
  add_affected(file, sums, 1 / (runs * static_cast<double>(sums.replications)));
}

} // namespace

std::vector<GroupGain> gains_by_group(const std::vector<std::string>& files, double discount_rate) {
  if (files.empty()) return {};
  Sums sums = empty_sums(store::ResultReader(files.front()));
  for (const std::string& path : files)
    add(store::ResultReader(path), discount_rate, static_cast<double>(files.size()), sums);
  std::vector<GroupGain> gains;
  for (std::size_t g = 0; g < sums.groups.size(); ++g)
    gains.push_back({sums.groups[g], sums.affected[g], spread_of(sums.flow[0][g]),
                     spread_of(sums.flow[1][g]), spread_of(sums.flow[2][g])});
  return gains;
}

} // namespace tiltak::compare
