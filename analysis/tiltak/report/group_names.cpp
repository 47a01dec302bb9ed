#include <tiltak/report/group_names.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tiltak::report {
namespace {

// The label of the code of this name, or the name itself.
std::string label_of(store::Codes codes, const std::string& name, const Words& say) {
  const auto code = std::find_if(codes.begin(), codes.end(),
                                 [&](const store::Code& c) { return c.name == name; });
  return code == codes.end() ? name : say.label(*code);
}

constexpr std::array<std::string_view, 4> priorities{"priority.none", "priority.under_30",
                                                     "priority.outside_eea", "priority.long_term"};

// "under_30+outside_eea": everything that gives a person priority.
std::string priority(const std::string& names, const Words& say) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= names.size();) {
    const auto end = std::min(names.find('+', begin), names.size());
    const std::string key = "priority." + names.substr(begin, end - begin);
    const bool known = std::find(priorities.begin(), priorities.end(), key) != priorities.end();
    words.push_back(known ? say(key) : names.substr(begin, end - begin));
    begin = end + 1;
  }
  return say.list(words);
}

} // namespace

std::string group_name(const std::string& group, const Words& say) {
  const auto point = group.find('.');
  if (point == std::string::npos) return group;
  const std::string kind = group.substr(0, point), name = group.substr(point + 1);
  const auto named = [&](const std::string& title, const std::string& label) {
    return say("groups.label", {{"title", title}, {"label", label}});
  };
  namespace codes = store::codes;
  if (kind == "sex") return named(say("groups.sex"), label_of(codes::sex, name, say));
  if (kind == "origin") return named(say("groups.origin"), label_of(codes::origin, name, say));
  if (kind == "education")
    return named(say("groups.education"), label_of(codes::education, name, say));
  if (kind == "age") return named(say("groups.age_only"), name);
  if (kind == "priority") return named(say("priority.title"), priority(name, say));
  if (kind == "county") return named(say("groups.county"), name);
  if (kind == "segment") return named(say("groups.segment"), name);
  return group;
}

} // namespace tiltak::report
