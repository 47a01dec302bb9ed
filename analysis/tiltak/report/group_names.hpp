// The groups of the accounts in words.
#pragma once

#include <string>
#include <vector>

#include <tiltak/report/words.hpp>

namespace tiltak::report {

// The groups of a grouping, which stand together in the file.
struct GroupKind {
  std::string title; // "Sex"
  std::size_t first = 0; // group of the first label
  std::vector<std::string> labels; // "Woman", "Man"
};

// Every grouping of the groups of a file but the first, which is everybody: "sex.woman" is "Woman"
// of "Sex". What is not known here keeps its name.
std::vector<GroupKind> group_kinds(const std::vector<std::string>& groups, const Words& say);

// "Sex: Woman"
std::string group_name(const GroupKind& kind, std::size_t label, const Words& say);

} // namespace tiltak::report
