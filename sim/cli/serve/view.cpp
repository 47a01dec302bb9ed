#include "view.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <tiltak/core/json.hpp>
#include <tiltak/report/html.hpp>

#include "form.hpp"
#include "panel.hpp"

namespace tiltak::serve {
namespace {

using report::escape;

std::string frame(Language language, const std::string& head, const std::string& body) {
  return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<title>tiltak</title>\n<link rel=\"stylesheet\" href=\"/serve.css\">\n"
                     "<link rel=\"icon\" href=\"/serve.svg\" type=\"image/svg+xml\">\n{}</head>\n"
                     "<body class=\"serve\">\n{}</body>\n</html>\n",
                     tag(language), head, body);
}

std::string header(Language language, const std::string& path) {
  const bool nb = language == Language::nb;
  return fmt::format(
      "<a class=\"skip\" href=\"#main\">{0}</a>\n<header>\n<h1><a href=\"/{1}/\">tiltak</a></h1>\n"
      "<p>{2}</p>\n<p><a href=\"/{3}{4}\" lang=\"{3}\" hreflang=\"{3}\">{5}</a></p>\n</header>\n",
      nb ? "Gå til innholdet" : "Skip to content", tag(language),
      nb ? "Hva bevilgninger til arbeidsmarkedstiltak gir, for hvem, gjennom konjunkturen"
         : "What appropriations to labour-market measures give, for whom, over the cycle",
      nb ? "en" : "nb", path, nb ? "In English" : "På norsk");
}

} // namespace

std::string page(const std::vector<Base>& bases, const Order& order, const Shown& shown,
                 Language language, const std::string& path) {
  const bool nb = language == Language::nb;
  const bool goes_on =
      shown.job && (shown.job->stage == Stage::waiting || shown.job->stage == Stage::running);
  const std::string head =
      std::string("<script src=\"/serve.js\" defer></script>\n") +
      (goes_on ? "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>\n" : "");
  const std::string middle =
      shown.job ? panel(*shown.job, shown.jobs, language) : welcome(language);
  return frame(language, head,
               header(language, path) +
                   fmt::format("<main id=\"main\">\n<section class=\"settings\" "
                               "aria-labelledby=\"settings-title\">\n"
                               "<h2 id=\"settings-title\">{}</h2>\n{}</section>\n"
                               "<div class=\"results\">\n{}{}</div>\n</main>\n",
                               nb ? "Scenario" : "Scenario", form(bases, order, language), middle,
                               list(shown.jobs, shown.comparison_faults, language)));
}

std::string notice(Words message, Language language) {
  return frame(language, "",
               fmt::format("<main id=\"main\">\n<h1>tiltak</h1>\n<p class=\"notice\">{}</p>\n"
                           "</main>\n",
                           escape(in(language, message))));
}

std::string status(const Job& job, Language language) {
  static constexpr const char* names[] = {"waiting", "running", "done", "failed", "cancelled"};
  Json json;
  json.set("stage", names[static_cast<std::size_t>(job.stage)]);
  json.set("text", progress_text(job, language));
  json.set("share", std::clamp(job.share, 0.0, 1.0));
  return json.text();
}

} // namespace tiltak::serve
