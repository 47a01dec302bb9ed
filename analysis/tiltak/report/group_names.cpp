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
    std::string word = known ? say(key) : names.substr(begin, end - begin);
    if (!words.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] += 'a' - 'A'; // goes on
    words.push_back(std::move(word));
    begin = end + 1;
  }
  return say.list(words);
}

// "oslo service", "south_east": a market of a place, and of a kind of work where these are apart.
std::string segment(const std::string& name, const Words& say) {
  const auto blank = name.find(' ');
  const std::string place = name.substr(0, blank);
  std::string label = label_of(store::codes::county, place, say);
  if (label == place) label = label_of(store::codes::region, place, say);
  if (blank == std::string::npos) return label;
  return say(
      "groups.label",
      {{"title", label}, {"label", label_of(store::codes::skill, name.substr(blank + 1), say)}});
}

std::string title_of(const std::string& kind, const Words& say) {
  if (kind == "sex") return say("groups.sex");
  if (kind == "origin") return say("groups.origin");
  if (kind == "education") return say("groups.education");
  if (kind == "age") return say("groups.age_only");
  if (kind == "priority") return say("priority.title");
  if (kind == "county") return say("groups.county");
  if (kind == "segment") return say("groups.segment");
  return kind;
}

std::string label(const std::string& kind, const std::string& name, const Words& say) {
  namespace codes = store::codes;
  if (kind == "sex") return label_of(codes::sex, name, say);
  if (kind == "origin") return label_of(codes::origin, name, say);
  if (kind == "education") return label_of(codes::education, name, say);
  if (kind == "priority") return priority(name, say);
  if (kind == "county") return label_of(codes::county, name, say);
  if (kind == "segment") return segment(name, say);
  return name;
}

} // namespace

std::vector<GroupKind> group_kinds(const std::vector<std::string>& groups, const Words& say) {
  std::vector<GroupKind> kinds;
  std::string before;
  for (std::size_t g = 1; g < groups.size(); ++g) {
    const auto point = groups[g].find('.');
    const std::string kind = groups[g].substr(0, point);
    if (kinds.empty() || kind != before) kinds.push_back({title_of(kind, say), g, {}});
    before = kind;
    kinds.back().labels.push_back(
        point == std::string::npos ? kind : label(kind, groups[g].substr(point + 1), say));
  }
  return kinds;
}

std::string group_name(const GroupKind& kind, std::size_t label, const Words& say) {
  return say("groups.label", {{"title", kind.title}, {"label", kind.labels[label]}});
}

} // namespace tiltak::report
