// What accounts are, member by member, for checkpoints and parts of runs (see world_state.hpp).
#pragma once

#include <tiltak/engine/account_writer.hpp>
#include <tiltak/engine/world_state.hpp>

namespace tiltak {

template <> struct Members<Participation> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [first_start, measure, long_term, reached, reached_in, differs] = self;
    v(first_start, measure, long_term, reached, reached_in, differs);
  }
};

template <> struct Members<JobHistory::Change> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [person, code] = self;
    v(person, code);
  }
};

template <> struct Members<JobHistory> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [now, changes] = self;
    v(now, changes);
  }
};

template <> struct Members<HireWatch::Followed> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [person, measure, start] = self;
    v(person, measure, start);
  }
};

template <> struct Members<HireWatch> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [plan, followed, starts, hired] = self;
    v(followed, starts, hired);
  }
};

template <> struct Members<CellCount> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [persons, policy, other] = self;
    v(persons, policy, other);
  }
};

template <> struct Members<Accounts> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [plan, people, groups, who, history, hires, amounts, measures, months, window,
           participants, affected, with_g, with_twin, cells, since, alike, blocks, employment] =
        self;
    // Groups, amounts and sizes are the plan's; blocks are filled anew each month.
    v(who, history, hires, participants, affected, with_g, with_twin, cells, since, alike);
    v(employment);
  }
};

template <> struct Members<Packed> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [bytes, zeros] = self;
    v(bytes, zeros);
  }
};

template <> struct Members<AccountWriter::Column> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [name, flow, flavour, cells, since] = self;
    v(name, flow, flavour, cells, since);
  }
};

template <> struct Members<AccountWriter> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [plan, replications, groups, since_months, months, columns, bounds, participants, starts,
           hired, affected] = self;
    v(replications, groups, since_months, months, columns, bounds);
    v(participants, starts, hired, affected);
  }
};

} // namespace tiltak
