#include <tiltak/study/headlines.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace tiltak::study {

void Headlines::add(const Accounts& accounts, std::int32_t draw) {
  draws_.push_back(draw);
  for (std::size_t k = 0; k < flow_count; ++k) {
    const auto flow = static_cast<Flow>(k);
    if (!accounts.has(flow)) continue;
    for (std::size_t f = 0; f < flavours; ++f) {
      const double unit = f < 2 ? job_years_ : job_years_ / 100; // hundredths
      series_[k][f].push_back(unit * static_cast<double>(accounts.total(flow, f)));
    }
  }
  policy_.push_back(static_cast<double>(accounts.employment(0, 0)));
  other_.push_back(static_cast<double>(accounts.employment(1, 0)));
  course_.add(accounts, job_years_);
}

void Headlines::append(const Headlines& other) {
  const auto join = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  for (std::size_t k = 0; k < flow_count; ++k)
    for (std::size_t f = 0; f < flavours; ++f) join(series_[k][f], other.series_[k][f]);
  join(policy_, other.policy_);
  join(other_, other.other_);
  join(draws_, other.draws_);
  course_.append(other.course_);
}

compare::Spread Headlines::spread(Flow flow, std::size_t flavour) const {
  return compare::spread_of(by_seed(series(flow, flavour), draws_));
}

Flow flow_named(const std::string& name) {
  for (std::size_t k = 0; k < flow_count; ++k)
    if (name == flow_names[k]) return static_cast<Flow>(k);
  throw std::logic_error("no flow " + name);
}

bool goes_on(const Plan& plan, const Headlines& headlines, std::uint32_t next) {
  constexpr std::uint32_t least = 4;
  if (next < plan.replications) return true;
  const bool stops =
      plan.precision.figure.empty() || plan.evaluation.contrast == Contrast::policy_alone;
  if (stops || next >= plan.precision.most) return false;
  const auto spread = headlines.spread(flow_named(plan.precision.figure));
  return next < least || spread.half_width.value_or(INFINITY) > plan.precision.job_years;
}

Json in_json(const Headlines& headlines) {
  Json json;
  for (std::size_t k = 0; k < flow_count; ++k) {
    const auto flow = static_cast<Flow>(k);
    for (std::size_t f = 0; f < flavours && !headlines.series(flow, f).empty(); ++f) {
      const auto spread = headlines.spread(flow, f);
      Json& one = json.set(std::string(flow_names[k]) + "_" + flavour_names[f], Json());
      one.set("mean", spread.mean);
      if (spread.half_width) one.set("half_width", *spread.half_width);
    }
  }
  if (headlines.replications() > 0 && headlines.draws().back() > 0) {
    const auto sources = headlines.sources(Flow::net);
    Json& by = json.set("net_reg_sd", Json::object());
    by.set("seed", sources.seed);
    by.set("parameters", sources.parameters);
  }
  if (headlines.replications() > 0)
    json.set("course", headlines.course().in_json(headlines.draws()));
  const double ratio = headlines.variance_ratio();
  if (std::isfinite(ratio)) json.set("variance_ratio", ratio);
  return json;
}

std::string in_words(const Headlines& headlines) {
  if (headlines.replications() == 0) return {};
  std::string text = fmt::format("   {:<18} {:>24}  {:>24}\n", "job-years, national",
                                 "ordinary jobs", "and subsidised ones");
  for (std::size_t k = 0; k < flow_count; ++k) {
    const auto flow = static_cast<Flow>(k);
    if (headlines.series(flow).empty()) continue;
    text += fmt::format("   {:<18}", flow_names[k]);
    for (std::size_t f = 0; f < 2; ++f) {
      const auto spread = headlines.spread(flow, f);
      const std::string half =
          spread.half_width ? fmt::format(" ± {:.0f}", *spread.half_width) : "";
      text += fmt::format(" {:>24}", fmt::format("{:.0f}{}", spread.mean, half)) + " ";
    }
    text += "\n";
  }
  text += headlines.course().in_words(headlines.draws());
  if (headlines.draws().back() > 0) {
    const auto sources = headlines.sources(Flow::net);
    text += fmt::format("   net varies by {:.0f} from seed to seed, by {:.0f} with the parameters "
                        "(standard deviations)\n",
                        sources.seed, sources.parameters);
    return text; // what luck saves is not told from what parameters do
  }
  if (const double ratio = headlines.variance_ratio(); std::isfinite(ratio))
    text += fmt::format("   shared luck saves {:.0f} times the replications\n", ratio);
  return text;
}

} // namespace tiltak::study
