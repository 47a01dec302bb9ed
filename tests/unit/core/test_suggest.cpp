#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <tiltak/core/suggest.hpp>
#include <vector>

using namespace tiltak;

TEST_CASE("edit distance counts a swap as one") {
  CHECK(edit_distance("budget", "budegt") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("Rule", "rule") == 0);
}

TEST_CASE("the nearest name is suggested and a far one is not") {
  const std::vector<std::string> names{"budget.rule", "budget.level", "cycle.kind"};
  CHECK(nearest("budget.rul", names) == "budget.rule");
  CHECK(did_you_mean("budget.levle", names) == "did you mean 'budget.level'?");
  CHECK(nearest("population", names).empty());
  CHECK(nearest(std::string(std::size_t{8} << 20, 'x'), names).empty()); // at once
}

TEST_CASE("a file that is not there has the nearest name of its folder") {
  namespace fs = std::filesystem;
  const fs::path folder = "suggest_files";
  fs::create_directories(folder / "stabel.yaml"); // a folder is no file
  for (const char* name : {"stable.yaml", "cyclical.yaml"}) std::ofstream(folder / name) << name;
  CHECK(did_you_mean_file("suggest_files/stabel.yaml") ==
        "did you mean 'suggest_files/stable.yaml'?");
  CHECK(did_you_mean_file("suggest_files/other.h5").empty());
  CHECK(did_you_mean_file("no_such_folder/stable.yaml").empty());
  fs::remove_all(folder);
}
