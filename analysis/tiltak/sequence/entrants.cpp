#include <tiltak/sequence/entrants.hpp>

#include <algorithm>

namespace tiltak::sequence {
namespace {

// Codes of the file format (docs/formats/results.md).
constexpr std::uint8_t on_measure = 2, outside_population = 6;

} // namespace

bool covers(const Panel& panel, const EntrantRule& rule) {
  const std::int32_t january = Month::of(rule.year, 1) - panel.start;
  return january >= 12 && january + 11 + rule.follow_months <= static_cast<int>(panel.months);
}

std::vector<Entrant> select_entrants(const Panel& panel, std::span<const std::int16_t> birth,
                                     const EntrantRule& rule) {
  std::vector<Entrant> entrants;
  const std::int32_t january = Month::of(rule.year, 1) - panel.start;
  const auto months = static_cast<std::int32_t>(panel.months);
  for (std::size_t p = 0; p < panel.persons(); ++p) {
    const std::uint8_t* row = panel.codes.data() + p * panel.months;
    const std::int32_t from = std::clamp(january - 12, 0, months);
    const std::int32_t to = std::clamp(january + 12, 0, months);
    const auto first = static_cast<std::int32_t>(std::find(row + from, row + to, on_measure) - row);
    if (first == to || first < january || first + rule.follow_months > months) continue;
    const int age = (panel.start.index + first - birth[p]) / 12;
    if (age < rule.youngest || age > rule.oldest) continue;
    const std::uint8_t* end = row + first + rule.follow_months;
    if (std::find(row + first, end, outside_population) != end) continue;
    entrants.push_back({static_cast<std::uint32_t>(p), first});
  }
  return entrants;
}

} // namespace tiltak::sequence
