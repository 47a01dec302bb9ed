// The words of many persons at once, with the widest vectors the machine has. Same words as
// Draws::block, whatever the machine: tests compare every variant.
#pragma once

#include <span>

#include <tiltak/core/draw.hpp>

namespace tiltak {

// words[i] is the word of person `first + i`; `first` and the number of words are multiples of 4.
void fill_words(const Draws& draws, std::uint32_t first, std::int32_t month, Purpose purpose,
                std::span<std::uint32_t> words);

// words[i] is the word of person persons[i]; as many words as persons.
void words_of(const Draws& draws, std::span<const std::uint32_t> persons, std::int32_t month,
              Purpose purpose, std::span<std::uint32_t> words);

} // namespace tiltak
