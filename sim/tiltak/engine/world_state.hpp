// What a world is, member by member, for checkpoints. Each structured binding names every member of
// its type, so whoever adds one is stopped here by the compiler and decides: it is handed to visit,
// or it is made anew and the line says from what.
//
// References, tables and rules come from the plan; draws have no state (core/draw).
#pragma once

#include <tiltak/core/archive.hpp>
#include <tiltak/engine/world_engine.hpp>

namespace tiltak {

template <> struct Members<Money> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [ore] = self;
    v(ore);
  }
};

template <> struct Members<Month> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [index] = self;
    v(index);
  }
};

template <> struct Members<World> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [name, setting, pair, segment, since, spell_since, benefit, measure, notified,
           measure_start, measure_end, last_measure, measure_left, bound, effect, search, due,
           seen_from, stock, participants, population, no_sigma_from] = self;
    v(name, pair, segment, since, spell_since, benefit, measure, notified); // setting: the plan's
    v(measure_start, measure_end, last_measure, measure_left, bound, effect, search, due);
    v(seen_from, stock, participants, population, no_sigma_from);
  }
};

template <> struct Members<Segment> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [vacancies, employed, subsidised, desired, population0, labour0, posted, search,
           searchers, before, lambda] = self;
    v(vacancies, employed, subsidised, desired, population0, labour0, posted, search, searchers,
      before, lambda);
  }
};

template <> struct Members<Market> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [plan, segments] = self;
    v(segments);
  }
};

template <> struct Members<Search> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [classes, persons, amount] = self; // classes: the plan's
    v(persons, amount);
  }
};

template <> struct Members<MonthFactors> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [edge, effect, tightness, threat] = self;
    v(edge, effect, tightness, threat);
  }
};

template <> struct Members<Outlook> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [hazards, effects, limits, next_duration, most] = self; // all but the limits: the plan's
    v(limits);
  }
};

template <> struct Members<Participant> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [person, pool, measure, start, planned_end, allowance] = self;
    v(person, pool, measure, start, planned_end, allowance);
  }
};

template <> struct Members<Roster> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [participants, joined, merged] = self; // the last two are scratch
    v(participants);
  }
};

template <> struct Members<Pool> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [regular, granted, spent, late, with_suppliers, reported, running_cost, running, notified,
           bought, usual, appetite, refusals] = self;
    v(regular, granted, spent, late, with_suppliers, reported, running_cost, running, notified,
      bought, usual, appetite, refusals);
  }
};

template <> struct Members<BudgetMonth> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [appropriated, committed, spent, places, starts, participants, queue] = self;
    v(appropriated, committed, spent, places, starts, participants, queue);
  }
};

template <> struct Members<Appropriation> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [plan, pools, draws, level, level_changed, now, gap, year, granted, given_out, roster,
           accounts, elsewhere, notified_elsewhere, registered, first_registered, planned, shows,
           lowered, allowance_share, keeps, keeps_cost, ordered, queue, month] = self;
    v(level, level_changed, now, gap, year, granted, given_out, roster, accounts, elsewhere);
    v(notified_elsewhere, registered, first_registered, planned, shows, lowered, allowance_share);
    v(keeps, keeps_cost, ordered, queue, month);
  }
};

template <> struct Members<Start> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [person, measure, months, drops] = self;
    v(person, measure, months, drops);
  }
};

template <> struct Members<DropOut> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [person, start] = self;
    v(person, start);
  }
};

template <> struct Members<Placement::Notice> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [start, opens] = self;
    v(start, opens);
  }
};

template <> struct Members<Placement> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [choosing, gains, appropriation, notices, drop_outs] = self;
    v(appropriation, notices, drop_outs);
  }
};

template <> struct Members<WorldEngine> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [common, rule, world, market, placement, outlook, transitions, search, factors,
           effect_gap, mean_search, vacancies_open, decisions, offering, tally, published,
           labour_force, empty_offers] = self;
    // The rule is the month's in which worlds part; transitions, decisions, who offers and the
    // tally are of a month and begun anew with the next.
    v(world, market, *placement, *outlook, search, factors, mean_search, vacancies_open);
    v(published, labour_force, empty_offers);
  }
};

} // namespace tiltak
