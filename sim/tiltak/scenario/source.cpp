#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {
namespace {

constexpr std::size_t longest_line = 160;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

} // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') starts_.push_back(i + 1);
}

std::string Source::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
  const std::size_t begin = starts_[static_cast<std::size_t>(number) - 1];
  std::string found = text_.substr(begin, std::min(text_.find('\n', begin) - begin, longest_line + 1));
  if (!found.empty() && found.back() == '\r') found.pop_back();
  if (found.size() <= longest_line) return found;
  std::size_t end = longest_line;
  while (end > 0 && continues_character(found[end])) --end;
  return found.substr(0, end) + "...";
}

Origin Place::origin() const { return {source ? source->name() : std::string{}, line, column}; }

Diagnostic Place::error(std::string message, std::string allowed, std::string hint) const {
  return {origin(), std::move(message), std::move(allowed), std::move(hint),
          source ? source->line(line) : std::string{}};
}

} // namespace tiltak::scenario
