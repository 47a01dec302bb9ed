#include <tiltak/engine/needs.hpp>

#include <algorithm>

#include <tiltak/engine/account_state.hpp>
#include <tiltak/engine/common.hpp>
#include <tiltak/store/panel.hpp>

namespace tiltak {
namespace {

// Adds up what one person takes in the columns it is shown: vectors with an entry a person.
class ColumnBytes {
public:
  static constexpr bool loads = false;
  explicit ColumnBytes(std::size_t persons) : persons_(persons) {}
  template <class... T> void operator()(const T&... values) { (one(values), ...); }
  std::size_t bytes = 0;

private:
  template <class T> void one(const std::vector<T>& column) {
    if constexpr (Number<T>)
      if (column.size() == persons_) bytes += sizeof(T);
  }
  template <class T> void one(const T&) {}
  std::size_t persons_;
};

constexpr std::size_t probe = 4001; // persons: no other vector has so many entries

template <class T> std::size_t columns(const T& of_probe) {
  ColumnBytes counter(probe);
  Members<T>::visit(of_probe, counter);
  return counter.bytes;
}

// Months of one person's life that Demography lists: she comes, turns an age that begins a band,
// and leaves. Bands are five years, most of them; a working life is 49.
double events(int months) { return 1 + months / 60.0 + months / (12.0 * 49); }

// Shares of persons, a month, measured with the baseline at 1:20.
constexpr double waiting = 0.05; // registered, without a measure: candidates for places
constexpr double spells_a_month = 0.004; // of measures that end
constexpr double job_changes = 0.03; // whose job changes in some world
constexpr double employed = 0.75;
constexpr double idle = 34e6; // the program, its libraries, HDF5's caches, a plan

// Bytes of states and jobs in a world's panel, deflated: most of a life is one run.
double packed(double months) { return 1.3 + 0.022 * months; }

double account_bytes(const Plan& plan, double persons) {
  constexpr double groups = 100; // all groupings, with counties and segments
  const double cells = groups * static_cast<double>(plan.measures.size() + 1) *
                       static_cast<double>(flow_count * flavours) * sizeof(std::int32_t);
  const double months = plan.evaluation.window + plan.evaluation.tail;
  // Of persons, with tables of their own; beside what is counted, measured at 1:10 to 4:10.
  const double blocks = std::clamp(persons / 65536, 1.0, 8.0);
  constexpr double beside = 2.2e6;
  const double history =
      sizeof(JobHistory::Change) * (employed + job_changes * plan.evaluation.window) * persons;
  return cells * (months + blocks) + blocks * beside + history;
}

} // namespace

PersonBytes person_bytes() {
  Setting setting;
  setting.segments = 1;
  const World world("probe", probe, setting);
  People people;
  people.resize(probe);
  const std::size_t attributes = sizeof people.birth[0] + sizeof people.arrival[0] +
                                 sizeof people.departure[0] + sizeof people.base[0] +
                                 sizeof people.county[0] + sizeof people.skill[0];
  const std::size_t types = sizeof(decltype(Common::types)::value_type);
  const std::size_t pool = sizeof(decltype(Pools::of)::value_type);
  return {attributes + types + pool, columns(world),
          columns(Participation(world, Month{})) + sizeof(JobCode)};
}

Needs needs(const Plan& plan, bool panel, const PersonTimes& times) {
  Needs all;
  const bool coupled = plan.evaluation.contrast != Contrast::policy_alone;
  if (coupled) all.worlds = 3u + plan.evaluation.no_substitution + plan.evaluation.twins;
  if (coupled && plan.evaluation.stocks_only) all.worlds = 2;
  const double living = plan.population.persons, months = plan.all_months();
  double leaving = 0; // a month: as many move in
  for (const double hazard : plan.population.emigration)
    leaving += hazard / static_cast<double>(plan.population.emigration.size());
  all.persons =
      plan.population.given ? living : living * (1 + months * (1 / (12.0 * 49) + leaving));
  const PersonBytes of = person_bytes();
  const double worlds = static_cast<double>(all.worlds), n = all.persons;
  const double chunk =
      static_cast<double>(store::chunk_months(static_cast<std::size_t>(plan.months)));
  const double world = n * static_cast<double>(of.world);
  double bytes = idle + worlds * world;
  bytes += n * (static_cast<double>(of.shared) + events(plan.all_months()) * sizeof(std::uint32_t));
  bytes += n * waiting * sizeof(Candidate) * 2; // by block, and by pool
  double later = 0; // when worlds have parted
  if (panel)
    later += n * worlds * (chunk / 2 + plan.months * spells_a_month * sizeof(MeasureSpell));
  if (coupled) {
    bytes += n * static_cast<double>(of.accounts);
    later += account_bytes(plan, n);
  }
  // Worlds part from a copy of the first, with a panel of the first alone.
  bytes += coupled ? std::max(later, world + (panel ? n * chunk / 2 : 0)) : later;
  all.bytes = static_cast<std::int64_t>(bytes);
  all.checkpoint_bytes = static_cast<std::int64_t>(bytes - idle + n * worlds * packed(plan.months));
  all.file_bytes =
      static_cast<std::int64_t>(n * (3 + (panel ? worlds * packed(plan.months) : 0)) + 3e5);
  const double before = coupled ? plan.evaluation.start - plan.first() : months;
  const double world_months = before + (months - before) * worlds;
  const double accounted = coupled ? plan.evaluation.window + plan.evaluation.tail : 0;
  const double once = 1e-9 * living *
                      (times.made + times.month * months + times.world * world_months +
                       times.accounted * accounted);
  const double recorded = panel ? 1e-9 * living * times.recorded * plan.months * worlds : 0;
  all.core_seconds = once * plan.replications + recorded;
  return all;
}

} // namespace tiltak
