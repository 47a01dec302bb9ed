// A hierarchical clustering: which two clusters were joined, in order, and at which height.
#pragma once

#include <cstdint>
#include <vector>

namespace tiltak::sequence {

struct Distinct;

// Nodes 0..leaves-1 are the rows; node leaves + t is what merge t made. a's first row comes before
// b's. Heights never decrease.
struct Merge {
  std::uint32_t a, b;
  double height;
};

struct Tree {
  std::size_t leaves = 0;
  std::vector<Merge> merges; // leaves - 1
};

// The partition into k clusters, 1 <= k <= leaves: the cluster of every leaf, from 0, numbered in
// the order of their first leaf (as R's cutree).
std::vector<std::uint32_t> cut(const Tree& tree, std::size_t k);

// The tree of all persons: first the persons of a row are joined at height 0, then the rows.
Tree of_persons(const Tree& tree, const Distinct& distinct);

// A merge in the convention of R's hclust: singletons negative, clusters by the number of the merge
// that made them, both from 1; singletons first, then smaller numbers first.
struct RMerge {
  std::int64_t first, second;
};
RMerge r_merge(const Tree& tree, std::size_t merge);

} // namespace tiltak::sequence
