#include <doctest/doctest.h>

#include <tiltak/scenario/map_view.hpp>

#include "reading.hpp"

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

Node tree(const std::string& text) {
  Diagnostics diagnostics;
  auto root = read_tree(source(text), diagnostics);
  INFO(to_string(diagnostics));
  REQUIRE(root);
  return std::move(*root);
}

} // namespace

TEST_CASE("a map reads as typed values with defaults") {
  const Node root =
      tree("price: 12 000 NOK a month\nsigma: 65 %\nmonths: 6 months\nstart: 2014-01\n"
           "on_post: true\nlabel: Lønnstilskudd\nsupply: tendered\nrate: 0.5\n"
           "caps: [1, 2.5]\ntags: [a, b]\ngroups: {young: {age: 30 years}}\n"
           "rows:\n  - {n: 1}\n  - {n: 2}\n");
  Diagnostics diagnostics;
  MapView map(root, "wage_subsidy", diagnostics);
  CHECK(map.money("price", "NOK a month") == Money::nok(12000));
  CHECK(map.share("sigma") == 0.65);
  CHECK(map.months("months") == 6);
  CHECK(map.month("start") == Month::of(2014, 1));
  CHECK(map.boolean("on_post"));
  CHECK(map.text("label") == "Lønnstilskudd");
  CHECK(map.choice("supply", {"individual", "tendered"}) == "tendered");
  CHECK(map.real("rate") == 0.5);
  CHECK(map.reals("caps") == std::vector<double>{1, 2.5});
  CHECK(map.texts("tags") == std::vector<std::string>{"a", "b"});
  auto groups = map.named("groups");
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].first == "young");
  CHECK(groups[0].second.integer("age", {0, 99}, {}, "years") == 30);
  CHECK(map.maps("rows").size() == 2);
  CHECK(map.share("retention", {0, 1}, 0.25) == 0.25);
  CHECK(map.map("absent", true).integer("n") == 0);
  map.finish();
  CHECK(to_string(diagnostics) == "");
}

TEST_CASE("all mistakes of a map are reported with the way to them") {
  const Node root =
      tree("price: 12 000 EUR\nsigma: 65\nlabl: x\nrows:\n  - {n: x}\n  - 3\nsub: 1\n");
  Diagnostics diagnostics;
  MapView map(root, "wage_subsidy", diagnostics);
  CHECK(map.money("price", "NOK a month") == Money{});
  CHECK(map.share("sigma", {0, 1}, 0.5) == 0.5);
  CHECK(map.text("label") == "");
  for (MapView row : map.maps("rows")) row.integer("n");
  map.map("sub").text("never reported twice");
  map.error("sigma", "too large for a pilot");
  map.finish();
  const std::string text = to_string(diagnostics);
  CHECK(has(text, "t.yaml:1:8: error: wage_subsidy.price: '12 000 EUR' has the unit 'EUR'"));
  CHECK(has(text, "t.yaml:2:8: error: wage_subsidy.sigma: '65' is above 1"));
  CHECK(has(text, "error: the key 'wage_subsidy.label' is missing"));
  CHECK(has(text, "t.yaml:5:9: error: wage_subsidy.rows[1].n: 'x' is not a number"));
  CHECK(has(text, "t.yaml:6:5: error: wage_subsidy.rows[2]: keys expected below it, found '3'"));
  CHECK(has(text, "t.yaml:7:6: error: wage_subsidy.sub: keys expected below it, found '1'"));
  CHECK(has(text, "t.yaml:2:8: error: wage_subsidy.sigma: too large for a pilot"));
  CHECK(has(text, "t.yaml:3:1: error: unknown key 'wage_subsidy.labl'"));
  CHECK(has(text, "did you mean 'label'?"));
  CHECK(diagnostics.size() == 8);
}

TEST_CASE("a list is not a map and a map is not a list") {
  const Node root = tree("a: [1]\nb: {c: 1}\nd:\n");
  Diagnostics diagnostics;
  MapView map(root, "", diagnostics);
  CHECK(map.integer("a") == 0);
  CHECK(map.reals("b").empty());
  CHECK(map.text("d") == "");
  CHECK(map.keys() == std::vector<std::string>{"a", "b", "d"});
  const std::string text = to_string(diagnostics);
  CHECK(has(text, "t.yaml:1:4: error: a: a list where one value belongs"));
  CHECK(has(text, "t.yaml:2:4: error: b: a list expected, found a map"));
  CHECK(has(text, "t.yaml:3:1: error: d: nothing is written after the key"));
}
