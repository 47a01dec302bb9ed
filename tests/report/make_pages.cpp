// Writes what the tests of this folder look at: the pages and tables of a file with everything, in
// both languages, with charts and without, into the folder given.
#include <filesystem>
#include <fstream>
#include <string>

#include <tiltak/report/comparison.hpp>
#include <tiltak/report/csv.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/report/report.hpp>

#include "synthetic.hpp"

namespace {

using namespace tiltak;
using compare::Spread;
using compare::Unit;

Spread spread(double mean, double half) { return {mean, half}; }

// A comparison with everything: two ways of being equal, the map with both frictions, six
// replications.
compare::Comparison comparison() {
  compare::Comparison all;
  all.first = {"Stabil <bevilgning>", "Stable <appropriation>"};
  all.second = {"Bevilgning som følger ledigheten", "An appropriation that follows unemployment"};
  all.replications = 6;
  all.phases = 4;
  all.discount_rate = 0.04;
  all.price_year = 2024;
  for (const char* kind : {"present_value", "spent"})
    all.equalities.push_back(
        {kind,
         1.0125,
         0.0004,
         {{"net", Unit::job_years, {}, {}, spread(812, 640), spread(1001, 700)},
          {"displacement", Unit::job_years, {}, {}, spread(-210, 340), spread(-260, 400)},
          {"spending", Unit::nok_million, spread(58210, 300), spread(57900, 310), spread(310, 120),
           spread(340, 130)},
          {"social_surplus", Unit::nok_million, spread(-9210, 800), spread(-9900, 810),
           spread(690, 510), spread(720, 530)},
          {"cost_per_job_year", Unit::nok, {}, {}, spread(381775, 90000), spread(300000, 80000)}}});
  all.groups = {
      {"all", 900, spread(812, 640), spread(700, 500), spread(-210, 340)},
      {"sex.woman", 500, spread(500, 400), spread(300, 300), spread(-100, 200)},
      {"sex.man", 400, spread(312, 300), spread(400, 350), spread(-110, 200)},
      {"priority.under_30", 893, spread(900, 640), spread(700, 500), spread(-210, 340)},
      {"priority.under_30+long_term", 3, spread(-90, 640), spread(2, 5), spread(7, 3)},
      {"priority.outside_eea", 4, spread(2, 640), spread(-2, 5), spread(-7, 3)},
      {"county.more_og_romsdal", 450, spread(-700, 640), spread(0, 5), spread(7, 3)},
      {"county.oslo", 450, spread(1512, 2640), spread(-2, 5), spread(-7, 3)},
      {"segment.south_east service", 450, spread(-700, 640), spread(0, 5), spread(7, 3)},
      {"segment." + std::string("<b>"), 450, spread(1512, 640), spread(1, 5), spread(7, 3)}};
  all.parts = {{"volume", spread(120, 80)},   {"timing", spread(-340, 210)},
               {"mix", spread(20, 40)},       {"composition", spread(15, 30)},
               {"effects", spread(700, 420)}, {"threat", spread(6, 9)},
               {"cuts", spread(-1, 2)},       {"displacement", spread(210, 340)},
               {"gamma", spread(50, 60)},     {"frictions", spread(32, 90)},
               {"remainder", spread(0, 0)}};
  for (const bool frictions : {false, true})
    for (const double displacement : {0.0, 0.3, 0.65, 0.9})
      for (const double gamma : {-10.0, 0.0, 10.0}) {
        all.map.push_back({displacement,
                           gamma,
                           frictions,
                           spread(900 * (0.5 - displacement) + 30 * gamma, 200),
                           {}});
        if (gamma == 0) all.map.back().achieved = displacement + 0.04;
      }
  all.alternatives = {{"cobb_douglas", spread(640, 610)}};
  all.uncertainty = {5, {610, 480}, -660, 750};
  all.has_frictions = true;
  all.settings = {{"budget.rule", "Hvordan bevilgningen endres.", "How the appropriation moves.",
                   "stable", "cyclical"},
                  {"budget.response", "Svaret på ledighet.", "The response.", "", "20 %"}};
  return all;
}

} // namespace

int main(int, char** argv) {
  const std::string folder = argv[1];
  std::filesystem::create_directories(folder);
  write_synthetic(folder + "/synthetic.h5");
  const store::ResultReader file(folder + "/synthetic.h5");
  for (const auto language : {report::Language::nb, report::Language::en}) {
    const std::string tag = language == report::Language::nb ? "nb" : "en";
    const report::Document document = report::make_report(file, language);
    std::ofstream(folder + "/" + tag + ".html") << report::to_html(document);
    std::ofstream(folder + "/" + tag + ".plain.html") << report::to_html(document, false);
    report::write_csv(document, folder + "/" + tag);
    std::ofstream(folder + "/compared-" + tag + ".html")
        << report::to_html(report::make_comparison({comparison()}, {}, language));
  }
}
