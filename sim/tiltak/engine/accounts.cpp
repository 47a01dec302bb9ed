#include <tiltak/engine/accounts.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

constexpr std::size_t memberships = 6; // all, sex, age, origin, education, priority
constexpr std::size_t block_size = 65536;
constexpr int young_below = 30;

// First group of each classification, in the order of account_groups().
constexpr std::size_t sex_from = 1, age_from = sex_from + sexes.size(),
                      origin_from = age_from + age_bands.size(),
                      education_from = origin_from + origins.size(),
                      priority_from = education_from + educations.size();

// Priority groups overlap; a person is filed under the combination she belongs to.
constexpr std::array<const char*, 4> priorities{"priority.none", "priority.under_30",
                                                "priority.outside_eea", "priority.both"};

// Attributes as the evaluation begins.
std::array<std::size_t, memberships> groups_of(const People& people, std::size_t p, Month start) {
  const int age = people.age(p, start);
  const std::size_t priority = static_cast<std::size_t>(age < young_below) +
                               2 * static_cast<std::size_t>(outside_eea(people.origin(p)));
  return {0,
          sex_from + static_cast<std::size_t>(people.sex(p)),
          age_from + age_band(age),
          origin_from + static_cast<std::size_t>(people.origin(p)),
          education_from + static_cast<std::size_t>(people.education(p)),
          priority_from + priority};
}

std::array<std::int64_t, flavours> employment(const World& world, std::size_t p) {
  const Pair pair = world.pair_of(p);
  return {has_ordinary_job(pair), has_job(pair)};
}

} // namespace

std::vector<std::string> account_groups() {
  std::vector<std::string> names{"all"};
  const auto add = [&](const char* prefix, const auto& categories) {
    for (const Category& c : categories) names.push_back(prefix + std::string(c.name));
  };
  add("sex.", sexes);
  add("age.", age_bands);
  add("origin.", origins);
  add("education.", educations);
  names.insert(names.end(), priorities.begin(), priorities.end());
  return names;
}

Accounts::Accounts(const Plan& plan, const People& people, Participation participation)
    : people_(people), participation_(std::move(participation)), start_(plan.evaluation.start),
      groups_(account_groups().size()), measures_(plan.measures.size() + 1),
      months_(static_cast<std::size_t>(plan.evaluation.window + plan.evaluation.tail)),
      cells_(months_ * groups_ * measures_ * width, 0) {
  for (const std::int16_t first : participation_.first_start) participants_ += first != never;
}

void Accounts::add_block(std::size_t begin, std::size_t end, Month t, const World& policy,
                         const World& other, const World& frozen,
                         std::vector<std::int64_t>& sums) const {
  for (std::size_t p = begin; p < end; ++p) {
    const std::int16_t first = participation_.first_start[p];
    const bool takes_part = first != never;
    if (!takes_part && policy.pair[p] == other.pair[p] && policy.pair[p] == frozen.pair[p])
      continue; // nothing to account for
    const auto eP = employment(policy, p), e0 = employment(other, p), eF = employment(frozen, p);
    const bool started = takes_part && t.index >= first;
    const bool inside = started && frozen.measure[p] != 0;
    std::array<std::int64_t, width> add{};
    const auto put = [&](Flow flow, std::size_t f, std::int64_t value) {
      add[static_cast<std::size_t>(flow) * flavours + f] = value;
    };
    for (std::size_t f = 0; f < flavours; ++f) {
      if (takes_part) {
        put(Flow::gross, f, eP[f]);
        put(Flow::deadweight, f, std::min(eP[f], e0[f]));
        put(Flow::own_loss, f, std::max<std::int64_t>(0, e0[f] - eP[f]));
      }
      put(inside ? Flow::lock_in : started ? Flow::after_effect : Flow::threat, f, eF[f] - e0[f]);
      if (started) put(Flow::direct, f, eF[f] - e0[f]);
      put(Flow::displacement, f, eF[f] - eP[f]);
      put(Flow::net, f, eP[f] - e0[f]);
    }
    const std::size_t measure = takes_part ? participation_.measure[p] : measures_ - 1;
    for (const std::size_t group : groups_of(people_, p, start_))
      for (std::size_t k = 0; k < width; ++k)
        sums[(group * measures_ + measure) * width + k] += add[k];
  }
}

void Accounts::month(Month t, const World& policy, const World& other, const World& frozen) {
  const auto month = static_cast<std::size_t>(t - start_);
  const std::size_t n = policy.pair.size(), size = groups_ * measures_ * width;
  std::vector<std::vector<std::int64_t>> parts((n + block_size - 1) / block_size);
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    parts[block].assign(size, 0);
    add_block(begin, end, t, policy, other, frozen, parts[block]);
  });
  for (const auto& part : parts)
    for (std::size_t k = 0; k < size; ++k) cells_[month * size + k] += part[k];
  check(month);
}

// The parts were added apart; in every cell they must make up the whole.
void Accounts::check(std::size_t month) const {
  for (std::size_t g = 0; g < groups_; ++g)
    for (std::size_t m = 0; m < measures_; ++m)
      for (std::size_t f = 0; f < flavours; ++f) {
        const auto get = [&](Flow flow) { return at(flow, f, g, m, month); };
        const bool whole =
            get(Flow::net) == get(Flow::direct) + get(Flow::threat) - get(Flow::displacement) &&
            get(Flow::direct) == get(Flow::lock_in) + get(Flow::after_effect) &&
            (m + 1 == measures_ ||
             get(Flow::gross) - get(Flow::deadweight) - get(Flow::own_loss) == get(Flow::net));
        if (!whole)
          throw RunError(
              fmt::format("the accounts of month {} do not add up (group {}, measure {})",
                          to_string(start_ + static_cast<int>(month)), g, m));
      }
}

std::int64_t Accounts::total(Flow flow, std::size_t flavour) const {
  std::int64_t sum = 0;
  for (std::size_t month = 0; month < months_; ++month)
    for (std::size_t m = 0; m < measures_; ++m) sum += at(flow, flavour, 0, m, month);
  return sum;
}

} // namespace tiltak
