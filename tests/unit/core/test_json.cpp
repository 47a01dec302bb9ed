#include <doctest/doctest.h>

#include <limits>

#include <tiltak/core/json.hpp>

using tiltak::Json;

TEST_CASE("JSON keeps the order and escapes what must be") {
  Json json;
  json.set("b", 1);
  json.set("a", "æ \"x\"\n\x01\\");
  json.set("b", 0.1);
  json.set("list", Json::array()).push(true);
  json.set("none", Json{});
  json.set("not_finite", std::numeric_limits<double>::infinity());
  CHECK(
      json.text() ==
      R"({"b": 0.1, "a": "æ \"x\"\n\u0001\\", "list": [true], "none": null, "not_finite": null})");
}

TEST_CASE("JSON indents on request and leaves what is empty on one line") {
  Json json;
  json.set("a", Json::object());
  json.set("b", Json::Array{1, 2});
  CHECK(json.text(2) == "{\n  \"a\": {},\n  \"b\": [\n    1,\n    2\n  ]\n}");
}
