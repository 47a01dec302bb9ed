// The groups of the accounts in words.
#pragma once

#include <string>

#include <tiltak/report/words.hpp>

namespace tiltak::report {

// "sex.woman" as "Kjønn: Kvinne"; a group of a kind that is not known here keeps its name.
std::string group_name(const std::string& group, const Words& say);

} // namespace tiltak::report
