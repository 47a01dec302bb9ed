// Writes a results file: groups and variables of the layout's table, nothing else. The file appears
// under its name on commit, or not at all.
//
//   ResultWriter file("out.h5", provenance);
//   Table persons = file.group("/persons");
//   persons.dimension("person", n);
//   persons.write<std::uint8_t>("sex", sex);
//   PanelWriter panel(file.group("/worlds/policy"), {...});   // panel.hpp
//   file.commit();
//
// A variable that is not in the table, or does not fit it, is a mistake of the program:
// std::logic_error. What the disk refuses is a RunError.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/store/hdf5.hpp>
#include <tiltak/store/layout.hpp>
#include <tiltak/store/provenance.hpp>

namespace tiltak::store {

// One group of the file with its own dimensions and coordinates.
class Table {
public:
  // A dimension without a coordinate: its places are numbers from 0.
  void dimension(const std::string& name, std::uint64_t size);

  // The calendar: `time` and its bounds, `count` months from `start`.
  void months(Month start, std::uint64_t count);

  // A whole variable, values in row order. One that is named as its only dimension is a coordinate
  // and defines the dimension; the dimensions of others are there already.
  template <class T> void write(const std::string& name, std::span<const T> values) {
    write_numbers(name, type_of<T>(), values.data(), values.size());
  }
  template <class T> void write(const std::string& name, const std::vector<T>& values) {
    write(name, std::span<const T>(values));
  }
  void write(const std::string& name, const std::vector<std::string>& texts);

  // A dataset of the table with all its attributes, to be filled by the caller; `chunk` in place of
  // what its kind of storage would give.
  hdf5::Dataset create(const std::string& name, const hdf5::Extent& chunk = {});

  // Attributes of the group beyond the table's.
  const hdf5::Group& group() const { return group_; }

  std::uint64_t size_of_dimension(const std::string& name) const;

private:
  friend class ResultWriter;
  explicit Table(hdf5::Group group) : group_(std::move(group)) {}
  const layout::Variable& row(const std::string& name) const;
  void write_numbers(const std::string& name, Type type, const void* values, std::size_t count);
  hdf5::Dataset create_for(const layout::Variable& row, std::uint64_t values);

  hdf5::Group group_;
  std::map<std::string, hdf5::Dataset> scales_;
};

class ResultWriter {
public:
  ResultWriter(const std::string& path, const Provenance& provenance);

  // A copy of the file `from`, which may be `to` itself, with a line more in its history: groups
  // can be added to it and replaced. It was checked by a ResultReader; its provenance stays.
  static ResultWriter extend(const std::string& from, const std::string& to, const Provenance& now);

  // Removes a group from a file that is extended, if it is there, so that it can be written anew.
  void remove(const std::string& path);

  // Creates the group and those above it that are missing. Each group once.
  Table group(const std::string& path);

  // Writes the time it ended, closes the file and gives it its name. Every PanelWriter is finished,
  // and every group has the variables that the layout requires of it.
  void commit();

private:
  explicit ResultWriter(hdf5::File file) : file_(std::move(file)) {}
  hdf5::File file_;
  std::vector<std::string> groups_;
};

} // namespace tiltak::store
