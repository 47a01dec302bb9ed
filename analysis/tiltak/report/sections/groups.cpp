// Who has which trajectory: clusters by sex, age, origin, education and first measure.
#include <numeric>

#include <tiltak/report/clustering.hpp>
#include <tiltak/report/groupings.hpp>
#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

std::int64_t total(const std::vector<std::int64_t>& row) {
  return std::accumulate(row.begin(), row.end(), std::int64_t{0});
}

class Groups {
public:
  Groups(const Source& source, const Clustering& clusters)
      : source_(source), clusters_(clusters),
        chart_{ChartKind::stacks, {}, source.say("groups.axis")},
        table_{"groups-table", source.say("groups.table"), {}, {}, source.say("groups.note")} {
    chart_.is_share = true;
    table_.columns = {{source.say("groups.group"), ""}, {source.say("clusters.entrants"), ""}};
    for (const std::string& name : clusters.names) {
      chart_.keys.push_back({name});
      table_.columns.push_back({name, "%"});
    }
  }

  void add(const Grouping& grouping) {
    const Counts counts = cross(grouping, *source_.cohort, clusters_.size());
    const Hidden hidden = suppress(counts, Totals::rows_and_columns);
    ChartPanel panel{grouping.title, grouping.labels, Values(clusters_.size())};
    for (std::size_t g = 0; g < counts.size(); ++g) {
      const std::int64_t all = total(counts[g]);
      std::vector<Cell> row{
          source_.say("groups.label", {{"title", grouping.title}, {"label", grouping.labels[g]}})};
      if (all > 0 && all < smallest_shown)
        row.emplace_back(Suppressed{});
      else
        row.emplace_back(Number{source_.national(static_cast<double>(all)), 0});
      for (std::size_t c = 0; c < clusters_.size(); ++c) {
        const double share = static_cast<double>(counts[g][c]) / static_cast<double>(all);
        panel.values[c].push_back(hidden[g][c] != 0 ? not_shown : share);
        if (hidden[g][c] != 0)
          row.emplace_back(Suppressed{});
        else
          row.emplace_back(Number{100 * share, 1});
        widest(grouping, g, c, hidden[g][c] != 0 ? 0 : share);
      }
      table_.rows.push_back(std::move(row));
    }
    chart_.panels.push_back(std::move(panel));
  }

  Section section() {
    const Words& say = source_.say;
    const std::string finding =
        say("groups.finding", {{"cluster", clusters_.names[cluster_]},
                               {"label", label_},
                               {"share", say.percent(clusters_.share(cluster_) + most_, 0)},
                               {"all", say.percent(clusters_.share(cluster_), 0)}});
    return {"groups",
            say("groups.heading"),
            {Paragraph{say("groups.about")},
             Figure{"groups-figure", say("groups.figure"), finding, chart_, table_}}};
  }

private:
  // Remembers where a group is most above the average of all entrants.
  void widest(const Grouping& grouping, std::size_t group, std::size_t cluster, double share) {
    if (share - clusters_.share(cluster) <= most_) return;
    most_ = share - clusters_.share(cluster);
    cluster_ = cluster;
    label_ = grouping.title + ": " + grouping.labels[group];
  }

  const Source& source_;
  const Clustering& clusters_;
  Chart chart_;
  Table table_;
  double most_ = -1;
  std::size_t cluster_ = 0;
  std::string label_;
};

} // namespace

std::optional<Section> groups(const Source& source) {
  const auto clusters = read_clustering(source);
  if (!clusters) return std::nullopt;
  Groups groups(source, *clusters);
  for (const Grouping& grouping : groupings(source)) groups.add(grouping);
  return groups.section();
}

} // namespace tiltak::report
