// Groups of the accounts in words, and which of them rest on too few persons.
#include <doctest/doctest.h>

#include <tiltak/report/small_groups.hpp>

using namespace tiltak::report;

namespace {

const std::vector<std::string> groups{"all",
                                      "sex.woman",
                                      "sex.man",
                                      "priority.none",
                                      "priority.under_30+long_term+outside_eea",
                                      "county.more_og_romsdal",
                                      "county.utopia",
                                      "segment.norway service",
                                      "segment.trondelag",
                                      "colour.blue"};

} // namespace

TEST_CASE("Groups are called by grouping and label in both languages") {
  const Words nb(Language::nb), en(Language::en);
  const auto kinds = group_kinds(groups, nb), english = group_kinds(groups, en);
  REQUIRE(kinds.size() == 5);
  CHECK(group_name(kinds[0], 1, nb) == "Kjønn: Mann");
  CHECK(kinds[1].first == 3);
  CHECK(kinds[1].labels[1] == "Under 30 år, langtidsledig og født utenfor EØS");
  CHECK(english[1].labels[1] == "Under 30, long-term unemployed and born outside the EEA");
  CHECK(kinds[2].labels[0] == "Møre og Romsdal");
  CHECK(kinds[3].labels[0] == "Norge: Salg, service, omsorg, renhold");
  CHECK(english[3].labels[0] == "Norway: Sales, service, care, cleaning");
  CHECK(kinds[3].labels[1] == "Trøndelag");
}

TEST_CASE("What is not known keeps its name") {
  const auto kinds = group_kinds(groups, Words(Language::nb));
  CHECK(kinds[2].labels[1] == "utopia");
  CHECK(kinds[4].title == "colour");
  CHECK(kinds[4].labels[0] == "blue");
}

TEST_CASE("A group of four is hidden with another that would give it away") {
  const std::vector<GroupKind> kinds{{"sex", 1, {"woman", "man"}}, {"age", 3, {"a", "b", "c"}}};
  const auto small = small_groups(kinds, {40, 20, 20, 4, 6, 30});
  CHECK(small == std::vector<char>{0, 0, 0, 1, 1, 0});
}

TEST_CASE("A mean of more than four persons is shown and a group of nobody as well") {
  const std::vector<GroupKind> kinds{{"age", 1, {"a", "b", "c"}}};
  CHECK(small_groups(kinds, {40, 4.25, 0, 35.75}) == std::vector<char>(4, 0));
}

TEST_CASE("Where files do not say how many they are groups are shown") {
  const std::vector<GroupKind> kinds{{"age", 1, {"a", "b"}}};
  CHECK(small_groups(kinds, {-1, -1, -1}) == std::vector<char>(3, 0));
  CHECK(small_groups(kinds, {}).empty());
}
