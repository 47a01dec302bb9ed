#include <tiltak/store/hdf5.hpp>

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/store/hdf5_detail.hpp>

namespace tiltak::store::hdf5 {

using namespace detail;

Handle::~Handle() {
  if (id_ >= 0) H5Idec_ref(id_);
}

// --- groups
// ---------------------------------------------------------------------------------------

std::string Group::child(const std::string& path) const {
  return (name_ == "/" ? "" : name_) + "/" + path;
}

Group Group::create_group(const std::string& name) const {
  const Handle properties = object_properties(H5P_GROUP_CREATE);
  Handle group(
      check(H5Gcreate2(handle_.id(), name.c_str(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
            "group " + name + " cannot be created"));
  return {std::move(group), child(name), source_};
}

bool Group::has(const std::string& path) const {
  for (std::size_t end = 0; end != std::string::npos;) {
    end = path.find('/', end + 1);
    const std::string part = path.substr(0, end);
    H5L_info_t link{};
    if (H5Lexists(handle_.id(), part.c_str(), H5P_DEFAULT) <= 0) return false;
    if (H5Lget_info(handle_.id(), part.c_str(), &link, H5P_DEFAULT) < 0) return false;
    if (link.type != H5L_TYPE_HARD) // it could lead into another file
      fail_with(*source_, child(part) + ": is a link, and results files have none");
  }
  return true;
}

bool Group::has_group(const std::string& path) const {
  if (!has(path)) return false;
  const Handle object(H5Oopen(handle_.id(), path.c_str(), H5P_DEFAULT));
  return object.id() >= 0 && H5Iget_type(object.id()) == H5I_GROUP;
}

Handle Group::open(const std::string& path, bool group) const {
  if (!has(path)) fail_with(*source_, child(path) + ": is missing");
  Handle object(
      check(H5Oopen(handle_.id(), path.c_str(), H5P_DEFAULT), path + " cannot be opened"));
  if (H5Iget_type(object.id()) != (group ? H5I_GROUP : H5I_DATASET))
    fail_with(*source_, child(path) + ": is not a " + (group ? "group" : "variable"));
  return object;
}

Group Group::group(const std::string& path) const {
  return {open(path, true), child(path), source_};
}

Dataset Group::dataset(const std::string& path) const {
  return {open(path, false), child(path), source_};
}

void Group::remove(const std::string& name) const {
  check(H5Ldelete(handle_.id(), name.c_str(), H5P_DEFAULT), name + " cannot be removed");
}

std::vector<std::string> Group::names() const {
  std::vector<std::string> names;
  const auto add = [](hid_t, const char* name, const H5L_info_t*, void* out) -> herr_t {
    static_cast<std::vector<std::string>*>(out)->emplace_back(name);
    return 0;
  };
  if (H5Literate(handle_.id(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add, &names) < 0) {
    names.clear(); // written by a program that does not track the order
    check(H5Literate(handle_.id(), H5_INDEX_NAME, H5_ITER_INC, nullptr, add, &names), "contents");
  }
  return names;
}

// --- files
// ----------------------------------------------------------------------------------------

namespace {

// Closing a file closes every object of it, so that commit() leaves nothing unwritten.
Handle strong_access() {
  Handle access(H5Pcreate(H5P_FILE_ACCESS));
  H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG);
  return access;
}

} // namespace

File::File(Handle handle, std::shared_ptr<const Source> source, std::unique_ptr<Aside> aside)
    : source_(std::move(source)), aside_(std::move(aside)), handle_(std::move(handle)) {}

File::~File() = default; // the handle first, then what was written aside is removed

File File::create(const std::string& path) {
  prepare();
  auto source = std::make_shared<const Source>(Source{path, false});
  auto aside = std::make_unique<Aside>(path);
  const Handle properties = object_properties(H5P_FILE_CREATE), access = strong_access();
  Handle file(H5Fcreate(aside->aside().c_str(), H5F_ACC_TRUNC, properties.id(), access.id()));
  if (file.id() < 0) fail_with(*source, "cannot be written: " + innermost_error());
  return {std::move(file), std::move(source), std::move(aside)};
}

File File::copy(const std::string& from, const std::string& to) {
  prepare();
  auto source = std::make_shared<const Source>(Source{to, false});
  auto aside = std::make_unique<Aside>(to);
  aside->fill_from(from);
  const Handle access = strong_access();
  Handle file(H5Fopen(aside->aside().c_str(), H5F_ACC_RDWR, access.id()));
  if (file.id() < 0) fail_with(*source, "cannot be written: " + innermost_error());
  return {std::move(file), std::move(source), std::move(aside)};
}

File File::open(const std::string& path) {
  prepare();
  auto source = std::make_shared<const Source>(Source{path, true});
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw InputError({path}, "no such file", {}, did_you_mean_file(path));
  if (std::filesystem::is_directory(path, error)) fail_with(*source, "is a directory");
  const Handle access = strong_access();
  Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()));
  if (file.id() < 0) {
    const std::string reason = innermost_error();
    const bool other =
        reason == "unable to locate file signature" || reason == "file signature not found";
    fail_with(*source, other ? "is not an HDF5 file" : "cannot be opened: " + reason);
  }
  return {std::move(file), std::move(source), nullptr};
}

Group File::root() const {
  Handle root(H5Gopen2(handle_.id(), "/", H5P_DEFAULT));
  if (root.id() < 0) fail_with(*source_, "cannot be read: " + innermost_error());
  return {std::move(root), "/", source_};
}

std::uint64_t File::bytes() const {
  hsize_t size = 0;
  if (H5Fget_filesize(handle_.id(), &size) < 0) fail_with(*source_, "size: " + innermost_error());
  return size;
}

void File::commit() {
  const bool flushed = H5Fflush(handle_.id(), H5F_SCOPE_GLOBAL) >= 0;
  if (!flushed || H5Fclose(handle_.release()) < 0)
    fail_with(*source_, "cannot be written: " + innermost_error());
  aside_->commit();
}

bool is_threadsafe() {
  prepare();
  hbool_t yes = false;
  return H5is_library_threadsafe(&yes) >= 0 && yes;
}

std::string version() {
  prepare();
  unsigned major = 0, minor = 0, release = 0;
  H5get_libversion(&major, &minor, &release);
  return fmt::format("{}.{}.{}", major, minor, release);
}

} // namespace tiltak::store::hdf5
