#include <tiltak/sequence/column.hpp>

#include <filesystem>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>

namespace tiltak::sequence {

Table read_beside(const Table& sequences, const std::string& file) {
  if (!std::filesystem::exists(file))
    throw InputError({file}, fmt::format("is neither a column of {} nor a file", sequences.file()),
                     {}, did_you_mean(file, sequences.header()));
  Table table = Table::read(file);
  if (table.rows() != sequences.rows())
    throw InputError({file}, fmt::format("{} rows below the header", table.rows()),
                     fmt::format("{}, one for each sequence", sequences.rows()));
  return table;
}

Column::Column(const Table& sequences, const std::string& name) : table_(sequences) {
  if (const auto found = sequences.column(name)) {
    place_ = *found;
  } else {
    file_ = read_beside(sequences, name);
    if (file_->header().size() != 1)
      throw InputError({name, 1}, fmt::format("{} columns", file_->header().size()), "one");
  }
  const Table& source = file_ ? *file_ : sequences;
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < source.rows(); ++i) {
    source.cells(i, cells);
    values_.emplace_back(cells[place_]);
  }
}

} // namespace tiltak::sequence
