#include <doctest/doctest.h>

#include <progress_line.hpp>

using namespace tiltak::cli;

TEST_CASE("what is written is what is read") {
  const auto line = parse_progress_line(progress_line("why they differ", 12, 168));
  REQUIRE(line);
  CHECK(line->what == "why they differ");
  CHECK(line->done == 12);
  CHECK(line->of == 168);
}

TEST_CASE("other lines are no progress") {
  for (const char* line :
       {"", "progress", "progress 1 2", "progress x 2 a", "progress 1 -2 a", "progress 1 2 ",
        "tiltak: progress 1 2 a", "progress 123456789012345678901 2 a"})
    CHECK_FALSE(parse_progress_line(line));
}
