#include <tiltak/compare/comparison.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace tiltak::compare {

std::string verdict(const Spread& difference) {
  if (!difference.half_width || !(std::abs(difference.mean) > *difference.half_width))
    return "none";
  return difference.mean > 0 ? "first" : "second";
}

std::vector<BreakEven> break_even(const std::vector<MapCell>& map) {
  std::map<std::pair<bool, double>, std::vector<MapCell>> lines;
  for (const MapCell& cell : map) lines[{cell.frictions, cell.gamma}].push_back(cell);
  std::vector<BreakEven> found;
  for (auto& [key, line] : lines) {
    std::sort(line.begin(), line.end(),
              [](const auto& a, const auto& b) { return a.displacement < b.displacement; });
    BreakEven one{key.second, key.first, std::nullopt, line.front().difference.mean > 0};
    for (std::size_t k = 0; k + 1 < line.size() && !one.displacement; ++k) {
      const double a = line[k].difference.mean, b = line[k + 1].difference.mean;
      if ((a > 0) != (b > 0)) // in a straight line between the two
        one.displacement =
            line[k].displacement + (line[k + 1].displacement - line[k].displacement) * a / (a - b);
    }
    found.push_back(one);
  }
  return found;
}

} // namespace tiltak::compare
