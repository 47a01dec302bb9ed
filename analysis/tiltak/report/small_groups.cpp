#include <tiltak/report/small_groups.hpp>

#include <cmath>

#include <tiltak/report/disclosure.hpp>

namespace tiltak::report {

std::vector<char> small_groups(const std::vector<GroupKind>& kinds,
                               const std::vector<double>& persons) {
  std::vector<char> small(persons.size(), 0);
  for (const GroupKind& kind : kinds) {
    if (kind.first + kind.labels.size() > persons.size()) continue;
    std::vector<std::int64_t> counts;
    for (std::size_t k = 0; k < kind.labels.size(); ++k)
      counts.push_back(static_cast<std::int64_t>(std::ceil(persons[kind.first + k])));
    const Hidden hidden = suppress({counts}, Totals::rows);
    for (std::size_t k = 0; k < counts.size(); ++k)
      small[kind.first + k] = persons[kind.first + k] >= 0 ? hidden[0][k] : 0;
  }
  return small;
}

} // namespace tiltak::report
