// The report as one page that needs nothing else: no network, and no script either, except for the
// drawings, which the tables beside them say as well.
#pragma once

#include <string>
#include <string_view>

#include <tiltak/report/document.hpp>

namespace tiltak::report {

// Text as it may stand in an element or in a quoted attribute.
std::string escape(std::string_view text);

// A whole page (WCAG 2.1 AA, A4 when printed). With `charts` false, or in a build without the
// charting library, it has tables alone and says so.
std::string to_html(const Document& document, bool charts = true);

// Whether this build can put charts into pages.
bool has_charts();

// What a page with charts may do (its Content-Security-Policy): our own script and nothing else,
// nothing fetched.
std::string content_security_policy(bool charts = has_charts());

} // namespace tiltak::report
