#include <tiltak/core/suggest.hpp>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace tiltak {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view last_segment(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

std::size_t limit(std::string_view a, std::string_view b) {
  return std::max<std::size_t>(a.size() < 4 ? 1 : 2, std::max(a.size(), b.size()) / 3);
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::size_t n = a.size(), m = b.size();
  std::vector<std::size_t> before(m + 1), last(m + 1), now(m + 1);
  for (std::size_t j = 0; j <= m; ++j) last[j] = j;
  for (std::size_t i = 1; i <= n; ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= m; ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1]))
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[m];
}

std::string nearest(std::string_view typed, std::span<const std::string> names) {
  std::string best;
  std::size_t best_distance = ~std::size_t{0};
  const auto consider = [&](std::string_view a, std::string_view b, const std::string& name) {
    const std::size_t allowed = limit(a, b);
    // No distance is less than the difference in length; what is typed may be megabytes.
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > allowed) return;
    const std::size_t distance = edit_distance(a, b);
    if (distance <= allowed && distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  };
  for (const auto& name : names) consider(typed, name, name);
  if (best.empty())
    for (const auto& name : names) consider(last_segment(typed), last_segment(name), name);
  return best;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string> names) {
  const std::string name = nearest(typed, names);
  return name.empty() ? std::string{} : "did you mean '" + name + "'?";
}

std::string did_you_mean_file(const std::string& path) {
  namespace fs = std::filesystem;
  constexpr std::size_t most = 1000; // a folder of more is nobody's
  const fs::path asked(path),
      folder = asked.has_parent_path() ? asked.parent_path() : fs::path(".");
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (names.size() < most && entry->is_regular_file(error))
      names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end()); // folders have no order of their own
  const std::string name = nearest(asked.filename().string(), names);
  return name.empty() ? name : "did you mean '" + (asked.parent_path() / name).string() + "'?";
}

} // namespace tiltak
