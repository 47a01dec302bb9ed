#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include <tiltak/state/readout.hpp>
#include <tiltak/store/layout.hpp>

using namespace tiltak;
using namespace tiltak::store;

TEST_CASE("every row of the layout is sound") {
  std::set<std::string_view> paths;
  for (const auto& row : layout::variables()) {
    CAPTURE(row.path);
    CHECK(paths.insert(row.path).second);
    CHECK(!row.long_name.empty());
    CHECK(!row.long_name_nb.empty());
    CHECK(!row.dimension_names().empty());
    const bool has_units = !row.units.empty(),
               needs_units = row.codes.empty() && row.type != Type::text;
    CHECK(has_units == needs_units);
    const auto group = [&](const auto& g) { return g.path == row.group(); };
    CHECK(std::any_of(layout::groups().begin(), layout::groups().end(), group));
    if (!row.codes.empty())
      CHECK(row.type == Type::u8);
    if (row.storage == layout::Storage::panel)
      CHECK(row.dimension_names().size() == 2);
    // A variable named as a dimension of its group is that dimension's coordinate, to netCDF.
    for (const auto& other : layout::variables())
      if (other.group() == row.group() && !row.is_coordinate() && row.name() != other.name())
        for (const auto& d : other.dimension_names())
          CHECK_MESSAGE(d != row.name(), other.path);
  }
}

TEST_CASE("codes count from 0 and have one word each") {
  for (const auto& row : layout::variables())
    for (std::size_t i = 0; i < row.codes.size(); ++i) {
      CHECK(row.codes[i].value == i);
      CHECK(row.codes[i].name.find_first_of(" ,\"") == std::string_view::npos);
      CHECK(!row.codes[i].en.empty());
      CHECK(!row.codes[i].nb.empty());
    }
}

TEST_CASE("a world stands for any world") {
  CHECK(layout::find("/worlds/policy/states")->path == "/worlds/<world>/states");
  CHECK(layout::find("/worlds/no-tiltak_2/spells/start") != nullptr);
  CHECK(layout::find("/worlds//states") == nullptr);
  CHECK(layout::find("/worlds/a b/states") == nullptr);
  CHECK(layout::find("/worlds/policy/states/") == nullptr);
  CHECK(layout::find("/worlds/policy") == nullptr);
  CHECK(layout::find_group("/worlds/policy")->path == "/worlds/<world>");
  CHECK(!layout::is_world_name(std::string(65, 'a')));
}

TEST_CASE("the states of the file are the states of the model") {
  REQUIRE(codes::state.size() == state_words.size());
  for (std::size_t i = 0; i < state_words.size(); ++i) {
    CHECK(codes::state[i].name == state_words[i].name);
    CHECK(codes::state[i].nb == state_words[i].nb);
    CHECK(codes::state[i].en == state_words[i].en);
  }
  CHECK(codes::job[static_cast<std::size_t>(Job::full)].name == "full");
  CHECK(codes::job[static_cast<std::size_t>(Job::subsidised_part)].name == "subsidised_part");
  CHECK(codes::job.size() == static_cast<std::size_t>(Job::subsidised_full) + 1);
}
