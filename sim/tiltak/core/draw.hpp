// Keyed random numbers: every draw is a pure function of (seed, replication, person, month,
// purpose). There is no stream and no state, so a person has the same luck in every world, the
// order of work and the number of threads do not matter, and a checkpoint has nothing to save.
//
// Philox4x32-10 (Salmon et al. 2011), through Random123. One call gives four words; they belong to
// four persons with neighbouring numbers, so that a sweep over persons wastes none. The library is
// included in the source alone: it brings every intrinsic along.
#pragma once

#include <array>
#include <cstdint>

#include <tiltak/core/ids.hpp>

namespace tiltak {

// What a draw decides. The numbers are part of the results: never reorder, only append.
enum class Purpose : std::uint32_t {
  transition = 0, // where a person goes this month
  hours = 1, // full-time or part-time, where a job does not say
  retention = 2, // kept on by the employer when a subsidy ends
  duration = 3, // actual length of what starts this month
  placement = 4, // order in the queue for places
  measure = 5, // which measure a chosen person gets
  quit_measure = 6,
  chain = 7,
  attribute = 8, // synthesis: 8..23, one for each attribute
  initial = 24, // burn-in start: pair, duration, benefit months
  demography = 28,
  migration = 29,
  resample = 32, // bootstrap and permutation in the analysis
  cycle = 48, // when booms and slumps change
  office = 64, // which office of her county a person belongs to
  drop_out = 65, // whether and when a person who suits a measure badly leaves it
  relabel = 66, // whether a job seeker is registered with reduced capacity for a place
  new_skill = 67, // whether training moves a person to another skill segment
  places = 68, // 68..71: parts of places by pool and measure
};

using DrawBlock = std::array<std::uint32_t, 4>;

class Draws {
public:
  Draws(std::uint64_t seed, std::uint32_t replication)
      : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
        replication_(replication) {}

  // The luck of a block of the country's persons whose numbers here begin with 0 and there with
  // `first`, a multiple of 4; and of the whole country, whose numbers are the keys themselves.
  Draws from_person(std::uint32_t first) const {
    Draws block = *this;
    block.first_group_ = first / 4;
    return block;
  }
  Draws country() const { return from_person(0); }

  // The words of persons 4 group, 4 group + 1, + 2, + 3.
  DrawBlock block(std::uint32_t group, std::int32_t month, std::uint32_t purpose) const;

  std::uint32_t word(PersonId who, std::int32_t month, Purpose purpose, unsigned offset = 0) const {
    return block(number(who) / 4, month,
                 static_cast<std::uint32_t>(purpose) + offset)[number(who) % 4];
  }

  // Uniform on the open interval (0, 1).
  double uniform(PersonId who, std::int32_t month, Purpose purpose, unsigned offset = 0) const {
    return unit(word(who, month, purpose, offset));
  }

  static constexpr double unit(std::uint32_t word) {
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
  }

  std::uint32_t key_word(unsigned i) const { return key_[i]; }
  std::uint32_t replication() const { return replication_; }
  std::uint32_t first_group() const { return first_group_; }

private:
  std::array<std::uint32_t, 2> key_;
  std::uint32_t replication_;
  std::uint32_t first_group_ = 0; // a quarter of the first person's number in the country
};

} // namespace tiltak
