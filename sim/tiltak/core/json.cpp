#include <tiltak/core/json.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tiltak {
namespace {

void write_text(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20U)
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    else
      out += c;
  }
  out += '"';
}

void new_line(std::string& out, int indent, int level) {
  if (indent > 0) (out += '\n').append(static_cast<std::size_t>(indent * level), ' ');
}

// Both brackets, and between them the parts that `write_part` writes.
template <class Parts, class Write>
void write_parts(std::string& out, const Parts& parts, std::string_view brackets, int indent,
                 int level, const Write& write_part) {
  out += brackets[0];
  bool first = true;
  for (const auto& part : parts) {
    if (!first) out += indent > 0 ? "," : ", ";
    first = false;
    new_line(out, indent, level + 1);
    write_part(part);
  }
  if (!first) new_line(out, indent, level);
  out += brackets[1];
}

} // namespace

void Json::push(Json item) {
  if (std::holds_alternative<std::monostate>(value_)) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(item));
}

Json& Json::set(std::string_view name, Json value) {
  if (std::holds_alternative<std::monostate>(value_)) value_ = Object{};
  auto& members = std::get<Object>(value_);
  const auto at =
      std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.first == name; });
  if (at != members.end()) return at->second = std::move(value);
  return members.emplace_back(name, std::move(value)).second;
}

const Json* Json::find(std::string_view name) const {
  const auto* members = std::get_if<Object>(&value_);
  if (!members) return nullptr;
  const auto at = std::find_if(members->begin(), members->end(),
                               [&](const auto& m) { return m.first == name; });
  return at == members->end() ? nullptr : &at->second;
}

void Json::write(std::string& out, int indent, int level) const {
  if (const auto* flag = std::get_if<bool>(&value_)) {
    out += *flag ? "true" : "false";
  } else if (const auto* whole = std::get_if<std::int64_t>(&value_)) {
    out += fmt::format("{}", *whole);
  } else if (const auto* real = std::get_if<double>(&value_)) {
    out += std::isfinite(*real) ? fmt::format("{}", *real) : "null";
  } else if (const auto* text = std::get_if<std::string>(&value_)) {
    write_text(out, *text);
  } else if (const auto* items = std::get_if<Array>(&value_)) {
    write_parts(out, *items, "[]", indent, level,
                [&](const Json& item) { item.write(out, indent, level + 1); });
  } else if (const auto* members = std::get_if<Object>(&value_)) {
    write_parts(out, *members, "{}", indent, level, [&](const auto& member) {
      write_text(out, member.first);
      out += ": ";
      member.second.write(out, indent, level + 1);
    });
  } else {
    out += "null";
  }
}

std::string Json::text(int indent) const {
  std::string out;
  write(out, indent, 0);
  return out;
}

} // namespace tiltak
