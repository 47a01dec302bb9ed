#include <doctest/doctest.h>

#include <set>

#include <tiltak/scenario/fields.hpp>

using namespace tiltak;
using namespace tiltak::scenario;

TEST_CASE("every key is described in both languages and its default and example are valid") {
  std::set<std::string_view> paths;
  for (const Field& field : fields()) {
    INFO("key: ", std::string(field.path));
    CHECK(paths.insert(field.path).second);
    CHECK(field.does.nb.ends_with("."));
    CHECK(field.does.en.ends_with("."));
    CHECK(field.does.nb != field.does.en);
    CHECK_FALSE(field.example.empty());
    for (const std::string_view written : {field.fallback, field.example}) {
      if (written.empty()) continue;
      Node node;
      node.text = written;
      Misread why;
      CHECK(read_scalar(field.type, node, why));
      CHECK(why.message == "");
    }
    CHECK((field.type.kind == Kind::choice) == !field.type.options.empty());
    for (const auto& list : {field.type.options, field.ids})
      for (const Option& option : list) {
        CHECK_FALSE(option.words.nb.empty());
        CHECK_FALSE(option.words.en.empty());
      }
    for (const Option& id : field.ids) CHECK(is_id(id.name));
  }
}

TEST_CASE("the keys that other programs rely on exist under their names") {
  for (const char* path : {"name.nb",
                           "name.en",
                           "extends",
                           "seed",
                           "replications",
                           "population.scale",
                           "population.file",
                           "horizon.start",
                           "horizon.months",
                           "evaluation.start",
                           "evaluation.window_months",
                           "evaluation.tail_months",
                           "evaluation.contrast",
                           "cycle.kind",
                           "cycle.file",
                           "budget.rule",
                           "budget.level",
                           "budget.response",
                           "budget.lag_months",
                           "budget.swings",
                           "allocation.rule",
                           "measures.anything.price",
                           "market.matching",
                           "market.demand_response",
                           "frictions.season",
                           "parameters.file",
                           "output.panel"}) {
    INFO("key: ", std::string(path));
    CHECK(find_field(path) != nullptr);
  }
  const auto options = [](const char* path) {
    std::string names;
    for (const Option& option : find_field(path)->type.options)
      names += std::string(option.name) + " ";
    return names;
  };
  CHECK(options("evaluation.contrast") == "none marginal ");
  CHECK(options("budget.rule") == "stable cyclical historical path ");
  CHECK(options("budget.swings") == "job_seekers whole_post ");
  CHECK(options("frictions.season") == "on off ");
  CHECK(options("output.panel") == "none sample full ");
}

TEST_CASE("paths are found by their parts and names stand for id") {
  CHECK(find_field("measures.wage_subsidy.price")->path == "measures.<id>.price");
  CHECK(find_field("measures.Wage.price") == nullptr);
  CHECK(find_field("measures.wage_subsidy") == nullptr);
  CHECK(find_field("budget") == nullptr);
  CHECK(find_field("") == nullptr);
  CHECK(find_field("seed.x") == nullptr);
  CHECK(segments("a..b") == std::vector<std::string>{"a", "", "b"});
  CHECK(segments("") == std::vector<std::string>{""});
  CHECK(is_id("vta"));
  CHECK(is_id("a2_b"));
  CHECK_FALSE(is_id("2a"));
  CHECK_FALSE(is_id("å"));
  CHECK_FALSE(is_id(""));
  CHECK_FALSE(is_id(std::string(65, 'a')));
}
