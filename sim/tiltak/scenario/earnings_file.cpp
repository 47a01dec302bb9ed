#include <tiltak/scenario/earnings_file.hpp>

#include <charconv>

#include <tiltak/scenario/category_map.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

void read_basic_amounts(MapView& top, Earnings& earnings) {
  MapView section = top.map("basic_amount");
  MapView amounts = section.map("amounts");
  for (const std::string& key : amounts.keys()) {
    int year = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), year);
    const Money amount = amounts.money(key, "NOK", {1, 1e7});
    if (error != std::errc{} || end != key.data() + key.size() || year < 1967 || year > 2199)
      amounts.error(key, "'" + key + "' is not a year with a basic amount", "1967 to 2199");
    else
      earnings.basic_amount[year] = amount;
  }
  if (earnings.basic_amount.empty()) section.error("amounts", "no basic amount at all");
  amounts.finish();
  section.text("source");
  section.finish();
}

} // namespace

Earnings read_earnings(const std::filesystem::path& path, Diagnostics& diagnostics) {
  Earnings earnings;
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return earnings;
  MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"earnings"});
  MapView full_time = top.map("full_time");
  earnings.education = by_category(full_time, "education", educations, {0, 100});
  full_time.text("source");
  full_time.finish();
  MapView factor = top.map("factor");
  earnings.sex = by_category(factor, "sex", sexes, {0.1, 10});
  earnings.age = by_category(factor, "age", age_bands, {0.1, 10});
  factor.text("source");
  factor.finish();
  MapView part_time = top.map("part_time");
  earnings.part_time = part_time.real("part", {0, 1});
  part_time.text("source");
  part_time.finish();
  read_basic_amounts(top, earnings);
  top.finish();
  return earnings;
}

} // namespace tiltak::scenario
