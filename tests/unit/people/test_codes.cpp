// The lists of codes that files hold (store/codes.hpp, which knows nothing of people) say what the
// model's own classifications say, code by code, in both languages.
#include <doctest/doctest.h>

#include <tiltak/people/counties.hpp>
#include <tiltak/store/codes.hpp>

using namespace tiltak;

namespace {

void check_same(std::span<const Category> people, store::Codes codes) {
  REQUIRE(codes.size() == people.size());
  for (std::size_t k = 0; k < people.size(); ++k) {
    CHECK(codes[k].value == k);
    CHECK(codes[k].name == people[k].name);
    CHECK(codes[k].nb == people[k].nb);
    CHECK(codes[k].en == people[k].en);
  }
}

} // namespace

TEST_CASE("codes of places and kinds of work are those of the model") {
  check_same(counties, store::codes::county);
  check_same(regions, store::codes::region.first(regions.size())); // the last: the whole country
  check_same(skills, store::codes::skill);
}

TEST_CASE("codes of origin and education are those of the model") {
  check_same(origins, store::codes::origin);
  check_same(educations, store::codes::education);
}
