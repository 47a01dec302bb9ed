// The model's draws as 32-bit words on standard output, without end, for batteries of tests:
//   draw_stream persons|months|purposes | dieharder -a -g 200
// Consecutive words belong to consecutive persons, months or purposes.
#include <cstdio>
#include <cstring>
#include <vector>

#include <tiltak/core/draw.hpp>

using namespace tiltak;

int main(int argc, char** argv) {
  const bool months = argc > 1 && std::strcmp(argv[1], "months") == 0;
  const bool purposes = argc > 1 && std::strcmp(argv[1], "purposes") == 0;
  const Draws draws(2014, 0);
  std::vector<std::uint32_t> words(std::size_t{1} << 16);
  for (std::uint32_t block = 0;; ++block) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (months)
        words[i] = draws.word(PersonId{block * 64 + i / 1024}, 24'000 + static_cast<int>(i % 1024),
                              Purpose::transition);
      else if (purposes)
        words[i] = draws.word(PersonId{block * 1024 + i / 64}, 24'000, Purpose::transition, i % 64);
      else
        words[i] = draws.word(PersonId{i}, 24'000 + static_cast<int>(block), Purpose::transition);
    }
    if (std::fwrite(words.data(), sizeof words[0], words.size(), stdout) != words.size()) return 0;
  }
}
