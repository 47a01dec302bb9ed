// The first thing to read: a few numbers that say what the scenario gives.
#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/states.hpp>

namespace tiltak::report {
namespace {

class Headline {
public:
  explicit Headline(const Source& source)
      : source_(source), say_(source.say),
        table_{"headline-table",
               say_("headline.table"),
               {{say_("what"), ""}, {say_("value"), ""}, {say_("unit"), ""}},
               {},
               {}} {}

  std::optional<Section> section() {
    if (source_.accounts) net(*source_.accounts);
    if (source_.budget) money(*source_.budget);
    if (source_.cohort) entrants(*source_.cohort);
    if (source_.population) unemployment(*source_.population);
    if (numbers_.empty()) return std::nullopt;
    return Section{
        "headline", say_("headline.title"), {Paragraph{say_("headline.about")}, numbers_, table_}};
  }

private:
  void add(const std::string& label, const std::string& unit, double value, int digits,
           const std::string& uncertainty = {}) {
    std::string shown = say_.number(value, digits);
    if (unit == "%")
      shown = say_.percent(value / 100, digits);
    else if (unit == say_("nok_million"))
      shown = say_("money", {{"value", shown}});
    else if (!unit.empty())
      shown += " " + unit; // a break between them, never within a word
    numbers_.push_back({shown, label, uncertainty});
    table_.rows.push_back({label, Number{value, digits}, unit});
  }

  void net(const Accounts& accounts) {
    const Spread net = spread_of(accounts.all("net", Jobs::ordinary));
    const std::string uncertainty =
        net.half_width
            ? say_("headline.interval", {{"low", say_.number(net.mean - *net.half_width)},
                                         {"high", say_.number(net.mean + *net.half_width)}})
            : say_("headline.no_interval");
    add(say_("headline.net"), say_("job_years"), net.mean, 0, uncertainty);
  }

  void money(const BudgetSeries& budget) {
    double spent = 0, places = 0;
    for (std::size_t m = 0; m < budget.months.size(); ++m) {
      spent += budget.spent.sum(m);
      places += budget.places.sum(m);
    }
    const double months = static_cast<double>(budget.months.size());
    const Words::Values period{{"first", say_.month(budget.months.front())},
                               {"last", say_.month(budget.months.back())}};
    add(say_("headline.spent", period), say_("nok_million"),
        source_.national(spent) / million * 12 / months, 0);
    add(say_("headline.places", period), {}, source_.national(places) / months, 0);
  }

  void entrants(const Cohort& cohort) {
    const Shares shares(cohort.counts());
    const std::size_t last = cohort.months - 1;
    if (shares.hidden[last][0] != 0 || shares.hidden[last][1] != 0) return;
    add(say_("headline.in_job",
             {{"year", std::to_string(cohort.year)}, {"months", std::to_string(cohort.months)}}),
        "%", 100 * (shares.share(last, 0) + shares.share(last, 1)), 1);
  }

  void unemployment(const Population& population) {
    const Shares shares(population.counts);
    double sum = 0;
    for (std::size_t m = 0; m < population.months.size(); ++m) sum += shares.share(m, 3);
    add(say_("headline.unemployed"), "%", 100 * sum / static_cast<double>(population.months.size()),
        1);
  }

  const Source& source_;
  const Words& say_;
  KeyNumbers numbers_;
  Table table_;
};

} // namespace

std::optional<Section> headline(const Source& source) { return Headline(source).section(); }

} // namespace tiltak::report
