// Writes CSV: commas, quotes as in RFC 4180, UTF-8, decimal points. Lines end with a line feed, as
// R and pandas write them and every reader of RFC 4180 accepts.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <tiltak/store/aside.hpp>

namespace tiltak::store {

// Adds `text` to a line as one field, quoted where it must be.
void append_field(std::string& line, std::string_view text);

// A file that appears under its name on commit. RunError when it cannot be written.
class CsvFile {
public:
  explicit CsvFile(const std::string& path);

  // One line; the fields are joined by the caller: append_field and commas.
  void line(std::string_view fields);
  void commit();

private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail() const;

  Aside aside_;
  std::unique_ptr<std::FILE, Close> file_;
};

} // namespace tiltak::store
