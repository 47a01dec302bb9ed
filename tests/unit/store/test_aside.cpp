#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/aside.hpp>

using namespace tiltak;
using namespace tiltak::store;
namespace fs = std::filesystem;

namespace {

void put(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
}

std::string content(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

} // namespace

TEST_CASE("a file has its name only after commit") {
  const fs::path name = "aside_new.txt";
  fs::remove(name);
  {
    Aside aside(name);
    put(aside.aside(), "whole");
    CHECK(!fs::exists(name));
    aside.commit();
    CHECK(!fs::exists(aside.aside()));
  }
  CHECK(content(name) == "whole");
  fs::remove(name);
}

TEST_CASE("without commit an older file stays and nothing lies beside it") {
  const std::string name = "aside_old.txt";
  put(name, "old");
  std::string beside;
  {
    const Aside aside(name);
    beside = aside.aside();
    put(beside, "half");
  }
  CHECK(content(name) == "old");
  CHECK(!fs::exists(beside));
  fs::remove(name);
}

TEST_CASE("a place that cannot be written is one clear line") {
  try {
    const Aside aside("no/such/folder/out.h5");
    FAIL("was created");
  } catch (const RunError& error) {
    CHECK(std::string(error.what()) ==
          "no/such/folder/out.h5: cannot be written: No such file or directory");
  }
  CHECK_THROWS_WITH_AS(Aside("."), ".: cannot be written: Is a directory", RunError);
}
