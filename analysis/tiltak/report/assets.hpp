// Files that are part of the program: they are put into it when it is built.
#pragma once

#include <string_view>

namespace tiltak::report::assets {

std::string_view words(); // words.txt
std::string_view style(); // web/report.css
std::string_view script(); // Observable Plot and web/charts/*.js; empty in a build without them

// SHA-256 of script() in base64, for the page's content security policy; empty without a script.
std::string_view script_hash();

} // namespace tiltak::report::assets
