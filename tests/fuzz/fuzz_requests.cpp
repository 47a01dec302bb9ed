// Any bytes at all as a request to the live page end in an answer about them: what a form says,
// which address, who asks. The first line is the path, the second the cookie, the rest the form.
#include <cstdint>

#include "guard.hpp"
#include "memory_file.hpp"
#include "request.hpp"
#include "site.hpp"

using namespace tiltak;
using namespace tiltak::serve;
using tiltak::fuzz::require;

namespace {

std::string take_line(std::string& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string line = text.substr(0, end);
  text.erase(0, std::min(end + 1, text.size()));
  return line;
}

void check_order(const std::string& body) {
  for (const Language language : {Language::nb, Language::en}) {
    const Order order = read_order(body, {}, language);
    require(!order.faults.empty()); // there is no base to choose
    const Comparison comparison = read_comparison(body, language);
    for (const Fault& fault : comparison.faults) require(!fault.message.empty());
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string body(reinterpret_cast<const char*>(data), size);
  static const Gate gate{"0123456789abcdef0123456789abcdef", {"127.0.0.1:8420"}, "tiltak"};
  Request request;
  request.method = "POST";
  request.host = "127.0.0.1:8420";
  request.path = take_line(body);
  request.cookie = take_line(body);
  request.body = body;
  for (const std::string& part : parts_of(request.path)) {
    require(part.find('/') == std::string::npos);
    whole_number(part);
  }
  // Without an Origin nothing may be changed, whatever the cookie.
  require(admit(gate, request) != Admission::welcome);
  const auto entries = decode_form(body);
  if (entries) require(entries->size() <= most_entries);
  check_order(body);
  return 0;
}
