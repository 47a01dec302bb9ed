#include <tiltak/store/huffman.hpp>

#include <algorithm>
#include <queue>
#include <utility>

namespace tiltak::store {
namespace {

// Depths of the symbols in a Huffman tree; gives the largest.
unsigned tree_depths(std::span<const std::uint32_t> counts, std::vector<std::uint8_t>& depths) {
  using Node = std::pair<std::uint64_t, std::size_t>; // weight, number
  std::priority_queue<Node, std::vector<Node>, std::greater<>> roots;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      roots.emplace(counts[i], i);
  std::vector<std::size_t> parent(counts.size(), 0);
  while (roots.size() > 1) {
    const auto [weight_a, a] = roots.top();
    roots.pop();
    const auto [weight_b, b] = roots.top();
    roots.pop();
    parent[a] = parent[b] = parent.size();
    roots.emplace(weight_a + weight_b, parent.size());
    parent.push_back(0);
  }
  std::vector<unsigned> depth(parent.size(), 0);
  for (std::size_t i = parent.size(); i-- > 0;)
    if (parent[i] != 0)
      depth[i] = depth[parent[i]] + 1;
  std::transform(depth.begin(), depth.begin() + static_cast<std::ptrdiff_t>(counts.size()),
                 depths.begin(), [](unsigned d) { return static_cast<std::uint8_t>(d); });
  return *std::max_element(depth.begin(), depth.end());
}

} // namespace

std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> counts, unsigned limit) {
  std::vector<std::uint8_t> lengths(counts.size());
  std::vector<std::uint32_t> flattened(counts.begin(), counts.end());
  while (tree_depths(flattened, lengths) >
         limit) // rare symbols weigh more until the tree is low enough
    for (auto& count : flattened)
      count = (count + 1) / 2;
  return lengths;
}

std::vector<std::uint16_t> canonical_codes(std::span<const std::uint8_t> lengths) {
  std::vector<std::uint16_t> codes(lengths.size(), 0);
  unsigned next = 0; // RFC 1951, 3.2.2
  for (unsigned length = 1; length <= 15; ++length) {
    next <<= 1;
    for (std::size_t i = 0; i < lengths.size(); ++i)
      if (lengths[i] == length) {
        unsigned reversed = 0;
        for (unsigned bit = 0; bit < length; ++bit)
          reversed |= (next >> bit & 1) << (length - 1 - bit);
        codes[i] = static_cast<std::uint16_t>(reversed);
        ++next;
      }
  }
  return codes;
}

} // namespace tiltak::store
