// Where each person goes this month. One uniform decides by inverse CDF over the exits of her pair
// (state/edges.hpp), so that worlds that differ a little give the same life but for what differs.
//
// Most persons stay. An upper bound on the probability of leaving, per type and pair, settles them
// with one comparison; exact hazards are worked out for those who may move.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

using EdgeFactors = std::array<float, edge_count>;

// A place given to a person this month: she starts when she is still there at its end.
struct Start {
  std::uint32_t person;
  std::uint8_t measure;
  std::uint8_t months; // planned
};

// Tables of the catalogue that a person-month needs.
struct MeasureTables {
  explicit MeasureTables(const Catalogue& catalogue);
  std::vector<float> lock_in;
  std::vector<std::array<float, effect_months>> after;
  std::vector<float> retention;
  float largest_after = 1;
};

class Transitions {
public:
  Transitions(const Hazards& hazards, const Catalogue& catalogue);

  // Prepares bounds for a month in which hazards are multiplied by at most `factors`.
  void prepare(const EdgeFactors& factors);

  // Persons [begin, end): scheduled ends of measures, competing risks, then the starts among them.
  // Reads and writes only these persons of `world`; `types` by person.
  void run(std::size_t begin, std::size_t end, Month t, const Draws& draws,
           std::span<const std::uint16_t> types, std::span<const Start> starts, World& world,
           Tally& tally) const;

private:
  struct Exit {
    bool leaves = false;
    std::uint8_t edge = 0;
  };
  Exit competing_risks(const World& world, std::size_t p, Month t, std::size_t type,
                       std::uint32_t word) const;
  float measure_factor(const World& world, std::size_t p, Month t) const;
  void person(World& world, std::size_t p, Month t, const Draws& draws, std::size_t type,
              std::uint32_t word, Tally& tally) const;
  bool end_of_measure(World& world, std::size_t p, Month t, const Draws& draws, Tally& tally) const;
  void tabulate_bounds();

  const Hazards& hazards_;
  const Catalogue& catalogue_;
  MeasureTables measures_;
  EdgeFactors factors_{};
  EdgeFactors caps_{}; // what bounds_ were worked out for, at least factors_
  std::vector<std::uint32_t> bounds_; // [type][pair]: a word above it stays
};

} // namespace tiltak
