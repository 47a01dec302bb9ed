// A file whose accounts are right, and the same with one cell wrong in each way.
#include <filesystem>

#include <doctest/doctest.h>

#include <tiltak/compare/identities.hpp>
#include <tiltak/store/writer.hpp>

using namespace tiltak;

namespace {

constexpr std::size_t months = 3, measures = 2, groups = 3; // all, sex.woman, sex.man

struct Wrong {
  std::string group, flow;
  std::size_t cell = 0;
  int by = 0;
};

// Two of the persons of "all" are women's, one a man's.
std::vector<std::int32_t> cells(const std::string& flow, int one) {
  std::vector<std::int32_t> values;
  for (const int persons : {3, 2, 1})
    for (std::size_t m = 0; m < measures; ++m)
      for (std::size_t t = 0; t < months; ++t) {
        const bool ledger = flow == "gross" || flow == "deadweight" || flow == "own_loss";
        values.push_back(ledger && m == 1 ? 0 : persons * one);
      }
  return values;
}

std::vector<std::string> faults_with(const Wrong& wrong) {
  const std::string path = "accounts.h5";
  store::ResultWriter file(path, store::begin_provenance());
  store::Table accounts = file.group("/accounts");
  accounts.write("replication", std::vector<std::int32_t>{0});
  accounts.write("group", std::vector<std::string>{"all", "sex.woman", "sex.man"});
  accounts.write("measure", std::vector<std::string>{"training", "none"});
  accounts.months(Month::of(2014, 1), months);
  store::Table since = file.group("/since_start");
  since.write("replication", std::vector<std::int32_t>{0});
  since.write("measure", std::vector<std::string>{"training"});
  since.write("since", std::vector<std::int32_t>{0, 1, 2});
  const std::vector<std::pair<std::string, int>> flows{
      {"gross", 9},    {"deadweight", 4},   {"own_loss", 2}, {"direct", 6},
      {"lock_in", -2}, {"after_effect", 8}, {"threat", 4},   {"relabelling", -2},
      {"cuts", -1},    {"displacement", 4}, {"net", 3}};
  for (const auto& [flow, one] : flows)
    for (const char* unit : {"_reg", "_lfs"}) {
      auto values = cells(flow, one);
      std::vector<std::int32_t> first(values.begin(), values.begin() + months);
      if (flow + unit == wrong.flow) {
        (wrong.group == "/accounts" ? values : first)[wrong.cell] += wrong.by;
      }
      accounts.write(flow + unit, values);
      since.write(flow + unit, first);
    }
  file.commit();
  auto faults = compare::identity_faults(store::ResultReader(path));
  std::filesystem::remove(path);
  return faults;
}

} // namespace

TEST_CASE("right accounts have no faults") { CHECK(faults_with({}).empty()); }

TEST_CASE("one person-month in the wrong place is found") {
  for (const char* flow : {"gross_reg", "deadweight_lfs", "own_loss_reg", "direct_lfs",
                           "lock_in_reg", "after_effect_reg", "threat_lfs", "relabelling_reg",
                           "cuts_lfs", "displacement_reg", "net_lfs"})
    for (const std::size_t cell : {0u, 2u, 8u, 13u}) {
      CAPTURE(flow);
      CAPTURE(cell);
      CHECK(!faults_with({"/accounts", flow, cell, 1}).empty());
    }
  CHECK(!faults_with({"/since_start", "net_reg", 1, -1}).empty());
}
