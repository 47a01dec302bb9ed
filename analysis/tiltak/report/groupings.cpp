#include <tiltak/report/groupings.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace tiltak::report {
namespace {

const std::string spells = "/worlds/policy/spells";

// Rows of /persons of the entrants.
std::vector<std::size_t> rows_of(const Source& source) {
  const auto numbers = source.file.persons();
  std::map<std::uint32_t, std::size_t> row_of_number;
  std::vector<std::size_t> rows;
  const bool is_plain = !source.file.has("/persons/person");
  if (!is_plain)
    for (std::size_t row = 0; row < numbers.size(); ++row) row_of_number[numbers[row]] = row;
  for (const std::uint32_t person : source.cohort->persons) {
    const auto found = row_of_number.find(person);
    const bool is_known = is_plain ? person < numbers.size() : found != row_of_number.end();
    if (!is_known) source.file.fail("/trajectories/person: names somebody who is not in /persons");
    rows.push_back(is_plain ? person : found->second);
  }
  return rows;
}

// Without labels nobody has, so that tables and charts show what there is.
Grouping without_empty(Grouping grouping) {
  std::vector<int> place(grouping.labels.size(), -1);
  for (const int label : grouping.of_entrant)
    if (label >= 0) place[static_cast<std::size_t>(label)] = 0;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < place.size(); ++i)
    if (place[i] == 0) {
      place[i] = static_cast<int>(labels.size());
      labels.push_back(grouping.labels[i]);
    }
  for (int& label : grouping.of_entrant)
    if (label >= 0) label = place[static_cast<std::size_t>(label)];
  grouping.labels = std::move(labels);
  return grouping;
}

Grouping by_code(const Source& source, const std::vector<std::size_t>& rows,
                 const std::string& title, const std::string& variable, store::Codes codes) {
  Grouping grouping{title, {}, {}};
  for (const store::Code& code : codes) grouping.labels.push_back(source.say.label(code));
  const auto values = source.file.read<std::uint8_t>(variable);
  for (const std::size_t row : rows) grouping.of_entrant.push_back(values.at(row));
  return without_empty(std::move(grouping));
}

Grouping by_age(const Source& source, const std::vector<std::size_t>& rows) {
  constexpr std::array<int, 3> from{30, 40, 50}; // years in which an older group begins
  Grouping grouping{source.say("groups.age"), {"18–29", "30–39", "40–49", "50–56"}, {}};
  const auto birth = source.file.read<std::int32_t>("/persons/birth_month");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto born = store::month_of_days(birth.at(rows[i]));
    if (!born) source.file.fail("/persons/birth_month: holds what is no first day of a month");
    const int age = (source.cohort->entry[i] - *born) / 12;
    grouping.of_entrant.push_back(
        static_cast<int>(std::upper_bound(from.begin(), from.end(), age) - from.begin()));
  }
  return without_empty(std::move(grouping));
}

// The measure of the earliest spell that was not over when the entrant's first month on a measure
// began.
Grouping by_measure(const Source& source) {
  const store::ResultReader& file = source.file;
  Grouping grouping{source.say("groups.measure"), file.read_text(spells + "/measure_names"), {}};
  if (source.budget)
    for (std::string& label : grouping.labels) label = source.budget->name_of(label);
  std::map<std::uint32_t, std::size_t> entrant_of;
  for (std::size_t i = 0; i < source.cohort->size(); ++i) entrant_of[source.cohort->persons[i]] = i;
  const auto person = file.read<std::uint32_t>(spells + "/person");
  const auto measure = file.read<std::uint8_t>(spells + "/measure");
  const auto start = file.read<std::int32_t>(spells + "/start");
  const auto end = file.read<std::int32_t>(spells + "/end");
  grouping.of_entrant.assign(source.cohort->size(), -1);
  std::vector<std::int32_t> earliest(source.cohort->size(),
                                     std::numeric_limits<std::int32_t>::max());
  for (std::size_t s = 0; s < person.size(); ++s) {
    const auto entrant = entrant_of.find(person[s]);
    if (entrant == entrant_of.end() || measure[s] >= grouping.labels.size()) continue;
    const std::size_t i = entrant->second;
    if (end[s] <= days_since_1970(source.cohort->entry[i]) || start[s] >= earliest[i]) continue;
    earliest[i] = start[s];
    grouping.of_entrant[i] = measure[s];
  }
  return without_empty(std::move(grouping));
}

} // namespace

std::vector<Grouping> groupings(const Source& source) {
  namespace codes = store::codes;
  const auto rows = rows_of(source);
  const Words& say = source.say;
  std::vector<Grouping> all;
  all.push_back(by_code(source, rows, say("groups.sex"), "/persons/sex", codes::sex));
  all.push_back(by_age(source, rows));
  all.push_back(by_code(source, rows, say("groups.origin"), "/persons/origin", codes::origin));
  all.push_back(
      by_code(source, rows, say("groups.education"), "/persons/education", codes::education));
  if (source.file.has(spells)) all.push_back(by_measure(source));
  return all;
}

Counts cross(const Grouping& grouping, const Cohort& cohort, std::size_t clusters) {
  Counts counts(grouping.labels.size(), std::vector<std::int64_t>(clusters, 0));
  for (std::size_t i = 0; i < cohort.size(); ++i)
    if (const int label = grouping.of_entrant[i]; label >= 0)
      ++counts[static_cast<std::size_t>(label)][static_cast<std::size_t>(cohort.membership[i] - 1)];
  return counts;
}

} // namespace tiltak::report
