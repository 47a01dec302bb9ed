#include <tiltak/sequence/given.hpp>

#include <map>

#include <fmt/format.h>

#include <tiltak/sequence/column.hpp>

namespace tiltak::sequence {
namespace {

void check_label(std::string_view label, const std::string& column, const Origin& where) {
  if (label.empty() || label == "NA")
    throw InputError(where, fmt::format("column '{}' names no cluster", column));
}

} // namespace

std::vector<Given> read_partitions(const Table& sequences, const std::string& name) {
  if (sequences.column(name)) {
    const Column column(sequences, name);
    for (std::size_t i = 0; i < sequences.rows(); ++i)
      check_label(column.values()[i], name, column.origin(i));
    return {{name, column.values()}};
  }
  const Table table = read_beside(sequences, name);
  std::vector<Given> all;
  for (const std::string& column : table.header()) all.push_back({column, {}});
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    table.cells(i, cells);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      check_label(cells[c], table.header()[c], table.origin(i, c));
      all[c].labels.emplace_back(cells[c]);
    }
  }
  return all;
}

std::vector<std::uint32_t> classes_of(const std::vector<Given>& given, std::size_t persons) {
  if (given.empty()) return {};
  std::vector<std::uint32_t> classes(persons, 0);
  for (const Given& g : given) {
    std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> numbers;
    for (std::size_t i = 0; i < persons; ++i)
      classes[i] =
          numbers.try_emplace({classes[i], g.labels[i]}, static_cast<std::uint32_t>(numbers.size()))
              .first->second;
  }
  return classes;
}

Solution solution_of(const Given& given, const Distinct& distinct) {
  Solution s;
  s.name = given.name;
  s.labels = sorted_values(given.labels);
  std::map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t c = 0; c < s.labels.size(); ++c) numbers[s.labels[c]] = c;
  s.partition.clusters = s.labels.size();
  for (const std::uint32_t person : distinct.first)
    s.partition.cluster.push_back(numbers[given.labels[person]]);
  return s;
}

} // namespace tiltak::sequence
