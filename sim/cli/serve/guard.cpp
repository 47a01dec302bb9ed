#include "guard.hpp"

#include <algorithm>
#include <array>

#include <sys/random.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::serve {
namespace {

// The value of one cookie in a Cookie header.
std::string_view cookie(std::string_view header, std::string_view name) {
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find(';', at), header.size());
    std::string_view pair = header.substr(at, end - at);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
      return pair.substr(name.size() + 1);
    at = end + 1;
  }
  return {};
}

} // namespace

Admission admit(const Gate& gate, const Request& request) {
  if (std::find(gate.hosts.begin(), gate.hosts.end(), request.host) == gate.hosts.end())
    return Admission::wrong_host;
  const bool only_reads = request.method == "GET" || request.method == "HEAD";
  const bool is_ours = request.origin == "http://" + request.host;
  if (!request.origin.empty() && !is_ours) return Admission::wrong_origin;
  constexpr std::string_view bearer = "Bearer ";
  if (request.authorization.starts_with(bearer) &&
      is_same(std::string_view(request.authorization).substr(bearer.size()), gate.token))
    return Admission::welcome;
  if (!is_same(cookie(request.cookie, gate.cookie), gate.token)) return Admission::no_token;
  return only_reads || is_ours ? Admission::welcome : Admission::wrong_origin;
}

bool is_same(std::string_view a, std::string_view b) {
  unsigned char differs = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    differs = static_cast<unsigned char>(differs | (a[i] ^ b[i]));
  return differs == 0;
}

std::string new_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw RunError("the system gives no random bytes");
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

} // namespace tiltak::serve
