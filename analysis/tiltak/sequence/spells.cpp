#include <tiltak/sequence/spells.hpp>

#include <fmt/format.h>

namespace tiltak::sequence {

std::vector<Spell> spells(const Sequences& sequences, std::size_t i) {
  std::vector<Spell> all;
  const std::uint8_t* codes = sequences.row(i);
  const std::size_t n = sequences.length(i);
  for (std::size_t t = 0; t < n; ++t) {
    if (t == 0 || codes[t] != codes[t - 1])
      all.push_back({codes[t], 0});
    ++all.back().months;
  }
  return all;
}

std::vector<std::vector<Spell>> all_spells(const Sequences& sequences) {
  std::vector<std::vector<Spell>> all(sequences.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = spells(sequences, i);
  return all;
}

std::string spells_text(const Sequences& sequences, std::size_t i) {
  std::string text;
  for (const Spell& s : spells(sequences, i))
    text +=
        fmt::format("{}({},{})", text.empty() ? "" : "-", state_name(sequences, s.state), s.months);
  return text;
}

} // namespace tiltak::sequence
