#include <tiltak/study/targets.hpp>

#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::study {

TargetFile read_targets(const std::filesystem::path& path, Diagnostics& diagnostics) {
  TargetFile file;
  const auto tree = scenario::read_tree_file(path, diagnostics);
  if (!tree) return file;
  scenario::MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"targets"});
  file.priors = path.parent_path() / top.text("priors");
  for (auto& [name, view] : top.named("targets")) {
    Target target;
    target.id = name;
    target.value = view.real("value");
    target.width = view.real("width", {1e-9, 1e9});
    target.judged = view.boolean("judged", false);
    target.held_out = view.boolean("held_out", false);
    target.source = view.text("source");
    view.finish();
    file.targets.push_back(std::move(target));
  }
  top.finish();
  return file;
}

} // namespace tiltak::study
