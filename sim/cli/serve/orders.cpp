#include "orders.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tiltak::serve {

Job simulation(Checked scenario, const Order& order) {
  Job job;
  job.scenario = std::move(scenario);
  job.order = order;
  const auto report = [](const char* language, const char* page) {
    return std::vector<std::string>{"report", "results.h5",
                                    "--lang", language,
                                    "-o",     page,
                                    "--csv",  std::string("csv-") + language,
                                    "--xlsx", std::string("tables-") + language + ".xlsx"};
  };
  job.steps = {{{"run", "scenario.yaml", "-o", "results.h5", "--quiet", "--progress", "lines"}},
               {{"cluster", "results.h5", "--quiet", "--progress", "lines"}, true},
               {report("nb", "report-nb.html")},
               {report("en", "report-en.html")}};
  return job;
}

Job comparison_of(const Job& first, const Job& second, const Comparison& asked) {
  Job job;
  job.scenario.name_nb = fmt::format("{} mot {}", first.scenario.name_nb, second.scenario.name_nb);
  job.scenario.name_en =
      fmt::format("{} against {}", first.scenario.name_en, second.scenario.name_en);
  job.order.base = first.order.base;
  job.comparison = asked;
  job.steps = {{{"compare", "a.yaml", "b.yaml", "-o", ".", "--equal", asked.equal, "--map",
                 asked.map ? "1" : "0", "--quiet", "--progress", "lines"}}};
  return job;
}

std::map<std::string, std::string, std::less<>> suggested(const Base& base, const Limits& limits,
                                                          Language language) {
  constexpr double scale = 2; // per cent
  constexpr std::int64_t replications = 4;
  std::map<std::string, std::string, std::less<>> written;
  if (const Control* control = base.find("population.scale"))
    written[control->key] =
        as_input(*control, fmt::format("{:.12g}", std::min(scale, 100 * limits.scale)), language);
  written[std::string(name_key)] = base.name(language);
  written["replications"] = std::to_string(std::min(replications, limits.replications));
  return written;
}

Fault too_many(Language language) {
  return {{},
          std::string(in(language, {"For mange simuleringer venter. Prøv igjen når en er ferdig.",
                                    "Too many simulations are waiting. Try again when one is "
                                    "done."}))};
}

} // namespace tiltak::serve
