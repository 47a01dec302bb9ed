#include <tiltak/measure/network.hpp>

#include <fmt/format.h>

namespace tiltak {
namespace {

constexpr std::array<const char*, 3> posts{"chapter 634 post 76", "own post", "staff"};
constexpr std::array<const char*, 2> groups{"job seekers", "reduced capacity"};

std::string thousands(std::int64_t kroner) {
  const std::string digits = std::to_string(kroner);
  std::string text;
  for (std::size_t k = 0; k < digits.size(); ++k) {
    if (k > 0 && (digits.size() - k) % 3 == 0) text += ' ';
    text += digits[k];
  }
  return text;
}

} // namespace

std::string placement_dot(const Catalogue& catalogue, const std::vector<Money>& per_year) {
  std::string dot = "digraph placement {\n  rankdir=LR; node [shape=box, style=rounded];\n";
  for (std::size_t p = 0; p < posts.size(); ++p)
    dot += fmt::format("  post_{} [label=\"{}\", shape=cylinder];\n", p, posts[p]);
  for (std::size_t g = 0; g < groups.size(); ++g)
    dot += fmt::format("  group_{} [label=\"{}\", shape=ellipse];\n", g, groups[g]);
  for (std::size_t m = 0; m < catalogue.size(); ++m) {
    const Measure& measure = catalogue[m];
    const std::int64_t price = measure.price.ore * 12;
    const double places =
        price > 0 ? static_cast<double>(per_year[m].ore) / static_cast<double>(price) : 0;
    const bool none = per_year[m].ore == 0;
    dot +=
        fmt::format("  \"{}\" [label=\"{}\\n{} NOK a month\\n{} to {} months\"{}];\n", measure.id,
                    measure.en, thousands(measure.price.ore / 100), measure.planned_min,
                    measure.planned_max, measure.subsidised ? ", style=\"rounded,filled\"" : "");
    dot += fmt::format("  post_{} -> \"{}\" [label=\"{} NOK a year\"{}];\n",
                       static_cast<int>(measure.post), measure.id, thousands(per_year[m].ore / 100),
                       none ? ", style=dotted" : "");
    dot += fmt::format("  \"{}\" -> group_{} [label=\"{:.0f} places\"{}];\n", measure.id,
                       static_cast<int>(measure.group), places, none ? ", style=dotted" : "");
  }
  return dot + "}\n";
}

} // namespace tiltak
