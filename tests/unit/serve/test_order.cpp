// From a form to a scenario: what is not changed is not said, what cannot be used is said where it
// stands, and no form leads to a file.
#include <doctest/doctest.h>

#include <check.hpp>

#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>

using namespace tiltak;
using namespace tiltak::serve;

namespace {

const std::vector<Base>& bases() {
  static const std::vector<Base> all{make_base(TILTAK_SOURCE_DIR "/scenarios/budgets/stable.yaml")};
  return all;
}

std::string all_inputs() {
  std::string body = "base=0";
  for (const Group& group : bases()[0].groups)
    for (const Control& control : group.controls) body += "&" + control.key + "=" + control.shown;
  for (std::size_t at = 0; (at = body.find('%', at)) != std::string::npos; at += 3)
    body.replace(at, 1, "%25");
  return body;
}

} // namespace

TEST_CASE("the form as it stands changes nothing") {
  const Order order = read_order(all_inputs(), bases(), Language::en);
  CHECK(order.faults.empty());
  CHECK(order.changes.empty());
  CHECK(order.written.size() > 200);
}

TEST_CASE("no input is for a file or for another scenario") {
  for (const Group& group : bases()[0].groups)
    for (const Control& control : group.controls)
      CHECK(control.field->type.kind != scenario::Kind::file);
  for (const char* key : {"extends", "budget.file", "cycle.file", "parameters.file",
                          "parameters.draws", "population.file"})
    CHECK(read_order(std::string("base=0&") + key + "=%2Fetc%2Fpasswd", bases(), Language::en)
              .faults.size() == 1);
}

TEST_CASE("a value takes the unit of its input and a comma in Norwegian") {
  const auto value = [](const char* body, Language language) {
    const Order order = read_order(body, bases(), language);
    return order.changes.size() == 1 ? order.changes[0].value : "none";
  };
  CHECK(value("base=0&budget.level=7,3", Language::nb) == "7.3 million NOK");
  CHECK(value("base=0&budget.level=7.3+billion+NOK", Language::en) == "7.3 billion NOK");
  CHECK(value("base=0&budget.response=25", Language::en) == "25 %");
  CHECK(value("base=0&budget.response=0,5+%25", Language::nb) == "0.5 %");
  CHECK(value("base=0&budget.rule=cyclical", Language::nb) == "cyclical");
  CHECK(value("base=0&budget.rule=stable", Language::nb) == "none");
}

TEST_CASE("a form that is not one of ours gives faults and no changes") {
  for (const char* body : {"", "base=1", "base=-1", "base=x", "base=0&base=0", "base=0&x=1",
                           "base=0&budget.rule=stable&budget.rule=path", "base=0&a=%"})
    CHECK_FALSE(read_order(body, bases(), Language::nb).faults.empty());
}

TEST_CASE("what cannot be used is said at its input") {
  Order order = read_order("base=0&budget.level=mye&budget.rule=stabel", bases(), Language::nb);
  CHECK_FALSE(check(order, bases()[0], {}, Language::nb));
  REQUIRE(order.faults.size() == 2);
  for (const Fault& fault : order.faults) {
    CHECK(fault.key ==
          (fault.message.find("mye") != std::string::npos ? "budget.level" : "budget.rule"));
    CHECK_FALSE(fault.detail.empty());
  }
}

TEST_CASE("the limits of the server hold") {
  const Limits limits{0.02, 3, 1e9};
  const auto fault = [&](const char* body) {
    Order order = read_order(body, bases(), Language::en);
    const auto checked = check(order, bases()[0], limits, Language::en);
    return checked ? std::string("none") : order.faults.at(0).key;
  };
  CHECK(fault("base=0&population.scale=2&replications=3") == "none");
  CHECK(fault("base=0&population.scale=2.1") == "population.scale");
  CHECK(fault("base=0&population.scale=1&replications=4") == "replications");
  CHECK(fault("base=0&population.scale=1&precision.figure=net") == "precision.most_replications");
}

TEST_CASE("the file of a scenario stands alone and says the same") {
  Order order = read_order("base=0&name=Mer+%22penger%22+%23+%3A&budget.level=8000&cycle.kind=boom"
                           "&cycle.kind2=",
                           bases(), Language::en);
  CHECK_FALSE(order.faults.empty()); // no such input
  order = read_order("base=0&name=Mer+%22penger%22+%23+%3A&budget.level=8000&population.scale=1",
                     bases(), Language::en);
  const auto checked = check(order, bases()[0], {}, Language::en);
  REQUIRE(checked);
  Diagnostics diagnostics;
  const auto again =
      scenario::resolve(std::make_shared<const scenario::Source>("form", checked->text), ".",
                        {{}, scenario::measure_ids()}, diagnostics);
  REQUIRE_MESSAGE(again, to_string(diagnostics));
  CHECK(again->text("name.nb") == "Mer \"penger\" # :");
  CHECK(again->money("budget.level") == Money::nok(8'000'000'000));
  auto changes = order.changes;
  const auto direct = scenario::resolve(bases()[0].path, {changes, scenario::measure_ids()});
  std::string expected = direct.canonical(), found = again->canonical();
  CHECK(found == expected);
}
