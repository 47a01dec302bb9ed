#include <tiltak/scenario/catalogue_file.hpp>

#include <algorithm>
#include <array>

#include <tiltak/core/exact.hpp>
#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

constexpr double ln2 = 0.6931471805599453;

// How places come about: contracts, notice, batches, and who is eligible.
void read_provision(MapView& view, Measure& measure) {
  const std::string supply =
      view.choice("supply", {"individual", "tendered", "pre_approved", "education"});
  measure.provision = supply == "individual"     ? Provision::individual
                      : supply == "tendered"     ? Provision::tendered
                      : supply == "pre_approved" ? Provision::pre_approved
                                                 : Provision::education;
  measure.notice = static_cast<int>(view.months("notice_months", {0, 60}));
  measure.commitment = static_cast<int>(view.months("commitment_months", {0, 120}));
  measure.batch = static_cast<int>(view.integer("batch", {1, 1000}, 1, "persons"));
  view.text("supply_source");
  if (view.has("intake_months")) {
    measure.intakes = 0;
    for (const double month : view.reals("intake_months", {1, 12}))
      measure.intakes =
          static_cast<std::uint16_t>(measure.intakes | 1 << (static_cast<int>(month) - 1));
    view.text("intake_source");
  }
  measure.from_age = static_cast<int>(view.integer("from_age", {18, 66}, 18, "years"));
  measure.to_age = static_cast<int>(view.integer("to_age", {18, 66}, 66, "years"));
  if (measure.to_age < measure.from_age) view.error("to_age", "nobody is eligible");
  if (view.has("age_source")) view.text("age_source");
}

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
  if (view.has("price_year"))
    measure.price_year = static_cast<int>(view.integer("price_year", {2000, 2024}, 2019));
  if (view.has("price_later")) {
    MapView later = view.map("price_later");
    measure.price_later = later.money("price", "NOK a month", {0, 1e6});
    measure.price_step = static_cast<int>(later.months("from_month", {1, 1200}));
    later.finish();
  }
  view.text("price_source");
  read_provision(view, measure);
  if (measure.post == Post::post_76) {
    measure.composition = view.share("composition");
    view.text("composition_source");
    if (view.has("cyclical_share")) {
      measure.cyclical_share = exact::log(1 + view.share("cyclical_share", {-0.9, 2}));
      view.text("cyclical_share_source");
    }
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
  if (view.has("threat")) {
    measure.threat = exact::log(1 + view.real("threat", {-0.95, 10}));
    view.text("threat_source");
  }
  const auto change = [&](const char* key) {
    return exact::log(1 + view.real(key, {-0.95, 10}, 0.0));
  };
  measure.part_time = change("part_time_effect");
  measure.reduced = change("reduced_effect");
  measure.studies = change("studies_effect");
  measure.new_skill = view.share("new_skill", {0, 1}, 0.0);
  if (view.has("new_skill_source")) view.text("new_skill_source");
  if (view.has("effect_by_group")) {
    MapView groups = view.map("effect_by_group");
    constexpr std::array<const char*, effect_groups> names{"under_30", "outside_eea", "compulsory"};
    for (std::size_t g = 0; g < effect_groups; ++g)
      measure.group_effect[g] = groups.real(names[g], {-1, 10}, 0.0);
    groups.finish();
  }
  view.text("effect_source");
}

struct CatalogueEntry {
  Measure measure;
  std::string leads_to; // id, or empty
};

CatalogueEntry read_measure(const std::filesystem::path& path, Diagnostics& diagnostics) {
  CatalogueEntry entry;
  Measure& measure = entry.measure;
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return entry;
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
  if (view.has("leads_to")) {
    entry.leads_to = view.text("leads_to");
    view.text("leads_to_source");
  }
  view.finish();
  return entry;
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
  std::vector<std::string> leads_to;
  for (const auto& file : files) {
    CatalogueEntry entry = read_measure(file, diagnostics);
    catalogue.push_back(std::move(entry.measure));
    leads_to.push_back(std::move(entry.leads_to));
  }
  for (std::size_t m = 0; m < catalogue.size(); ++m) {
    if (leads_to[m].empty()) continue;
    const auto next = std::find_if(catalogue.begin(), catalogue.end(), [&](const Measure& other) {
      return other.id == leads_to[m] && other.group == catalogue[m].group;
    });
    if (next == catalogue.end())
      diagnostics.add({files[m].string(), 0, 0},
                      "leads_to '" + leads_to[m] + "' is no measure of the same group");
    else
      catalogue[m].leads_to = static_cast<std::size_t>(next - catalogue.begin());
  }
  return catalogue;
}

void to_kroner_of(Catalogue& catalogue, const Earnings& earnings, int year) {
  const auto g = [&](int of) { return static_cast<double>(earnings.mean_g(of).ore); };
  for (Measure& measure : catalogue) {
    if (measure.price_year == 0 || measure.price_year == year) continue;
    const double factor = g(year) / g(measure.price_year);
    for (Money* price : {&measure.price, &measure.price_later})
      price->ore = scale(*price, factor).ore / 100 * 100;
  }
}

} // namespace tiltak::scenario
