// Writes what the tests of this folder look at: the pages and tables of a file with everything, in
// both languages, with charts and without, into the folder given.
#include <filesystem>
#include <fstream>
#include <string>

#include <tiltak/report/csv.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/report/report.hpp>

#include "synthetic.hpp"

int main(int, char** argv) {
  using namespace tiltak;
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
  }
}
