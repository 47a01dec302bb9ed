// A plan, member by member (see world_state.hpp): saved in full with every checkpoint and part of a
// run, and compared part by part.
#pragma once

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/world_state.hpp>

namespace tiltak {

template <> struct Members<Margin> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [id, dimensions, target] = self;
    v(id, dimensions, target);
  }
};

template <> struct Members<PlacePlan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [county, skill, abroad, higher, skill_by_education] = self;
    v(county, skill, abroad, higher, skill_by_education);
  }
};

template <> struct Members<GivenStart> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [pair, benefit, months] = self;
    v(pair, benefit, months);
  }
};

template <> struct Members<GivenPerson> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [id, birth, sex, origin, education, county, skill, arrival, departure, start] = self;
    v(id, birth, sex, origin, education, county, skill, arrival, departure, start);
  }
};

template <> struct Members<PopulationPlan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [persons, margins, seed, frailty, death, emigration, places, given] = self;
    v(persons, margins, seed, frailty, death, emigration, places, given);
  }
};

template <> struct Members<Earnings> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [education, sex, age, part_time, basic_amount] = self;
    v(education, sex, age, part_time, basic_amount);
  }
};

template <> struct Members<EdgeParameters> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [base, sex, age, origin, education, weak, ill, duration, benefit, cycle] = self;
    v(base, sex, age, origin, education, weak, ill, duration, benefit, cycle);
  }
};

template <> struct Members<Measure> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [id, nb, en, group, subsidised, planned_min, planned_max, max_months, post, provision,
           from_age, to_age, notice, commitment, batch, intakes, price, price_later, price_step,
           price_year, composition, cyclical_share, places, lock_in, effect, delay, decay, gamma,
           group_effect, part_time, reduced, studies, threat, sigma, supply_share, retention,
           leads_to, new_skill] = self;
    v(id, nb, en, group, subsidised, planned_min, planned_max, max_months, post, provision);
    v(from_age, to_age, notice, commitment, batch, intakes, price, price_later, price_step);
    v(price_year, composition, cyclical_share, places, lock_in, effect, delay, decay, gamma,
      group_effect);
    v(part_time, reduced, studies, threat, sigma, supply_share, retention, leads_to, new_skill);
  }
};

template <> struct Members<Propensity> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [sex, age, origin, education, weak, ill, benefit, long_term] = self;
    v(sex, age, origin, education, weak, ill, benefit, long_term);
  }
};

template <> struct Members<BudgetRule> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [kind, response_in, response, lag, window, normal, floor, ceiling, whole_post, revisions,
           path] = self;
    v(kind, response_in, response, lag, window, normal, floor, ceiling, whole_post, revisions,
      path);
  }
};

template <> struct Members<Frictions> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [place_target, benefit_crowding, benefit, benefit_usual, group_quota, county_key,
           key_months, office_pools, office_places, contracts, lapse, carry_over, ratchet, rush,
           refunds, refund_share, late_money, late_share, stop_and_go, tolerance, gain, caseworkers,
           refusals, appetite_low, appetite_recovery, season, summer, batches, relabelling,
           relabel_rate, mismatch, mismatch_share, guarantees, cyclical_mix, staff, staff_strength,
           selective_suppliers, employers, offers] = self;
    v(place_target, benefit_crowding, benefit, benefit_usual, group_quota, county_key, key_months,
      office_pools);
    v(office_places, contracts, lapse, carry_over, ratchet, rush, refunds, refund_share);
    v(late_money, late_share, stop_and_go, tolerance, gain, caseworkers, refusals, appetite_low);
    v(appetite_recovery, season, summer, batches, relabelling, relabel_rate, mismatch);
    v(mismatch_share, guarantees, cyclical_mix, staff, staff_strength, selective_suppliers);
    v(employers, offers);
  }
};

template <> struct Members<BudgetPlan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [level, places, scale, rule, frictions] = self;
    v(level, places, scale, rule, frictions);
  }
};

template <> struct Members<AllocationPlan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [rule, long_after, young_below, chain_share] = self;
    v(rule, long_after, young_below, chain_share);
  }
};

template <> struct Members<EvaluationPlan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [contrast, start, window, tail, post_76_only, change, no_substitution, twins, window_only,
           stocks_only] = self;
    v(contrast, start, window, tail, post_76_only, change, no_substitution, twins, window_only);
    v(stocks_only);
  }
};

template <> struct Members<Precision> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [figure, job_years, most] = self;
    v(figure, job_years, most);
  }
};

template <> struct Members<Matching> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [form, curvature, scale, elasticity] = self;
    v(form, curvature, scale, elasticity);
  }
};

template <> struct Members<Segmentation> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [of, names] = self;
    v(of, names);
  }
};

template <> struct Members<MarketPlan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [matching, reference_lambda, lapse, adjustment, demand_response, segmentation] = self;
    v(matching, reference_lambda, lapse, adjustment, demand_response, segmentation);
  }
};

template <> struct Members<Plan> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [seed, replications, precision, scale, start, months, burn_in, population, earnings,
           at_18, hazards, measures, propensity, budget, allocation, evaluation, market,
           market_opens, part_time_hundredths, gap, demand] = self;
    v(seed, replications, precision, scale, start, months, burn_in, population, earnings, at_18);
    v(hazards, measures, propensity, budget, allocation, evaluation, market, market_opens);
    v(part_time_hundredths, gap, demand);
  }
};

} // namespace tiltak
