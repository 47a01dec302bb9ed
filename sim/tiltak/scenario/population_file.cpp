#include <tiltak/scenario/population_file.hpp>

#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

// A number for each category, in the order of the categories.
template <class Categories>
std::vector<double> by_category(MapView& view, std::string_view key, const Categories& categories,
                                Range range) {
  MapView map = view.map(key);
  std::vector<double> values;
  for (const Category& category : categories) values.push_back(map.real(category.name, range));
  map.finish();
  return values;
}

template <class Categories>
void read_margin(MapView& margins, std::string_view key, PopulationDimension dimension,
                 const Categories& categories, PopulationPlan& plan) {
  MapView margin = margins.map(key);
  plan.margins.push_back({std::string(key),
                          {static_cast<std::size_t>(dimension)},
                          by_category(margin, "shares", categories, {0, 1})});
  margin.text("source");
  margin.finish();
}

// The seed table from education by age: the same for every sex and origin.
std::vector<double> read_seed(MapView& seed) {
  MapView by_age = seed.map("education_by_age");
  std::vector<std::vector<double>> rows;
  for (const Category& band : age_bands) {
    rows.push_back(by_age.reals(band.name, {0, 1}));
    if (rows.back().size() != educations.size()) {
      by_age.error(band.name, "one share for each education expected");
      rows.back().assign(educations.size(), 0.2);
    }
  }
  by_age.finish();
  seed.text("source");
  seed.finish();
  std::vector<double> cells;
  for (std::size_t s = 0; s < sexes.size(); ++s)
    for (std::size_t a = 0; a < age_bands.size(); ++a)
      for (std::size_t o = 0; o < origins.size(); ++o)
        cells.insert(cells.end(), rows[a].begin(), rows[a].end());
  return cells;
}

template <std::size_t N, class Categories>
void read_hazard(MapView& top, std::string_view key, const Categories& categories,
                 std::array<double, N>& into) {
  MapView map = top.map(key);
  const auto values = by_category(map, "hazard", categories, {0, 0.5});
  std::copy(values.begin(), values.end(), into.begin());
  map.text("source");
  map.finish();
}

} // namespace

PopulationPlan read_population(const std::filesystem::path& path, Diagnostics& diagnostics) {
  PopulationPlan plan;
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return plan;
  MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"population"});
  plan.persons = static_cast<double>(top.integer("persons", {1, 1e9}));
  top.text("persons_source");
  MapView margins = top.map("margins");
  read_margin(margins, "sex", PopulationDimension::sex, sexes, plan);
  read_margin(margins, "age", PopulationDimension::age, age_bands, plan);
  read_margin(margins, "origin", PopulationDimension::origin, origins, plan);
  read_margin(margins, "education", PopulationDimension::education, educations, plan);
  margins.finish();
  MapView seed = top.map("seed");
  plan.seed = read_seed(seed);
  read_hazard(top, "death", age_bands, plan.death);
  read_hazard(top, "emigration", origins, plan.emigration);
  top.finish();
  return plan;
}

} // namespace tiltak::scenario
