#include <tiltak/study/effect_moments.hpp>

#include <limits>

#include <tiltak/engine/simulation.hpp>

namespace tiltak::study {
namespace {

constexpr std::size_t any_job = 1; // the outcome "ordinary or subsidised"

// Effects of one measure, or of several together, at the horizons of evaluation.hpp.
struct Profile {
  std::array<double, horizons.size()> effect{}, persons{};

  void add(const std::array<Finding, horizons.size()>& findings, double Finding::* number) {
    for (std::size_t h = 0; h < horizons.size(); ++h) {
      if (findings[h].participants == 0) continue;
      effect[h] += findings[h].*number * findings[h].participants;
      persons[h] += findings[h].participants;
    }
  }
  double at(std::size_t h) const {
    return persons[h] > 0 ? effect[h] / persons[h] : std::numeric_limits<double>::quiet_NaN();
  }
  void write(const std::string& name, Moments& out) const {
    for (std::size_t h = 0; h < horizons.size(); ++h)
      out[name + "." + std::to_string(horizons[h])] = at(h);
    out[name + ".year1"] = (at(0) + at(1)) / 2;
    out[name + ".years2_3"] = (at(2) + at(3)) / 2;
    out[name + ".average"] = (at(1) + at(2) + at(3)) / 3;
  }
};

} // namespace

void add_effect_moments(Plan plan, std::uint32_t replication, Moments& out) {
  plan.evaluation.contrast = Contrast::none;
  plan.evaluation.no_substitution = false;
  plan.evaluation.twins = true;
  plan.evaluation.tail = horizons.back();
  plan.months = plan.evaluation.start - plan.start + plan.evaluation.window + plan.evaluation.tail;
  EvaluationRecorder recorder(plan);
  Simulation(plan, replication).run(recorder, silent());
  add_effect_moments(recorder.findings(), plan, &Finding::twin, out);
}

void add_effect_moments(const Findings& findings, const Plan& plan, double Finding::* effect,
                        Moments& out) {
  Profile all;
  std::map<std::string, Profile> by_measure;
  for (std::size_t m = 0; m < findings.size(); ++m) {
    Profile& one = by_measure[plan.measures[m].id];
    one.add(findings[m][any_job], effect);
    one.write("effect." + plan.measures[m].id, out);
    if (plan.measures[m].group == MeasureGroup::job_seekers) all.add(findings[m][any_job], effect);
  }
  all.write("effect.all", out);
  const Profile &ips = by_measure["ips"], &usual = by_measure["procured_follow_up"];
  for (std::size_t h = 0; h < horizons.size(); ++h)
    out["effect.ips_against_follow_up." + std::to_string(horizons[h])] = ips.at(h) - usual.at(h);
}

} // namespace tiltak::study
