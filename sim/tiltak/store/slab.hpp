// A slab: the months of one chunk of the panel for one block of persons, kept month by month at
// four bits a person until it is whole, then read out as runs of equal codes, person by person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tiltak {
template <class T> struct Members;
}

namespace tiltak::store {

// Consecutive months of one person in one code.
struct Run {
  std::uint8_t code;
  std::uint16_t months;
};

class Slab {
public:
  Slab() = default;
  // For `persons` persons and `months` months, both at least 1 and months at most 65535.
  Slab(std::size_t persons, std::size_t months);

  std::size_t months() const { return filled_; } // so far
  bool is_whole() const { return filled_ == months_; }

  // The next month: a code below 16 for each of the first `codes.size()` <= persons persons; the
  // others are padding, code 0.
  void add(std::span<const std::uint8_t> codes);

  // The runs of all persons, one after the other, each person's adding up to all months; months
  // that were not added are as the last one that was. At least one month was added.
  void read_runs(std::vector<Run>& out) const;

  // Whether it is an open slab of this shape or empty, as one read from a checkpoint may not be.
  bool fits(std::size_t persons, std::size_t months) const;

private:
  template <class> friend struct tiltak::Members;
  struct Change {
    std::uint32_t person;
    std::uint16_t month;
    std::uint8_t code;
  };
  void find_changes(std::vector<Change>& changes, std::vector<std::uint32_t>& first) const;

  std::size_t persons_ = 0, months_ = 0, filled_ = 0, words_ = 0;
  std::vector<std::uint64_t>
      packed_; // for each month `words_` words of 16 persons, lowest bits first
};

} // namespace tiltak::store
