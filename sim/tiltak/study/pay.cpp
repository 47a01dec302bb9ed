#include <tiltak/study/pay.hpp>

#include <cmath>

#include <tiltak/core/parallel.hpp>
#include <tiltak/state/job_registration.hpp>

namespace tiltak::study {
namespace {

constexpr std::size_t block = 65536;
constexpr auto full = static_cast<std::size_t>(Hours::full_time);
constexpr auto part = static_cast<std::size_t>(Hours::part_time);

} // namespace

PayTable::PayTable(const Earnings& earnings) {
  for (auto& of_hours : by_type_) of_hours.resize(type_count);
  for (std::size_t type = 0; type < type_count; ++type) {
    const std::size_t base = type % base_types, band = type / base_types;
    const std::size_t education = base / frailty_classes % educations.size();
    const std::size_t sex = base / (frailty_classes * educations.size() * origins.size());
    const double g = earnings.education[education] * earnings.sex[sex] * earnings.age[band];
    by_type_[full][type] = std::llround(1e6 * g);
    by_type_[part][type] = std::llround(1e6 * g * earnings.part_time);
  }
}

Pay PayTable::of(const WorldEngine& engine) const {
  const World& world = engine.world();
  const auto& types = engine.common().types;
  return parallel::reduce_blocks(
      world.pair.size(), block, Pay{}, [&](std::size_t begin, std::size_t end) {
        Pay pay;
        for (std::size_t p = begin; p < end; ++p) {
          const Job job = facts(world.pair_of(p)).job;
          if (job == Job::none) continue;
          const bool is_full = job == Job::full || job == Job::subsidised_full;
          const std::int64_t earned = by_type_[is_full ? full : part][types[p]];
          (job == Job::part || job == Job::full ? pay.ordinary : pay.subsidised) += earned;
        }
        return pay;
      });
}

} // namespace tiltak::study
