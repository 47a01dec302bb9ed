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
#include <tiltak/engine/measure_tables.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

using EdgeFactors = std::array<float, edge_count>;

// A place given to a person this month: she starts when she is still there at its end.
struct Start {
  std::uint32_t person;
  std::uint8_t measure;
  std::uint8_t months; // planned
  std::uint8_t drops = 0; // months after which she leaves before the time; 0: she does not
};

// Sums of effectiveness, in 2^-24 of one: integers, so that the order of adding does not matter.
struct Search {
  std::int64_t effective = 0; // S: with lock-in and after-effects
  std::int64_t supply = 0; // what of it counts as labour supply (supply_share of the gain)
  std::int64_t unemployed = 0; // S of the registered unemployed alone
  std::int64_t persons = 0; // who search
  Search& operator+=(const Search& o) {
    effective += o.effective;
    supply += o.supply;
    unemployed += o.unemployed;
    persons += o.persons;
    return *this;
  }
};
constexpr double search_unit = 0x1p24;

class Transitions {
public:
  Transitions(const Hazards& hazards, const Catalogue& catalogue);

  // Prepares the search of a month: the `gap` of the cycle, for effects that vary over it, and by
  // segment the factor of the `threat` of a place on the job hazards of the unemployed.
  void prepare_search(double gap, std::span<const float> threat);
  // Prepares the moves of a month: hazards are multiplied by `factors`, and those of jobs by the
  // segment's `tightness` (lambda over its reference) as well.
  void prepare(const EdgeFactors& factors, std::span<const float> tightness);

  // Search of the persons [begin, end) as they are before the month, by segment.
  void search(std::size_t begin, std::size_t end, Month t, std::span<const std::uint16_t> types,
              const World& world, std::span<Search> by_segment) const;

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
  void person(World& world, std::size_t p, Month t, const Draws& draws, std::size_t type,
              std::uint32_t word, Tally& tally) const;
  bool end_of_measure(World& world, std::size_t p, Month t, const Draws& draws, Tally& tally) const;
  void tabulate_bounds();

  const Hazards& hazards_;
  const Catalogue& catalogue_;
  MeasureTables measures_;
  EdgeFactors factors_{};
  std::vector<float> tightness_; // by segment
  std::vector<float> threat_, threatened_; // by segment: of the unemployed; tightness with it
  EdgeFactors caps_{}; // what bounds_ were worked out for, at least factors_ with any tightness
  std::vector<std::uint32_t> bounds_; // [type][pair]: a word above it stays
};

} // namespace tiltak
