// The report of the fit says what is fitted and held out, in widths, and what the prior set.
#include <doctest/doctest.h>

#include <tiltak/scenario/fit_file.hpp>
#include <tiltak/study/fit_report.hpp>
#include <tiltak/study/fit_table.hpp>

namespace tiltak::study {
namespace {

TEST_CASE("the fit counts gaps in widths and keeps fitted and held out apart") {
  const std::vector<Target> targets{{"x", 10, 2, true, false, "[M02]"},
                                    {"y", 5, 1, false, false, "[M02]"},
                                    {"z", 1, 1, true, true, "judgement"}};
  Estimate estimate;
  estimate.before = {0, 0, 0};
  estimate.after = {11, 8, 1.5};
  estimate.noise = {0.1, 0.1, 0.1};
  scenario::ParameterEntry known, unknown;
  known.name = "known", known.width = 1, known.sd = 0.4;
  unknown.name = "unknown", unknown.width = 1, unknown.sd = 0.9;
  estimate.parameters.entries = {known, unknown};
  estimate.free = {0, 1};
  const auto document = fit_document(targets, estimate, "tiltak calibrate");
  const std::string page = to_markdown(document);
  CHECK(page.find("**1 of 2** fitted figures within one width (1 within two)") !=
        std::string::npos);
  CHECK(page.find("**1 of 1** held-out figures within one width") != std::string::npos);
  CHECK(page.find("| x | 10.00 | 0.00 | 11.00 | 0.10 | 2 * | 0.5 | [M02] |") != std::string::npos);
  CHECK(page.find("| y | 5.00 | 0.00 | 8.00 | 0.10 | 1 | 3.0 | [M02] |") != std::string::npos);
  CHECK(page.find("| unknown | 0.0000 | 0.0000 | 1.00 | 0.90 | 0.90 | set by the prior |") !=
        std::string::npos);
  CHECK(page.find("1 of 2 parameters are set by the prior") != std::string::npos);
}

TEST_CASE("the table of the fit has a row for each target and parts no cell") {
  const std::vector<Target> targets{{"x", 10, 2, true, false, "[M02]\ttwo\nlines"},
                                    {"effect.y", 5, 1, false, true, "[M02]", TargetSide::at_least}};
  Estimate estimate;
  estimate.after = {11, 8};
  estimate.noise = {0.1, 0.25};
  estimate.parameters.entries.resize(1);
  CHECK(fit_table(targets, estimate, "tiltak calibrate") ==
        scenario::fit_head(estimate.parameters) +
            "# made by: tiltak calibrate\n"
            "moment\tuse\tside\tpublished\twidth\tjudged\tmodel\tgap\tnoise\tsource\n"
            "x\tfitted\tequal\t10\t2\tyes\t11\t0.5\t0.1\t[M02] two lines\n"
            "effect.y\theld_out\tat_least\t5\t1\tno\t8\t0\t0.25\t[M02]\n");
}

} // namespace
} // namespace tiltak::study
