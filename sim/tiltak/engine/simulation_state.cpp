// A simulation as it is saved at the end of a month and goes on from there.
#include <tiltak/engine/account_state.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/engine/state_check.hpp>

namespace tiltak {

template <> struct Members<Pools> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [of, county, persons] = self;
    v(of, county, persons);
  }
};

// Persons are made anew from the plan and their draws; what is left is who they are this month and
// which pool of money they belong to, which another plan may say otherwise.
template <> struct Members<Common> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [plan, company, draws, people, types, hazards, effects, life_courses, propensity, setting,
           pools, gains] = self;
    v(types, pools);
  }
};

namespace {

void load_common(Common& common, Month now, Loader& loader) {
  loader.mark("persons");
  loader(common);
  check_common(common, now, loader);
}

void load_world(WorldEngine& world, Month now, Loader& loader) {
  const std::string name = world.world().name;
  loader.mark("world");
  loader(world);
  loader.check(world.world().name == name, "it has other worlds");
  check_world(world, now, loader);
}

} // namespace

template <> struct Members<Simulation> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    // Those who come and go are known from the start; `against` and `history` have the persons of
    // `common`, and are plans of their own that nobody saves.
    auto& [plan, common, against, history, demography, worlds, accounts, done] = self;
    v(done, std::uint64_t{worlds.size()});
    v.mark("persons");
    v(common);
    for (const WorldEngine& world : worlds) v.mark("world"), v(world);
    v.mark("accounts");
    if (accounts) v(*accounts);
  }
};

void Simulation::save(Saver& saver) const { Members<Simulation>::visit(*this, saver); }

void Simulation::load(Loader& loader) {
  std::uint64_t worlds = 0;
  loader(done_, worlds);
  loader.check(done_ > 0 && done_ <= plan_.all_months(), "a month is beyond the run");
  const std::vector<std::uint16_t> pools = common_.pools.of;
  const Month now = plan_.first() + done_;
  load_common(common_, now, loader);
  loader.check(pools == common_.pools.of, "offices are other ones");
  for (auto* same : {&against_, &history_})
    if (*same) (*same)->types = common_.types;
  if (is_coupled() && now > plan_.evaluation.start) part(plan_.evaluation.start);
  loader.check(worlds == worlds_.size(), "it has more or fewer worlds");
  for (WorldEngine& world : worlds_) load_world(world, now, loader);
  loader.mark("accounts");
  if (accounts_) {
    loader(*accounts_);
    check_accounts(*accounts_, common_, now, loader);
  }
}

void Simulation::branch(Loader& loader) {
  std::uint64_t worlds = 0;
  loader(done_, worlds);
  loader.check(done_ > 0 && done_ <= plan_.all_months(), "a month is beyond the run");
  loader.check(worlds == 1, "its worlds have parted: a branch begins before the evaluation does");
  const Month now = plan_.first() + done_;
  Common past = common_; // the other plan's offices
  load_common(past, now, loader);
  WorldEngine then(past, WorldRule{});
  load_world(then, now, loader);
  loader.mark("accounts");
  common_.types = past.types;
  worlds_.clear();
  worlds_.emplace_back(then, WorldRule{}, common_, now);
}

} // namespace tiltak
