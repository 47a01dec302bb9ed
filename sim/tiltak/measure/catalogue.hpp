// The catalogue of labour-market measures: what each is, costs, and does. An entry is a YAML
// file's; nothing here is about one measure in particular.
#pragma once

#include <array>
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

// How places come about, and so how fast they follow the money: agreed with one employer or person;
// bought by tender or from pre-approved firms, on contracts; or places of the education system.
enum class Provision : std::uint8_t { individual, tendered, pre_approved, education };

// Groups whose effect may differ from that of others; a person may belong to several.
enum class EffectGroup : std::uint8_t { under_30, outside_eea, compulsory };
constexpr std::size_t effect_groups = 3;
constexpr std::size_t effect_group_sets = 1u << effect_groups; // a bit for each group
constexpr std::size_t effect_group_set(std::size_t band, BirthRegion origin, Education education) {
  return static_cast<std::size_t>(age_band_from[band] < 30) + (outside_eea(origin) ? 2u : 0u) +
         (education == Education::compulsory ? 4u : 0u);
}
constexpr std::uint16_t every_month = 0xfff; // bit m - 1 stands for month m

struct Measure {
  std::string id, nb, en;
  MeasureGroup group = MeasureGroup::job_seekers;
  bool subsidised = false; // a wage subsidy: the participant has a job
  int planned_min = 1, planned_max = 1; // months, even between them
  int max_months = 1;
  Post post = Post::post_76;
  Provision provision = Provision::individual;
  int from_age = 18, to_age = 66; // who is eligible, years
  int notice = 0; // months from the choice of a person to the start
  int commitment = 0; // months that a bought place binds the money
  int batch = 1; // persons who start together, in a pool of true size
  std::uint16_t intakes = every_month; // calendar months with a start, as bits
  Money price; // a person-month, price level of the appropriation
  int price_year = 0; // of a catalogue's price in other kroner; 0: those of the appropriation
  Money price_later; // after price_step months, where that is not 0
  int price_step = 0;
  double composition = 0; // on post 76: share of the group's places
  double cyclical_share = 0; // change of its log per percentage point of unemployment above normal
  std::int64_t places = 0; // elsewhere: places, national
  double lock_in = 0; // effect on the log of job hazards while it runs
  double effect = 0; // the same afterwards, at its height
  int delay = 0; // months after the end until the height is reached, in a straight line
  double decay = 0; // per month, exponential, from the height on
  double gamma = 0; // the effect is multiplied by exp(gamma x gap of the cycle)
  std::array<double, effect_groups> group_effect{}; // added to the factor 1 on the effect
  double part_time = 0; // the same shape on hazards of part-time jobs, beside the effect
  double reduced = 0; // the same shape on hazards of reduced capacity
  double studies = 0; // and of leaving the labour force, for education among others
  double threat = 0; // effect on the log of job hazards between notice and start; see docs/model
  double sigma = 0; // part of a vacancy that a subsidised start uses
  double supply_share = 0; // how much of the gain counts as labour supply
  double retention = 0; // probability of being kept on when a subsidy ends
  std::size_t leads_to = ~std::size_t{0}; // in a chain, most often: index into the catalogue
  double new_skill = 0; // probability that who completes it moves to the next skill segment

  // Price of a month, by months since the start.
  Money price_at(int months) const {
    return price_step > 0 && months >= price_step ? price_later : price;
  }
  // Mean price of a month over the planned durations.
  Money mean_price() const;
  bool on_contract() const {
    return provision == Provision::tendered || provision == Provision::pre_approved;
  }
  bool is_eligible(int age) const { return from_age <= age && age <= to_age; }
};

// Entries of a catalogue at most: a person's measure is a small number.
constexpr std::size_t most_measures = 31;

using Catalogue = std::vector<Measure>;

} // namespace tiltak
