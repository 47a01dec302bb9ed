#include <tiltak/core/diagnostic.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/core/utf8.hpp>

namespace tiltak {

std::string to_string(const Origin& origin) {
  if (origin.line == 0) return origin.file;
  if (origin.column == 0) return fmt::format("{}:{}", origin.file, origin.line);
  return fmt::format("{}:{}:{}", origin.file, origin.line, origin.column);
}

std::string to_string(const Diagnostic& d) {
  std::string text = fmt::format("{}: error: {}\n", to_string(d.where), d.message);
  if (!d.source.empty() && d.where.line > 0) {
    text += fmt::format("{:5} | {}\n", d.where.line, d.source);
    if (d.where.column > 0) {
      // Tabs are kept, so that the caret stands below its character on any terminal; columns count
      // bytes, of which those that continue a UTF-8 character take no room.
      std::string pad = d.source.substr(
          0, std::min(d.source.size(), static_cast<std::size_t>(d.where.column - 1)));
      std::erase_if(pad, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
      std::replace_if(pad.begin(), pad.end(), [](char c) { return c != '\t'; }, ' ');
      text += fmt::format("      | {}^\n", pad);
    }
  }
  if (!d.allowed.empty()) text += fmt::format("   allowed: {}\n", d.allowed);
  if (!d.hint.empty()) text += fmt::format("   {}\n", d.hint);
  return printable(text);
}

void Diagnostics::add(Diagnostic diagnostic) {
  constexpr std::size_t longest_message = 1000;
  diagnostic.message = shortened(std::move(diagnostic.message), longest_message);
  all_.push_back(std::move(diagnostic));
}

std::string to_string(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& d : diagnostics.all()) text += to_string(d);
  return text;
}

InputError::InputError(Diagnostics diagnostics)
    : diagnostics_(std::move(diagnostics)), text_(to_string(diagnostics_)) {}

InputError::InputError(Origin where, std::string message, std::string allowed, std::string hint) {
  diagnostics_.add(std::move(where), std::move(message), std::move(allowed), std::move(hint));
  text_ = to_string(diagnostics_);
}

} // namespace tiltak
