#include <tiltak/scenario/source.hpp>

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/core/utf8.hpp>
#include <tiltak/scenario/characters.hpp>

namespace tiltak::scenario {
namespace {

constexpr std::size_t longest_line = 160;

} // namespace

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') starts_.push_back(i + 1);
}

std::string Source::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
  const std::size_t begin = starts_[static_cast<std::size_t>(number) - 1];
  std::string found =
      text_.substr(begin, std::min(text_.find('\n', begin) - begin, longest_line + 1));
  if (!found.empty() && found.back() == '\r') found.pop_back();
  return shortened(std::move(found), longest_line);
}

Origin Place::origin() const { return {source ? source->name() : std::string{}, line, column}; }

Diagnostic Place::error(std::string message, std::string allowed, std::string hint) const {
  return {origin(), std::move(message), std::move(allowed), std::move(hint),
          source ? source->line(line) : std::string{}};
}

SourcePtr read_source(const std::filesystem::path& path, const std::string& name,
                      const Place& asked, Diagnostics& diagnostics, std::size_t longest) {
  const auto refuse = [&](const std::string& why, const std::string& hint = {}) {
    diagnostics.add(asked.error(fmt::format("cannot read '{}': {}", name, why), {}, hint));
    return SourcePtr{};
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return refuse("no such file", did_you_mean_file(path.string()));
  // A folder opens as a stream, a pipe or device may never end.
  if (!std::filesystem::is_regular_file(status)) return refuse("not a regular file");
  if (std::filesystem::file_size(path, error) > longest && !error)
    return refuse(fmt::format("longer than {} bytes", longest));
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return refuse("not readable");
  return std::make_shared<const Source>(name, normalised(std::move(text)));
}

} // namespace tiltak::scenario
