// Datasets: numbers and texts in blocks, chunks as they lie in the file, dimension scales.
#include <algorithm>
#include <functional>
#include <numeric>

#include <fmt/format.h>

#include <tiltak/store/hdf5_detail.hpp>

namespace tiltak::store::hdf5 {

using namespace detail;

namespace {

// The words by which the netCDF library knows a dimension that has no variable.
constexpr std::string_view pure_dimension = "This is a netCDF dimension but not a netCDF variable.";

std::vector<hsize_t> sizes(const Extent& extent) {
  return {extent.begin(), extent.end()};
}

// Data outside the file and filters that a results file never has are a sign of another hand.
std::string foreign_storage(hid_t properties) {
  const H5D_layout_t layout = H5Pget_layout(properties);
  if (layout == H5D_VIRTUAL || H5Pget_external_count(properties) > 0)
    return "keeps data in other files";
  for (int i = 0; i < H5Pget_nfilters(properties); ++i) {
    unsigned flags = 0;
    std::size_t parameters = 0;
    const H5Z_filter_t filter = H5Pget_filter2(properties, static_cast<unsigned>(i), &flags,
                                               &parameters, nullptr, 0, nullptr, nullptr);
    if (filter != H5Z_FILTER_DEFLATE)
      return fmt::format("uses filter {}, not deflate", int{filter});
  }
  return {};
}

} // namespace

Dataset::Dataset(Handle handle, std::string name, std::shared_ptr<const Source> source)
    : Object(std::move(handle), std::move(name), std::move(source)) {
  const Handle stored(check(H5Dget_type(handle_.id()), "type"));
  const Handle space(check(H5Dget_space(handle_.id()), "shape"));
  const Handle properties(check(H5Dget_create_plist(handle_.id()), "storage"));
  if (!recognise(stored.id(), type_))
    fail("holds neither numbers nor variable-length texts");
  if (const auto foreign = foreign_storage(properties.id()); !foreign.empty())
    fail(foreign);
  std::vector<hsize_t> dims(
      static_cast<std::size_t>(check(H5Sget_simple_extent_ndims(space.id()), "shape")));
  check(H5Sget_simple_extent_dims(space.id(), dims.data(), nullptr), "shape");
  extent_.assign(dims.begin(), dims.end());
}

Dataset Group::create(const std::string& name, Type type, const Extent& extent,
                      const Storage& storage) const {
  const Handle properties = object_properties(H5P_DATASET_CREATE), space = simple_space(extent);
  if (!storage.chunk.empty()) {
    const auto chunk = sizes(storage.chunk);
    H5Pset_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data());
    if (storage.deflate > 0)
      H5Pset_deflate(properties.id(), static_cast<unsigned>(storage.deflate));
  }
  const Handle text = text_type();
  const hid_t stored = type == Type::text ? text.id() : memory_type(type);
  Handle dataset(check(H5Dcreate2(handle_.id(), name.c_str(), stored, space.id(), H5P_DEFAULT,
                                  properties.id(), H5P_DEFAULT),
                       name + " cannot be created"));
  return {std::move(dataset), child(name), source_};
}

Dataset Group::create_dimension(const std::string& name, std::uint64_t size) const {
  Dataset scale = create(name, Type::f32, {size}); // never written, takes no room
  scale.make_scale(fmt::format("{}{:10}", pure_dimension, size));
  return scale;
}

std::uint64_t Dataset::size() const {
  return std::accumulate(extent_.begin(), extent_.end(), std::uint64_t{1}, std::multiplies<>{});
}

Extent Dataset::chunk() const {
  const Handle properties(check(H5Dget_create_plist(handle_.id()), "storage"));
  if (H5Pget_layout(properties.id()) != H5D_CHUNKED)
    return {};
  std::vector<hsize_t> chunk(extent_.size());
  check(H5Pget_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data()), "chunks");
  return {chunk.begin(), chunk.end()};
}

std::uint64_t Dataset::stored_bytes() const {
  return H5Dget_storage_size(handle_.id());
}

void Dataset::write(Type type, const void* values) const {
  check(H5Dwrite(handle_.id(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values),
        "cannot be written");
}

void Dataset::write_text(const std::vector<std::string>& texts) const {
  const Handle type = text_type();
  check(H5Dwrite(handle_.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers(texts).data()),
        "cannot be written");
}

void Dataset::read(Type type, void* values) const {
  check(H5Dread(handle_.id(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values),
        "cannot be read");
}

void Dataset::read(const Extent& offset, const Extent& count, Type type, void* values) const {
  prepare(); // may be the first call of its thread
  const Handle file(check(H5Dget_space(handle_.id()), "shape")), memory = simple_space(count);
  check(H5Sselect_hyperslab(file.id(), H5S_SELECT_SET, sizes(offset).data(), nullptr,
                            sizes(count).data(), nullptr),
        "block");
  check(H5Dread(handle_.id(), memory_type(type), memory.id(), file.id(), H5P_DEFAULT, values),
        "cannot be read");
}

std::vector<std::string> Dataset::read_text(std::uint64_t first, std::uint64_t count) const {
  const Handle file(check(H5Dget_space(handle_.id()), "shape")), memory = simple_space({count});
  const Handle type = text_type();
  const hsize_t offset = first, block = count;
  check(H5Sselect_hyperslab(file.id(), H5S_SELECT_SET, &offset, nullptr, &block, nullptr), "block");
  std::vector<char*> raw(count, nullptr);
  check(H5Dread(handle_.id(), type.id(), memory.id(), file.id(), H5P_DEFAULT, raw.data()),
        "cannot be read");
  return taken(raw);
}

void Dataset::write_chunk(const Extent& offset, const void* bytes, std::size_t size) const {
  prepare(); // may be the first call of its thread
  check(H5Dwrite_chunk(handle_.id(), H5P_DEFAULT, 0, sizes(offset).data(), size, bytes),
        "cannot be written");
}

std::vector<std::uint8_t> Dataset::read_chunk(const Extent& offset) const {
  prepare();
  hsize_t size = 0;
  check(H5Dget_chunk_storage_size(handle_.id(), sizes(offset).data(), &size), "no such chunk");
  std::vector<std::uint8_t> bytes(size);
  std::uint32_t filters = 0;
  check(H5Dread_chunk(handle_.id(), H5P_DEFAULT, sizes(offset).data(), &filters, bytes.data()),
        "cannot be read");
  return bytes;
}

void Dataset::make_scale(const std::string& name) const {
  check(H5DSset_scale(handle_.id(), name.c_str()), "dimension scale");
}

void Dataset::attach(unsigned dimension, const Dataset& scale) const {
  check(H5DSattach_scale(handle_.id(), scale.handle_.id(), dimension), "dimension " + scale.name());
}

std::string Dataset::dimension(unsigned dimension) const {
  std::string path;
  const auto first = [](hid_t, unsigned, hid_t scale, void* out) -> herr_t {
    char name[1024]{};
    H5Iget_name(scale, name, sizeof name - 1);
    *static_cast<std::string*>(out) = name;
    return 1;
  };
  if (H5DSiterate_scales(handle_.id(), dimension, nullptr, first, &path) < 0)
    innermost_error();
  return path.substr(path.rfind('/') + 1);
}

bool Dataset::is_pure_dimension() const {
  char name[pure_dimension.size() + 1]{};
  if (H5DSis_scale(handle_.id()) <= 0)
    return false;
  return H5DSget_scale_name(handle_.id(), name, sizeof name) > 0 && pure_dimension == name;
}

} // namespace tiltak::store::hdf5
