// The groups that accounts are kept for: a table of groupings, each of which sorts every person
// into one of its categories. A new grouping is one row in account_groups.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

class AccountGroups {
public:
  static constexpr std::size_t most_groupings = 9;
  struct Membership {
    std::array<std::uint16_t, most_groupings> group; // of each grouping in use
  };
  struct Part { // a grouping's groups stand together
    std::string name;
    std::size_t first, count;
  };

  // Both must outlive it.
  AccountGroups(const Plan& plan, const People& people);

  // "all", then "<grouping>.<category>". Groupings with one category only are left out.
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<Part>& parts() const { return parts_; }
  std::size_t size() const { return names_.size(); }

  // Groups of a person: attributes are those as the evaluation begins. `long_term`: more than six
  // months a job seeker, at her first start or, without one, as the evaluation begins.
  Membership of(std::size_t person, bool long_term) const;

private:
  const Plan& plan_;
  const People& people_;
  std::vector<std::string> names_;
  std::vector<Part> parts_;
  std::vector<std::size_t> used_; // rows of the table of groupings
};

} // namespace tiltak
