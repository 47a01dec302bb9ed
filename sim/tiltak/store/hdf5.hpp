// A thin layer over the C library of HDF5: handles that close themselves, errors as exceptions that
// name file and object. The files hdf5_detail.hpp and hdf5*.cpp are
// the only ones that see hdf5.h.
//
// What is created here is valid netCDF-4 as well: creation order is tracked, texts are
// variable-length UTF-8, dimensions are dimension scales. What is read is only what such a file can
// hold: hard links, plain numbers and texts, data within the file itself, no filter but deflate.
//
// A failure while writing is a RunError, while reading an InputError.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tiltak/store/aside.hpp>
#include <tiltak/store/type.hpp>

namespace tiltak::store::hdf5 {

using Extent = std::vector<std::uint64_t>;

// An HDF5 identifier of any kind, released on destruction.
class Handle {
public:
  Handle() = default;
  explicit Handle(std::int64_t id) : id_(id) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Handle();
  std::int64_t id() const { return id_; }
  std::int64_t release() { return std::exchange(id_, -1); }

private:
  std::int64_t id_ = -1;
};

// The file an object belongs to, for messages.
struct Source {
  std::string path;
  bool reading = true;
};

// What groups and datasets have in common: a name and attributes.
class Object {
public:
  const std::string& name() const { return name_; } // absolute: "/worlds/policy/states"

  void set_text(const std::string& name, const std::string& text) const; // in place of an older one
  void set_texts(const std::string& name, const std::vector<std::string>& texts) const;
  template <class T> void set(const std::string& name, T value) const {
    set_numbers(name, type_of<T>(), &value, 0);
  }
  template <class T> void set(const std::string& name, std::span<const T> values) const {
    set_numbers(name, type_of<T>(), values.data(), values.size());
  }
  void set_numbers(const std::string& name, Type type, const void* values, std::size_t count) const;

  bool has_attribute(const std::string& name) const;
  std::vector<std::string> attribute_names() const; // in the order of creation
  std::vector<std::string> texts(const std::string& name) const;
  std::string text(const std::string& name) const; // of one text; empty if there is none
  template <class T> std::vector<T> numbers(const std::string& name) const {
    std::vector<T> values(attribute_size(name));
    get_numbers(name, type_of<T>(), values.data());
    return values;
  }

  // Throws what suits the file: "FILE: OBJECT: WHAT".
  [[noreturn]] void fail(const std::string& what) const;

protected:
  Object(Handle handle, std::string name, std::shared_ptr<const Source> source)
      : handle_(std::move(handle)), name_(std::move(name)), source_(std::move(source)) {}
  std::int64_t check(std::int64_t status, const std::string& what) const;

  Handle handle_;
  std::string name_;
  std::shared_ptr<const Source> source_;

private:
  std::size_t attribute_size(const std::string& name) const;
  void get_numbers(const std::string& name, Type type, void* values) const;
};

// How a dataset is kept; without chunks it is contiguous and uncompressed.
struct Storage {
  Extent chunk;
  int deflate = 0;
};

class Dataset : public Object {
public:
  Type type() const { return type_; }
  const Extent& extent() const { return extent_; }
  std::uint64_t size() const; // elements
  Extent chunk() const;       // empty when contiguous
  std::uint64_t stored_bytes() const;

  // Whole datasets, and the block `count` at `offset`. The memory holds the values in row order.
  void write(Type type, const void* values) const;
  void write_text(const std::vector<std::string>& texts) const;
  void read(Type type, void* values) const;
  void read(const Extent& offset, const Extent& count, Type type, void* values) const;
  std::vector<std::string> read_text(std::uint64_t first,
                                     std::uint64_t count) const; // one dimension

  // One chunk as it lies in the file, compressed by the caller (zlib stream for deflate).
  void write_chunk(const Extent& offset, const void* bytes, std::size_t size) const;
  std::vector<std::uint8_t> read_chunk(const Extent& offset) const;

  void make_scale(const std::string& name) const; // netCDF: a coordinate variable
  void attach(unsigned dimension, const Dataset& scale) const;
  std::string dimension(unsigned dimension) const; // name of the attached scale; empty if none
  bool is_pure_dimension() const;                  // netCDF: a dimension without a variable

private:
  friend class Group;
  Dataset(Handle handle, std::string name, std::shared_ptr<const Source> source);
  Type type_ = Type::u8;
  Extent extent_;
};

class Group : public Object {
public:
  Group create_group(const std::string& name) const;
  Dataset create(const std::string& name, Type type, const Extent& extent,
                 const Storage& = {}) const;
  Dataset create_dimension(const std::string& name, std::uint64_t size) const; // without a variable

  // Paths relative to this group: "worlds/policy". Only hard links count.
  bool has(const std::string& path) const;
  bool has_group(const std::string& path) const;
  void remove(const std::string& name) const;
  std::vector<std::string> names() const; // in the order of creation
  Group group(const std::string& path) const;
  Dataset dataset(const std::string& path) const;

private:
  friend class File;
  Group(Handle handle, std::string name, std::shared_ptr<const Source> source)
      : Object(std::move(handle), std::move(name), std::move(source)) {}
  Handle open(const std::string& path, bool group) const;
  std::string child(const std::string& path) const;
};

class File {
public:
  static File create(const std::string& path);                      // aside; see Aside
  static File open(const std::string& path);                        // read only
  static File copy(const std::string& from, const std::string& to); // aside; to be added to
  File(File&&) noexcept = default;
  ~File();

  const std::string& path() const { return source_->path; }
  Group root() const;
  std::uint64_t bytes() const; // of the whole file

  // Closes every object of the file and gives the file its name.
  void commit();

private:
  File(Handle handle, std::shared_ptr<const Source> source, std::unique_ptr<Aside> aside);
  std::shared_ptr<const Source> source_;
  std::unique_ptr<Aside> aside_;
  Handle handle_;
};

// Whether several threads may be inside the library at once.
bool is_threadsafe();
std::string version(); // "1.10.8"

} // namespace tiltak::store::hdf5
