#include <tiltak/engine/deadweight.hpp>

#include <algorithm>

#include <tiltak/state/readout.hpp>

namespace tiltak {

HireWatch::HireWatch(const Plan& plan) : plan_(plan), starts_(plan.measures.size(), 0) {
  hired_.fill(starts_);
}

void HireWatch::month(Month t, std::span<const MeasureStart> starts, const World& other) {
  for (const MeasureStart& start : starts)
    if (plan_.measures[start.measure].subsidised) {
      ++starts_[start.measure];
      followed_.push_back({start.person, start.measure, static_cast<std::int16_t>(t.index)});
    }
  std::size_t kept = 0;
  for (const Followed& one : followed_) {
    const int months = t.index - one.start;
    const bool hired = months > 0 && has_ordinary_job(other.pair_of(one.person));
    for (std::size_t k = 0; k < hire_within.size(); ++k)
      if (hired && months <= hire_within[k]) ++hired_[k][one.measure];
    if (!hired && months < hire_within.back()) followed_[kept++] = one;
  }
  followed_.resize(kept);
}

std::size_t alike_cell(const People& people, std::size_t p, Month start) {
  const int age = people.age(p, start);
  const std::size_t years = age < 30 ? 0 : age < 50 ? 1 : 2;
  const Education education = people.education(p);
  const std::size_t school =
      education == Education::upper_secondary                                       ? 1
      : education == Education::higher_short || education == Education::higher_long ? 2
                                                                                    : 0;
  return (static_cast<std::size_t>(people.sex(p)) * 3 + years) * 3 + school;
}

Bounds frechet(std::span<const CellCount> cells, std::size_t f) {
  Bounds bounds;
  for (const CellCount& cell : cells) {
    bounds.low += std::max(0, cell.policy[f] + cell.other[f] - cell.persons);
    bounds.high += std::min(cell.policy[f], cell.other[f]);
  }
  return bounds;
}

} // namespace tiltak
