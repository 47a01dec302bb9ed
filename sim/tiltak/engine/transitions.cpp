#include <tiltak/engine/transitions.hpp>

#include <algorithm>
#include <cmath>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/rate.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

// Seekers and participants have clocks that run every month.
constexpr bool has_clock(Pair pair) {
  return family(pair) == Family::seeking || hazard_pair(pair) != pair;
}

constexpr bool is_job(std::size_t edge) { return hazard_edges[edge].kind == EdgeKind::job; }

// The job edges of a pair: the last of its exits.
constexpr std::array<Exits, pair_count> job_exits = [] {
  std::array<Exits, pair_count> table{};
  for (std::size_t p = 0; p < pair_count; ++p)
    for (std::size_t k = 0; k < exit_table[p].count; ++k)
      if (const auto e = static_cast<std::uint8_t>(exit_table[p].first + k); is_job(e)) {
        if (table[p].count == 0) table[p].first = e;
        ++table[p].count;
      }
  return table;
}();

SpellEnd how_ended(Pair to) {
  if (has_ordinary_job(to)) return SpellEnd::job;
  return family(to) == Family::reduced || family(to) == Family::disabled ? SpellEnd::health
                                                                         : SpellEnd::left;
}

} // namespace

Transitions::Transitions(const Hazards& hazards, const Catalogue& catalogue)
    : hazards_(hazards), catalogue_(catalogue), measures_(catalogue),
      bounds_(type_count * pair_count) {}

void Transitions::prepare_search(double gap, std::span<const float> threat) {
  measures_.prepare(gap);
  threat_.assign(threat.begin(), threat.end());
}

void Transitions::prepare(const EdgeFactors& factors, std::span<const float> tightness) {
  factors_ = factors;
  tightness_.assign(tightness.begin(), tightness.end());
  threatened_.assign(tightness.begin(), tightness.end());
  for (std::size_t s = 0; s < threatened_.size(); ++s) threatened_[s] *= threat_[s];
  EdgeFactors most = factors;
  for (std::size_t e = 0; e < edge_count; ++e) most[e] *= measures_.largest(role_of[e]);
  const float tightest = *std::max_element(tightness.begin(), tightness.end());
  for (std::size_t e = 0; e < edge_count; ++e)
    if (is_job(e)) most[e] *= tightest;
  bool fits = true;
  for (std::size_t e = 0; e < edge_count; ++e)
    fits = fits && most[e] <= caps_[e] && most[e] >= caps_[e] * 0.7f;
  if (fits) return;
  // Room on both sides, so that a slowly moving cycle seldom needs new bounds.
  for (std::size_t e = 0; e < edge_count; ++e) caps_[e] = most[e] * 1.1f;
  tabulate_bounds();
}

void Transitions::search(std::size_t begin, std::size_t end, Month t,
                         std::span<const std::uint16_t> types, const World& world,
                         std::span<Search> by_segment) const {
  for (std::size_t p = begin; p < end; ++p) {
    const Exits exits = job_exits[world.pair[p]];
    if (exits.count == 0) continue;
    const float* row = hazards_.row(types[p], exits);
    const std::size_t band = duration_band(t.index - world.spell_since[p]);
    const Benefit benefit = benefit_class(world.benefit[p]);
    const RoleFactors by_measure = measures_.factors(world, p, t, types[p]);
    float neutral = 0, effective = 0;
    for (std::size_t k = 0; k < exits.count; ++k) {
      const std::size_t e = exits.first + k;
      const float h = row[k] * hazards_.duration(e, band) * hazards_.benefit(e, benefit);
      neutral += h;
      effective += h * by_measure[static_cast<std::size_t>(role_of[e])];
    }
    const bool unemployed = world.pair_of(p) == Pair::none_unemployed;
    if (unemployed) effective *= threat_[world.setting->segment[p]];
    const std::uint8_t entry = world.measure[p] != 0 ? world.measure[p] : world.last_measure[p];
    const float share = entry == 0 ? 0.0f : measures_.supply_share(entry - 1u);
    const auto units = [](float s) {
      return static_cast<std::int64_t>(static_cast<double>(s) * search_unit);
    };
    Search& sum = by_segment[world.setting->segment[p]];
    ++sum.persons;
    sum.effective += units(effective);
    sum.supply += units(neutral + share * (effective - neutral));
    if (unemployed) sum.unemployed += units(effective);
  }
}

void Transitions::tabulate_bounds() {
  parallel::for_blocks(type_count, 128, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t type = begin; type < end; ++type)
      for (std::size_t p = 0; p < pair_count; ++p) {
        const auto pair = static_cast<Pair>(p);
        auto& bound = bounds_[type * pair_count + p];
        bound = has_clock(pair) ? ~0u : 0u;
        const Exits exits = exit_table[p];
        if (has_clock(pair) || exits.count == 0) continue;
        const float* row = hazards_.row(type, exits);
        double total = 0;
        for (std::size_t k = 0; k < exits.count; ++k) {
          const std::size_t e = exits.first + k;
          total += static_cast<double>(row[k]) * static_cast<double>(caps_[e]) *
                   static_cast<double>(hazards_.largest_duration(e)) *
                   static_cast<double>(hazards_.largest_benefit(e));
        }
        const double p_leave = std::min(1.0, probability_of_hazard(total) * 1.000001 + 1e-9);
        bound = static_cast<std::uint32_t>(p_leave * 4294967295.0);
      }
  });
}

Transitions::Exit Transitions::competing_risks(const World& world, std::size_t p, Month t,
                                               std::size_t type, std::uint32_t word) const {
  const Exits exits = exit_table[world.pair[p]];
  const float* row = hazards_.row(type, exits);
  const std::size_t band = duration_band(t.index - world.spell_since[p]);
  const Benefit benefit = benefit_class(world.benefit[p]);
  const RoleFactors by_measure = measures_.factors(world, p, t, type);
  const auto& tightness = world.pair_of(p) == Pair::none_unemployed ? threatened_ : tightness_;
  const float tight = tightness[world.setting->segment[p]];
  std::array<double, max_exits> hazard{};
  double total = 0;
  for (std::size_t k = 0; k < exits.count; ++k) {
    const std::size_t e = exits.first + k;
    const float h = row[k] * hazards_.duration(e, band) * hazards_.benefit(e, benefit) *
                    factors_[e] *
                    (by_measure[static_cast<std::size_t>(role_of[e])] * (is_job(e) ? tight : 1.0f));
    hazard[k] = static_cast<double>(h);
    total += hazard[k];
  }
  if (total <= 0) return {};
  const double u = Draws::unit(word);
  const double leave = probability_of_hazard(total);
  if (u >= leave) return {};
  double reached = 0;
  for (std::size_t k = 0; k < exits.count; ++k) {
    reached += hazard[k] / total * leave;
    if (u < reached || k + 1u == exits.count)
      return {true, static_cast<std::uint8_t>(exits.first + k)};
  }
  return {};
}

bool Transitions::end_of_measure(World& world, std::size_t p, Month t, const Draws& draws,
                                 Tally& tally) const {
  const Pair pair = world.pair_of(p);
  const bool subsidised = facts(pair).job == Job::subsidised_full;
  const PersonId id{static_cast<std::uint32_t>(p)};
  const bool retained =
      subsidised && draws.uniform(id, t.index, Purpose::retention) <
                        static_cast<double>(measures_.retention(world.measure[p] - 1u));
  world.leave_measure(p, t, retained ? SpellEnd::retained : SpellEnd::planned, tally);
  if (retained) ++tally.retained;
  world.move(p, retained ? Pair::full_none : hazard_pair(pair), t, tally);
  return retained;
}

void Transitions::person(World& world, std::size_t p, Month t, const Draws& draws, std::size_t type,
                         std::uint32_t word, Tally& tally) const {
  if (world.measure[p] != 0 && t.index >= world.measure_end[p] &&
      end_of_measure(world, p, t, draws, tally))
    return;
  const Pair pair = world.pair_of(p);
  const Exit exit = competing_risks(world, p, t, type, word);
  const bool uses_benefit = pair == Pair::none_unemployed || pair == Pair::none_measure;
  if (uses_benefit && world.benefit[p] > 0) --world.benefit[p];
  if (!exit.leaves) return;
  const Pair to = hazard_edges[exit.edge].to;
  if (is_job(exit.edge)) ++tally.hires;
  if (world.measure[p] != 0) world.leave_measure(p, t, how_ended(to), tally);
  world.move(p, to, t, tally, is_job(exit.edge));
}

void Transitions::run(std::size_t begin, std::size_t end, Month t, const Draws& draws,
                      std::span<const std::uint16_t> types, std::span<const Start> starts,
                      World& world, Tally& tally) const {
  constexpr auto purpose = static_cast<std::uint32_t>(Purpose::transition);
  for (std::size_t four = begin; four < end; four += 4) {
    const DrawBlock words = draws.block(static_cast<std::uint32_t>(four / 4), t.index, purpose);
    for (std::size_t p = four; p < std::min(four + 4, end); ++p)
      if (words[p - four] <= bounds_[types[p] * pair_count + world.pair[p]] &&
          world.pair_of(p) != Pair::outside)
        person(world, p, t, draws, types[p], words[p - four], tally);
  }
  for (const Start& start : starts) {
    const Measure& measure = catalogue_[start.measure];
    if (world.pair_of(start.person) != wanted_pair(measure))
      ++tally.no_shows;
    else
      world.start_measure(start.person, start.measure, measure, start.months, t, tally);
  }
}

} // namespace tiltak
