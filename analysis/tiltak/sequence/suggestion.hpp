// Which number of clusters to take, and why.
#pragma once

#include <string>
#include <vector>

#include <tiltak/sequence/quality.hpp>

namespace tiltak::sequence {

struct Suggestion {
  std::size_t k = 0;
  std::vector<std::string> reasons; // sentences
};

// The partition with the highest average silhouette width, the smallest of equals; the reasons say
// how strong that structure is (Kaufman and Rousseeuw 1990), what the other measures prefer, and
// whether it has clusters too small to speak of. `all` ascends in k and is not empty.
Suggestion suggest(const std::vector<Quality>& all);

} // namespace tiltak::sequence
