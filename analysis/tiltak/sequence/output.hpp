// A text file that appears under its name only when it is whole.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <tiltak/store/aside.hpp>

namespace tiltak::sequence {

class Output {
public:
  explicit Output(const std::string& file); // throws RunError
  ~Output(); // removes what was not finished
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  template <class... T> void print(fmt::format_string<T...> format, T&&... values) {
    buffer_.clear();
    fmt::format_to(fmt::appender(buffer_), format, std::forward<T>(values)...);
    write({buffer_.data(), buffer_.size()});
  }
  void write(std::string_view text);
  void finish(); // throws RunError

private:
  [[noreturn]] void fail() const;

  store::Aside aside_;
  std::FILE* out_ = nullptr;
  fmt::memory_buffer buffer_;
};

// 17 significant digits, which name every double; "NA" for NaN, "Inf" and "-Inf".
std::string exact_text(double value);

// The cell quoted where it has to be (RFC 4180).
std::string csv_text(std::string_view cell);

} // namespace tiltak::sequence
