// The catalogue of labour-market measures: what each is, costs, and does. An entry is a YAML
// file's; nothing here is about one measure in particular.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/people/attributes.hpp>

namespace tiltak {

enum class MeasureGroup : std::uint8_t { job_seekers, reduced_capacity };

// Who pays: chapter 634 post 76 for most; VTA has a post of its own; NAV's own follow-up is on the
// operating budget and limited by staff.
enum class Post : std::uint8_t { post_76, own_post, staff };

struct Measure {
  std::string id, nb, en;
  MeasureGroup group = MeasureGroup::job_seekers;
  bool subsidised = false; // a wage subsidy: the participant has a job
  int planned_min = 1, planned_max = 1; // months, even between them
  int max_months = 1;
  Post post = Post::post_76;
  Money price; // a person-month, price level of the appropriation
  double composition = 0; // on post 76: share of the group's places
  std::int64_t places = 0; // elsewhere: places, national
  double lock_in = 0; // effect on the log of job hazards while it runs
  double effect = 0; // the same afterwards, at its height
  int delay = 0; // months after the end until the height is reached, in a straight line
  double decay = 0; // per month, exponential, from the height on
  double gamma = 0; // the effect is multiplied by exp(gamma x gap of the cycle)
  double sigma = 0; // part of a vacancy that a subsidised start uses
  double supply_share = 0; // how much of the gain counts as labour supply
  double retention = 0; // probability of being kept on when a subsidy ends
};

// Entries of a catalogue at most: a person's measure is a small number.
constexpr std::size_t most_measures = 31;

using Catalogue = std::vector<Measure>;

} // namespace tiltak
