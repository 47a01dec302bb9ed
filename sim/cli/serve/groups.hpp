// Where an input stands in the form and what it is called there: the appropriation, the cycle, the
// mix of measures and who gets the places first, all else behind "more".
#pragma once

#include <tiltak/measure/catalogue.hpp>

#include "control.hpp"

namespace tiltak::serve {

// The groups of the form in its order, without inputs. The first has the scenario's name.
std::vector<Group> empty_groups(const std::vector<Measure>& measures);

// Puts the input into the group where it belongs, with its label; keys that no group is for are
// left out. A measure's share of the post stands in the mix, under the measure's name.
void put(Control control, std::vector<Group>& groups, const std::vector<Measure>& measures);

// Inputs with a label of their own come in the order of the labels.
void in_reading_order(Group& group);

// The unit in the reader's language: "places a person" is "plasser per person".
std::string_view unit_in(Language language, std::string_view unit);

} // namespace tiltak::serve
