#include <tiltak/study/moments.hpp>

#include <algorithm>

#include <tiltak/engine/simulation.hpp>
#include <tiltak/sequence/entrants.hpp>
#include <tiltak/state/benefits.hpp>
#include <tiltak/state/readout.hpp>
#include <tiltak/study/cycle_moments.hpp>
#include <tiltak/study/flows.hpp>

namespace tiltak::study {
namespace {

double per_cent(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

// Shares of categories among the entrants, named prefix + category.
class Shares {
public:
  Shares(Moments& out, std::string prefix, double all)
      : out_(out), prefix_(std::move(prefix)), all_(all) {}
  void count(std::string_view category, double n = 1) { counts_[std::string(category)] += n; }
  ~Shares() {
    for (const auto& [category, n] : counts_) out_[prefix_ + category] = per_cent(n, all_);
  }
  Shares(const Shares&) = delete;
  Shares& operator=(const Shares&) = delete;

private:
  Moments& out_;
  std::string prefix_;
  double all_;
  std::map<std::string, double> counts_;
};

} // namespace

void MomentRecorder::begin(const People& people, std::size_t) { people_ = people; }

void MomentRecorder::month(int month, std::size_t w, const WorldEngine& engine, Month now) {
  if (w != 0) return;
  const World& world = engine.world();
  pairs_.push_back(world.pair);
  const int t = now.index;
  std::int64_t all = 0, longer = 0;
  for (std::size_t p = 0; p < world.pair.size(); ++p)
    if (world.pair_of(p) == Pair::none_unemployed) {
      ++all;
      longer += t - world.spell_since[p] >= 6;
    }
  unemployed_.push_back(all);
  for (std::size_t p = 0; p < world.pair.size(); ++p)
    if (family(world.pair_of(p)) == Family::reduced) {
      ++reduced_;
      aap_ += receives_aap(t - world.spell_since[p]);
    }
  long_unemployed_.push_back(longer);
  for (const MeasureStart& start : engine.tally().started)
    if (plan_.measures[start.measure].group == MeasureGroup::job_seekers)
      starts_.push_back({start.person, month, start});
  for (const MeasureSpell& spell : engine.tally().ended)
    if (plan_.measures[spell.measure].group == MeasureGroup::job_seekers)
      spells_[spell.person].push_back(spell);
  for (std::size_t m = 0; m < plan_.measures.size(); ++m) on_measure_[m] += world.participants[m];
  for (const Segment& segment : engine.market().segments()) {
    vacancies_ += std::max(0.0, segment.vacancies);
    positions_ += std::max(0.0, segment.vacancies) + segment.employed;
  }
}

// Another type within six months of the end of the first, which is the article's rule of a chain.
// `own`: all starts of the person of `first`.
bool MomentRecorder::chained(const StartNote& first,
                             const std::vector<const StartNote*>& own) const {
  const auto found = spells_.find(first.person);
  if (found == spells_.end()) return false;
  const int began = plan_.start.index + first.month;
  const auto& spells = found->second;
  const auto one = std::find_if(spells.begin(), spells.end(), [&](const MeasureSpell& spell) {
    return spell.start == began && spell.measure == first.how.measure;
  });
  if (one == spells.end()) return false;
  return std::any_of(own.begin(), own.end(), [&](const StartNote* note) {
    const int month = plan_.start.index + note->month;
    return note->how.measure != first.how.measure && month >= one->end && month <= one->end + 6;
  });
}

void MomentRecorder::stocks(Moments& out) const {
  std::array<double, pair_count> stock{};
  for (std::size_t m = pairs_.size() - std::min<std::size_t>(12, pairs_.size()); m < pairs_.size();
       ++m)
    for (const std::uint8_t pair : pairs_[m]) ++stock[pair];
  stock[index(Pair::outside)] = 0;
  double all = 0, full = 0, employed = 0, reduced = 0, seekers_on_measures = 0;
  std::array<double, 6> by_register{};
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto pair = static_cast<Pair>(p);
    all += stock[p];
    by_register[static_cast<std::size_t>(register_status(pair))] += stock[p];
    employed += has_job(pair) * stock[p];
    full += (facts(pair).job == Job::full || facts(pair).job == Job::subsidised_full) * stock[p];
    reduced += (family(pair) == Family::reduced) * stock[p];
    seekers_on_measures += (facts(pair).registration == Registration::measure) * stock[p];
  }
  constexpr std::array names{"employed", "unemployed", "measure", "health_benefit", "rest"};
  for (std::size_t r = 0; r < names.size(); ++r)
    out[std::string("stock.register.") + names[r]] = per_cent(by_register[r], all);
  out["stock.registered.reduced"] = per_cent(reduced, all);
  out["stock.registered.measure"] = per_cent(seekers_on_measures, all);
  out["stock.full_time_of_employed"] = per_cent(full, employed);
}

void MomentRecorder::durations(Moments& out) const {
  double longer = 0, all = 0;
  for (std::size_t m = 0; m < unemployed_.size(); ++m) {
    longer += static_cast<double>(long_unemployed_[m]);
    all += static_cast<double>(unemployed_[m]);
  }
  out["unemployed.six_months"] = per_cent(longer, all);
  out["reduced.aap"] = per_cent(static_cast<double>(aap_), static_cast<double>(reduced_));
}

void MomentRecorder::health(Moments& out) const {
  const int december = 12 - plan_.start.month(); // first December recorded
  if (december + 48 >= plan_.months) return;
  const auto status = [&](std::size_t p, int year) {
    return register_status(
        static_cast<Pair>(pairs_[static_cast<std::size_t>(december + 12 * year)][p]));
  };
  double all = 0, same = 0;
  for (std::size_t p = 0; p < people_.size(); ++p) {
    if (status(p, 0) != Register::health_benefit || status(p, 4) == Register::outside) continue;
    ++all;
    same += status(p, 1) == Register::health_benefit && status(p, 2) == Register::health_benefit &&
            status(p, 3) == Register::health_benefit && status(p, 4) == Register::health_benefit;
  }
  out["health.same_five_years"] = per_cent(same, all);
}

void MomentRecorder::entrants(Moments& out) const {
  const sequence::EntrantRule rule{plan_.start.year() + 1, 60, 18, 56};
  const std::size_t months = pairs_.size();
  // Only those who ever start a measure in the year can be entrants.
  std::map<std::uint32_t, const StartNote*> first;
  const int january = Month::of(rule.year, 1) - plan_.start;
  for (const StartNote& note : starts_)
    if (note.month >= january && note.month < january + 12) first.try_emplace(note.person, &note);
  std::vector<std::uint8_t> codes;
  std::vector<std::int16_t> birth;
  std::vector<const StartNote*> notes;
  for (const auto& [p, note] : first) {
    for (std::size_t m = 0; m < months; ++m)
      codes.push_back(static_cast<std::uint8_t>(six_state(static_cast<Pair>(pairs_[m][p]))));
    birth.push_back(people_.birth[p]);
    notes.push_back(note);
  }
  const sequence::Panel panel{codes, months, plan_.start};
  if (!sequence::covers(panel, rule)) return;
  const auto chosen = sequence::select_entrants(panel, birth, rule);
  const double n = static_cast<double>(chosen.size());
  out["entrants.count"] = n / plan_.scale;
  Shares m12(out, "entrants.month12.", n), m60(out, "entrants.month60.", n);
  Shares all(out, "entrants.months.", 60 * n), sex(out, "entrants.sex.", n);
  Shares age(out, "entrants.age.", n), origin(out, "entrants.origin.", n);
  Shares education(out, "entrants.education.", n), benefit(out, "entrants.benefit.", n);
  Shares term(out, "entrants.long_term.", n), measure(out, "entrants.first_measure.", n);
  std::map<std::uint32_t, std::vector<const StartNote*>> starts_of;
  for (const StartNote& note : starts_) starts_of[note.person].push_back(&note);
  double chains = 0;
  for (const auto& entrant : chosen) {
    const std::uint8_t* row =
        codes.data() + entrant.person * months + static_cast<std::size_t>(entrant.first);
    const StartNote& note = *notes[entrant.person];
    const std::uint32_t p = note.person;
    const auto word = [&](std::size_t month) { return state_words[row[month]].name; };
    m12.count(word(11));
    if (row[11] == 2 || row[11] == 3) m12.count("unemployed_or_measure");
    m60.count(word(59));
    for (std::size_t m = 0; m < 60; ++m) all.count(word(m));
    sex.count(sexes[static_cast<std::size_t>(people_.sex(p))].name);
    age.count(age_bands[age_band(people_.age(p, plan_.start + entrant.first))].name);
    origin.count(origins[static_cast<std::size_t>(people_.origin(p))].name);
    education.count(educations[static_cast<std::size_t>(people_.education(p))].name);
    benefit.count(note.how.benefit > 0 ? "yes" : "no");
    term.count(note.how.seeking > 6 ? "yes" : "no");
    measure.count(plan_.measures[note.how.measure].id);
    chains += chained(note, starts_of[p]);
  }
  out["entrants.chained"] = per_cent(chains, n);
}

Moments MomentRecorder::moments() const {
  Moments out;
  stocks(out);
  durations(out);
  health(out);
  survey_flows({pairs_, plan_.start}, out);
  disability({pairs_, plan_.start}, out);
  cycle_moments(
      {pairs_, plan_.start},
      std::span(plan_.demand).subspan(static_cast<std::size_t>(plan_.burn_in)).first(pairs_.size()),
      out);
  entrants(out);
  groups(out);
  mix(out);
  out["market.vacancy_rate"] = per_cent(vacancies_, positions_);
  return out;
}

Moments simulate_moments(const Plan& plan, std::uint32_t replication) {
  MomentRecorder recorder(plan);
  Simulation(plan, replication).run(recorder, silent());
  return recorder.moments();
}

} // namespace tiltak::study
