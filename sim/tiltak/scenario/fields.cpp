#include <tiltak/scenario/fields.hpp>

#include <algorithm>

#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

std::vector<Field> gather() {
  std::vector<Field> all;
  for (auto group :
       {run_fields, market_fields, budget_fields, measure_fields, friction_fields, account_fields})
    for (const Field& field : group()) all.push_back(field);
  return all;
}

Level build() {
  Level top;
  for (const Field& field : fields()) {
    Level* at = &top;
    for (const std::string& key : segments(field.path)) {
      if (key == "<id>") {
        if (!at->any) at->any = std::make_unique<Level>();
        if (!field.ids.empty()) at->ids = field.ids;
        at = at->any.get();
      } else {
        const auto [child, is_new] = at->children.try_emplace(key);
        if (is_new) at->order.push_back(key);
        at = &child->second;
      }
    }
    at->field = &field;
  }
  return top;
}

} // namespace

const std::vector<Field>& fields() {
  static const std::vector<Field> all = gather();
  return all;
}

const Level& top_level() {
  static const Level top = build();
  return top;
}

const Field* find_field(std::string_view path) {
  const Level* at = &top_level();
  for (const std::string& key : segments(path)) {
    const auto child = at->children.find(key);
    if (child != at->children.end())
      at = &child->second;
    else if (at->any && is_id(key))
      at = at->any.get();
    else
      return nullptr;
  }
  return at->field;
}

bool is_id(std::string_view name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto other = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.size() <= 64 && letter(name[0]) &&
         std::all_of(name.begin(), name.end(), other);
}

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t dot = std::min(path.find('.', at), path.size());
    found.emplace_back(path.substr(at, dot - at));
    at = dot + 1;
  }
  return found;
}

} // namespace tiltak::scenario
