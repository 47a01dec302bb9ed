#include <tiltak/report/representatives.hpp>

#include <algorithm>

#include <tiltak/report/disclosure.hpp>
#include <tiltak/report/states.hpp>

namespace tiltak::report {
namespace {

const std::string group = "/trajectories/representatives/";
// Of a cluster without a common course hundreds are taken; those that come first have most near.
constexpr std::size_t most_shown = 6;

struct Representative {
  std::size_t row; // of the cohort
  std::int64_t near; // entrants within the radius, and nearer to no other
};

struct Representatives {
  std::vector<std::vector<Representative>> of; // by cluster
  std::size_t taken = 0; // of all clusters
  double least_covered = 1; // share of a cluster
};

Representatives read(const Source& source, std::size_t clusters) {
  const store::ResultReader& file = source.file;
  const auto criterion = file.read_text(group + "criterion");
  const auto radius_of = file.read_text(group + "radius_of");
  const auto cluster = file.read<std::int32_t>(group + "cluster");
  const auto entrant = file.read<std::int32_t>(group + "entrant");
  const auto within = file.read<double>(group + "within");
  const auto coverage = file.read<double>(group + "coverage");
  Representatives all;
  all.of.resize(clusters);
  for (std::size_t k = 0; k < cluster.size(); ++k) {
    if (criterion[k] != "density" || radius_of[k] != "cluster" || cluster[k] == 0) continue;
    if (cluster[k] < 0 || static_cast<std::size_t>(cluster[k]) > clusters)
      file.fail(group + "cluster: names a cluster that does not exist");
    if (entrant[k] < 0 || static_cast<std::size_t>(entrant[k]) >= source.cohort->size())
      file.fail(group + "entrant: names a row that does not exist");
    auto& rows = all.of[static_cast<std::size_t>(cluster[k] - 1)];
    if (rows.size() < most_shown)
      rows.push_back({static_cast<std::size_t>(entrant[k]), static_cast<std::int64_t>(within[k])});
    ++all.taken;
    all.least_covered = std::min(all.least_covered, coverage[k]);
  }
  return all;
}

class Plot {
public:
  Plot(const Source& source, const Clustering& clusters) : source_(source), clusters_(clusters) {
    const Words& say = source.say;
    chart_.kind = ChartKind::index_plot;
    chart_.x_title = say("month_since_entry");
    for (std::size_t m = 1; m <= source.cohort->months; ++m)
      chart_.x.push_back(static_cast<double>(m));
    chart_.keys = state_keys(say);
    table_ = {
        "clusters-representatives",
        say("representatives.figure"),
        {{say("cluster"), ""}, {say("representatives.share"), "%"}, {say("clusters.spells"), ""}},
        {},
        say("representatives.note")};
  }

  void add(std::size_t cluster, const std::vector<Representative>& rows) {
    const Words& say = source_.say;
    const Cohort& cohort = *source_.cohort;
    std::vector<std::int64_t> counts;
    for (const Representative& one : rows) counts.push_back(one.near);
    const Hidden hidden = suppress({counts}, Totals::rows);
    ChartPanel panel{clusters_.names[cluster]};
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const double share =
          static_cast<double>(rows[k].near) /
          static_cast<double>(std::max<std::int64_t>(1, clusters_.persons[cluster]));
      const std::uint8_t* codes = cohort.codes.data() + rows[k].row * cohort.months;
      panel.values.emplace_back(codes, codes + cohort.months);
      panel.labels.push_back(hidden[0][k] != 0 ? ":" : say.percent(share, 0));
      table_.rows.push_back({clusters_.names[cluster],
                             hidden[0][k] != 0 ? Cell{Suppressed{}} : Cell{Number{100 * share, 0}},
                             in_spells(say, codes, cohort.months)});
    }
    if (!rows.empty()) chart_.panels.push_back(std::move(panel));
  }

  std::optional<Figure> figure(const Representatives& all) && {
    if (table_.rows.empty()) return std::nullopt;
    const Words& say = source_.say;
    const std::string finding =
        say("representatives.finding", {{"most", std::to_string(most_shown)},
                                        {"rows", std::to_string(all.taken)},
                                        {"clusters", std::to_string(chart_.panels.size())},
                                        {"least", say.percent(all.least_covered, 0)}});
    return Figure{"clusters-representatives-figure", say("representatives.figure"), finding,
                  std::move(chart_), std::move(table_)};
  }

private:
  const Source& source_;
  const Clustering& clusters_;
  Chart chart_;
  Table table_;
};

} // namespace

std::optional<Figure> representatives_figure(const Source& source, const Clustering& clusters) {
  if (!source.file.has(group + "entrant")) return std::nullopt;
  const Representatives all = read(source, clusters.size());
  Plot plot(source, clusters);
  for (std::size_t c = 0; c < clusters.size(); ++c) plot.add(c, all.of[c]);
  return std::move(plot).figure(all);
}

} // namespace tiltak::report
