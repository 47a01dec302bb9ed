// Values as bytes and back, for checkpoints and parts of runs. What a type consists of is said
// once, in Members<T>, for both directions; saving and loading cannot drift apart.
//
// Numbers stand as they lie in memory of a little-endian machine, without padding; what has a
// length stands after it. Nothing says of what type a value is: the program that loads is the one
// that saved (engine/checkpoint sees to it). Loading trusts no byte: a length is never taken at its
// word.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tiltak {

static_assert(std::endian::native == std::endian::little);

// template <> struct Members<T> { template <class Self, class V> static void visit(Self&, V&); };
// names every member of T by a structured binding, so that a member that is added and not named
// does not compile, and hands those on that are state: visit(a, b, ...). Self is T or const T.
template <class T> struct Members;

template <class T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class ByteSink {
public:
  virtual ~ByteSink() = default;
  virtual void write(const void* bytes, std::size_t size) = 0;
};

class ByteSource {
public:
  virtual ~ByteSource() = default;
  virtual void read(void* bytes, std::size_t size) = 0; // at most left()
  virtual std::uint64_t left() const = 0;
  [[noreturn]] virtual void fail(const std::string& what) const = 0; // an InputError that names it
};

class Saver {
public:
  static constexpr bool loads = false;
  explicit Saver(ByteSink& sink) : sink_(sink) {}
  template <class... T> void operator()(const T&... values) { (one(values), ...); }
  // A word between sections, so that a mistake is found where it is.
  void mark(std::string_view word) { one(std::string(word)); }

private:
  template <Number T> void one(const T& x) { sink_.write(&x, sizeof x); }
  template <class T>
    requires std::is_class_v<T>
  void one(const T& x) {
    Members<T>::visit(x, *this);
  }
  void one(const std::string& text) {
    one(std::uint64_t{text.size()});
    sink_.write(text.data(), text.size());
  }
  template <class T> void one(const std::vector<T>& values) {
    one(std::uint64_t{values.size()});
    many(values.data(), values.size());
  }
  template <class T, std::size_t n> void one(const std::array<T, n>& values) {
    many(values.data(), n);
  }
  template <class T> void many(const T* values, std::size_t n) {
    if constexpr (Number<T>)
      sink_.write(values, n * sizeof(T));
    else
      for (std::size_t i = 0; i < n; ++i) one(values[i]);
  }
  template <class A, class B> void one(const std::pair<A, B>& x) { one(x.first), one(x.second); }
  template <class K, class T> void one(const std::map<K, T>& entries) {
    one(std::uint64_t{entries.size()});
    for (const auto& entry : entries) one(entry.first), one(entry.second);
  }
  template <class T> void one(const std::optional<T>& x) {
    one(x.has_value());
    if (x) one(*x);
  }
  template <class T> void one(const std::shared_ptr<const T>& x) {
    one(x != nullptr);
    if (x) one(*x);
  }

  ByteSink& sink_;
};

class Loader {
public:
  static constexpr bool loads = true;
  explicit Loader(ByteSource& source) : source_(source) {}
  template <class... T> void operator()(T&... values) { (one(values), ...); }
  void mark(std::string_view word); // throws where another one stands
  [[noreturn]] void fail(const std::string& what) const;
  // Throws unless `holds`.
  void check(bool holds, const char* what) const {
    if (!holds) fail(what);
  }

private:
  // How many things of at least `size` bytes follow; no more than there are bytes for.
  std::size_t count(std::size_t size);
  void get(void* bytes, std::size_t size);

  template <Number T> void one(T& x) { get(&x, sizeof x); }
  void one(bool& x);
  void one(std::string& text);
  template <class T>
    requires std::is_class_v<T>
  void one(T& x) {
    Members<T>::visit(x, *this);
  }
  template <class T> void one(std::vector<T>& values) {
    values.clear();
    if constexpr (Number<T>) {
      values.resize(count(sizeof(T)));
      get(values.data(), values.size() * sizeof(T));
    } else {
      for (std::size_t n = count(1); n > 0; --n) one(values.emplace_back());
    }
  }
  template <class T, std::size_t n> void one(std::array<T, n>& values) {
    if constexpr (Number<T>)
      get(values.data(), n * sizeof(T));
    else
      for (T& value : values) one(value);
  }
  template <class A, class B> void one(std::pair<A, B>& x) { one(x.first), one(x.second); }
  template <class K, class T> void one(std::map<K, T>& entries) {
    entries.clear();
    for (std::size_t n = count(1); n > 0; --n) {
      std::pair<K, T> entry;
      one(entry);
      entries.insert(std::move(entry));
    }
  }
  template <class T> void one(std::optional<T>& x) {
    bool there = false;
    one(there);
    x.reset();
    if (there) one(x.emplace());
  }
  template <class T> void one(std::shared_ptr<const T>& x) {
    bool there = false;
    one(there);
    x.reset();
    if (!there) return;
    auto value = std::make_shared<T>();
    one(*value);
    x = std::move(value);
  }

  ByteSource& source_;
};

// A sum of bytes that any change of up to eight neighbouring ones alters, and another change with a
// chance of 1 - 2^-64. Not against intent. The same for the same bytes however they are handed
// over.
class Checksum {
public:
  void add(const void* bytes, std::size_t size);
  std::uint64_t value() const;

private:
  void word(std::uint64_t w);
  std::array<std::uint64_t, 4> lanes_{1, 2, 3, 4};
  std::uint64_t size_ = 0, open_ = 0; // bytes so far; those of a word that is not whole
};

} // namespace tiltak
