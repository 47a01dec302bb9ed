// Moments of who is where: employment by origin and sex, registrations by origin and education, and
// the intensity and mix of measures by group.
#include <tiltak/study/moments.hpp>

#include <string>

#include <tiltak/state/readout.hpp>

namespace tiltak::study {
namespace {

// A share in per cent, as it is counted.
struct Share {
  double part = 0, whole = 0;
  void count(bool is_part) { part += is_part, whole += 1; }
  double per_cent() const { return whole > 0 ? 100 * part / whole : 0; }
};

bool gross_unemployed(Pair pair) {
  return pair == Pair::none_unemployed || facts(pair).registration == Registration::measure;
}

struct Employment {
  Share immigrants, others, women, men;
  void count(Pair pair, bool immigrant, bool woman, int age) {
    if (age < 20 || age > 66) return;
    (immigrant ? immigrants : others).count(has_job(pair));
    if (age < 65) (woman ? women : men).count(has_job(pair));
  }
};

struct Intensity {
  Share all, under_25, middle, from_50, eea, outside, compulsory, upper, higher_long;
  void count(bool on_measure, BirthRegion origin, Education education, int age) {
    all.count(on_measure);
    (age < 25 ? under_25 : age < 50 ? middle : from_50).count(on_measure);
    (outside_eea(origin) ? outside : eea).count(on_measure);
    if (education == Education::compulsory) compulsory.count(on_measure);
    if (education == Education::upper_secondary) upper.count(on_measure);
    if (education == Education::higher_long) higher_long.count(on_measure);
  }
  void write(Moments& out) const {
    const std::pair<const char*, const Share&> rows[] = {{"all", all},
                                                         {"under_25", under_25},
                                                         {"25_49", middle},
                                                         {"50_plus", from_50},
                                                         {"eea", eea},
                                                         {"outside_eea", outside},
                                                         {"compulsory", compulsory},
                                                         {"upper_secondary", upper},
                                                         {"higher_long", higher_long}};
    for (const auto& [name, share] : rows) out[std::string("intensity.") + name] = share.per_cent();
  }
};

} // namespace

// Over four months of the last year, a quarter apart: these shares move slowly.
void MomentRecorder::groups(Moments& out) const {
  Employment employment;
  Intensity intensity;
  Share reduced_compulsory, reduced_outside, unemployed_outside;
  for (std::size_t back = 0; back < 12 && back < pairs_.size(); back += 3) {
    const std::size_t m = pairs_.size() - 1 - back;
    const Month t = plan_.start + static_cast<int>(m);
    for (std::size_t p = 0; p < people_.size(); ++p) {
      const auto pair = static_cast<Pair>(pairs_[m][p]);
      if (pair == Pair::outside) continue;
      const BirthRegion origin = people_.origin(p);
      const int age = people_.age(p, t);
      employment.count(pair, origin != BirthRegion::norway, people_.sex(p) == Sex::woman, age);
      if (gross_unemployed(pair))
        intensity.count(pair != Pair::none_unemployed, origin, people_.education(p), age);
      if (pair == Pair::none_unemployed) unemployed_outside.count(outside_eea(origin));
      if (family(pair) != Family::reduced) continue;
      reduced_compulsory.count(people_.education(p) == Education::compulsory);
      reduced_outside.count(outside_eea(origin));
    }
  }
  out["stock.employed.immigrant_gap"] =
      employment.immigrants.per_cent() - employment.others.per_cent();
  out["stock.employed.sex_gap"] = employment.women.per_cent() - employment.men.per_cent();
  out["stock.reduced.compulsory"] = reduced_compulsory.per_cent();
  out["stock.reduced.outside_eea"] = reduced_outside.per_cent();
  out["unemployed.outside_eea"] = unemployed_outside.per_cent();
  intensity.write(out);
}

// Person-months on each measure of the post over those of its group, in the recorded months.
void MomentRecorder::mix(Moments& out) const {
  std::array<double, 2> all{};
  for (std::size_t m = 0; m < plan_.measures.size(); ++m)
    if (plan_.measures[m].post == Post::post_76)
      all[static_cast<std::size_t>(plan_.measures[m].group)] += static_cast<double>(on_measure_[m]);
  for (std::size_t m = 0; m < plan_.measures.size(); ++m) {
    if (plan_.measures[m].post != Post::post_76) continue;
    const auto group = static_cast<std::size_t>(plan_.measures[m].group);
    const char* name = group == 0 ? "job_seekers" : "reduced_capacity";
    out["mix." + std::string(name) + "." + plan_.measures[m].id] =
        all[group] > 0 ? 100 * static_cast<double>(on_measure_[m]) / all[group] : 0;
  }
}

} // namespace tiltak::study
