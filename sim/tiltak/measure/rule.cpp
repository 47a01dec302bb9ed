#include <tiltak/measure/rule.hpp>

#include <algorithm>

namespace tiltak {
namespace {

double mean_to(std::span<const double> series, std::size_t last, std::size_t window) {
  const std::size_t from = last > window ? last - window : 0;
  double sum = 0;
  for (std::size_t m = from; m < last; ++m) sum += series[m];
  return last > from ? sum / static_cast<double>(last - from) : 0;
}

Money on_path(const std::vector<std::pair<int, Money>>& path, int year) {
  const auto after = std::upper_bound(path.begin(), path.end(), year,
                                      [](int y, const auto& entry) { return y < entry.first; });
  if (after == path.begin()) return path.front().second;
  const auto before = after - 1;
  if (after == path.end()) return before->second;
  const double way = static_cast<double>(year - before->first) / (after->first - before->first);
  return before->second + scale(after->second - before->second, way);
}

} // namespace

bool is_decided(Revisions revisions, int month) {
  return month == 1 || (month == 6 && revisions != Revisions::none) ||
         (month == 11 && revisions == Revisions::spring_and_autumn);
}

double unemployment_gap(const BudgetRule& rule, const Published& published) {
  const auto lag = static_cast<std::size_t>(rule.lag);
  if (published.unemployment.size() <= lag) return 0;
  const double normal =
      rule.normal > 0 ? rule.normal : mean_to(published.unemployment, published.normal_until, 12);
  return mean_to(published.unemployment, published.unemployment.size() - lag,
                 static_cast<std::size_t>(rule.window)) -
         normal;
}

GroupMoney year_money(const BudgetRule& rule, const GroupMoney& level, Money place, int year,
                      const Published& published) {
  if (rule.kind == BudgetRule::Kind::stable) return level;
  if (rule.kind == BudgetRule::Kind::path) {
    const auto parts =
        share_out(on_path(rule.path, year),
                  std::array{static_cast<double>(level[0].ore), static_cast<double>(level[1].ore)});
    return {parts[0], parts[1]};
  }
  const double gap = unemployment_gap(rule, published);
  GroupMoney money = level;
  for (std::size_t g = 0; g < money.size(); ++g) {
    const bool swings = g == 0 || rule.whole_post;
    if (!swings || level[g].ore == 0) continue;
    double factor = 1 + rule.response * gap;
    if (rule.response_in == BudgetRule::Response::places) {
      const double places = rule.response * gap / 100 * published.labour_force;
      const auto all =
          static_cast<double>(rule.whole_post ? (level[0] + level[1]).ore : level[0].ore);
      factor = 1 + places * static_cast<double>(place.ore) / all;
    }
    money[g] = scale(level[g], std::clamp(factor, rule.floor, rule.ceiling));
  }
  return money;
}

} // namespace tiltak
