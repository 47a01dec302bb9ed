// Keyed random numbers: every draw is a pure function of (seed, replication, person, month,
// purpose). There is no stream and no state, so a person has the same luck in every world, the
// order of work and the number of threads do not matter, and a checkpoint has nothing to save.
//
// Philox4x32-10 (Salmon et al. 2011). One call gives four words; they belong to four persons with
// neighbouring numbers, so that a sweep over persons wastes none. Written out here, since the
// library of its authors brings every intrinsic along and half of our files include this one; a
// test holds it to theirs.
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

  // The words of persons 4 group, 4 group + 1, + 2, + 3.
  DrawBlock block(std::uint32_t group, std::int32_t month, std::uint32_t purpose) const {
    DrawBlock x{group, static_cast<std::uint32_t>(month), purpose, replication_};
    std::array<std::uint32_t, 2> key = key_;
    for (int round = 0; round < 10; ++round) {
      const std::uint64_t p0 = std::uint64_t{0xD2511F53} * x[0],
                          p1 = std::uint64_t{0xCD9E8D57} * x[2];
      x = {static_cast<std::uint32_t>(p1 >> 32) ^ x[1] ^ key[0], static_cast<std::uint32_t>(p1),
           static_cast<std::uint32_t>(p0 >> 32) ^ x[3] ^ key[1], static_cast<std::uint32_t>(p0)};
      key[0] += 0x9E3779B9;
      key[1] += 0xBB67AE85;
    }
    return x;
  }

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

private:
  std::array<std::uint32_t, 2> key_;
  std::uint32_t replication_;
};

} // namespace tiltak
