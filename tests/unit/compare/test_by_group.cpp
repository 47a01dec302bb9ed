// Groups of two small files whose sums are worked out by hand.
#include <cmath>
#include <filesystem>

#include <doctest/doctest.h>

#include <tiltak/compare/by_group.hpp>
#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/writer.hpp>

using namespace tiltak;
using compare::GroupGain;

namespace {

constexpr std::size_t followed = 13;

// Women have `women[r]` more job-months in every month of replication r, men always two fewer, all
// of them on no measure; a simulated person stands for 12.
void write_gains(const std::string& path, const std::vector<int>& women, bool affected = true) {
  auto provenance = store::begin_provenance();
  provenance.expansion = 12;
  store::ResultWriter file(path, provenance);
  store::Table accounts = file.group("/accounts");
  std::vector<std::int32_t> replications(women.size()), cells;
  for (std::size_t r = 0; r < women.size(); ++r) {
    replications[r] = static_cast<std::int32_t>(r);
    for (const int each : {women[r] - 2, women[r], -2})
      for (std::size_t cell = 0; cell < 2 * followed; ++cell)
        cells.push_back(cell < followed ? 0 : each);
  }
  accounts.write("replication", replications);
  accounts.write("group", std::vector<std::string>{"all", "sex.woman", "sex.man"});
  accounts.write("measure", std::vector<std::string>{"training", "none"});
  accounts.months(Month::of(2014, 1), followed);
  if (affected) {
    std::vector<std::int64_t> persons;
    for (std::size_t r = 0; r < women.size(); ++r)
      for (const int each : {9, 6, 3}) persons.push_back(each + static_cast<int>(r));
    accounts.write("affected", persons);
  }
  for (const char* flow : {"gross", "deadweight", "own_loss", "direct", "lock_in", "after_effect",
                           "threat", "relabelling", "cuts", "displacement", "net"})
    for (const char* unit : {"_reg", "_lfs"})
      accounts.write(std::string(flow) + unit, std::string(flow) == "net"
                                                   ? cells
                                                   : std::vector<std::int32_t>(cells.size(), 0));
  file.commit();
}

struct GainFiles {
  std::vector<std::string> paths;
  ~GainFiles() {
    for (const auto& path : paths) std::filesystem::remove(path);
  }
};

} // namespace

TEST_CASE("Groups are means over phases and intervals over replications in national job-years") {
  const GainFiles files{{"gain-1.h5", "gain-2.h5"}};
  write_gains(files.paths[0], {3, 5});
  write_gains(files.paths[1], {5, 9});
  const auto gains = compare::gains_by_group(files.paths, 0);
  REQUIRE(gains.size() == 3);
  CHECK(gains[1].group == "sex.woman");
  // 13 months of 4 (the mean over phases) in the first replication and 7 in the second
  CHECK(gains[1].net.mean == doctest::Approx(13 * 5.5));
  CHECK(gains[2].net.mean == doctest::Approx(-26));
  CHECK(gains[0].net.mean == doctest::Approx(gains[1].net.mean + gains[2].net.mean));
  // t of one degree of freedom times 39 / 2
  CHECK(*gains[1].net.half_width == doctest::Approx(12.706 * 19.5));
  CHECK(*gains[2].net.half_width == doctest::Approx(0));
  CHECK(gains[1].displacement.mean == 0);
  CHECK(gains[2].affected == doctest::Approx(3.5));
}

TEST_CASE("Job-years of later months are worth less") {
  const GainFiles files{{"gain-3.h5"}};
  write_gains(files.paths[0], {2});
  double worth = 0;
  for (std::size_t t = 0; t < followed; ++t) worth += std::pow(1.04, -static_cast<double>(t) / 12);
  CHECK(compare::gains_by_group(files.paths, 0.04)[1].net.mean == doctest::Approx(2 * worth));
}

TEST_CASE("Files that do not say how many are affected leave it unknown") {
  const GainFiles files{{"gain-4.h5"}};
  write_gains(files.paths[0], {2}, false);
  CHECK(compare::gains_by_group(files.paths, 0)[1].affected < 0);
}

TEST_CASE("Files with other replications are refused") {
  const GainFiles files{{"gain-5.h5", "gain-6.h5"}};
  write_gains(files.paths[0], {3, 5});
  write_gains(files.paths[1], {5});
  CHECK_THROWS_AS(compare::gains_by_group(files.paths, 0), InputError);
}
