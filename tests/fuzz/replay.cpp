// Where there is no libFuzzer: a target is given every file of its corpus, and simple mutations of
// them by a fixed seed, so that the same inputs are tried everywhere.
//
//   fuzz_NAME CORPUS [MUTATIONS]
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" __attribute__((weak)) std::uint64_t tiltak_fuzz_mutations(); // a slow target wants fewer

namespace {

struct Dice { // Marsaglia's xorshift64
  std::uint64_t x = 88172645463325252u;
  std::uint64_t below(std::uint64_t bound) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    return x % bound;
  }
};

std::vector<std::string> read_corpus(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry);
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return inputs;
}

// One to four changes: a byte, a bit, a piece gone, a piece twice, a piece of another input.
std::string mutated(std::string text, const std::vector<std::string>& corpus, Dice& dice) {
  for (auto changes = 1 + dice.below(4); changes > 0; --changes) {
    const std::size_t at = dice.below(text.size() + 1);
    const std::size_t length = dice.below(std::min<std::size_t>(64, text.size() - at) + 1);
    const std::string& other = corpus[dice.below(corpus.size())];
    switch (dice.below(5)) {
    case 0: text.insert(at, 1, static_cast<char>(dice.below(256))); break;
    case 1:
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << dice.below(8)));
      break;
    case 2: text.erase(at, length); break;
    case 3: text.insert(at, text.substr(at, length)); break;
    default: text.insert(at, other.substr(dice.below(other.size() + 1), 64));
    }
  }
  return text;
}

void try_one(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto corpus = read_corpus(argv[1]);
  if (corpus.empty()) return 2;
  for (const std::string& text : corpus) try_one(text);
  std::uint64_t mutations = tiltak_fuzz_mutations ? tiltak_fuzz_mutations() : 4000;
  if (argc > 2) mutations = std::strtoull(argv[2], nullptr, 10);
  Dice dice;
  for (std::uint64_t i = 0; i < mutations; ++i)
    try_one(mutated(corpus[dice.below(corpus.size())], corpus, dice));
  fmt::print("{} inputs and {} mutations of them\n", corpus.size(), mutations);
}
