// Which pool of money a person belongs to: her county's, or her office's. The same in every world.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/company.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

struct Pools {
  std::vector<std::uint16_t> of; // by person
  std::vector<std::uint16_t> county; // by pool
  std::vector<std::int64_t> persons; // by pool, in the whole country
  std::size_t size() const { return county.size(); }

  // Offices are of equal size: as many as the post pays for frictions.office_places each, shared
  // out on the counties by persons, at least one each; persons belong to the offices of their
  // county by lot.
  Pools(const Plan& plan, const People& people, const Draws& draws, const Company& company);
};

// Whether two plans for the same persons divide them alike: offices neither open nor close where an
// appropriation is another.
bool same_pools(const Plan& a, const Plan& b);

} // namespace tiltak
