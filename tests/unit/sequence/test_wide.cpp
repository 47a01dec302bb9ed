#include <doctest/doctest.h>

#include <tiltak/sequence/wide.hpp>

using namespace tiltak;
using namespace tiltak::sequence;

namespace {

Sequences read(const std::string& text, const WideOptions& options = {}) {
  return read_wide(Table::of_text(text, "x.csv"), options);
}

} // namespace

TEST_CASE("a wide table is read with its quotes and separators and line ends") {
  const Sequences s = read("\xEF\xBB\xBFm1;m2;m3\r\n\"a\";b;b\r\n\nb;a;\r\n");
  CHECK(s.size() == 2);
  CHECK(s.alphabet == std::vector<std::string>{"a", "b"});
  CHECK(s.length(0) == 3);
  CHECK(s.length(1) == 2);
  CHECK(s.codes == std::vector<std::uint8_t>{0, 1, 1, 1, 0, void_code});
}

TEST_CASE("numbers are sorted as numbers") {
  CHECK(read("m1,m2\n10,9\n2,10\n").alphabet == std::vector<std::string>{"2", "9", "10"});
}

TEST_CASE("columns have their roles") {
  WideOptions options;
  options.columns = {"m1..m2"};
  options.id = "who";
  options.weights = "w";
  options.missing = "?";
  options.states = {"b", "a"};
  const Sequences s = read("who,m1,m2,w\nkari,a,?,0.5\nola,b,a,0\n", options);
  CHECK(s.ids == std::vector<std::string>{"kari", "ola"});
  CHECK(s.weights == std::vector<double>{0.5, 0});
  CHECK(s.has_missing);
  CHECK(s.codes == std::vector<std::uint8_t>{1, 2, 0, 1});
}

TEST_CASE("bad tables are refused with all that is wrong") {
  CHECK_THROWS_WITH_AS(read(""), doctest::Contains("is empty"), InputError);
  CHECK_THROWS_WITH_AS(read("m1,m2\n"), doctest::Contains("nothing below"), InputError);
  CHECK_THROWS_WITH_AS(read("m1,m2\na,b\na\na,b,c\n"), doctest::Contains("x.csv:4"), InputError);
  CHECK_THROWS_WITH_AS(read("m1,m2,m3\na,,b\n"), doctest::Contains("empty cell inside"),
                       InputError);
  CHECK_THROWS_WITH_AS(read("m1,m2\na,b\n,\n"), doctest::Contains("the sequence is empty"),
                       InputError);
  WideOptions states;
  states.states = {"a"};
  CHECK_THROWS_WITH_AS(read("m1,m2\na,x\n", states), doctest::Contains("unknown state 'x'"),
                       InputError);
  WideOptions weights;
  weights.weights = "w";
  CHECK_THROWS_WITH_AS(read("m1,w\na,NaN\n", weights), doctest::Contains("weight 'NaN'"),
                       InputError);
  CHECK_THROWS_WITH_AS(read("m1,w\na,-1\n", weights), doctest::Contains("weight '-1'"), InputError);
  CHECK_THROWS_WITH_AS(read("m1,w\na,0\n", weights), doctest::Contains("all weights are 0"),
                       InputError);
  weights.weights = "weigth";
  CHECK_THROWS_AS(read("m1,w\na,0\n", weights), InputError);
}
