#include <tiltak/report/cohort.hpp>

#include <algorithm>

#include <tiltak/report/states.hpp>
#include <tiltak/sequence/entrants.hpp>

namespace tiltak::report {
namespace {

const std::string world = "/worlds/policy";
constexpr std::uint64_t block = 65536; // persons of the panel in memory at a time

Month month_at(const store::ResultReader& file, std::int32_t days, const std::string& variable) {
  const auto month = store::month_of_days(days);
  if (!month) file.fail(variable + ": holds what is no first day of a month");
  return *month;
}

Cohort read_trajectories(const store::ResultReader& file) {
  Cohort cohort;
  cohort.months = file.shape("/trajectories/month")[0];
  cohort.codes = file.read<std::uint8_t>("/trajectories/states");
  cohort.persons = file.read<std::uint32_t>("/trajectories/person");
  cohort.membership = file.read<std::int32_t>("/trajectories/membership");
  for (const std::int32_t days : file.read<std::int32_t>("/trajectories/entry"))
    cohort.entry.push_back(month_at(file, days, "/trajectories/entry"));
  if (!cohort.entry.empty()) cohort.year = cohort.entry.front().year();
  return cohort;
}

std::vector<std::int16_t> birth_months(const store::ResultReader& file) {
  std::vector<std::int16_t> birth;
  for (const std::int32_t days : file.read<std::int32_t>("/persons/birth_month"))
    birth.push_back(static_cast<std::int16_t>(month_at(file, days, "/persons/birth_month").index));
  return birth;
}

void add_entrants(Cohort& cohort, const sequence::Panel& panel, std::span<const std::int16_t> birth,
                  std::span<const std::uint32_t> persons, const sequence::EntrantRule& rule) {
  for (const auto& entrant : sequence::select_entrants(panel, birth, rule)) {
    const auto* row = panel.codes.data() + entrant.person * panel.months +
                      static_cast<std::size_t>(entrant.first);
    cohort.codes.insert(cohort.codes.end(), row, row + cohort.months);
    cohort.persons.push_back(persons[entrant.person]);
    cohort.entry.push_back(panel.start + entrant.first);
  }
}

std::optional<Cohort> select_from_panel(const store::ResultReader& file) {
  const std::string states = world + "/states";
  const auto calendar = file.months(world);
  const sequence::EntrantRule rule;
  sequence::Panel panel{{}, calendar.size(), calendar.empty() ? Month{} : calendar.front()};
  if (calendar.empty() || !sequence::covers(panel, rule)) return std::nullopt;

  Cohort cohort;
  cohort.year = rule.year;
  cohort.months = static_cast<std::size_t>(rule.follow_months);
  const auto birth = birth_months(file);
  const auto persons = file.persons();
  const std::uint64_t rows = file.shape(states)[0];
  if (birth.size() != rows || persons.size() != rows)
    file.fail(states + ": is not as long as /persons");
  std::vector<std::uint8_t> codes;
  for (std::uint64_t first = 0; first < rows; first += block) {
    const std::uint64_t count = std::min(block, rows - first);
    codes.resize(count * calendar.size());
    file.read_rows<std::uint8_t>(states, first, count, codes);
    panel.codes = codes;
    add_entrants(cohort, panel, std::span(birth).subspan(first, count),
                 std::span(persons).subspan(first, count), rule);
  }
  return cohort;
}

} // namespace

Counts Cohort::counts(std::int32_t cluster) const {
  Counts counts(months, std::vector<std::int64_t>(states, 0));
  for (std::size_t i = 0; i < size(); ++i) {
    if (cluster != 0 && membership[i] != cluster) continue;
    for (std::size_t m = 0; m < months; ++m) {
      const std::uint8_t code = codes[i * months + m];
      if (code < states) ++counts[m][code];
    }
  }
  return counts;
}

std::optional<Cohort> read_cohort(const store::ResultReader& file) {
  std::optional<Cohort> cohort;
  if (file.has("/trajectories"))
    cohort = read_trajectories(file);
  else if (file.has(world + "/states"))
    cohort = select_from_panel(file);
  return cohort && cohort->size() > 0 && cohort->months > 0 ? cohort : std::nullopt;
}

} // namespace tiltak::report
