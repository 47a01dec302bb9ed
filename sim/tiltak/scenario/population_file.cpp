#include <tiltak/scenario/population_file.hpp>

#include <numeric>

#include <fmt/format.h>

#include <tiltak/scenario/category_map.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

// A number for each category below `key` and `numbers`, with its source.
template <std::size_t N>
std::array<double, N> read_sourced(MapView& top, std::string_view key, std::string_view numbers,
                                   const std::array<Category, N>& categories, Range range) {
  MapView map = top.map(key);
  const auto values = by_category(map, numbers, categories, range);
  map.text("source");
  map.finish();
  return values;
}

// Shares that add up to one, to a thousandth (published shares are rounded).
template <std::size_t N>
std::array<double, N> read_shares(MapView& margins, std::string_view key,
                                  const std::array<Category, N>& categories) {
  const auto shares = read_sourced(margins, key, "shares", categories, {0, 1});
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (sum < 0.999 || sum > 1.001)
    margins.error(key, fmt::format("shares add up to {:.4g}, not to 1", sum));
  return shares;
}

template <std::size_t N>
void read_margin(MapView& margins, std::string_view key, PopulationDimension dimension,
                 const std::array<Category, N>& categories, PopulationPlan& plan) {
  const auto shares = read_shares(margins, key, categories);
  plan.margins.push_back(
      {std::string(key), {static_cast<std::size_t>(dimension)}, {shares.begin(), shares.end()}});
}

// Rows of numbers, one for each of `rows`, as many in a row as `columns`.
template <std::size_t R, std::size_t C>
std::array<std::array<double, C>, R> read_rows(MapView& top, std::string_view key,
                                               const std::array<Category, R>& rows,
                                               const std::array<Category, C>& columns) {
  MapView map = top.map(key);
  std::array<std::array<double, C>, R> table{};
  for (std::size_t r = 0; r < R; ++r) {
    const auto row = map.reals(rows[r].name, {0, 1});
    if (row.size() == C)
      std::copy(row.begin(), row.end(), table[r].begin());
    else
      map.error(rows[r].name, fmt::format("{} numbers, not {}", row.size(), C),
                "one for each of " + std::string(columns.front().name) + " to " +
                    std::string(columns.back().name));
  }
  if (map.has("source")) map.text("source");
  map.finish();
  return table;
}

// The seed table from education by age: the same for every sex and origin.
std::vector<double> read_seed(MapView& seed) {
  const auto rows = read_rows(seed, "education_by_age", age_bands, educations);
  seed.text("source");
  seed.finish();
  std::vector<double> cells;
  for (std::size_t s = 0; s < sexes.size(); ++s)
    for (std::size_t a = 0; a < age_bands.size(); ++a)
      for (std::size_t o = 0; o < origins.size(); ++o)
        cells.insert(cells.end(), rows[a].begin(), rows[a].end());
  return cells;
}

void read_places(MapView& places, PlacePlan& plan) {
  plan.abroad = read_sourced(places, "born_abroad", "beside_others", counties, {0.01, 100});
  plan.higher = read_sourced(places, "higher_education", "beside_others", counties, {0.01, 100});
  plan.skill_by_education = read_rows(places, "skill_by_education", educations, skills);
  places.finish();
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
  plan.places.county = read_shares(margins, "county", counties);
  plan.places.skill = read_shares(margins, "skill", skills);
  margins.finish();
  MapView places = top.map("places");
  read_places(places, plan.places);
  MapView seed = top.map("seed");
  plan.seed = read_seed(seed);
  plan.death = read_sourced(top, "death", "hazard", age_bands, {0, 0.5});
  plan.emigration = read_sourced(top, "emigration", "hazard", origins, {0, 0.5});
  top.finish();
  return plan;
}

} // namespace tiltak::scenario
