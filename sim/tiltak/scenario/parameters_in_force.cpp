#include <tiltak/scenario/parameters_in_force.hpp>

#include <algorithm>

#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/data_files.hpp>

namespace tiltak::scenario {
namespace {

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> found{""};
  for (const char c : text)
    if (c == ' ' || c == ',')
      found.emplace_back();
    else
      found.back() += c;
  std::erase(found, "");
  return found;
}

std::vector<std::string> variant_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".yaml") names.push_back(file.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

} // namespace

std::filesystem::path parameter_path(const Values& values) {
  return values.has("parameters.file") ? values.file("parameters.file")
                                       : shipped_file("baseline/parameters.yaml");
}

void lay_variants(const Values& values, ParameterFile& file, Diagnostics& diagnostics) {
  if (!values.has("parameters.variants")) return;
  const auto folder = shipped_file("evidence/variants");
  const auto known = variant_names(folder);
  for (const std::string& name : words(values.text("parameters.variants"))) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      Diagnostic wrong = values.error("parameters.variants", "no variant is called '" + name + "'");
      wrong.allowed = joined(known);
      wrong.hint = did_you_mean(name, known);
      diagnostics.add(std::move(wrong));
      continue;
    }
    for (ParameterEntry entry : read_parameters(folder / (name + ".yaml"), diagnostics).entries) {
      std::erase_if(file.entries, [&](const ParameterEntry& e) { return e.name == entry.name; });
      entry.width = 0;
      file.entries.push_back(std::move(entry)); // at the end: it goes before groups and single ones
    }
  }
}

ParameterFile parameters_in_force(const Values& values, Diagnostics& diagnostics) {
  ParameterFile file = read_parameters(parameter_path(values), diagnostics);
  lay_variants(values, file, diagnostics);
  return file;
}

} // namespace tiltak::scenario
