#include "panel.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include <tiltak/report/html.hpp>

#include "form.hpp"

namespace tiltak::serve {
namespace {

using report::escape;

const std::string& name(const Job& job, Language language) {
  return language == Language::nb ? job.scenario.name_nb : job.scenario.name_en;
}

std::string stage_word(Stage stage, Language language) {
  static constexpr Words words[] = {{"venter", "waiting"},
                                    {"pågår", "running"},
                                    {"ferdig", "done"},
                                    {"mislyktes", "failed"},
                                    {"stoppet", "stopped"}};
  return std::string(in(language, words[static_cast<std::size_t>(stage)]));
}

// What the program calls its work, in Norwegian.
std::string_view work(std::string_view what, Language language) {
  struct Pair {
    std::string_view en, nb;
  };
  static constexpr Pair pairs[] = {
      {"simulating", "simulerer"},
      {"LCS distances", "avstander mellom forløp"},
      {"hierarchical clustering", "grupperer forløp"},
      {"medoids", "finner typiske forløp"},
      {"budget level", "finner like store bevilgninger"}, // "..., try 2"
      {"comparing", "sammenligner"},
      {"why they differ", "forklarer forskjellen"},
      {"sign map", "regner ut fortegnskartet"},
  };
  if (language == Language::nb)
    for (const Pair& pair : pairs)
      if (what.starts_with(pair.en)) return pair.nb;
  return what;
}

std::string under_way(const Job& job, Language language) {
  const bool nb = language == Language::nb;
  return fmt::format(
      "<div class=\"progress\" data-status=\"/{0}/runs/{1}/status\">\n"
      "<label for=\"progress\">{2}</label>\n<progress id=\"progress\" max=\"1\" value=\"{3}\">"
      "</progress>\n<p role=\"status\">{4}</p>\n"
      "<form method=\"post\" action=\"/{0}/runs/{1}/cancel\"><button type=\"submit\">{5}</button>"
      "</form>\n</div>\n",
      tag(language), job.number, nb ? "Hvor langt simuleringen er kommet" : "How far it has come",
      job.share, escape(progress_text(job, language)), nb ? "Stopp" : "Stop");
}

std::string files(const Job& job, Language language) {
  const bool nb = language == Language::nb;
  const auto link = [&](const char* file, std::string_view words) {
    return fmt::format("<li><a href=\"/{}/runs/{}/{}\" download>{}</a></li>\n", tag(language),
                       job.number, file, words);
  };
  std::string text = "<ul class=\"files\">\n";
  text += fmt::format("<li><a href=\"/{}/runs/{}/report\">{}</a></li>\n", tag(language), job.number,
                      nb ? "Rapporten alene" : "The report by itself");
  if (!job.comparison) {
    text += link("scenario.yaml", nb ? "Scenarioet (YAML)" : "The scenario (YAML)");
    text += link("results.h5", nb ? "Resultatene (HDF5)" : "The results (HDF5)");
    text += link("tables.xlsx", nb ? "Tabellene (Excel)" : "The tables (Excel)");
  }
  return text + link("tables.zip", nb ? "Tabellene (CSV)" : "The tables (CSV)") + "</ul>\n";
}

std::string outcome(const Job& job, Language language) {
  const bool nb = language == Language::nb;
  return files(job, language) +
         fmt::format("<iframe src=\"/{0}/runs/{1}/report\" title=\"{2}: {3}\" "
                     "sandbox=\"allow-scripts\"></iframe>\n",
                     tag(language), job.number, nb ? "Rapport" : "Report",
                     escape(name(job, language)));
}

std::string value_of(const Checked& scenario, const std::string& key) {
  for (const auto& [name, value] : scenario.settings)
    if (name == key) return value;
  return {};
}

// Where the two scenarios of a comparison differ, side by side.
std::string side_by_side(const Job& a, const Job& b, Language language) {
  const bool nb = language == Language::nb;
  std::set<std::string> keys;
  for (const Job* job : {&a, &b})
    for (const auto& [key, value] : job->scenario.settings) keys.insert(key);
  std::string rows;
  for (const std::string& key : keys) {
    const std::string first = value_of(a.scenario, key), second = value_of(b.scenario, key);
    if (first == second) continue;
    const auto shown = [&](const std::string& value) {
      return value.empty() ? std::string(nb ? "standard" : "default") : escape(value);
    };
    rows += fmt::format("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>\n",
                        escape(key), shown(first), shown(second));
  }
  return fmt::format("<table>\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
                     "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n"
                     "<tbody>\n{}</tbody>\n</table>\n",
                     nb ? "Der scenarioene er ulike" : "Where the scenarios differ",
                     nb ? "Nøkkel" : "Key", escape(name(a, language)), escape(name(b, language)),
                     rows);
}

std::string differences(const Job& job, const std::vector<Job>& all, Language language) {
  const Job *first = nullptr, *second = nullptr;
  for (const Job& one : all) {
    if (one.number == job.comparison->first) first = &one;
    if (one.number == job.comparison->second) second = &one;
  }
  return first && second ? side_by_side(*first, *second, language) : "";
}

using Options = std::vector<std::pair<std::string, std::string>>;

std::string comparison_form(const Options& done, const std::vector<Fault>& faults,
                            Language language) {
  const bool nb = language == Language::nb;
  return fmt::format(
      "<form method=\"post\" action=\"/{}/comparisons\" class=\"compare\">\n<h3>{}</h3>\n{}{}{}{}"
      "<p class=\"field\"><label><input type=\"checkbox\" name=\"map\" value=\"on\"> "
      "{}</label></p>\n"
      "<p><button type=\"submit\">{}</button></p>\n</form>\n",
      tag(language), nb ? "Sammenlign to" : "Compare two", fault_list(faults, language),
      choice("first", nb ? "Den ene" : "One", done, done[1].first),
      choice("second", nb ? "Den andre" : "The other", done, done[0].first),
      choice("equal", nb ? "Gjør dem like i" : "Make them equal in",
             {{"as_given", nb ? "ingenting: som skrevet" : "nothing: as written"},
              {"present_value",
               nb ? "nåverdien av bevilgningene" : "the present value of appropriations"},
              {"spent", nb ? "brukte midler" : "money spent"},
              {"place_months", nb ? "plassmåneder" : "place-months"}},
             "present_value"),
      nb ? "Også fortegnskartet (tar mange ganger så lang tid)"
         : "The sign map too (takes many times as long)",
      nb ? "Sammenlign" : "Compare");
}

} // namespace

std::string welcome(Language language) {
  const bool nb = language == Language::nb;
  return fmt::format(
      "<section aria-labelledby=\"welcome-title\">\n<h2 id=\"welcome-title\">{}</h2>\n<p>{}</p>\n"
      "<p>{}</p>\n</section>\n",
      nb ? "Slik brukes siden" : "How to use this page",
      nb ? "Skjemaet viser et ferdig scenario. Endre det du vil, og trykk på «Simuler». Samme "
           "personer simuleres da med og uten tiltakene, og rapporten kommer her."
         : "The form shows a scenario that is ready. Change what you like and press “Simulate”. "
           "The "
           "same persons are then simulated with and without the measures, and the report comes "
           "here.",
      nb ? "Simuler to scenarioer, så kan de sammenlignes på de samme personene og med de samme "
           "tilfeldighetene."
         : "Simulate two scenarios and they can be compared on the same persons with the same "
           "luck.");
}

std::string progress_text(const Job& job, Language language) {
  const bool nb = language == Language::nb;
  if (job.stage != Stage::running || job.what.empty()) return stage_word(job.stage, language);
  std::string text =
      fmt::format("{}: {:.0f} %", work(job.what, language), 100 * std::clamp(job.share, 0.0, 1.0));
  if (job.seconds_left >= 0)
    text += fmt::format(fmt::runtime(nb ? ", omtrent {:.0f} s igjen" : ", about {:.0f} s left"),
                        std::ceil(job.seconds_left));
  return text;
}

std::string panel(const Job& job, const std::vector<Job>& all, Language language) {
  const bool nb = language == Language::nb;
  std::string text =
      fmt::format("<section aria-labelledby=\"run-title\">\n<h2 id=\"run-title\">{}. {}</h2>\n",
                  job.number, escape(name(job, language)));
  if (job.comparison) text += differences(job, all, language);
  switch (job.stage) {
  case Stage::waiting:
  case Stage::running: text += under_way(job, language); break;
  case Stage::done: text += outcome(job, language); break;
  case Stage::cancelled:
    text += fmt::format("<p class=\"notice\">{}</p>\n", nb ? "Stoppet." : "Stopped.");
    break;
  case Stage::failed:
    text += fmt::format("<p class=\"notice\">{}</p>\n<pre lang=\"en\" role=\"region\" "
                        "tabindex=\"0\" aria-label=\"{}\">{}</pre>\n",
                        nb ? "Simuleringen mislyktes. Programmet sa:"
                           : "The simulation failed. The program said:",
                        nb ? "Hva programmet sa" : "What the program said", escape(job.said));
  }
  return text + "</section>\n";
}

std::string list(const std::vector<Job>& jobs, const std::vector<Fault>& faults,
                 Language language) {
  if (jobs.empty()) return {};
  const bool nb = language == Language::nb;
  std::string rows;
  Options done;
  for (const Job& job : jobs) {
    rows +=
        fmt::format("<li><a href=\"/{}/runs/{}\">{}. {}</a> ({})</li>\n", tag(language), job.number,
                    job.number, escape(name(job, language)), stage_word(job.stage, language));
    if (job.stage == Stage::done && !job.comparison)
      done.emplace_back(std::to_string(job.number),
                        fmt::format("{}. {}", job.number, name(job, language)));
  }
  return fmt::format("<section aria-labelledby=\"runs-title\">\n<h2 id=\"runs-title\">{}</h2>\n"
                     "<ul class=\"runs\">\n{}</ul>\n{}</section>\n",
                     nb ? "Simuleringer" : "Simulations", rows,
                     done.size() < 2 ? "" : comparison_form(done, faults, language));
}

} // namespace tiltak::serve
