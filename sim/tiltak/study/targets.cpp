#include <tiltak/study/targets.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::study {
namespace {

void value_of_evidence(scenario::MapView& view, const scenario::EvidenceBase& base,
                       Target& target) {
  const std::string id = view.text("evidence");
  target.source = fmt::format("[{}]", id);
  const scenario::Evidence* entry = base.find(id);
  if (!entry) return; // the check of the source says so
  if (!entry->value) view.error("evidence", "'" + id + "' is a statement and has no value");
  target.value = entry->value.value_or(0);
}

Target read_target(const std::string& id, scenario::MapView& view,
                   const scenario::EvidenceBase& base, Diagnostics& diagnostics) {
  Target target;
  target.id = id;
  if (view.has("evidence")) {
    value_of_evidence(view, base, target);
  } else {
    target.value = view.real("value");
    target.source = view.text("source");
  }
  const std::string side = view.choice("side", {"equal", "at_least", "at_most"}, "equal");
  target.side = side == "at_least"  ? TargetSide::at_least
                : side == "at_most" ? TargetSide::at_most
                                    : TargetSide::equal;
  target.width = view.real("width", {1e-9, 1e9});
  target.judged = view.boolean("judged", false);
  target.held_out = view.choice("use", {"fitted", "held_out"}, "fitted") == "held_out";
  base.check_source(target.source, view.place(), diagnostics);
  view.finish();
  return target;
}

} // namespace

TargetFile read_targets(const std::filesystem::path& path, const scenario::EvidenceBase& evidence,
                        Diagnostics& diagnostics) {
  TargetFile file;
  const auto tree = scenario::read_tree_file(path, diagnostics);
  if (!tree) return file;
  scenario::MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"targets"});
  file.priors = path.parent_path() / top.text("priors");
  file.estimates = top.texts("estimates", true);
  file.leaves = top.texts("leaves", true);
  for (auto& [id, view] : top.named("targets"))
    file.targets.push_back(read_target(id, view, evidence, diagnostics));
  top.finish();
  return file;
}

void hold(const TargetFile& targets, scenario::ParameterFile& parameters,
          Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const auto& entry : parameters.entries) names.push_back(entry.name);
  for (const auto* said : {&targets.estimates, &targets.leaves})
    for (const std::string& name : *said)
      if (std::find(names.begin(), names.end(), name) == names.end())
        diagnostics.add({targets.priors.string(), 0, 0}, "no parameter is called '" + name + "'",
                        {}, did_you_mean(name, names));
  const auto is_in = [](const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  for (auto& entry : parameters.entries)
    entry.held = is_in(targets.leaves, entry.name) ||
                 (!targets.estimates.empty() && !is_in(targets.estimates, entry.name));
}

} // namespace tiltak::study
