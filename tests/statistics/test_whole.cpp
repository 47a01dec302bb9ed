// Last, since doctest goes by the names of files: how often all checks together would be wrong.
#include <doctest/doctest.h>

#include "chance.hpp"

using namespace tiltak::chance;

TEST_CASE("there are no more checks than their rates were added up for") {
  MESSAGE(checks(), " checks at ", chance::alarm, ": a false alarm for one of ",
          static_cast<int>(1 / (checks() * chance::alarm)), " seeds");
  CHECK(checks() > 100);
  CHECK(checks() <= most_checks);
}
