#include <tiltak/sequence/output.hpp>

#include <cerrno>
#include <cmath>
#include <cstring>

#include <unistd.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::sequence {

Output::Output(std::string file)
    : file_(std::move(file)), aside_(file_ + ".part"), out_(std::fopen(aside_.c_str(), "wb")) {
  if (out_ == nullptr)
    fail();
}

Output::~Output() {
  if (out_ == nullptr)
    return;
  std::fclose(out_);
  std::remove(aside_.c_str());
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), out_) != text.size())
    fail();
}

void Output::finish() {
  if (std::fflush(out_) != 0 || ::fsync(::fileno(out_)) != 0)
    fail();
  const bool closed = std::fclose(out_) == 0;
  out_ = nullptr;
  if (!closed || std::rename(aside_.c_str(), file_.c_str()) != 0)
    fail();
}

void Output::fail() const {
  throw RunError(fmt::format("{}: {}", file_, std::strerror(errno)));
}

std::string exact_text(double value) {
  if (std::isnan(value))
    return "NA";
  if (std::isinf(value))
    return value > 0 ? "Inf" : "-Inf";
  return fmt::format("{:.17g}", value);
}

std::string csv_text(std::string_view cell) {
  if (cell.find_first_of(",\"\n\r") == std::string_view::npos)
    return std::string(cell);
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"')
      quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

} // namespace tiltak::sequence
