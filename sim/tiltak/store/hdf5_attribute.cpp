// Attributes of groups and datasets.
#include <fmt/format.h>

#include <tiltak/store/hdf5_detail.hpp>

namespace tiltak::store::hdf5 {

using namespace detail;

void Object::fail(const std::string& what) const {
  fail_with(*source_, name_ + ": " + what);
}

std::int64_t Object::check(std::int64_t status, const std::string& what) const {
  if (status >= 0)
    return status;
  const std::string reason = innermost_error();
  fail(what + (reason.empty() ? "" : ": " + reason));
}

void Object::set_numbers(const std::string& name, Type type, const void* values,
                         std::size_t n) const {
  const Handle space = simple_space(n == 0 ? Extent{} : Extent{n});
  const Handle attribute(check(H5Acreate2(handle_.id(), name.c_str(), memory_type(type), space.id(),
                                          H5P_DEFAULT, H5P_DEFAULT),
                               "attribute " + name));
  check(H5Awrite(attribute.id(), memory_type(type), values), "attribute " + name);
}

void Object::set_text(const std::string& name, const std::string& text) const {
  if (has_attribute(name))
    check(H5Adelete(handle_.id(), name.c_str()), "attribute " + name);
  const Handle type = text_type(), space = simple_space({});
  const Handle attribute(
      check(H5Acreate2(handle_.id(), name.c_str(), type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT),
            "attribute " + name));
  const char* pointer = text.c_str();
  check(H5Awrite(attribute.id(), type.id(), &pointer), "attribute " + name);
}

void Object::set_texts(const std::string& name, const std::vector<std::string>& texts) const {
  const Handle type = text_type(), space = simple_space({texts.size()});
  const Handle attribute(
      check(H5Acreate2(handle_.id(), name.c_str(), type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT),
            "attribute " + name));
  check(H5Awrite(attribute.id(), type.id(), pointers(texts).data()), "attribute " + name);
}

bool Object::has_attribute(const std::string& name) const {
  return H5Aexists(handle_.id(), name.c_str()) > 0;
}

std::vector<std::string> Object::attribute_names() const {
  std::vector<std::string> names;
  const auto add = [](hid_t, const char* name, const H5A_info_t*, void* out) -> herr_t {
    static_cast<std::vector<std::string>*>(out)->emplace_back(name);
    return 0;
  };
  if (H5Aiterate2(handle_.id(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add, &names) < 0) {
    names.clear();
    check(H5Aiterate2(handle_.id(), H5_INDEX_NAME, H5_ITER_INC, nullptr, add, &names),
          "attributes");
  }
  return names;
}

std::size_t Object::attribute_size(const std::string& name) const {
  const Handle attribute(
      check(H5Aopen(handle_.id(), name.c_str(), H5P_DEFAULT), "attribute " + name));
  const Handle space(check(H5Aget_space(attribute.id()), "attribute " + name));
  const auto size = check(H5Sget_simple_extent_npoints(space.id()), "attribute " + name);
  if (size > 65536) fail("attribute " + name + " declares too many values");
  return static_cast<std::size_t>(size);
}

void Object::get_numbers(const std::string& name, Type type, void* values) const {
  const Handle attribute(
      check(H5Aopen(handle_.id(), name.c_str(), H5P_DEFAULT), "attribute " + name));
  const Handle stored(check(H5Aget_type(attribute.id()), "attribute " + name));
  Type found{};
  if (!recognise(stored.id(), found) || found != type)
    fail(fmt::format("attribute {} is not {}", name, name_of(type)));
  check(H5Aread(attribute.id(), memory_type(type), values), "attribute " + name);
}

std::vector<std::string> Object::texts(const std::string& name) const {
  std::vector<char*> raw(attribute_size(name), nullptr);
  const Handle attribute(
      check(H5Aopen(handle_.id(), name.c_str(), H5P_DEFAULT), "attribute " + name));
  const Handle stored(check(H5Aget_type(attribute.id()), "attribute " + name));
  Type found{};
  if (!recognise(stored.id(), found) || found != Type::text)
    fail("attribute " + name + " is not a text");
  const Handle type = text_type();
  check(H5Aread(attribute.id(), type.id(), raw.data()), "attribute " + name);
  return taken(raw);
}

std::string Object::text(const std::string& name) const {
  if (!has_attribute(name))
    return {};
  const auto all = texts(name);
  return all.empty() ? std::string{} : all.front();
}

} // namespace tiltak::store::hdf5
