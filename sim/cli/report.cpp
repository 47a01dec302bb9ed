// tiltak report: the page on a results file, and its tables for spreadsheets.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/report/csv.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/report/report.hpp>
#include <tiltak/store/aside.hpp>
#include <tiltak/store/probe.hpp>
#ifdef TILTAK_XLSX
#include <tiltak/report/xlsx.hpp>
#endif

#include "command.hpp"

namespace tiltak::cli {
namespace {

struct ReportOptions {
  std::string results, page = "report.html", csv, xlsx;
  std::string language = "nb";
};

void write_xlsx_file([[maybe_unused]] const report::Document& document, const std::string& path) {
#ifdef TILTAK_XLSX
  report::write_xlsx(document, path);
#else
  throw InputError({"--xlsx"}, "this build cannot write " + path, "--csv writes the same tables");
#endif
}

void summarise(const ReportOptions& options, const report::Document& document,
               std::size_t csv_files) {
  Json out;
  out.set("page", options.page);
  out.set("charts", report::has_charts());
  out.set("sections", static_cast<std::int64_t>(document.sections.size()));
  out.set("tables", static_cast<std::int64_t>(document.tables().size()));
  out.set("csv_files", static_cast<std::int64_t>(csv_files));
  fmt::print("{}\n", out.text(2));
}

int report_on(const ReportOptions& options, const Common& common) {
  const store::ResultReader file = store::open_foreign(options.results);
  const report::Document document = report::make_report(
      file, options.language == "en" ? report::Language::en : report::Language::nb);
  store::write_whole(options.page, report::to_html(document));
  std::size_t csv_files = 0;
  if (!options.csv.empty()) csv_files = report::write_csv(document, options.csv).size();
  if (!options.xlsx.empty()) write_xlsx_file(document, options.xlsx);
  if (!report::has_charts() && !common.quiet)
    fmt::print(stderr, "tiltak: this build has no charting library; the page has tables alone\n");
  if (common.json)
    summarise(options, document, csv_files);
  else if (!common.quiet)
    fmt::print(stderr, "wrote {}\n", options.page);
  return done;
}

} // namespace

Action declare_report(Arguments& app, Common& common) {
  const auto options = std::make_shared<ReportOptions>();
  app.option("RESULTS", options->results, "Results file (.h5)").required();
  app.option("-o,--output", options->page, "Page to write").shows_default();
  app.option("--lang", options->language, "Language of the page and the tables: nb or en")
      .one_of({"nb", "en"})
      .shows_default();
  app.option("--csv", options->csv, "Folder to write every table into, as CSV").placeholder("DIR");
  app.option("--xlsx", options->xlsx, "Workbook to write every table into").placeholder("FILE");
  add_common(app, common);
  app.footer("Example: tiltak report out.h5 --lang en -o report.html --csv tables");
  return [options, &common] { return report_on(*options, common); };
}

} // namespace tiltak::cli
