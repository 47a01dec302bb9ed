// JSON as a value, for what the program prints with --json and for the schemas it writes. Members
// keep the order in which they were added. Writing only; nothing in the program reads JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tiltak {

class Json {
public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default; // null
  Json(bool value) : value_(value) {}
  Json(double value) : value_(value) {} // not finite: written as null
  Json(std::int64_t value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  static Json array() { return Array{}; }
  static Json object() { return Object{}; }

  // Appends to an array, or to null, which becomes one.
  void push(Json item);
  // Sets a member of an object, or of null, which becomes one; gives the member.
  Json& set(std::string_view name, Json value);

  // A member of an object, or nullptr.
  const Json* find(std::string_view name) const;

  // On one line with indent 0, else with that many spaces a level. Doubles in the shortest form
  // that reads back to the same bits; texts as UTF-8 with only what JSON requires escaped.
  std::string text(int indent = 0) const;

private:
  void write(std::string& out, int indent, int level) const;

  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

} // namespace tiltak
