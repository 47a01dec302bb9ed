// The element types a results file may hold, without anything of HDF5.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace tiltak::store {

enum class Type : std::uint8_t { u8, i8, u16, i16, u32, i32, u64, i64, f32, f64, text };

// Bytes of one element; a text is kept elsewhere in the file and takes 16 bytes here.
constexpr std::size_t size_of(Type type) {
  constexpr std::array<std::size_t, 11> sizes{1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 16};
  return sizes[static_cast<std::size_t>(type)];
}

// The name NumPy uses, which is what most readers of the format page know.
constexpr std::string_view name_of(Type type) {
  constexpr std::array<std::string_view, 11> names{"uint8",   "int8",    "uint16", "int16",
                                                   "uint32",  "int32",   "uint64", "int64",
                                                   "float32", "float64", "string"};
  return names[static_cast<std::size_t>(type)];
}

template <class T> constexpr Type type_of() {
  if constexpr (std::is_same_v<T, std::uint8_t>)
    return Type::u8;
  else if constexpr (std::is_same_v<T, std::int8_t>)
    return Type::i8;
  else if constexpr (std::is_same_v<T, std::uint16_t>)
    return Type::u16;
  else if constexpr (std::is_same_v<T, std::int16_t>)
    return Type::i16;
  else if constexpr (std::is_same_v<T, std::uint32_t>)
    return Type::u32;
  else if constexpr (std::is_same_v<T, std::int32_t>)
    return Type::i32;
  else if constexpr (std::is_same_v<T, std::uint64_t>)
    return Type::u64;
  else if constexpr (std::is_same_v<T, std::int64_t>)
    return Type::i64;
  else if constexpr (std::is_same_v<T, float>)
    return Type::f32;
  else {
    static_assert(std::is_same_v<T, double>, "not a type of the results file");
    return Type::f64;
  }
}

} // namespace tiltak::store
