#include <tiltak/engine/candidates.hpp>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>

namespace tiltak {
namespace {

constexpr std::size_t block_size = 16384;
constexpr int chain_months = 6; // another measure within so many months makes a chain

// Ahead of every rule: who goes on in a chain, then who has come to a deadline.
constexpr double chain_first = -2e9, deadline_first = -1e9;

float prospect(const Choosing& choosing, const World& world, std::size_t p, Month t) {
  const Exits exits = exit_table[world.pair[p]];
  const float* row = choosing.hazards.row(choosing.types[p]);
  const std::size_t band = duration_band(t.index - world.spell_since[p]);
  const Benefit benefit = benefit_class(world.benefit_left(p, t));
  float sum = 0;
  for (std::size_t k = 0; k < exits.count; ++k) {
    const std::size_t e = exits.first + k;
    if (hazard_edges[e].kind != EdgeKind::job) continue;
    sum += choosing.hazards.at(row, e, band, benefit);
  }
  return sum;
}

// Whether a person goes on to another measure is settled when one ends, by a draw of that month.
bool goes_on(const Choosing& choosing, const World& world, std::size_t p, Month t) {
  if (world.last_measure[p] == 0 || t.index - world.measure_left[p] > chain_months) return false;
  const PersonId id{static_cast<std::uint32_t>(p)};
  return choosing.draws.uniform(id, world.measure_left[p], Purpose::chain) <
         choosing.plan.allocation.chain_share;
}

// Guarantees with a deadline (AFI 2016: youth below 25, with reduced capacity below 30, long-term
// unemployed of two years) fall due after the months that make a person long-term.
bool is_due(const Choosing& choosing, const World& world, std::size_t p, Month t) {
  if (!choosing.plan.budget.frictions.guarantees || !is_long_term(choosing, t, world, p))
    return false;
  const bool seeker = world.pair_of(p) == Pair::none_unemployed;
  return choosing.people.age(p, t) < (seeker ? 25 : 30) ||
         (seeker && t.index - world.spell_since[p] >= 24);
}

double rule_key(const Choosing& choosing, const World& world, const Candidate& who, Month t) {
  const AllocationPlan& rule = choosing.plan.allocation;
  const std::size_t p = who.person, group = world.pair_of(p) == Pair::none_reduced;
  const double u = choosing.draws.uniform(PersonId{who.person}, t.index, Purpose::placement);
  const bool long_term = is_long_term(choosing, t, world, p);
  switch (rule.rule) {
  case AllocationRule::practice:
    return -exact::log(u) / choosing.propensity[group].weight(
                                choosing.types[p], world.benefit_left(p, t) > 0, long_term);
  case AllocationRule::priority: {
    const bool prior = choosing.people.age(p, t) < rule.young_below || long_term ||
                       outside_eea(choosing.people.origin(p));
    return (prior ? 0 : 1) + u;
  }
  case AllocationRule::need: return static_cast<double>(who.prospect);
  case AllocationRule::prospects: return -static_cast<double>(who.prospect);
  default: return u;
  }
}

} // namespace

bool is_long_term(const Choosing& choosing, Month t, const World& world, std::size_t p) {
  return t.index - world.spell_since[p] > choosing.plan.allocation.long_after;
}

Candidates candidates(const Choosing& choosing, Month t, const World& world) {
  const std::size_t n = world.pair.size(), buckets = choosing.pools.size() * 2;
  const auto bucket = [&](const Candidate& one) {
    return choosing.pools.of[one.person] * std::size_t{2} +
           (world.pair_of(one.person) == Pair::none_reduced);
  };
  std::vector<std::vector<Candidate>> parts((n + block_size - 1) / block_size);
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    for (std::size_t p = begin; p < end; ++p) {
      const Pair pair = world.pair_of(p);
      if ((pair != Pair::none_unemployed && pair != Pair::none_reduced) || world.notified[p] != 0)
        continue;
      Candidate one{0, static_cast<std::uint32_t>(p), 0, false};
      if (choosing.plan.allocation.looks_at_prospects() ||
          choosing.plan.budget.frictions.selective_suppliers)
        one.prospect = prospect(choosing, world, p, t);
      one.chain = goes_on(choosing, world, p, t);
      one.key =
          rule_key(choosing, world, one, t) + (one.chain                       ? chain_first
                                               : is_due(choosing, world, p, t) ? deadline_first
                                                                               : 0);
      parts[block].push_back(one);
    }
  });
  Candidates out;
  out.counts.assign(buckets, 0);
  for (const auto& part : parts)
    for (const Candidate& one : part) ++out.counts[bucket(one)];
  out.first.assign(buckets + 1, 0);
  for (std::size_t k = 0; k < buckets; ++k)
    out.first[k + 1] = out.first[k] + static_cast<std::size_t>(out.counts[k]);
  out.all.resize(out.first.back());
  std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
  for (const auto& part : parts)
    for (const Candidate& one : part) out.all[next[bucket(one)]++] = one;
  return out;
}

} // namespace tiltak
