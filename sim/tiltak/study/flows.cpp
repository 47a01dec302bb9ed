#include <tiltak/study/flows.hpp>

#include <algorithm>
#include <array>

#include <tiltak/state/readout.hpp>

namespace tiltak::study {
namespace {

constexpr std::size_t statuses = 4; // of the survey
using Flows = std::array<std::array<double, statuses>, statuses>;

// Persons by status in one month and in another.
Flows count(const std::vector<std::uint8_t>& then, const std::vector<std::uint8_t>& later) {
  std::array<std::array<std::int64_t, pair_count>, pair_count> pairs{};
  for (std::size_t p = 0; p < then.size(); ++p) ++pairs[then[p]][later[p]];
  Flows flows{};
  for (std::size_t a = 0; a < pair_count; ++a)
    for (std::size_t b = 0; b < pair_count; ++b)
      flows[static_cast<std::size_t>(survey_status(static_cast<Pair>(a)))]
           [static_cast<std::size_t>(survey_status(static_cast<Pair>(b)))] +=
          static_cast<double>(pairs[a][b]);
  return flows;
}

double over(double part, double whole) { return whole > 0 ? part / whole : 0; }

} // namespace

void survey_flows(const PairPanel& panel, std::map<std::string, double>& out) {
  constexpr std::size_t quarter = 3, window = 24;
  constexpr auto e = static_cast<std::size_t>(Survey::employed);
  constexpr auto u = static_cast<std::size_t>(Survey::unemployed);
  constexpr auto n = static_cast<std::size_t>(Survey::outside_labour_force);
  const std::size_t end = panel.months.size();
  if (end <= quarter) return;
  Flows sum{};
  for (std::size_t m = end - std::min(window, end - quarter); m + 1 <= end; ++m) {
    const Flows flows = count(panel.months[m - quarter], panel.months[m]);
    for (std::size_t a = 0; a < statuses; ++a)
      for (std::size_t b = 0; b < statuses; ++b) sum[a][b] += flows[a][b];
  }
  const double unemployed = sum[u][e] + sum[u][u] + sum[u][n];
  const double employed = sum[e][e] + sum[e][u] + sum[e][n];
  out["survey.unemployed"] = 100 * over(unemployed, unemployed + employed);
  out["survey.unemployed_to_outside"] = 100 * over(sum[u][n], unemployed);
  out["survey.exits_ratio"] = over(sum[e][n], sum[e][u]);
  out["survey.entries_ratio"] = over(sum[n][e], sum[u][e]);
}

void disability(const PairPanel& panel, std::map<std::string, double>& out) {
  const auto december = static_cast<std::size_t>(12 - panel.start.month());
  double pensioners = 0, still = 0, works = 0;
  for (std::size_t m = december; m + 12 < panel.months.size(); m += 12)
    for (std::size_t p = 0; p < panel.months[m].size(); ++p) {
      const auto now = static_cast<Pair>(panel.months[m][p]);
      const auto later = static_cast<Pair>(panel.months[m + 12][p]);
      if (family(now) != Family::disabled || later == Pair::outside) continue;
      ++pensioners;
      still += family(later) == Family::disabled;
      works += has_job(now);
    }
  if (pensioners == 0) return;
  out["disability.next_year"] = 100 * still / pensioners;
  out["disability.works"] = 100 * works / pensioners;
}

} // namespace tiltak::study
