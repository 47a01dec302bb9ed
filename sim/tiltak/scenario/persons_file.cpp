#include <tiltak/scenario/persons_file.hpp>

#include <unordered_map>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/people/counties.hpp>
#include <tiltak/scenario/csv_table.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak::scenario {
namespace {

enum Column : std::size_t {
  id,
  birth,
  sex,
  origin,
  education,
  county,
  skill,
  arrival,
  departure,
  status,
  months,
  benefit
};

const std::vector<CsvColumn> columns{{"id"},
                                     {"birth"},
                                     {"sex"},
                                     {"origin"},
                                     {"education"},
                                     {"county", false},
                                     {"skill", false},
                                     {"arrival", false},
                                     {"departure", false},
                                     {"status", false},
                                     {"months", false},
                                     {"benefit_months", false}};

constexpr std::size_t longest_file = std::size_t{1} << 31; // bytes

class PersonsReader {
public:
  PersonsReader(CsvTable& table, Month first, Month end)
      : table_(table), first_(first), end_(end) {}

  GivenPerson person() {
    GivenPerson p;
    p.id = unique_id();
    p.birth = read_birth();
    p.sex = static_cast<Sex>(code(sex, sexes));
    p.origin = static_cast<BirthRegion>(code(origin, origins));
    p.education = static_cast<Education>(code(education, educations));
    if (!table_.text(county).empty()) p.county = code(county, counties);
    if (!table_.text(skill).empty()) p.skill = code(skill, skills);
    p.arrival = month(arrival);
    p.departure = month(departure);
    if (p.departure && *p.departure <= p.arrival.value_or(first_))
      table_.error(departure,
                   fmt::format("{} is not after the arrival ({})", to_string(*p.departure),
                               to_string(p.arrival.value_or(first_))));
    p.start = start(p);
    return p;
  }

private:
  std::string unique_id() {
    std::string text(table_.text(id));
    if (text.empty()) table_.error(id, "every person needs one");
    const auto [at, is_new] = seen_.try_emplace(text, table_.line());
    if (!is_new) table_.error(id, fmt::format("'{}' stands already in line {}", text, at->second));
    return text;
  }

  Month read_birth() {
    const auto month = parse_month(table_.text(birth));
    const Month oldest = first_ - 12 * 67 + 1, youngest = end_ - 12 * 18 - 1;
    const auto allowed = fmt::format("{} to {}", to_string(oldest), to_string(youngest));
    if (!month) {
      table_.error(birth, fmt::format("'{}' is not a month", table_.text(birth)), allowed);
      return youngest;
    }
    if (*month < oldest || *month > youngest)
      table_.error(birth,
                   fmt::format("who was born in {} is never from 18 to 66 years old in this run",
                               to_string(*month)),
                   allowed);
    return *month;
  }

  std::optional<Month> month(Column column) {
    if (table_.text(column).empty()) return {};
    const auto read = parse_month(table_.text(column));
    if (!read)
      table_.error(column, fmt::format("'{}' is not a month", table_.text(column)),
                   "such as 2014-01, or nothing");
    return read;
  }

  template <std::size_t N>
  std::uint8_t code(Column column, const std::array<Category, N>& categories) {
    std::vector<std::string> names;
    for (const Category& category : categories) names.emplace_back(category.name);
    return find(column, names);
  }

  std::uint8_t find(Column column, const std::vector<std::string>& names) {
    const std::string text(table_.text(column));
    for (std::size_t k = 0; k < names.size(); ++k)
      if (names[k] == text) return static_cast<std::uint8_t>(k);
    std::string allowed;
    for (const std::string& name : names) allowed += (allowed.empty() ? "" : ", ") + name;
    table_.error(column, fmt::format("unknown code '{}'", text), allowed,
                 did_you_mean(text, names));
    return 0;
  }

  // Nobody stands on a measure to begin with: places are given by the run's own budget.
  GivenStart start(const GivenPerson& p) {
    GivenStart given;
    const bool has_status = !table_.text(status).empty();
    for (const Column other : {months, benefit})
      if (!has_status && !table_.text(other).empty())
        table_.error(other, "needs a status beside it");
    if (!has_status) return given;
    std::vector<std::string> names;
    std::vector<Pair> pairs;
    for (std::size_t k = 0; k < population_pairs; ++k) {
      const auto pair = static_cast<Pair>(k);
      if (hazard_pair(pair) != pair) continue;
      names.emplace_back(facts(pair).name);
      pairs.push_back(pair);
    }
    given.pair = static_cast<std::uint8_t>(pairs[find(status, names)]);
    const int since_18 = p.arrival.value_or(first_) - p.birth - 12 * 18;
    if (!table_.text(months).empty())
      given.months =
          static_cast<std::int16_t>(table_.integer(months, 0, std::max<std::int64_t>(0, since_18)));
    if (!table_.text(benefit).empty())
      given.benefit = static_cast<std::uint8_t>(table_.integer(benefit, 0, benefit_months));
    return given;
  }

  CsvTable& table_;
  Month first_, end_;
  std::unordered_map<std::string, int> seen_; // id to line; looked up only
};

} // namespace

GivenPeople read_persons(const Values& values, Month first, Month end, Diagnostics& diagnostics) {
  GivenPeople people;
  const Value& said = values.at("population.file");
  const auto source = read_source(values.file("population.file"), said.written, said.place,
                                  diagnostics, longest_file);
  if (!source) return people;
  CsvTable table(source, columns, diagnostics);
  if (table.has(status) && values.integer("population.burn_in_months") > 0)
    diagnostics.add(values.error("population.burn_in_months",
                                 "the file says how persons stand, and a burn-in would undo it",
                                 "set population.burn_in_months to 0"));
  PersonsReader reader(table, first, end);
  for (const Column needed : {id, birth, sex, origin, education})
    if (!table.has(needed)) return people;
  while (table.next()) people.push_back(reader.person());
  if (people.empty()) diagnostics.add(Place{source, 0, 0}.error("there is nobody in this file"));
  table.finish();
  return people;
}

} // namespace tiltak::scenario
