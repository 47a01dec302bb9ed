#include <tiltak/engine/plan_parts.hpp>

#include <tiltak/engine/plan_state.hpp>

namespace tiltak {
namespace {

class DigestSink : public ByteSink {
public:
  void write(const void* bytes, std::size_t size) override { sum.add(bytes, size); }
  Checksum sum;
};

template <class... T> std::uint64_t digest(const T&... values) {
  DigestSink sink;
  Saver saver(sink);
  saver(values...);
  return sink.sum.value();
}

std::vector<std::string> ids(const Catalogue& measures) {
  std::vector<std::string> names;
  for (const Measure& m : measures) names.push_back(m.id);
  return names;
}

} // namespace

std::vector<PlanPart> plan_parts(const Plan& p) {
  constexpr auto fixed = PartOfPlan::fixed, open = PartOfPlan::open;
  return {
      {"the seed", fixed, digest(p.seed)},
      {"the scale", fixed, digest(p.scale)},
      {"the months", fixed, digest(p.start, p.months, p.burn_in, p.market_opens)},
      {"the population", fixed, digest(p.population, p.at_18)},
      {"the hazards", fixed, digest(p.hazards)},
      {"the measures there are", fixed, digest(ids(p.measures))},
      {"the segments of the market", fixed, digest(p.market.segmentation)},
      {"replications", open, digest(p.replications, p.precision)},
      {"the measures", open, digest(p.measures)},
      {"who takes part", open, digest(p.propensity)},
      {"the budget and its frictions", open, digest(p.budget)},
      {"the allocation", open, digest(p.allocation)},
      {"the evaluation", open, digest(p.evaluation)},
      {"the market", open, digest(p.market)},
      {"the cycle", open, digest(p.gap, p.demand)},
      {"earnings and hours", open, digest(p.earnings, p.part_time_hundredths)},
  };
}

std::vector<std::string> differing_parts(const Plan& a, const Plan& b, bool fixed_alone) {
  const auto of_a = plan_parts(a), of_b = plan_parts(b);
  std::vector<std::string> names;
  for (std::size_t k = 0; k < of_a.size(); ++k)
    if (of_a[k].digest != of_b[k].digest && (!fixed_alone || of_a[k].kind == PartOfPlan::fixed))
      names.push_back(of_a[k].name);
  return names;
}

} // namespace tiltak
