#include <tiltak/scenario/catalogue_file.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

constexpr double ln2 = 0.6931471805599453;

void read_places(MapView& view, Measure& measure) {
  const std::string post = view.choice("post", {"post_76", "own_post", "staff"});
  measure.post = post == "post_76"    ? Post::post_76
                 : post == "own_post" ? Post::own_post
                                      : Post::staff;
  MapView planned = view.map("planned_months");
  measure.planned_min = static_cast<int>(planned.months("from", {1, 1200}));
  measure.planned_max = static_cast<int>(planned.months("to", {1, 1200}));
  if (measure.planned_max < measure.planned_min) planned.error("to", "ends before it begins");
  planned.finish();
  measure.max_months = static_cast<int>(view.months("max_months", {1, 1200}));
  measure.price = view.money("price", "NOK a month", {0, 1e6});
  view.text("price_source");
  if (measure.post == Post::post_76) {
    measure.composition = view.share("composition");
    view.text("composition_source");
  } else {
    measure.places = view.integer("places", {0, 1e6});
    view.text("places_source");
  }
}

void read_effects(MapView& view, Measure& measure) {
  measure.lock_in = exact::log(view.real("lock_in", {0.01, 10}));
  measure.effect = exact::log(1 + view.real("effect", {-0.95, 10}));
  measure.delay = static_cast<int>(view.months("effect_delay_months", {0, 120}));
  measure.decay = ln2 / static_cast<double>(view.months("effect_half_life_months", {1, 1200}));
  measure.sigma = view.share("sigma");
  measure.supply_share = view.share("supply_share");
  measure.retention = view.share("retention");
  view.text("effect_source");
}

Measure read_measure(const std::filesystem::path& path, Diagnostics& diagnostics) {
  Measure measure;
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return measure;
  MapView view(*tree, "", diagnostics);
  view.choice("tiltak", {"measure"});
  measure.id = view.text("id");
  if (measure.id != path.stem().string())
    view.error("id",
               "is '" + measure.id + "', but the file is called '" + path.stem().string() + "'");
  MapView words = view.map("name");
  measure.nb = words.text("nb");
  measure.en = words.text("en");
  words.finish();
  measure.group = view.choice("group", {"job_seekers", "reduced_capacity"}) == "job_seekers"
                      ? MeasureGroup::job_seekers
                      : MeasureGroup::reduced_capacity;
  measure.subsidised = view.boolean("subsidised");
  read_places(view, measure);
  read_effects(view, measure);
  view.finish();
  return measure;
}

} // namespace

Catalogue read_catalogue(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  if (files.empty()) diagnostics.add({folder.string(), 0, 0}, "no measures in this folder");
  if (files.size() > most_measures)
    diagnostics.add({folder.string(), 0, 0}, "more measures than the engine keeps apart",
                    std::to_string(most_measures));
  Catalogue catalogue;
  for (const auto& file : files) catalogue.push_back(read_measure(file, diagnostics));
  return catalogue;
}

} // namespace tiltak::scenario
