#include <tiltak/scenario/values.hpp>

#include <stdexcept>

namespace tiltak::scenario {
namespace {

template <class T> const T& as(const Value& value, std::string_view key) {
  if (const T* held = std::get_if<T>(&value.scalar)) return *held;
  throw std::logic_error("scenario key '" + std::string(key) + "' is of another kind");
}

} // namespace

const Value* Values::find(std::string_view key) const {
  if (const auto set = values_.find(key); set != values_.end()) {
    if (!set->second.is_default()) read_.emplace(key);
    return &set->second;
  }
  const Field* field = find_field(key);
  if (!field) throw std::logic_error("no scenario key '" + std::string(key) + "'");
  // A name nobody mentioned: the default of the pattern, "measures.<id>.enabled".
  const auto pattern = pattern_defaults_.find(field->path);
  return pattern == pattern_defaults_.end() ? nullptr : &pattern->second;
}

const Value& Values::at(std::string_view key) const {
  if (const Value* value = find(key)) return *value;
  throw std::logic_error("scenario key '" + std::string(key) + "' has no value; ask has() first");
}

std::int64_t Values::integer(std::string_view key) const { return as<std::int64_t>(at(key), key); }
double Values::real(std::string_view key) const { return as<double>(at(key), key); }
Month Values::month(std::string_view key) const { return as<Month>(at(key), key); }
Money Values::money(std::string_view key) const { return as<Money>(at(key), key); }
bool Values::boolean(std::string_view key) const { return as<bool>(at(key), key); }
const std::string& Values::text(std::string_view key) const {
  return as<std::string>(at(key), key);
}
const std::string& Values::choice(std::string_view key) const { return text(key); }
bool Values::is_on(std::string_view key) const { return choice(key) == "on"; }
std::filesystem::path Values::file(std::string_view key) const { return text(key); }

std::vector<std::string> Values::ids(std::string_view prefix) const {
  std::set<std::string> found;
  const std::string start = std::string(prefix) + ".";
  for (auto at = values_.lower_bound(start); at != values_.end() && at->first.starts_with(start);
       ++at)
    found.insert(segments(at->first.substr(start.size())).front());
  return {found.begin(), found.end()};
}

Diagnostic Values::error(std::string_view key, std::string message, std::string hint) const {
  const Value& value = at(key);
  return value.place.error(std::string(key) + ": " + message, {}, std::move(hint));
}

std::vector<std::string> Values::unread() const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : values_) {
    const bool for_people = key.starts_with("name.") || key == "why" || key == "extends";
    if (!for_people && !value.is_default() && !read_.contains(key)) keys.push_back(key);
  }
  return keys;
}

std::uint64_t Values::hash() const { return fnv1a(canonical_); }

std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

} // namespace tiltak::scenario
