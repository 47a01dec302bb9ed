// A number for each category of a classification, as data files of the population have them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include <tiltak/people/attributes.hpp>
#include <tiltak/scenario/map_view.hpp>

namespace tiltak::scenario {

// The map below `key`: a number in `range` for every category, in the order of the categories.
template <std::size_t N>
std::array<double, N> by_category(MapView& view, std::string_view key,
                                  const std::array<Category, N>& categories, Range range) {
  MapView map = view.map(key);
  std::array<double, N> values{};
  std::transform(categories.begin(), categories.end(), values.begin(),
                 [&](const Category& category) { return map.real(category.name, range); });
  map.finish();
  return values;
}

} // namespace tiltak::scenario
