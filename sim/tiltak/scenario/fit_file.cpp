#include <tiltak/scenario/fit_file.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include <tiltak/scenario/parameters_in_force.hpp>

namespace tiltak::scenario {

// By name, so that the order of the file does not matter; in nine digits, since values that went
// through an estimation without a step may differ in the last bits.
std::string fit_head(const ParameterFile& parameters) {
  std::vector<std::string> lines;
  for (const ParameterEntry& entry : parameters.entries)
    lines.push_back(fmt::format("{}={:.9g}\n", entry.name, entry.value));
  std::sort(lines.begin(), lines.end());
  std::uint64_t hash = fnv1a("");
  for (const std::string& line : lines) hash = fnv1a(line, hash);
  return fmt::format("# tiltak: fit of {:016x}\n", hash);
}

std::filesystem::path fit_path(const std::filesystem::path& parameters) {
  return std::filesystem::path(parameters).replace_extension(".fit.tsv");
}

std::string fit_of(const Values& values) {
  const auto path = parameter_path(values);
  std::ifstream file(fit_path(path), std::ios::binary);
  if (!file) return {};
  std::ostringstream text;
  text << file.rdbuf();
  Diagnostics diagnostics;
  const std::string head = fit_head(read_parameters(path, diagnostics));
  if (!diagnostics.empty()) throw InputError(diagnostics);
  if (!text.str().starts_with(head)) return "# stale\n";
  if (values.has("parameters.variants"))
    return fmt::format("# variants: {}\n", values.text("parameters.variants"));
  return text.str();
}

} // namespace tiltak::scenario
