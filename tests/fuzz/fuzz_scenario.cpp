// Any bytes at all end in values or in diagnostics, never in a crash, and what was resolved can be
// written out and read again.
#include <cstdint>

#include <tiltak/scenario/characters.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "memory_file.hpp"

using namespace tiltak;
using namespace tiltak::scenario;
using tiltak::fuzz::require;

namespace {

void check_round_trip(const Value& value) {
  Node node;
  node.text = to_string(value.scalar);
  node.quoted = value.field->type.kind == Kind::text;
  Misread why;
  const auto again = read_scalar(value.field->type, node, why);
  require(again && *again == value.scalar);
  require(!with_unit(value.field->type, value.scalar).empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("fuzz.yaml", normalised(std::move(text)));
  const auto values = resolve(source, "/no/such/folder", {}, diagnostics);
  require(values.has_value() == diagnostics.empty());
  require(diagnostics.size() < 1000);
  for (const auto& diagnostic : diagnostics.all()) require(!to_string(diagnostic).empty());
  if (values)
    for (const auto& [key, value] : values->all()) check_round_trip(value);
  return 0;
}
