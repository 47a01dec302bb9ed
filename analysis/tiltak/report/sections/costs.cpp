// What the measures cost for each job-year that they added.
#include <tiltak/report/accounts.hpp>
#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

// Spent on measures in the country from the month on in which starts begin to count, NOK.
double spent(const Source& source) {
  const auto start = source.parameters.find("evaluation.start");
  double sum = 0;
  for (std::size_t m = 0; m < source.budget->months.size(); ++m)
    if (start == source.parameters.end() || to_string(source.budget->months[m]) >= start->second)
      sum += source.budget->spent.sum(m);
  return source.national(sum);
}

// Money over job-years; there is no price of what was not added.
std::vector<Cell> price_row(const std::string& label, double money, const Spread& job_years) {
  std::vector<Cell> row{label, Missing{}, Missing{}};
  if (job_years.mean <= 0) return row;
  row[1] = Number{money / job_years.mean, 0};
  const double half = job_years.half_width.value_or(job_years.mean);
  if (half < job_years.mean)
    row[2] = Interval{money / (job_years.mean + half), money / (job_years.mean - half), 0};
  return row;
}

} // namespace

std::optional<Section> costs(const Source& source) {
  if (!source.accounts || !source.budget) return std::nullopt;
  const Words& say = source.say;
  const double money = spent(source);
  const Spread direct = spread_of(source.accounts->all("direct", Jobs::ordinary));
  const Spread net = spread_of(source.accounts->all("net", Jobs::ordinary));
  const Spread with_subsidised = spread_of(source.accounts->all("net", Jobs::with_subsidised));
  Table table{"costs-table",
              say("costs.table"),
              {{say("what"), ""},
               {say("costs.price"), say("compare.nok")},
               {say("costs.interval"), say("compare.nok"), true}},
              {price_row(say("costs.direct"), money, direct),
               price_row(say("costs.net"), money, net),
               price_row(say("costs.with_subsidised"), money, with_subsidised)},
              say("costs.note")};
  const std::string found =
      net.mean > 0 ? say("costs.finding", {{"spent", say.number(money / million)},
                                           {"net", say.number(net.mean)},
                                           {"price", say.number(money / net.mean)}})
                   : say("costs.no_price",
                         {{"spent", say.number(money / million)}, {"net", say.number(net.mean)}});
  return Section{"costs", say("costs.title"), {Paragraph{found}, std::move(table)}};
}

} // namespace tiltak::report
