// A sequence as spells: runs of months in one state.
#pragma once

#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

struct Spell {
  std::uint8_t state;
  std::size_t months;
};

std::vector<Spell> spells(const Sequences& sequences, std::size_t i);
std::vector<std::vector<Spell>> all_spells(const Sequences& sequences);

// The sequence as text, "(1,9)-(2,8)-(4,18)": TraMineR's SPS format, compressed.
std::string spells_text(const Sequences& sequences, std::size_t i);

} // namespace tiltak::sequence
