#include <tiltak/store/hdf5_detail.hpp>

#include <algorithm>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::store::hdf5::detail {

// The library's exit handler would try once more to write what a full disk refused, so it is left
// out: every file is closed by its owner.
void prepare() {
  static const bool once = H5dont_atexit() >= 0;
  static thread_local const bool quiet = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
  static_cast<void>(once && quiet);
}

std::string innermost_error() {
  std::string text;
  const auto take_first = [](unsigned n, const H5E_error2_t* error, void* out) -> herr_t {
    if (n == 0 && error->desc)
      *static_cast<std::string*>(out) = error->desc;
    return 0;
  };
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, take_first, &text);
  H5Eclear2(H5E_DEFAULT);
  const auto begin = text.find("error message = '");
  const bool lock = text.find("lock file") != std::string::npos;
  if (text.rfind("truncated file", 0) == 0)
    return "the file is cut short";
  if (begin != std::string::npos)
    text = text.substr(begin + 17, text.find('\'', begin + 17) - begin - 17);
  return lock ? text + " (locked by another program, or set HDF5_USE_FILE_LOCKING=FALSE on NFS)"
              : text;
}

void fail_with(const Source& source, const std::string& message) {
  if (source.reading)
    throw InputError({source.path}, message);
  throw RunError(source.path + ": " + message);
}

hid_t memory_type(Type type) {
  switch (type) {
  case Type::u8:
    return H5T_NATIVE_UINT8;
  case Type::i8:
    return H5T_NATIVE_INT8;
  case Type::u16:
    return H5T_NATIVE_UINT16;
  case Type::i16:
    return H5T_NATIVE_INT16;
  case Type::u32:
    return H5T_NATIVE_UINT32;
  case Type::i32:
    return H5T_NATIVE_INT32;
  case Type::u64:
    return H5T_NATIVE_UINT64;
  case Type::i64:
    return H5T_NATIVE_INT64;
  case Type::f32:
    return H5T_NATIVE_FLOAT;
  default:
    return H5T_NATIVE_DOUBLE;
  }
}

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1));
  H5Tset_size(type.id(), H5T_VARIABLE);
  H5Tset_cset(type.id(), H5T_CSET_UTF8);
  return type;
}

// The type of ours a stored type is, or nothing.
bool recognise(hid_t stored, Type& out) {
  if (H5Tget_class(stored) == H5T_STRING) {
    out = Type::text;
    return H5Tis_variable_str(stored) > 0;
  }
  for (int i = 0; i < static_cast<int>(Type::text); ++i) {
    const hid_t candidate = memory_type(static_cast<Type>(i));
    const bool same_kind = H5Tget_class(candidate) == H5Tget_class(stored) &&
                           H5Tget_size(candidate) == H5Tget_size(stored);
    const bool integer = H5Tget_class(stored) == H5T_INTEGER;
    if (!same_kind || (integer && H5Tget_sign(candidate) != H5Tget_sign(stored)))
      continue;
    out = static_cast<Type>(i);
    return integer || H5Tget_class(stored) == H5T_FLOAT;
  }
  return false;
}

Handle simple_space(const Extent& extent) {
  if (extent.empty())
    return Handle(H5Screate(H5S_SCALAR));
  const std::vector<hsize_t> sizes(extent.begin(), extent.end());
  return Handle(H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr));
}

// Times of objects are left out, so that equal results are equal files; attributes stay in the
// object's header, where HDF5 1.10 can rewrite them although their order is tracked (h5py#1385).
Handle object_properties(hid_t kind) {
  constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  Handle properties(H5Pcreate(kind));
  H5Pset_obj_track_times(properties.id(), false);
  H5Pset_attr_creation_order(properties.id(), tracked);
  H5Pset_attr_phase_change(properties.id(), 64, 48);
  if (kind != H5P_DATASET_CREATE)
    H5Pset_link_creation_order(properties.id(), tracked);

  return properties;
}

std::vector<const char*> pointers(const std::vector<std::string>& texts) {
  std::vector<const char*> out(texts.size());
  std::transform(texts.begin(), texts.end(), out.begin(), [](const auto& t) { return t.c_str(); });
  return out;
}

// Copies the texts and gives the library its memory back.
std::vector<std::string> taken(std::vector<char*>& raw) {
  std::vector<std::string> texts;
  texts.reserve(raw.size());
  for (char* text : raw) {
    texts.emplace_back(text ? text : "");
    H5free_memory(text);
  }
  return texts;
}

} // namespace tiltak::store::hdf5::detail
