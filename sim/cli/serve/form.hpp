// The form: an input for each thing that can be set, with what it means, what is allowed, and what
// was wrong with what was written.
#pragma once

#include <string>
#include <vector>

#include "request.hpp"

namespace tiltak::serve {

// `order` has what was written last and its faults; one without either shows the base as it is.
std::string form(const std::vector<Base>& bases, const Order& order, Language language);

// A select with its label: {value, text} each.
std::string choice(const std::string& name, std::string_view label,
                   const std::vector<std::pair<std::string, std::string>>& options,
                   std::string_view selected);

// What is wrong, at the top, each a link to its input; empty where nothing is.
std::string fault_list(const std::vector<Fault>& faults, Language language);

} // namespace tiltak::serve
