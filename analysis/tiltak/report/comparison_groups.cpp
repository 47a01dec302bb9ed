#include <tiltak/report/comparison_groups.hpp>

#include <cmath>

#include <tiltak/report/small_groups.hpp>

namespace tiltak::report {
namespace {

using compare::GroupGain;
using compare::Spread;

// The groups whose difference in the net effect leaves zero, and the largest on either side.
class Found {
public:
  void look(const GroupGain& gain, const std::string& name) {
    ++groups_;
    const std::string larger = compare::verdict(gain.net);
    if (larger == "none") return;
    ++differing_;
    auto& best = larger == "first" ? first_ : second_;
    if (best.name.empty() || std::abs(gain.net.mean) > std::abs(best.mean))
      best = {name, gain.net.mean};
  }

  std::string in_words(const compare::Comparison& c, const Words& say) const {
    const bool nb = say.language() == Language::nb;
    if (differing_ == 0) return say("compare.groups_none", {{"groups", std::to_string(groups_)}});
    std::string text = say("compare.groups_differ", {{"groups", std::to_string(groups_)},
                                                     {"differing", std::to_string(differing_)}});
    for (const auto& [best, names] : {std::pair(&first_, &c.first), std::pair(&second_, &c.second)})
      if (!best->name.empty())
        text += " " + say("compare.groups_most", {{"scenario", nb ? names->nb : names->en},
                                                  {"group", best->name},
                                                  {"value", say.number(std::abs(best->mean))}});
    return text;
  }

private:
  struct Best {
    std::string name;
    double mean = 0;
  };
  std::size_t groups_ = 0, differing_ = 0;
  Best first_, second_;
};

void put(ChartPanel& panel, std::size_t key, const Spread& spread, bool hidden) {
  const double half = spread.half_width.value_or(0);
  panel.values[key].push_back(hidden ? not_shown : spread.mean);
  panel.low[key].push_back(hidden ? not_shown : spread.mean - half);
  panel.high[key].push_back(hidden ? not_shown : spread.mean + half);
}

std::vector<Cell> row(const std::string& name, const GroupGain& gain, bool hidden) {
  std::vector<Cell> cells{name};
  for (const Spread* spread : {&gain.net, &gain.direct, &gain.displacement}) {
    if (hidden) {
      cells.insert(cells.end(), 2, Suppressed{});
      continue;
    }
    cells.emplace_back(Number{spread->mean, 0});
    if (spread->half_width)
      cells.emplace_back(
          Interval{spread->mean - *spread->half_width, spread->mean + *spread->half_width, 0});
    else
      cells.emplace_back(Missing{});
  }
  return cells;
}

Table empty_table(const std::string& prefix, const Words& say) {
  Table table{prefix + "groups",
              say("compare.groups"),
              {{say("groups.group"), ""}},
              {},
              say("compare.groups_note")};
  for (const char* key : {"compare.net", "compare.direct", "compare.displacement"}) {
    table.columns.push_back({say(key), say("job_years")});
    table.columns.push_back(
        {say("compare.interval_of", {{"what", say(key)}}), say("job_years"), true});
  }
  return table;
}

} // namespace

Figure gains_figure(const compare::Comparison& comparison, const std::string& prefix,
                    const Words& say) {
  std::vector<std::string> groups;
  std::vector<double> persons;
  for (const GroupGain& gain : comparison.groups) {
    groups.push_back(gain.group);
    persons.push_back(gain.affected);
  }
  const auto kinds = group_kinds(groups, say);
  const auto hidden = small_groups(kinds, persons);
  Chart chart{ChartKind::bars, {}, say("job_years")};
  chart.keys = {{say("compare.net")}, {say("compare.displacement")}};
  Table table = empty_table(prefix, say);
  table.rows.push_back(row(say("compare.everybody"), comparison.groups.front(), false));
  Found found;
  for (const GroupKind& kind : kinds) {
    ChartPanel panel{kind.title, kind.labels, Values(2), Values(2), Values(2)};
    for (std::size_t k = 0; k < kind.labels.size(); ++k) {
      const std::size_t g = kind.first + k;
      const GroupGain& gain = comparison.groups[g];
      const std::string name = group_name(kind, k, say);
      put(panel, 0, gain.net, hidden[g] != 0);
      put(panel, 1, gain.displacement, hidden[g] != 0);
      table.rows.push_back(row(name, gain, hidden[g] != 0));
      if (hidden[g] == 0) found.look(gain, name);
    }
    chart.panels.push_back(std::move(panel));
  }
  return {prefix + "gains", say("compare.groups"), found.in_words(comparison, say),
          std::move(chart), std::move(table)};
}

} // namespace tiltak::report
