#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>

#include <tiltak/core/parallel.hpp>
#include <tiltak/store/panel.hpp>
#include <tiltak/store/reader.hpp>

#include "small_file.hpp"

using namespace tiltak;
using namespace tiltak::store;

namespace {

constexpr CodeMap states{0, 1, 2, 3, 4, 5, 6};
const std::string panel_path = "panel.h5";

Table world_of(ResultWriter& file, std::uint64_t persons, std::uint64_t months) {
  Table world = file.group("/worlds/policy");
  world.dimension("person", persons);
  world.months(Month::of(2014, 1), months);
  return world;
}

std::vector<std::uint8_t> month_of_all(std::uint64_t persons, std::uint64_t month) {
  std::vector<std::uint8_t> codes(persons);
  for (std::uint64_t p = 0; p < persons; ++p) codes[p] = code_of(p, month);
  return codes;
}

void check_file(std::uint64_t persons, std::uint64_t months) {
  const auto codes = ResultReader(panel_path).read<std::uint8_t>("/worlds/policy/states");
  REQUIRE(codes.size() == persons * months);
  std::size_t wrong = 0;
  for (std::uint64_t p = 0; p < persons; ++p)
    for (std::uint64_t m = 0; m < months; ++m) wrong += codes[p * months + m] != code_of(p, m);
  CHECK(wrong == 0);
  std::filesystem::remove(panel_path);
}

} // namespace

TEST_CASE("panels of every shape come back") {
  for (const std::uint64_t persons : {1u, 7u, 4096u, 4097u, 9000u})
    for (const std::uint64_t months : {1u, 12u, 60u, 61u, 125u}) {
      ResultWriter file(panel_path, Provenance{});
      Table world = world_of(file, persons, months);
      PanelWriter panel(world, {{"states", states}});
      for (std::uint64_t m = 0; m < months; ++m) panel.month(month_of_all(persons, m));
      panel.finish();
      file.commit();
      check_file(persons, months);
    }
}

TEST_CASE("blocks may come from several threads and one may be ahead of another") {
  constexpr std::uint64_t persons = 40'000, months = 72;
  ResultWriter file(panel_path, Provenance{});
  Table world = world_of(file, persons, months);
  PanelWriter panel(world, {{"states", states}});
  parallel::for_blocks(persons, PanelWriter::block_persons,
                       [&](std::size_t begin, std::size_t end, std::size_t b) {
                         for (std::uint64_t m = 0; m < months; ++m) {
                           std::vector<std::uint8_t> codes(end - begin);
                           for (std::size_t p = begin; p < end; ++p)
                             codes[p - begin] = code_of(p, m);
                           panel.block(b, codes);
                         }
                       });
  panel.finish();
  file.commit();
  check_file(persons, months);
}

TEST_CASE("chunks hold the whole time or equal parts of it") {
  CHECK(chunk_months(0) == 0);
  CHECK(chunk_months(1) == 1);
  CHECK(chunk_months(60) == 60);
  CHECK(chunk_months(61) == 31);
  CHECK(chunk_months(72) == 36);
  CHECK(chunk_months(120) == 60);
  CHECK(chunk_months(121) == 41);
}

TEST_CASE("a panel that is not whole is not finished and leaves no file") {
  {
    ResultWriter file(panel_path, Provenance{});
    Table world = world_of(file, 100, 12);
    PanelWriter panel(world, {{"states", states}});
    panel.month(month_of_all(100, 0));
    CHECK_THROWS_AS(panel.finish(), std::logic_error);
    CHECK_THROWS_AS(panel.month(month_of_all(99, 1)), std::logic_error);
  }
  CHECK(!std::filesystem::exists(panel_path));
}

TEST_CASE("a panel stores only codes of its variable") {
  ResultWriter file(panel_path, Provenance{});
  Table world = world_of(file, 100, 12);
  CHECK_THROWS_AS(PanelWriter(world, {{"states", {0, 1, 7}}}), std::logic_error);
}
