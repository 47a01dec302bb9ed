#include <tiltak/store/csv.hpp>

#include <cerrno>

namespace tiltak::store {

void append_field(std::string& line, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"')
      line += '"';
    line += c;
  }
  line += '"';
}

CsvFile::CsvFile(const std::string& path)
    : aside_(path), file_(std::fopen(aside_.aside().c_str(), "wbe")) {
  if (!file_)
    fail();
}

void CsvFile::fail() const {
  fail_with_errno(aside_.path(), "cannot be written", errno);
}

void CsvFile::line(std::string_view fields) {
  if (std::fwrite(fields.data(), 1, fields.size(), file_.get()) != fields.size())
    fail();
  if (std::fputc('\n', file_.get()) == EOF)
    fail();
}

void CsvFile::commit() {
  if (std::fflush(file_.get()) != 0)
    fail();
  file_.reset();
  aside_.commit();
}

} // namespace tiltak::store
