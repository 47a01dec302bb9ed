#include <tiltak/scenario/parameter_draws.hpp>

#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {

ParameterDraws read_draws(const std::filesystem::path& path, Diagnostics& diagnostics) {
  ParameterDraws read;
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return read;
  MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"parameter_draws"});
  read.names = top.texts("names");
  for (const MapView& draw : top.maps("draws")) {
    MapView view = draw;
    read.draws.push_back(view.reals("values"));
    if (read.draws.back().size() != read.names.size())
      view.error("values", fmt::format("{} numbers for {} names", read.draws.back().size(),
                                       read.names.size()));
    view.finish();
  }
  if (read.draws.empty()) top.error("draws", "there are none");
  top.finish();
  return read;
}

std::string write_draws(const ParameterDraws& draws, const std::string& head) {
  std::string out = head + "tiltak: parameter_draws\nnames: [" +
                    fmt::format("{}", fmt::join(draws.names, ", ")) + "]\ndraws:\n";
  for (const auto& draw : draws.draws)
    out += fmt::format("  - values: [{}]\n", fmt::join(draw, ", "));
  return out;
}

void apply_draw(const ParameterDraws& draws, std::size_t number, ParameterFile& file,
                Diagnostics& diagnostics) {
  std::map<std::string, ParameterEntry*> by_name;
  for (ParameterEntry& entry : file.entries) by_name[entry.name] = &entry;
  const auto& values = draws.draws[number % draws.draws.size()];
  for (std::size_t k = 0; k < draws.names.size(); ++k) {
    const auto found = by_name.find(draws.names[k]);
    if (found == by_name.end())
      diagnostics.add({file.name, 0, 0},
                      "has no parameter '" + draws.names[k] + "', which the draws are of");
    else
      found->second->value = values[k];
  }
}

} // namespace tiltak::scenario
