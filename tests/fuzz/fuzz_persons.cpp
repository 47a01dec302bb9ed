// Any bytes at all as a user's file of persons end in persons or in diagnostics.
#include <cstdint>

#include <tiltak/scenario/persons_file.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "memory_file.hpp"

using namespace tiltak;
using namespace tiltak::scenario;
using tiltak::fuzz::require;

namespace {

Values values_with(const std::string& path, const char* burn_in) {
  Diagnostics diagnostics;
  const auto text = std::make_shared<const Source>("fuzz.yaml", "name: {nb: P, en: P}\n");
  auto values = resolve(
      text, "/",
      {{{"--set", "population.file", path}, {"--set", "population.burn_in_months", burn_in}}, {}},
      diagnostics);
  require(values.has_value());
  return *values;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::MemoryFile file;
  static const Values values = values_with(file.path(), "0");
  file.hold(data, size);
  Diagnostics diagnostics;
  const GivenPeople people =
      read_persons(values, Month::of(2014, 1), Month::of(2020, 1), diagnostics);
  require(diagnostics.size() < 1000);
  for (const auto& diagnostic : diagnostics.all()) require(!to_string(diagnostic).empty());
  if (diagnostics.empty()) require(!people.empty());
  return 0;
}
