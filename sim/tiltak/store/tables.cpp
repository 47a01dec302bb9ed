#include <tiltak/store/tables.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/csv.hpp>

namespace tiltak::store {
namespace {

// A variable as it stands in one file.
struct Found {
  std::string path; // "/worlds/policy/states"
  const layout::Variable* row;
};

// Writes the value at a place of the variable behind a line.
using Append = std::function<void(std::string& line, std::size_t place)>;

void append_date(std::string& line, std::int32_t days) {
  const auto month = month_of_days(days);
  if (month)
    fmt::format_to(std::back_inserter(line), "{:04}-{:02}-01", month->year(), month->month());
}

template <class T> Append numbers(const ResultReader& file, const Found& found) {
  auto values = std::make_shared<const std::vector<T>>(file.read<T>(found.path));
  if constexpr (std::is_same_v<T, std::uint8_t>)
    if (const Codes codes = found.row->codes; !codes.empty())
      return
          [values, codes](std::string& line, std::size_t i) { line += codes[(*values)[i]].name; };
  if constexpr (std::is_same_v<T, std::int32_t>)
    if (found.row->units == layout::days)
      return [values](std::string& line, std::size_t i) { append_date(line, (*values)[i]); };
  return [values](std::string& line, std::size_t i) {
    fmt::format_to(std::back_inserter(line), "{}", (*values)[i]);
  };
}

Append column(const ResultReader& file, const Found& found) {
  switch (found.row->type) {
  case Type::u8:
    return numbers<std::uint8_t>(file, found);
  case Type::i8:
    return numbers<std::int8_t>(file, found);
  case Type::u16:
    return numbers<std::uint16_t>(file, found);
  case Type::i16:
    return numbers<std::int16_t>(file, found);
  case Type::u32:
    return numbers<std::uint32_t>(file, found);
  case Type::i32:
    return numbers<std::int32_t>(file, found);
  case Type::u64:
    return numbers<std::uint64_t>(file, found);
  case Type::i64:
    return numbers<std::int64_t>(file, found);
  case Type::f32:
    return numbers<float>(file, found);
  case Type::f64:
    return numbers<double>(file, found);
  case Type::text:
    break;
  }
  auto texts = std::make_shared<const std::vector<std::string>>(file.read_text(found.path));
  return [texts](std::string& line, std::size_t i) { append_field(line, (*texts)[i]); };
}

std::string group_of(const Found& found) {
  return found.path.substr(0, found.path.rfind('/'));
}

// The coordinate of a dimension of the group, or places from 0 where it has none.
Append coordinate(const ResultReader& file, const std::string& group,
                  const std::string& dimension) {
  const std::string path = group + "/" + dimension;
  const auto* row = layout::find(path);
  if (row && row->is_coordinate() && file.has(path))
    return column(file, {path, row});
  return
      [](std::string& line, std::size_t i) { fmt::format_to(std::back_inserter(line), "{}", i); };
}

// Variables over the same dimensions side by side, a row for each place.
void write_long(const ResultReader& file, const std::vector<Found>& table,
                const std::string& path) {
  const auto dimensions = table.front().row->dimension_names();
  const auto shape = file.shape(table.front().path);
  std::vector<Append> coordinates, columns;
  std::string line;
  for (const auto& d : dimensions) {
    coordinates.push_back(coordinate(file, group_of(table.front()), d));
    line += (line.empty() ? "" : ",") + d;
  }
  for (const Found& found : table) {
    columns.push_back(column(file, found));
    line += fmt::format(",{}", found.row->name());
  }
  CsvFile csv(path);
  csv.line(line);
  std::vector<std::size_t> place(shape.size(), 0);
  const bool empty = std::find(shape.begin(), shape.end(), 0u) != shape.end();
  for (std::size_t i = 0; !empty && place[0] < shape[0]; ++i) {
    line.clear();
    for (std::size_t d = 0; d < place.size(); ++d) {
      if (d > 0)
        line += ',';
      coordinates[d](line, place[d]);
    }
    for (const Append& append : columns) {
      line += ',';
      append(line, i);
    }
    csv.line(line);
    for (std::size_t d = place.size(); d-- > 0;) { // the fastest dimension is the last
      if (++place[d] < shape[d] || d == 0)
        break;
      place[d] = 0;
    }
  }
  csv.commit();
}

std::string sequence_header(const ResultReader& file, const Found& panel) {
  std::string line = "id";
  if (panel.row->dimension_names().at(1) == "time")
    for (const Month month : file.months(group_of(panel)))
      line += "," + to_string(month);
  else
    for (const auto month : file.read<std::int32_t>(group_of(panel) + "/month"))
      line += fmt::format(",{}", month);
  return line;
}

// Sequences in TraMineR's STS format, read in blocks of persons.
void write_sequences(const ResultReader& file, const Found& panel, const std::string& path,
                     const Progress& progress) {
  const std::string people = group_of(panel) + "/person";
  const auto shape = file.shape(panel.path);
  const auto ids =
      file.has(people) ? file.read<std::uint32_t>(people) : std::vector<std::uint32_t>{};
  constexpr std::uint64_t block = 4096;
  std::vector<std::uint8_t> codes;
  CsvFile csv(path);
  csv.line(sequence_header(file, panel));
  for (std::uint64_t first = 0; first < shape[0]; first += block) {
    const std::uint64_t count = std::min(block, shape[0] - first);
    codes.resize(count * shape[1]);
    file.read_rows<std::uint8_t>(panel.path, first, count, codes);
    for (std::uint64_t p = 0; p < count; ++p) {
      std::string line = fmt::format("{}", ids.empty() ? first + p : ids[first + p]);
      for (std::uint64_t m = 0; m < shape[1]; ++m) {
        line += ',';
        line += panel.row->codes[codes[p * shape[1] + m]].name;
      }
      csv.line(line);
    }
    progress(panel.path, first + count, shape[0]);
  }
  csv.commit();
}

void write_attributes(const ResultReader& file, const std::string& path) {
  const Provenance& p = file.provenance();
  CsvFile csv(path);
  csv.line("name,value");
  const auto line = [&](std::string_view name, const std::string& value) {
    std::string text(name);
    text += ',';
    append_field(text, value);
    csv.line(text);
  };
  for (const auto& row : layout::root_attributes())
    if (row.type == "text")
      line(row.name, file.attribute("/", std::string(row.name)));
  line("tiltak_seed", fmt::format("{}", p.seed));
  line("tiltak_threads", fmt::format("{}", p.threads));
  line("tiltak_expansion", fmt::format("{}", p.expansion));
  csv.commit();
}

bool is_data(const layout::Variable& row) {
  return !row.is_coordinate() && row.name() != "time_bounds";
}

// Names depend on the layout alone, not on what a file happens to hold: a group's first table is
// named after the group, what stands alone over its dimensions after itself, others after the
// dimensions.
std::string file_name(const Found& found) {
  std::vector<const layout::Variable*> rows; // of the group, panels apart
  for (const auto& row : layout::variables())
    if (is_data(row) && row.group() == found.row->group() && row.storage != layout::Storage::panel)
      rows.push_back(&row);
  const auto beside = std::count_if(rows.begin(), rows.end(), [&](const layout::Variable* row) {
    return row->dimensions == found.row->dimensions;
  });
  std::string name = group_of(found).substr(1);
  if (found.row->storage == layout::Storage::panel || beside == 1)
    name += fmt::format("_{}", found.row->name());
  else if (rows.front()->dimensions != found.row->dimensions)
    for (const auto& d : found.row->dimension_names())
      name += "_" + d;
  std::replace(name.begin(), name.end(), '/', '_');
  return name + ".csv";
}

} // namespace

std::vector<std::string> export_tables(const ResultReader& file, const std::string& directory,
                                       const Progress& progress) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error)
    throw RunError(directory + ": cannot be made: " + error.message());
  std::map<std::string, std::vector<Found>> tables; // by name of the file
  for (const auto& [path, row] : file.variables())
    if (is_data(*row))
      tables[file_name({path, row})].push_back({path, row});
  std::vector<std::string> written{"attributes.csv"};
  write_attributes(file, directory + "/attributes.csv");
  for (const auto& [name, table] : tables) {
    if (table.front().row->storage == layout::Storage::panel)
      write_sequences(file, table.front(), directory + "/" + name, progress);
    else
      write_long(file, table, directory + "/" + name);
    written.push_back(name);
    progress("tables", written.size(), tables.size() + 1);
  }
  return written;
}

} // namespace tiltak::store
