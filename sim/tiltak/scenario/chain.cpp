#include <tiltak/scenario/chain.hpp>

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

namespace fs = std::filesystem;

// The same file has the same identity, whatever way leads to it.
fs::path identity(const fs::path& path) {
  std::error_code error;
  const fs::path found = fs::weakly_canonical(path, error);
  return error ? path.lexically_normal() : found;
}

class ChainReader {
public:
  explicit ChainReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // Reads `path`, named at `asked`; then follows extends. False where the chain ends in an error.
  void follow(fs::path path, Place asked) {
    for (std::optional<Asked> next = Asked{std::move(path), std::move(asked)}; next;)
      next = read(next->path, next->place);
  }

  void begin_with(const SourcePtr& text, const fs::path& folder) {
    if (const auto next = add(text, folder)) follow(next->path, next->place);
  }

  std::vector<Link> take() { return std::move(links_); }

private:
  struct Asked {
    fs::path path;
    Place place;
  };

  std::optional<Asked> read(const fs::path& path, const Place& asked) {
    const fs::path self = identity(path);
    if (std::find(seen_.begin(), seen_.end(), self) != seen_.end()) {
      std::string way;
      for (const Link& link : links_) way += link.source->name() + " -> ";
      diagnostics_.add(
          asked.error(fmt::format("extends goes in a circle: {}{}", way, path.string()), {},
                      "remove one of the 'extends' lines"));
      return std::nullopt;
    }
    if (seen_.size() == longest_chain) {
      diagnostics_.add(
          asked.error(fmt::format("more than {} files extend one another", longest_chain)));
      return std::nullopt;
    }
    seen_.push_back(self);
    const SourcePtr source = read_source(path, path.string(), asked, diagnostics_);
    return source ? add(source, path.parent_path()) : std::nullopt;
  }

  std::optional<Asked> add(const SourcePtr& source, const fs::path& folder) {
    auto tree = read_tree(source, diagnostics_);
    if (!tree) return std::nullopt;
    links_.push_back({source, folder, std::move(*tree)});
    const Node* base = links_.back().tree.find("extends");
    // A value that is no path is reported with the other values.
    if (!base || base->shape != Shape::scalar || base->text.empty()) return std::nullopt;
    return Asked{(folder / base->text).lexically_normal(), base->place};
  }

  Diagnostics& diagnostics_;
  std::vector<Link> links_;
  std::vector<fs::path> seen_;
};

} // namespace

std::vector<Link> read_chain(const fs::path& path, Diagnostics& diagnostics) {
  ChainReader reader(diagnostics);
  reader.follow(path, {std::make_shared<const Source>(path.string(), ""), 0, 0});
  return reader.take();
}

std::vector<Link> read_chain(const SourcePtr& text, const fs::path& folder,
                             Diagnostics& diagnostics) {
  ChainReader reader(diagnostics);
  reader.begin_with(text, folder);
  return reader.take();
}

} // namespace tiltak::scenario
