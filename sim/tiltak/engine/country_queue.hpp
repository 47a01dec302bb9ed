// Queues for scarce places over the whole country, where each member of a company has a part of the
// persons. Lists are exchanged of those who are looked at, as many as there are places and some
// more (docs/model/ranks.md): never of all who wait.
#pragma once

#include <span>
#include <vector>

#include <tiltak/engine/candidates.hpp>

namespace tiltak {

struct Queue {
  std::span<Candidate> here; // of this member's persons; put in another order
  std::size_t look; // how many of the country's first are looked at
};

// The first of each queue of the country, in ascending order, described (candidates.hpp). Everybody
// gets the same, and all call it with as many queues.
std::vector<std::vector<Candidate>> first_in_country(const Choosing& choosing, Month t,
                                                     const World& world,
                                                     std::span<const Queue> queues);

// Lists of all members joined, each in ascending order; as many lists everywhere.
std::vector<std::vector<Candidate>> joined(const Company& company,
                                           const std::vector<std::vector<Candidate>>& mine);

} // namespace tiltak
