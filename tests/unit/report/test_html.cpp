// What comes from files cannot become markup or script.
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <tiltak/report/html.hpp>

using namespace tiltak::report;

namespace {

const std::string hostile = "</script><script>alert('x')</script><img src=x onerror=\"y\">&";

Document document_of(const std::string& text) {
  Chart chart{ChartKind::bars, text, text};
  chart.keys = {{text}};
  chart.panels = {{text, {text}, {{std::numeric_limits<double>::quiet_NaN()}}}};
  Table table{
      "t", text, {{text, text}, {text, text}}, {{text, Number{1, 0}}, {text, Suppressed{}}}, text};
  Section section{
      "s", text, {Paragraph{text}, KeyNumbers{{text, text, text}}, Listing{text, text}}};
  section.blocks.push_back(Figure{"f", text, text, chart, table});
  return {Language::en, text, text, {section}};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

} // namespace

TEST_CASE("texts of files are escaped wherever they stand") {
  for (const bool charts : {true, false}) {
    const std::string page = to_html(document_of(hostile), charts);
    const std::string harmless = to_html(document_of("text"), charts);
    CHECK(page.find("<img src=x") == std::string::npos);
    CHECK(count(page, "<script") == count(harmless, "<script"));
    CHECK(count(page, "</script") == count(harmless, "</script"));
    CHECK(count(page, "&lt;/script&gt;") > 10);
  }
}

TEST_CASE("control characters are left out") {
  CHECK(escape(std::string("a\0b\x1b[0m\tc\n", 10)) == "ab[0m\tc\n");
}

TEST_CASE("a page without charts says so and has no script") {
  const std::string page = to_html(document_of("text"), false);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("class=\"notice\"") != std::string::npos);
  CHECK(page.find("script-src 'none'") != std::string::npos);
}

TEST_CASE("the language is the page's") {
  Document document = document_of("text");
  CHECK(to_html(document).find("<html lang=\"en\">") != std::string::npos);
  document.language = Language::nb;
  CHECK(to_html(document).find("<html lang=\"nb\">") != std::string::npos);
}
