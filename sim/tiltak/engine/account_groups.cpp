#include <tiltak/engine/account_groups.hpp>

namespace tiltak {
namespace {

constexpr int young_below = 30; // years

struct Asked {
  const Plan& plan;
  const People& people;
  std::size_t person;
  int age; // as the evaluation begins
  bool long_term;
};

template <class Categories> std::vector<std::string> names_in(const Categories& categories) {
  std::vector<std::string> names;
  for (const Category& c : categories) names.emplace_back(c.name);
  return names;
}

// Priority groups overlap; a person is filed under the combination she belongs to.
std::vector<std::string> priorities(const Plan&) {
  return {"none",
          "under_30",
          "long_term",
          "under_30+long_term",
          "outside_eea",
          "under_30+outside_eea",
          "long_term+outside_eea",
          "under_30+long_term+outside_eea"};
}

std::size_t priority(const Asked& a) {
  return std::size_t{a.age < young_below} + 2 * std::size_t{a.long_term} +
         4 * std::size_t{outside_eea(a.people.origin(a.person))};
}

struct Grouping {
  const char* name;
  std::vector<std::string> (*categories)(const Plan&);
  std::size_t (*category)(const Asked&);
};

constexpr Grouping groupings[] = {
    {"sex", [](const Plan&) { return names_in(sexes); },
     [](const Asked& a) { return static_cast<std::size_t>(a.people.sex(a.person)); }},
    {"age", [](const Plan&) { return names_in(age_bands); },
     [](const Asked& a) { return age_band(a.age); }},
    {"origin", [](const Plan&) { return names_in(origins); },
     [](const Asked& a) { return static_cast<std::size_t>(a.people.origin(a.person)); }},
    {"education", [](const Plan&) { return names_in(educations); },
     [](const Asked& a) { return static_cast<std::size_t>(a.people.education(a.person)); }},
    {"priority", priorities, priority},
    {"county",
     [](const Plan& plan) {
       return plan.market.segmentation.size() > 1 ? names_in(counties) : std::vector<std::string>{};
     },
     [](const Asked& a) { return std::size_t{a.people.county[a.person]}; }},
    {"segment", [](const Plan& plan) { return plan.market.segmentation.names; },
     [](const Asked& a) {
       const auto& in_county = a.plan.market.segmentation.of[a.people.county[a.person]];
       return std::size_t{in_county[a.people.skill[a.person]]};
     }},
};
static_assert(std::size(groupings) + 1 <= AccountGroups::most_groupings);

} // namespace

AccountGroups::AccountGroups(const Plan& plan, const People& people)
    : plan_(plan), people_(people), names_{"all"} {
  for (std::size_t row = 0; row < std::size(groupings); ++row) {
    const auto categories = groupings[row].categories(plan);
    if (categories.size() < 2) continue;
    parts_.push_back({groupings[row].name, names_.size(), categories.size()});
    used_.push_back(row);
    for (const auto& name : categories)
      names_.push_back(std::string(groupings[row].name) + "." + name);
  }
}

AccountGroups::Membership AccountGroups::of(std::size_t person, bool long_term) const {
  const Asked asked{plan_, people_, person, people_.age(person, plan_.evaluation.start), long_term};
  Membership membership{};
  for (std::size_t k = 0; k < used_.size(); ++k)
    membership.group[k + 1] =
        static_cast<std::uint16_t>(parts_[k].first + groupings[used_[k]].category(asked));
  return membership;
}

} // namespace tiltak
