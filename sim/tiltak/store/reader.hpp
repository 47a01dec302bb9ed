// Reads a results file for whoever analyses it. The file may come from anywhere: what it declares
// is checked against the layout's table, against its own size and against memory before anything is
// allocated, and what it holds against the lists of codes. Every fault is an InputError that names
// file and variable.
//
// Everything goes in and out as plain values (paths, numbers, texts), so that the same calls can be
// answered by a child process with limits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/store/hdf5.hpp>
#include <tiltak/store/layout.hpp>
#include <tiltak/store/provenance.hpp>

namespace tiltak::store {

struct Limits {
  std::uint64_t bytes = 0; // of one variable in memory; 0: half of the machine's memory
};

// The month of a day count as the files keep it; nothing unless it is the first of a month in the
// years 1800 to 2299.
std::optional<Month> month_of_days(std::int32_t days);

class ResultReader {
public:
  // Checks format and version before anything else.
  explicit ResultReader(const std::string& path, Limits limits = {});

  const std::string& path() const { return file_.path(); }
  std::vector<std::string> worlds() const; // in the order written
  bool has(const std::string& path) const; // of a variable or a group

  // Every variable of the layout that the file has, with its row, in the layout's order.
  std::vector<std::pair<std::string, const layout::Variable*>> variables() const;

  // Sizes of the dimensions, slowest first.
  hdf5::Extent shape(const std::string& variable) const;

  // A whole variable in row order. T is the type of the layout's table.
  template <class T> std::vector<T> read(const std::string& variable) const {
    std::vector<T> values(elements(variable, type_of<T>()));
    if (!values.empty())
      fill(variable, 0, shape(variable)[0], values.data());
    return values;
  }

  // Rows first..first+count-1 along the slowest dimension; `out` has room for exactly these.
  template <class T>
  void read_rows(const std::string& variable, std::uint64_t first, std::uint64_t count,
                 std::span<T> out) const {
    check_rows(variable, type_of<T>(), first, count, out.size());
    if (!out.empty())
      fill(variable, first, count, out.data());
  }

  std::vector<std::string> read_text(const std::string& variable) const;

  // The calendar of a group: consecutive months.
  std::vector<Month> months(const std::string& group) const;

  // Numbers of the persons of the file's rows: 0, 1, ... unless the file holds a sample.
  std::vector<std::uint32_t> persons() const;

  const Provenance& provenance() const { return provenance_; }
  std::string attribute(const std::string& group,
                        const std::string& name) const; // a text; may be empty

  [[noreturn]] void fail(const std::string& what) const; // an InputError naming the file

private:
  hdf5::Dataset checked(const std::string& variable) const;
  void check_shape(const hdf5::Dataset& dataset, const layout::Variable& row) const;
  void check_sizes(const hdf5::Dataset& dataset) const;
  void check_codes(const std::string& variable, Codes codes,
                   std::span<const std::uint8_t> values) const;
  std::size_t elements(const std::string& variable, Type type) const;
  void check_rows(const std::string& variable, Type type, std::uint64_t first, std::uint64_t count,
                  std::size_t room) const;
  void fill(const std::string& variable, std::uint64_t first, std::uint64_t count, void* out) const;
  void read_provenance();

  hdf5::File file_;
  hdf5::Group root_;
  std::uint64_t file_bytes_;
  Limits limits_;
  Provenance provenance_;
};

} // namespace tiltak::store
