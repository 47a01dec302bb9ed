#include <tiltak/store/layout.hpp>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace tiltak::store::layout {
namespace {

template <class Row> const Row* find_in(std::span<const Row> rows, std::string_view path) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return matches(r.path, path); });
  return row == rows.end() ? nullptr : &*row;
}

} // namespace

std::vector<std::string> Variable::dimension_names() const {
  std::istringstream words{std::string(dimensions)};
  std::vector<std::string> names;
  for (std::string word; words >> word;)
    names.push_back(word);
  return names;
}

const Variable* find(std::string_view path) {
  return find_in(variables(), path);
}
const Group* find_group(std::string_view path) {
  return find_in(groups(), path);
}

bool matches(std::string_view pattern, std::string_view path) {
  for (;;) {
    const auto expected = pattern.substr(0, pattern.find('/')),
               found = path.substr(0, path.find('/'));
    if (expected == "<world>" ? !is_world_name(found) : expected != found)
      return false;
    const bool last = expected.size() == pattern.size();
    if (last || found.size() == path.size())
      return last && found.size() == path.size();
    pattern.remove_prefix(expected.size() + 1);
    path.remove_prefix(found.size() + 1);
  }
}

bool is_world_name(std::string_view name) {
  const auto allowed = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), allowed);
}

} // namespace tiltak::store::layout
