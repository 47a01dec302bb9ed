#include <tiltak/scenario/changes.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace tiltak::scenario {
namespace {

bool describes(std::string_view key) {
  return key.rfind("name.", 0) == 0 || key == "why" || key == "extends";
}

// A field in one line: what parts fields and lines becomes a blank.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return out;
}

// The default with its unit, as the value beside it has one.
std::string default_of(const Field& field) {
  Node node;
  node.text = field.fallback;
  Misread why;
  const auto value = field.fallback.empty() ? std::nullopt : read_scalar(field.type, node, why);
  return value ? with_unit(field.type, *value) : std::string{};
}

} // namespace

std::string changes(const Values& values) {
  std::string text;
  for (const auto& [key, value] : values.all()) {
    const bool is_change = !value.is_default() && value.written != value.field->fallback;
    if (!is_change || describes(key)) continue;
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", key, on_one_line(default_of(*value.field)),
                        on_one_line(with_unit(value.field->type, value.scalar)),
                        on_one_line(to_string(value.place.origin())),
                        on_one_line(value.field->does.nb), on_one_line(value.field->does.en));
  }
  return text;
}

} // namespace tiltak::scenario
