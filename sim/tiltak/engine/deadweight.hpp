// Deadweight as the literature has it, and how far it could be from what shared luck says.
//
// deadweight_hire(k): the share of subsidised starts whose person has an ordinary job in the other
// world at the end of one of the k months after that of the start. (A start falls at the end of a
// month, on somebody without a job, whose luck that month was the same in both worlds.)
//
// Bounds: shared luck is one coupling of two worlds of which evidence sees one. Within cells of
// persons alike (measure x sex x age x education), sums of e^P and e^0 alone bound the sum of
// min(e^P, e^0): between max(0, E^P + E^0 - n) and min(E^P, E^0) (Frechet).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

inline constexpr std::array<int, 3> hire_within{1, 3, 6}; // months

// Follows subsidised starts for six months.
class HireWatch {
public:
  explicit HireWatch(const Plan& plan);

  // A month is over: the starts of the month in world policy, and how the other world stands.
  void month(Month t, std::span<const MeasureStart> starts, const World& other);

  // Simulated persons, by measure; hires by hire_within first.
  std::int64_t starts(std::size_t measure) const { return starts_[measure]; }
  std::int64_t hired(std::size_t within, std::size_t measure) const {
    return hired_[within][measure];
  }
  std::size_t measures() const { return starts_.size(); }
  void add_to(CompanySum& sums) {
    sums.add(starts_);
    for (auto& hired : hired_) sums.add(hired);
  }

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  struct Followed {
    std::uint32_t person;
    std::uint8_t measure;
    std::int16_t start;
  };
  const Plan& plan_;
  std::vector<Followed> followed_; // not hired yet
  std::vector<std::int64_t> starts_;
  std::array<std::vector<std::int64_t>, hire_within.size()> hired_;
};

// Cells of persons alike: two sexes, below 30, 30-49 and 50 or more, compulsory school or unknown,
// upper secondary, higher.
constexpr std::size_t alike_cells = 2 * 3 * 3;
std::size_t alike_cell(const People& people, std::size_t person, Month start);

struct CellCount { // of participants of one measure in one cell and month
  std::int32_t persons = 0;
  std::array<std::int32_t, 2> policy{}, other{}; // in a job: reg, lfs
};

struct Bounds {
  std::int64_t low = 0, high = 0;
};
// Of the sum of min(e^P, e^0); flavour 0 is reg, 1 lfs.
Bounds frechet(std::span<const CellCount> cells, std::size_t flavour);

} // namespace tiltak
