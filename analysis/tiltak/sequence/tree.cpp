#include <tiltak/sequence/tree.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

#include <tiltak/sequence/distinct.hpp>

namespace tiltak::sequence {

std::vector<std::uint32_t> cut(const Tree& tree, std::size_t k) {
  const std::size_t kept = tree.leaves - k;
  std::vector<std::uint32_t> top(tree.leaves + kept); // the highest node above each node
  std::iota(top.begin(), top.end(), 0u);
  for (std::size_t t = kept; t-- > 0;)
    top[tree.merges[t].a] = top[tree.merges[t].b] = top[tree.leaves + t];
  constexpr std::uint32_t none = ~0u;
  std::vector<std::uint32_t> number(top.size(), none);
  std::vector<std::uint32_t> cluster(tree.leaves);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < tree.leaves; ++i) {
    std::uint32_t& n = number[top[i]];
    if (n == none)
      n = next++;
    cluster[i] = n;
  }
  return cluster;
}

Tree of_persons(const Tree& tree, const Distinct& distinct) {
  const auto persons = static_cast<std::uint32_t>(distinct.of.size());
  Tree all{persons, {}};
  all.merges.reserve(persons);
  std::vector<std::uint32_t> node(distinct.first); // of each row, then of each merge of the rows
  const auto join = [&](std::uint32_t a, std::uint32_t b, double height) {
    all.merges.push_back({a, b, height});
    return persons + static_cast<std::uint32_t>(all.merges.size()) - 1;
  };
  std::vector<std::uint32_t> by_row(persons);
  std::iota(by_row.begin(), by_row.end(), 0u);
  std::stable_sort(by_row.begin(), by_row.end(), [&](std::uint32_t i, std::uint32_t j) {
    return distinct.of[i] < distinct.of[j];
  });
  for (const std::uint32_t i : by_row) {
    const std::uint32_t row = distinct.of[i];
    if (distinct.first[row] != i)
      node[row] = join(node[row], i, 0.0);
  }
  for (const Merge& m : tree.merges)
    node.push_back(join(node[m.a], node[m.b], m.height));
  return all;
}

RMerge r_merge(const Tree& tree, std::size_t merge) {
  const auto name = [&](std::uint32_t node) {
    return node < tree.leaves ? -static_cast<std::int64_t>(node) - 1
                              : static_cast<std::int64_t>(node - tree.leaves) + 1;
  };
  RMerge r{name(tree.merges[merge].a), name(tree.merges[merge].b)};
  const bool both_single = r.first < 0 && r.second < 0;
  if (both_single ? r.first < r.second : r.first > r.second)
    std::swap(r.first, r.second);
  return r;
}

} // namespace tiltak::sequence
