// Where each person goes this month. One uniform decides by inverse CDF over the exits of her pair
// (state/edges.hpp), so that worlds that differ a little give the same life but for what differs.
//
// Most persons stay. The bound of her outlook settles a person with one comparison; exact hazards
// are worked out for those who may move.
#pragma once

#include <span>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/outlook.hpp>
#include <tiltak/engine/world.hpp>

namespace tiltak {

// A place given to a person this month: she starts when she is still there at its end.
struct Start {
  std::uint32_t person;
  std::uint8_t measure;
  std::uint8_t months; // planned
  std::uint8_t drops = 0; // months after which she leaves before the time; 0: she does not
  std::uint16_t pool = 0; // that pays
};

class Transitions {
public:
  Transitions(const Hazards& hazards, const MeasureEffects& effects, const Catalogue& catalogue)
      : hazards_(hazards), effects_(effects), catalogue_(catalogue) {}

  void prepare(const MonthFactors& factors) { factors_ = factors; }

  // Persons [begin, end), at most sweep_size of them: scheduled ends of measures, competing risks
  // with the draws `words`, then the starts among them. Reads and writes only these persons of
  // `world`; `types` by person.
  void run(std::size_t begin, std::size_t end, Month t, const Draws& draws,
           std::span<const std::uint32_t> words, std::span<const std::uint16_t> types,
           std::span<const Start> starts, World& world, Tally& tally) const;

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

  const Hazards& hazards_;
  const MeasureEffects& effects_;
  const Catalogue& catalogue_;
  MonthFactors factors_;
};

} // namespace tiltak
