#include <tiltak/study/course.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/compare/interval.hpp>

namespace tiltak::study {
namespace {

constexpr std::array year_flow{Flow::direct, Flow::displacement, Flow::net};
constexpr std::array<const char*, 2> jobs{"reg", "lfs"};

// e^F - e^0 of all participants, so many months after the start.
std::int64_t direct_at(const Accounts& a, std::size_t flavour, int after) {
  std::int64_t sum = 0;
  for (std::size_t m = 0; m + 1 < a.measures(); ++m)
    sum += a.since(Flow::direct, flavour, m, static_cast<std::size_t>(after - a.since_first()));
  return sum;
}

std::string with_interval(const compare::Spread& spread, int decimals) {
  const std::string half =
      spread.half_width ? fmt::format(" ± {:.{}f}", *spread.half_width, decimals) : "";
  return fmt::format("{:.{}f}{}", spread.mean, decimals, half);
}

Json in_json(const compare::Spread& spread) {
  Json json;
  json.set("mean", spread.mean);
  if (spread.half_width) json.set("half_width", *spread.half_width);
  return json;
}

} // namespace

std::vector<double> by_seed(const std::vector<double>& values,
                            const std::vector<std::int32_t>& draws) {
  std::vector<double> seeds;
  std::size_t in_round = 0;
  for (std::size_t r = 0; r < values.size(); ++r) {
    if (draws[r] == 0) seeds.push_back(0), in_round = 0;
    ++in_round;
    seeds.back() += (values[r] - seeds.back()) / static_cast<double>(in_round);
  }
  return seeds;
}

void Course::add(const Accounts& a, double job_years) {
  const auto starts = static_cast<double>(a.participants());
  const int last = a.since_first() + static_cast<int>(a.since_months()) - 1; // of the first month's
  const int tail = last + a.since_first(); // of the last month's starts
  for (std::size_t k = 0; k < months_after.size() && starts > 0; ++k) {
    if (months_after[k] > tail) break;
    for (std::size_t f = 0; f < jobs.size(); ++f) {
      std::int64_t sum = 0;
      for (int after = 0; after <= months_after[k]; ++after) sum += direct_at(a, f, after);
      points_[k][f].push_back(100 * static_cast<double>(direct_at(a, f, months_after[k])) / starts);
      months_[k][f].push_back(static_cast<double>(sum) / starts);
    }
  }
  years_.resize((a.months() + 11) / 12);
  for (std::size_t y = 0; y < years_.size(); ++y)
    for (std::size_t k = 0; k < year_flows; ++k) {
      std::int64_t sum = 0;
      for (std::size_t t = 12 * y; t < std::min(12 * y + 12, a.months()); ++t)
        for (std::size_t m = 0; m < a.measures(); ++m) sum += a.at(year_flow[k], 0, 0, m, t);
      years_[y][k].push_back(job_years * static_cast<double>(sum));
    }
}

void Course::append(const Course& other) {
  const auto join = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  for (std::size_t k = 0; k < months_after.size(); ++k)
    for (std::size_t f = 0; f < jobs.size(); ++f) {
      join(points_[k][f], other.points_[k][f]);
      join(months_[k][f], other.months_[k][f]);
    }
  years_.resize(std::max(years_.size(), other.years_.size()));
  for (std::size_t y = 0; y < other.years_.size(); ++y)
    for (std::size_t k = 0; k < year_flows; ++k) join(years_[y][k], other.years_[y][k]);
}

std::string Course::in_words(const std::vector<std::int32_t>& draws) const {
  std::string text;
  for (std::size_t k = 0; k < months_after.size() && points_[k][0].size() == draws.size(); ++k) {
    if (k == 0)
      text += fmt::format("   {:<22}{:>15}{:>18}{:>18}{:>18}\n", "a start, months after",
                          "ordinary, pp", "or subsidised, pp", "months so far", "or subsidised");
    text += fmt::format("   {:<22}", months_after[k]);
    const std::array columns{&points_[k][0], &points_[k][1], &months_[k][0], &months_[k][1]};
    for (std::size_t c = 0; c < columns.size(); ++c)
      text += fmt::format(
          "{:>{}}", with_interval(compare::spread_of(by_seed(*columns[c], draws)), c < 2 ? 1 : 2),
          c == 0 ? 15 : 18);
    text += "\n";
  }
  for (std::size_t y = 0; y < years_.size(); ++y) {
    if (y == 0)
      text += fmt::format("   {:<22}{:>18}{:>18}{:>18}\n", "year of evaluation", "direct",
                          "displacement", "net");
    text += fmt::format("   {:<22}", y + 1);
    for (const auto& values : years_[y])
      text += fmt::format("{:>18}", with_interval(compare::spread_of(by_seed(values, draws)), 0));
    text += "\n";
  }
  return text;
}

Json Course::in_json(const std::vector<std::int32_t>& draws) const {
  const auto spread = [&](const std::vector<double>& values) {
    return study::in_json(compare::spread_of(by_seed(values, draws)));
  };
  Json json = Json::object();
  Json& starts = json.set("per_start", Json::array());
  for (std::size_t k = 0; k < months_after.size() && points_[k][0].size() == draws.size(); ++k) {
    Json one;
    one.set("months_after", months_after[k]);
    for (std::size_t f = 0; f < jobs.size(); ++f) {
      one.set(std::string("points_") + jobs[f], spread(points_[k][f]));
      one.set(std::string("months_") + jobs[f], spread(months_[k][f]));
    }
    starts.push(std::move(one));
  }
  Json& years = json.set("by_year", Json::array());
  for (std::size_t y = 0; y < years_.size(); ++y) {
    Json one;
    one.set("year", static_cast<std::int64_t>(y + 1));
    for (std::size_t k = 0; k < year_flows; ++k)
      one.set(std::string(flow_names[static_cast<std::size_t>(year_flow[k])]) + "_reg",
              spread(years_[y][k]));
    years.push(std::move(one));
  }
  return json;
}

} // namespace tiltak::study
