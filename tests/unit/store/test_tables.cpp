#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include <tiltak/core/progress.hpp>
#include <tiltak/store/csv.hpp>
#include <tiltak/store/tables.hpp>

#include "small_file.hpp"

using namespace tiltak;
using namespace tiltak::store;

namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    lines.push_back(line);
  return lines;
}

} // namespace

TEST_CASE("fields are quoted as RFC 4180 says") {
  std::string line;
  append_field(line, "plain text");
  line += ',';
  append_field(line, "a,b");
  line += ',';
  append_field(line, "say \"no\"");
  line += ',';
  append_field(line, "two\nlines");
  CHECK(line == "plain text,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"");
}

TEST_CASE("every table of a file becomes CSV") {
  const std::string path = "tables.h5", folder = "tables_csv";
  write_small_file(path, {10, 72, Month::of(2014, 1)});
  const auto names = export_tables(ResultReader(path), folder, silent());
  const auto has = [&](const char* name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const char* name :
       {"attributes.csv", "persons.csv", "worlds_policy_states.csv", "worlds_none_jobs.csv",
        "worlds_policy_state_counts.csv", "worlds_policy_spells.csv", "worlds_policy_market.csv",
        "budget.csv", "accounts.csv", "replications.csv", "trajectories.csv",
        "trajectories_cluster.csv", "trajectories_quality.csv", "trajectories_states.csv"})
    CHECK_MESSAGE(has(name), name);

  const auto states = lines_of(folder + "/worlds_policy_states.csv");
  REQUIRE(states.size() == 11);
  CHECK(states[0].starts_with("id,2014-01,2014-02"));
  CHECK(states[1].starts_with("0,full_time,fu"));
  CHECK(std::count(states[10].begin(), states[10].end(), ',') == 72);

  const auto accounts = lines_of(folder + "/accounts.csv");
  REQUIRE(accounts.size() == 1 + 2 * 4 * 3 * 72);
  CHECK(accounts[0].starts_with("replication,group,measure,time,gross_reg,gross_l"));
  CHECK(accounts[1].starts_with("0,blåbær 0,blåbær 0,2014-01-01,0,0,"));
  CHECK(accounts[74].starts_with("0,blåbær 0,blåbær 1,2014-02-01,73,"));

  const auto persons = lines_of(folder + "/persons.csv");
  CHECK(persons[2].starts_with("1,blåbær 1,man,,western")); // day 1 of 1970 is no first of a month
  std::filesystem::remove(path);
  std::filesystem::remove_all(folder);
}
