#include <tiltak/engine/candidates.hpp>

#include <algorithm>
#include <array>

#include <tiltak/core/draw_words.hpp>
#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/sweep.hpp>

namespace tiltak {
namespace {

constexpr int chain_months = 6; // another measure within so many months makes a chain

// Ahead of every rule: who goes on in a chain, then who has come to a deadline.
constexpr double chain_first = -2e9, deadline_first = -1e9;

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

double weight(const Choosing& choosing, const World& world, std::size_t p, Month t) {
  const std::size_t group = world.pair_of(p) == Pair::none_reduced;
  return choosing.propensity[group].weight(choosing.types[p], world.benefit_left(p, t) > 0,
                                           is_long_term(choosing, t, world, p));
}

double ahead(const Candidate& who) {
  return who.chain ? chain_first : who.due ? deadline_first : 0;
}

// Her place in the queue by the rule, from a uniform draw. Under practice a lower limit of it:
// -log(u) is at least 1 - u.
double rule_key(const Choosing& choosing, const World& world, const Candidate& who, Month t,
                double u) {
  const AllocationPlan& rule = choosing.plan.allocation;
  const std::size_t p = who.person;
  switch (rule.rule) {
  case AllocationRule::practice: return (1 - u) / weight(choosing, world, p, t);
  case AllocationRule::priority: {
    const bool prior = choosing.people.age(p, t) < rule.young_below ||
                       is_long_term(choosing, t, world, p) ||
                       outside_eea(choosing.people.origin(p));
    return (prior ? 0 : 1) + u;
  }
  case AllocationRule::need: return static_cast<double>(who.prospect);
  case AllocationRule::prospects: return -static_cast<double>(who.prospect);
  default: return u;
  }
}

Candidate candidate(const Choosing& choosing, Month t, const World& world, std::size_t p,
                    double u) {
  Candidate one{0, static_cast<std::uint32_t>(p), 0, goes_on(choosing, world, p, t), false};
  one.due = !one.chain && is_due(choosing, world, p, t);
  if (choosing.plan.allocation.looks_at_prospects()) one.prospect = prospect(choosing, world, p, t);
  one.key = rule_key(choosing, world, one, t, u) + ahead(one);
  return one;
}

} // namespace

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

bool is_long_term(const Choosing& choosing, Month t, const World& world, std::size_t p) {
  return t.index - world.spell_since[p] > choosing.plan.allocation.long_after;
}

Candidates candidates(const Choosing& choosing, Month t, const World& world) {
  const std::size_t n = world.pair.size(), buckets = choosing.pools.size() * 2;
  const auto bucket = [&](const Candidate& one) {
    return choosing.pools.of[one.person] * std::size_t{2} +
           (world.pair_of(one.person) == Pair::none_reduced);
  };
  std::vector<std::vector<Candidate>> parts((n + sweep_size - 1) / sweep_size);
  parallel::for_blocks(n, sweep_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    SweepList list;
    constexpr std::array<std::uint8_t, 2> waiting{static_cast<std::uint8_t>(Pair::none_unemployed),
                                                  static_cast<std::uint8_t>(Pair::none_reduced)};
    const std::size_t count = are_waiting(std::span(world.pair).subspan(begin, end - begin),
                                          waiting, world.notified.data() + begin, list);
    std::array<std::uint32_t, sweep_size> persons, words;
    for (std::size_t k = 0; k < count; ++k)
      persons[k] = static_cast<std::uint32_t>(begin + list[k]);
    words_of(choosing.draws, std::span(persons).first(count), t.index, Purpose::placement,
             std::span(words).first(count));
    parts[block].reserve(count);
    for (std::size_t k = 0; k < count; ++k)
      parts[block].push_back(candidate(choosing, t, world, persons[k], Draws::unit(words[k])));
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

void first_in_order(const Choosing& choosing, Month t, const World& world,
                    std::span<Candidate> queue, std::size_t look) {
  look = std::min(look, queue.size());
  if (look == 0) return;
  const auto cut = queue.begin() + static_cast<std::ptrdiff_t>(look);
  if (cut != queue.end()) std::nth_element(queue.begin(), cut, queue.end());
  auto known = cut;
  if (choosing.plan.allocation.rule == AllocationRule::practice) {
    const auto settle = [&](Candidate& who) {
      const double u = choosing.draws.uniform(PersonId{who.person}, t.index, Purpose::placement);
      who.key = -exact::log(u) / weight(choosing, world, who.person, t) + ahead(who);
    };
    std::for_each(queue.begin(), cut, settle);
    const double last = std::max_element(queue.begin(), cut)->key;
    known = std::partition(cut, queue.end(), [&](const Candidate& who) { return who.key <= last; });
    std::for_each(cut, known, settle);
    if (cut != known) std::nth_element(queue.begin(), cut, known);
  }
  std::sort(queue.begin(), cut);
}

} // namespace tiltak
