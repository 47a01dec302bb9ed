#include <tiltak/sequence/output.hpp>

#include <cerrno>
#include <cmath>
#include <utility>

namespace tiltak::sequence {

Output::Output(const std::string& file)
    : aside_(file), out_(std::fopen(aside_.aside().c_str(), "wbe")) {
  if (out_ == nullptr) fail();
}

Output::~Output() {
  if (out_ != nullptr) std::fclose(out_);
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), out_) != text.size()) fail();
}

void Output::finish() {
  if (std::fclose(std::exchange(out_, nullptr)) != 0) fail();
  aside_.commit();
}

void Output::fail() const { store::fail_with_errno(aside_.path(), "cannot be written", errno); }

std::string exact_text(double value) {
  if (std::isnan(value)) return "NA";
  if (std::isinf(value)) return value > 0 ? "Inf" : "-Inf";
  return fmt::format("{:.17g}", value);
}

std::string csv_text(std::string_view cell) {
  if (cell.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(cell);
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

} // namespace tiltak::sequence
