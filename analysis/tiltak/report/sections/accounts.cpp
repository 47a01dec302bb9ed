// What the appropriation gave: gross employment less what would have been anyway and what was
// displaced.
#include <cmath>

#include <tiltak/report/accounts.hpp>
#include <tiltak/report/group_names.hpp>
#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/small_groups.hpp>

namespace tiltak::report {
namespace {

struct Item {
  std::string name, label;
};

std::vector<Item> items(const Words& say) {
  return {{"gross", say("accounts.gross")},
          {"deadweight", say("accounts.deadweight")},
          {"own_loss", say("accounts.own_loss")},
          {"lock_in", say("accounts.lock_in")},
          {"after_effect", say("accounts.after_effect")},
          {"direct", say("accounts.direct")},
          {"threat", say("accounts.threat")},
          {"relabelling", say("accounts.relabelling")},
          {"cuts", say("accounts.cuts")},
          {"displacement", say("accounts.displacement")},
          {"net", say("accounts.net")}};
}

// Rows of a chart and a table at once: a number with its interval for ordinary jobs and, in the
// table always and in the chart where there are few rows, for these and subsidised ones.
class Rows {
public:
  Rows(const Words& say, const std::string& id, const std::string& caption,
       const std::string& first, std::size_t keys)
      : table_{id,
               caption,
               {{first, ""},
                {say("accounts.ordinary"), say("job_years")},
                {say("accounts.ordinary_interval"), say("job_years"), true},
                {say("accounts.with_subsidised"), say("job_years")},
                {say("accounts.with_subsidised_interval"), say("job_years"), true}},
               {},
               say("accounts.note")},
        chart_{ChartKind::bars, {}, say("job_years")} {
    chart_.keys = {{say("accounts.ordinary")}, {say("accounts.with_subsidised")}};
    chart_.keys.resize(keys);
  }

  // What follows stands under this title in the chart; empty where nothing is parted.
  void part(const std::string& title) {
    const std::size_t keys = chart_.keys.size();
    chart_.panels.push_back({title, {}, Values(keys), Values(keys), Values(keys)});
  }

  // `name` in the table, `label` in the chart.
  void add(const std::string& name, const std::string& label, const Spread& ordinary,
           const Spread& with_subsidised) {
    std::vector<Cell> row{name};
    chart_.panels.back().labels.push_back(label);
    add_cells(row, ordinary, 0);
    add_cells(row, with_subsidised, 1);
    table_.rows.push_back(std::move(row));
  }

  // A row of too few persons.
  void hide(const std::string& name, const std::string& label) {
    ChartPanel& panel = chart_.panels.back();
    panel.labels.push_back(label);
    for (Values* values : {&panel.values, &panel.low, &panel.high})
      for (auto& key : *values) key.push_back(not_shown);
    std::vector<Cell> row{name};
    row.insert(row.end(), 4, Suppressed{});
    table_.rows.push_back(std::move(row));
  }

  Figure figure(const std::string& id, const std::string& title, const std::string& finding) && {
    return {id, title, finding, std::move(chart_), std::move(table_)};
  }

private:
  void add_cells(std::vector<Cell>& row, const Spread& spread, std::size_t key) {
    const double half = spread.half_width.value_or(0);
    row.emplace_back(Number{spread.mean, 0});
    if (spread.half_width)
      row.emplace_back(Interval{spread.mean - half, spread.mean + half, 0});
    else
      row.emplace_back(Missing{});
    if (key >= chart_.keys.size()) return;
    chart_.panels.back().values[key].push_back(spread.mean);
    chart_.panels.back().low[key].push_back(spread.mean - half);
    chart_.panels.back().high[key].push_back(spread.mean + half);
  }

  Table table_;
  Chart chart_;
};

std::string with_interval(const Words& say, const Spread& spread) {
  if (!spread.half_width)
    return say("accounts.one_replication", {{"value", say.number(spread.mean)}});
  return say("accounts.with_interval", {{"value", say.number(spread.mean)},
                                        {"low", say.number(spread.mean - *spread.half_width)},
                                        {"high", say.number(spread.mean + *spread.half_width)}});
}

Figure whole(const Words& say, const Accounts& accounts) {
  Rows rows(say, "accounts-table", say("accounts.table"), say("accounts.item"), 2);
  rows.part({});
  for (const Item& item : items(say))
    rows.add(item.label, item.label, spread_of(accounts.all(item.name, Jobs::ordinary)),
             spread_of(accounts.all(item.name, Jobs::with_subsidised)));
  const auto ordinary = [&](const char* item) {
    return spread_of(accounts.all(item, Jobs::ordinary));
  };
  const std::string finding =
      say("accounts.finding", {{"gross", say.number(ordinary("gross").mean)},
                               {"deadweight", say.number(ordinary("deadweight").mean)},
                               {"displacement", say.number(ordinary("displacement").mean)},
                               {"net", with_interval(say, ordinary("net"))}});
  return std::move(rows).figure("accounts-figure", say("accounts.figure"), finding);
}

// An item of the account by group or by measure.
struct Split {
  std::string id, title, first; // of the figure; the head of the column that names the rows
  std::vector<GroupKind> kinds;
  std::vector<double> persons; // behind each row, or empty
};

template <class Of> Figure by(const Words& say, const Split& split, const Of& of) {
  Rows rows(say, "accounts-" + split.id + "-table", split.title, split.first, 1);
  const auto hidden = small_groups(split.kinds, split.persons);
  std::string most, least;
  double most_value = -INFINITY, least_value = INFINITY;
  for (const GroupKind& kind : split.kinds) {
    rows.part(kind.title);
    for (std::size_t k = 0; k < kind.labels.size(); ++k) {
      const std::size_t i = kind.first + k;
      const std::string name = kind.title.empty() ? kind.labels[k] : group_name(kind, k, say);
      if (i < hidden.size() && hidden[i] != 0) {
        rows.hide(name, kind.labels[k]);
        continue;
      }
      const Spread spread = spread_of(of(Jobs::ordinary, i));
      rows.add(name, kind.labels[k], spread, spread_of(of(Jobs::with_subsidised, i)));
      if (spread.mean > most_value) most_value = spread.mean, most = name;
      if (spread.mean < least_value) least_value = spread.mean, least = name;
    }
  }
  const std::string finding =
      say("accounts.by_finding", {{"most", most},
                                  {"most_value", say.number(most_value)},
                                  {"least", least},
                                  {"least_value", say.number(least_value)}});
  return std::move(rows).figure("accounts-" + split.id + "-figure", split.title, finding);
}

std::vector<std::string> names_of_measures(const Source& source) {
  std::vector<std::string> names;
  for (const std::string& id : source.accounts->measures)
    if (id == "none")
      names.push_back(source.say("accounts.no_measure"));
    else
      names.push_back(source.budget ? source.budget->name_of(id) : id);
  return names;
}

} // namespace

std::optional<Section> accounts(const Source& source) {
  if (!source.accounts) return std::nullopt;
  const Accounts& accounts = *source.accounts;
  const Words& say = source.say;
  Section section{"accounts", say("accounts.title"), {}};
  section.blocks.emplace_back(Paragraph{say("accounts.about")});
  section.blocks.emplace_back(whole(say, accounts));
  if (const auto kinds = group_kinds(accounts.groups, say); !kinds.empty()) {
    section.blocks.emplace_back(
        by(say, {"group", say("accounts.by_group"), say("groups.group"), kinds, accounts.affected},
           [&](Jobs jobs, std::size_t g) { return accounts.of_group("net", jobs, g); }));
    section.blocks.emplace_back(
        by(say,
           {"displaced", say("accounts.displaced"), say("groups.group"), kinds, accounts.affected},
           [&](Jobs jobs, std::size_t g) { return accounts.of_group("displacement", jobs, g); }));
  }
  section.blocks.emplace_back(
      by(say,
         {"measure",
          say("accounts.by_measure"),
          say("measure"),
          {{{}, 0, names_of_measures(source)}},
          accounts.participants},
         [&](Jobs jobs, std::size_t m) { return accounts.of_measure("direct", jobs, m); }));
  return section;
}

} // namespace tiltak::report
